"""The register in columns: as the database has it, also after what came since."""

from datetime import UTC, date, datetime

import numpy as np
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bangvang.foundation.tests.factories import actor
from bangvang.law import Kind, RecordKind
from bangvang.registry.actions.accept_import import accept_import
from bangvang.registry.actions.record_history import (
    History,
    PastAward,
    PastGrade,
    PastInitiative,
    record_history,
)
from bangvang.registry.actions.undo_import import undo_import
from bangvang.registry.columns import (
    Columns,
    Register,
    Resident,
    Row,
    column_of_facts,
    column_of_numbers,
    rows_of,
)
from bangvang.registry.columns import register as reading
from bangvang.registry.columns.hand import ALL_YEARS
from bangvang.registry.models import Award, Completeness, Grade, Initiative, Organisation, Person
from bangvang.registry.selectors import everybody
from bangvang.registry.tests.factories import organisation, person
from bangvang.registry.tests.import_files import SPECIALIST, UNIT, line, staged

pytestmark = pytest.mark.django_db

YEAR = 2021
CODES = ("CSTDCS", "BK_TINH", "HTXSNV", "HTTNV", "SK_TINH", "SK_CO_SO")
AT = datetime(2022, 4, 1, tzinfo=UTC)


def award(code: str, year: int, no: str = "1/QĐ-UBND", kind: str = Kind.MERIT) -> PastAward:
    return PastAward(code, kind, year, no, date(year + 1, 1, 20), "Sở Y tế", "Sở Y tế")


def initiative(code: str, year: int, title: str) -> PastInitiative:
    return PastInitiative(code, year, title, "2/QĐ-UBND", date(year + 1, 1, 5), "UBND tỉnh")


def fill(someone: Person, year: int) -> None:
    """Enter one year: a title, a certificate by merit and one that is not, a grade, initiatives."""
    record_history(
        someone.ref,
        History(
            awards=(
                award("CSTDCS", year),
                award("CSTDCS", year, "9/QĐ-UBND"),
                award("BK_TINH", year, kind=Kind.SUDDEN),
                award("BK_TINH", year - 60, kind=""),
            ),
            grades=(PastGrade("HTXSNV" if year % 2 else "HTTNV", year),),
            initiatives=(
                initiative("SK_TINH", year, "Tưới nhỏ giọt"),
                initiative("SK_CO_SO", year, "Sổ tay trực ca"),
                initiative("SK_CO_SO", year, "Lịch tiêm chủng"),
            ),
            complete_from={"AWARD": year - 2, "GRADE": year},
        ),
        actor=actor(),
        at=AT,
    )


@pytest.fixture
def people() -> list[Person]:
    """Three people of the register: one with two years, one with one, one with nothing."""
    unit: Organisation = organisation()
    found = [person(f"Người Thử Số {n}", unit=unit) for n in range(3)]
    fill(found[0], 2019)
    fill(found[0], 2020)
    fill(found[1], 2021)
    return found


def seen(columns: Columns) -> list[object]:
    """Return all that a rule can see."""
    return [
        [part.tolist() for part in (*columns.planes((code,)), columns.maybe((code,)))]
        for code in CODES
    ]


def as_rebuilt(register: Register, people: list[Person]) -> bool:
    refs = [one.ref for one in people]
    return seen(register.select(refs, year=YEAR)) == seen(Register(YEAR).select(refs, year=YEAR))


def test_the_database_gives_what_its_rows_give(people: list[Person]) -> None:
    by_hand = Resident(YEAR)
    births = np.array([one.birth_year for one in people], np.int16)
    by_hand.births(np.array([one.pk for one in people], np.int64), births)
    kinds = Award.objects.values_list("person", "code", "kind", "year")
    plain = [Row(who, code, kind or Kind.MERIT, year) for who, code, kind, year in kinds]
    for model in (Grade, Initiative):
        facts = model.objects.values_list("person", "code", "year")
        plain += [Row(who, code, "", year) for who, code, year in facts]
    for rows in rows_of(plain):
        by_hand.add(rows)
    for one in Completeness.objects.all():
        who, year = np.array([one.person_id], np.int64), np.array([one.from_year], np.int16)
        by_hand.complete(RecordKind(one.record_kind), who, year)

    found = Register(YEAR).select([one.ref for one in people], year=YEAR)

    assert seen(found) == seen(by_hand.select([one.pk for one in people], year=YEAR))
    assert found.held(("CSTDCS",)).tolist() == [0b110, 0b1, 0]
    assert [plane.tolist() for plane in found.planes(("SK_CO_SO",))] == [[0b110, 0b1, 0]] * 2
    assert found.held(("BK_TINH",)).tolist() == [1 << 48, 1 << 48, 0]
    assert found.held(("HTXSNV",)).tolist() == [0b100, 0b1, 0]
    assert (found.maybe(("CSTDCS",)) & 0b1111).tolist() == [0b110, 0b1001, 0b1111]


def test_files_bring_their_facts_and_strangers_nothing(people: list[Person]) -> None:
    refs = [people[1].ref, "khongcothat", people[1].ref]

    columns = Register(YEAR).select(
        refs,
        year=YEAR,
        facts={"CHIEN_DAU": column_of_facts([True, None, False])},
        numbers={"MEMBERS": column_of_numbers([7, None, 3])},
    )

    assert columns.held(("CSTDCS",)).tolist() == [1, 0, 1]
    assert columns.number("MEMBERS").value.tolist() == [7, 0, 3]


