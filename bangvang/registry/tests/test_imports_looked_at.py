"""Nothing comes in that was not shown so; numbers stay hidden; impossible years are told."""

from datetime import date

import pytest

from bangvang.foundation.tests.factories import AT
from bangvang.registry.actions.accept_import import accept_import
from bangvang.registry.actions.stage_import import stage_import
from bangvang.registry.intake.sheet_shown import sheet_shown
from bangvang.registry.models import Award, AwardImport, ImportRow, Person
from bangvang.registry.tests.factories import organisation, person
from bangvang.registry.tests.import_files import (
    HEADER,
    SPECIALIST,
    UNIT,
    file_of,
    line,
    staged,
    states,
)

pytestmark = pytest.mark.django_db


def test_a_row_that_was_shown_as_a_question_is_not_answered_by_what_happens_meanwhile() -> None:
    somebody = person(unit=organisation("Sở Mẫu Hai"), birth_on=None, birth_year=1985)
    organisation(UNIT)
    made = staged(line(), line("Lò Thị Mới", "01/02/1990"))
    assert states(made) == ["CHOOSE", "READY"]
    Person.objects.filter(pk=somebody.pk).update(birth_on=date(1985, 6, 12))
    staged(line("Lù Văn Bậc", "03/04/1970"), name="khac.xlsx")

    accepted = accept_import(
        made.ref, version=made.version, with_newcomers=True, actor=SPECIALIST, at=AT
    )

    assert (accepted.records, accepted.left) == (1, 1)
    assert states(made) == ["READY", "ACCEPTED"]
    assert [award.name_as_written for award in Award.objects.all()] == ["Lò Thị Mới"]

    again = accept_import(
        made.ref, version=made.version + 1, with_newcomers=True, actor=SPECIALIST, at=AT
    )

    assert (again.records, again.left) == (1, 0)
    assert Award.objects.filter(person=somebody).count() == 1


def test_a_row_that_means_somebody_else_by_now_waits() -> None:
    first = person(unit=organisation(UNIT))
    made = staged(line(), line("Lò Thị Mới", "01/02/1990"))
    assert ImportRow.objects.get(award_import=made, row=2).person == first
    Person.objects.filter(pk=first.pk).update(birth_on=date(1960, 1, 1), birth_year=1960)
    second = person(unit=first.organisation)
    staged(line("Lù Văn Bậc", "03/04/1970"), name="khac.xlsx")

    accept_import(made.ref, version=made.version, with_newcomers=True, actor=SPECIALIST, at=AT)

    assert states(made) == ["READY", "ACCEPTED"]
    assert ImportRow.objects.get(award_import=made, row=2).person == second
    assert not Award.objects.filter(person__in=[first, second]).exists()


@pytest.mark.parametrize(("year", "state"), [(2018, "PROBLEM"), (2020, "PROBLEM"), (2021, "READY")])
def test_nobody_is_rewarded_before_the_year_after_birth(year: int, state: str) -> None:
    organisation(UNIT)

    made = staged(line("Lò Thị Mới", "04/03/2020", year=year, day="08/01/2022"))

    assert states(made) == [state]
    codes = [one["code"] for one in ImportRow.objects.get(award_import=made).problems]
    assert codes == ["BEFORE_BIRTH"] * (state == "PROBLEM")


def test_the_page_of_columns_shows_the_end_of_an_identity_number() -> None:
    organisation(UNIT)
    data = file_of(
        (*line("Lò Thị Mới", 1990), "010085000123"),
        (*line("Lù Văn Bậc", 1990), "010 085 000 124"),
        (*line("Giàng A Mẫu", 1990), "CCCD 010085125"),
        header=(*HEADER, "Số định danh"),
    )
    made = stage_import(data, original_name="a.xlsx", actor=SPECIALIST, at=AT)

    rows = sheet_shown(SPECIALIST, AwardImport.objects.get(ref=made.ref).ref, 0).rows

    shown = [texts[-1] for _, texts in rows[1:]]
    assert shown == ["•••••••••123", "•••••••••124", "CCCD •••••••••125"]
