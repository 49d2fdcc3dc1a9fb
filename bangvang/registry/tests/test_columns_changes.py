"""Whatever changes in the register is in the columns after the next refresh, as if built anew."""

import random
from datetime import date

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from bangvang.foundation.db import changes
from bangvang.foundation.tests.factories import AT
from bangvang.foundation.tests.meeting import at_once, each_connected
from bangvang.registry.actions.undo_merge import undo_merge
from bangvang.registry.columns import Register
from bangvang.registry.columns import register as keeping
from bangvang.registry.models import Award, Completeness, Person
from bangvang.registry.stale import STALE
from bangvang.registry.tests.changing import CHANGES, CODES, YEAR, award
from bangvang.registry.tests.factories import organisation, person
from bangvang.registry.tests.test_merging import HEAD, merged_now

KEPT = pytest.mark.django_db(transaction=True)
"""Each statement is committed: on PostgreSQL a transaction's own entries are read every time."""


def seen(register: Register, people: list[int] | None = None) -> list[object]:
    """Return all that a rule can see, of everybody there ever was."""
    pks = people or list(Person.every.order_by("pk").values_list("pk", flat=True))
    columns = register.resident.select(pks, year=YEAR)
    return [
        [part.tolist() for part in (*columns.planes((code,)), columns.maybe((code,)))]
        for code in CODES
    ]


def is_as_built(register: Register) -> bool:
    register.refresh()
    return seen(register) == seen(Register(YEAR))


@KEPT
@pytest.mark.parametrize("seed", range(6))
def test_after_any_changes_a_refresh_gives_what_building_anew_gives(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311  invented changes, no secret
    unit = organisation()
    for number in range(4):
        person(f"Người Thử Số {number}", unit=unit)
    register = Register(YEAR)
    built = register.resident

    for _ in range(25):
        for _ in range(dice.randrange(1, 6)):
            dice.choice(CHANGES)(dice)
        assert is_as_built(register)

    assert register.resident is built


@KEPT
def test_only_what_changed_is_read() -> None:
    unit = organisation()
    who, other = person(unit=unit), person("Lù Văn Suối", unit=unit)
    award(who, "LDTT", 2019)
    award(other, "LDTT", 2019)
    register = Register(YEAR)
    with CaptureQueriesContext(connection) as nothing:
        register.refresh()
    read = changes.changes_since(STALE, changes.mark(STALE), most=9).parts

    Award.objects.filter(person=who).update(achievement="Chữ khác", decision_no="7/QĐ")
    Person.objects.filter(pk=who.pk).update(full_name="Vàng Thị Lúa")
    with CaptureQueriesContext(connection) as words:
        register.refresh()
    award(who, "LDTT", 2020)
    with CaptureQueriesContext(connection) as one_code:
        register.refresh()

    assert is_as_built(register)
    assert read is not None
    assert {holder for holder, _ in read} <= {who.pk, other.pk}
    if connection.vendor == "sqlite":  # elsewhere a transaction of anybody makes it read again
        assert read == frozenset()
        assert (len(nothing), len(words), len(one_code)) == (2, 2, 3)


@KEPT
def test_of_several_changes_of_one_part_one_entry_is_kept() -> None:
    who = person()
    mark = changes.mark(STALE)

    for year in range(2010, 2020):
        award(who, "LDTT", year)
    Award.objects.filter(person=who).update(revoked_on=date(2022, 5, 1))

    read = changes.changes_since(STALE, mark, most=99).parts
    assert read is not None
    assert read - {(who.pk, "BORN")} == {(who.pk, "LDTT")}  # read again if somebody writes
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM registry_stale WHERE holder = %s", [who.pk])
        assert cursor.fetchone() == (2,)  # the other is of the person


@KEPT
def test_a_merge_and_its_undoing_are_seen() -> None:
    unit = organisation()
    kept, merged = person(unit=unit), person(unit=unit)
    award(kept, "LDTT", 2019)
    award(merged, "LDTT", 2019)
    award(merged, "CSTDCS", 2020)
    Completeness.objects.create(person=merged, record_kind="AWARD", from_year=2015)
    register = Register(YEAR)
    before = seen(register)

    merge = merged_now(kept, merged)

    assert is_as_built(register)
    assert seen(register) != before
    undo_merge(merge.ref, "Hai người", version=merge.version, actor=HEAD, at=AT)
    assert is_as_built(register)
    assert seen(register) == before


@KEPT
def test_where_more_changed_than_is_worth_reading_everything_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    who = person()
    register = Register(YEAR)
    built = register.resident
    # on PostgreSQL the entry of who came may be read once more: another test may be in the middle
    monkeypatch.setattr(keeping, "FEWEST", 2)

    award(who, "LDTT", 2019)
    register.refresh()
    assert register.resident is built
    for code in ("LDTT", "CSTDCS", "HTTNV"):
        award(who, code, 2020)
    register.refresh()

    assert register.resident is not built
    assert is_as_built(register)


@KEPT
@pytest.mark.parametrize("mend", ["renewed", "put back"])
def test_a_journal_made_anew_has_everything_read(mend: str) -> None:
    who = person()
    register = Register(YEAR)
    built = register.resident

    if mend == "renewed":
        changes.renew(STALE)
    else:  # the database of another day, in which fewer transactions were counted
        register._mark += 1_000_000
    award(who, "LDTT", 2019)

    assert is_as_built(register)
    assert register.resident is not built


@pytest.mark.django_db
def test_after_all_migrations_every_trigger_of_the_journal_is_there() -> None:
    assert changes.triggers_missing(STALE) == []
    with connection.cursor() as cursor:
        changes.uninstall(cursor, STALE)
    assert len(changes.triggers_missing(STALE)) >= 15
    changes.renew(STALE)
    assert changes.triggers_missing(STALE) == []


@each_connected
def test_a_row_committed_after_later_ones_were_read_is_not_lost() -> None:
    unit = organisation()
    early, late = person(unit=unit), person("Lù Văn Suối", unit=unit)
    registers: list[Register] = []

    def meanwhile() -> None:
        registers.append(Register(YEAR))
        award(early, "LDTT", 2020)
        assert is_as_built(registers[0])

    with transaction.atomic():
        award(late, "LDTT", 2019)
        at_once(meanwhile)
    before = seen(registers[0])

    assert is_as_built(registers[0])
    assert seen(registers[0]) != before


@each_connected
def test_two_who_write_of_one_part_do_not_wait_for_each_other() -> None:
    who = person()
    award(who, "LDTT", 2018)
    register = Register(YEAR)

    with transaction.atomic():
        award(who, "LDTT", 2019)
        at_once(lambda: award(who, "LDTT", 2020))

    assert is_as_built(register)
    assert register.select([who.ref], year=YEAR).held(("LDTT",)).tolist() == [0b1110]