def test_what_came_since_gives_the_same_as_reading_again(people: list[Person]) -> None:
    register = Register(YEAR)
    newcomer = person("Người Đến Sau", unit=people[0].organisation)

    fill(people[2], 2018)
    fill(people[0], 2021)
    fill(newcomer, 2021)
    Completeness.objects.filter(person=people[1], record_kind="AWARD").update(from_year=2001)
    assert not as_rebuilt(register, [*people, newcomer])
    register.refresh()

    assert as_rebuilt(register, [*people, newcomer])


def test_births_are_read_and_a_correction_of_one_too(people: list[Person]) -> None:
    refs = [one.ref for one in people]
    Person.objects.filter(pk=people[0].pk).update(birth_year=YEAR - 2)
    Person.objects.filter(pk=people[1].pk).update(birth_year=None)
    Completeness.objects.all().delete()
    register = Register(YEAR)

    unknown = register.select(refs, year=YEAR).unknown(("CSTDCS",))

    assert unknown[0] == 0b111
    assert unknown[1] == ALL_YEARS
    Person.objects.filter(pk=people[0].pk).update(birth_year=YEAR)
    register.refresh()
    assert register.select(refs, year=YEAR).unknown(("CSTDCS",))[0] == 0b1
    assert as_rebuilt(register, people)


def test_a_revoked_award_goes_and_its_twin_stays(people: list[Person]) -> None:
    register = Register(YEAR)
    titles = Award.objects.filter(person=people[1], code="CSTDCS", year=2021)
    refs = [people[1].ref]

    titles.filter(decision_no="9/QĐ-UBND").update(revoked_on=date(2022, 5, 1))
    register.refresh()
    register.refresh()

    assert register.select(refs, year=YEAR).held(("CSTDCS",)).tolist() == [1]
    titles.update(revoked_on=date(2022, 5, 1))
    register.refresh()
    assert register.select(refs, year=YEAR).held(("CSTDCS",)).tolist() == [0]
    assert as_rebuilt(register, people)


def test_an_award_revoked_before_it_was_ever_read_takes_nothing_away(people: list[Person]) -> None:
    register = Register(YEAR)
    twin = Award.objects.get(person=people[1], code="CSTDCS", decision_no="9/QĐ-UBND")

    twin.pk, twin.ref, twin.decision_no = None, "", "10/QĐ-UBND"
    twin.revoked_on = date(2022, 5, 1)
    twin.save()
    register.refresh()
    register.refresh()

    assert as_rebuilt(register, people)


def test_a_row_that_became_visible_late_is_not_lost(people: list[Person]) -> None:
    late = Award.objects.filter(person=people[0], code="CSTDCS", year=2019).first()
    assert late is not None
    Award.objects.filter(pk=late.pk).delete()
    register = Register(YEAR)

    late.save(force_insert=True)
    register.refresh()

    assert as_rebuilt(register, people)


def test_each_table_is_read_once_however_many_people(people: list[Person]) -> None:
    with CaptureQueriesContext(
        connection,
    ) as few:
        Register(YEAR)
    fill(people[2], 2020)
    with CaptureQueriesContext(connection) as more:
        register = Register(YEAR)
    with CaptureQueriesContext(connection) as chosen:
        register.select([one.ref for one in people], year=YEAR)

    in_order = 6  # five tables, after where the journal of changes stands
    assert (len(few), len(more), len(chosen)) == (in_order, in_order, 1)


def test_an_empty_register_holds_nobody() -> None:
    register = Register(YEAR)
    register.refresh()

    assert register.resident.people.size == 0
    assert register.select(["khongcothat"], year=YEAR).held(("CSTDCS",)).tolist() == [0]


def test_portions_smaller_than_the_register_change_nothing(
    people: list[Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    refs = [one.ref for one in people]
    whole = seen(Register(YEAR).select(refs, year=YEAR))

    monkeypatch.setattr(reading, "AT_ONCE", 2)
    monkeypatch.setattr(everybody, "AT_ONCE", 2)
    monkeypatch.setattr(everybody, "REFS_AT_ONCE", 2)

    assert seen(Register(YEAR).select(refs, year=YEAR)) == whole


def test_an_import_that_is_undone_leaves_the_columns_as_they_were() -> None:
    unit = organisation(UNIT)
    known = person(unit=unit)
    rows = [
        line(award="CSTĐCS", year=2019),
        line(award="HTXSNV", year=2020),
        line(award="SK_TINH", year=2019, achievement="Tưới nhỏ giọt"),
    ]
    gone_before = staged(*rows)
    accept_import(gone_before.ref, version=1, with_newcomers=True, actor=SPECIALIST, at=AT)
    undo_import(gone_before.ref, "Nhầm.", version=2, actor=SPECIALIST, at=AT)
    register = Register(YEAR)
    before = seen(register.select([known.ref], year=YEAR))

    made = staged(*rows)
    said = {"AWARD": 2012, "GRADE": 2012}
    accept_import(
        made.ref, version=1, with_newcomers=True, complete_from=said, actor=SPECIALIST, at=AT
    )
    register.refresh()
    assert seen(register.select([known.ref], year=YEAR)) != before
    assert as_rebuilt(register, [known])
    undo_import(made.ref, "Nhầm.", version=2, actor=SPECIALIST, at=AT)
    register.refresh()

    assert seen(register.select([known.ref], year=YEAR)) == before
    assert as_rebuilt(register, [known])
