"""Sex and ethnic group: entered with a reason, from a file, carried by a merge, and no further."""

from typing import Any

import pytest

from bangvang.foundation.actor import Role
from bangvang.foundation.audit.models import Entry
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.sheets import write_table
from bangvang.foundation.tests.factories import AT, actor
from bangvang.registry.actions.accept_import import accept_import
from bangvang.registry.actions.describe_person import describe_person
from bangvang.registry.actions.stage_import import stage_import
from bangvang.registry.models import AwardImport, Person
from bangvang.registry.tests.factories import organisation, person
from bangvang.registry.tests.import_files import HEADER, SPECIALIST, UNIT, line
from bangvang.registry.tests.test_merging import merged_now

pytestmark = pytest.mark.django_db

NOBODY = ("", "")


@pytest.fixture
def lua() -> Person:
    return person("Vàng Thị Lúa Chín", unit=organisation(UNIT))


def describe(who: Person, *said: str, reason: str = "Bản khai", **of: Any) -> None:
    given: dict[str, Any] = {"seen": NOBODY, "actor": SPECIALIST, "at": AT}
    describe_person(who.ref, (said[0], said[1]), reason, **(given | of))


def test_both_are_entered_and_the_audit_record_says_neither(lua: Person) -> None:
    describe(lua, "F", "  Mông ")

    lua.refresh_from_db()
    assert (lua.sex, lua.ethnicity) == ("F", "Mông")
    entry = Entry.objects.get()
    assert (entry.verb, "Bản khai" in entry.said) == ("describe_person", True)
    assert "Mông" not in f"{entry.said}{entry.details}"


@pytest.mark.parametrize(
    ("said", "more", "code"),
    [
        (("F", "Mông"), {"actor": actor(Role.INSPECTOR)}, "NOT_OFFICE"),
        (("F", "Mông"), {"actor": actor(Role.UNIT_HEAD)}, "NOT_OFFICE"),
        (("X", "Mông"), {}, "NO_SUCH_SEX"),
        (("F", "M" * 61), {}, "ETHNICITY_TOO_LONG"),
        (("F", "Mông"), {"reason": " "}, "NO_MERGE_REASON"),
        (("F", "Mông"), {"seen": ("M", "")}, "STALE"),
        (("", ""), {}, "NOTHING_NEW"),
    ],
)
def test_what_cannot_be_is_refused(
    lua: Person, said: tuple[str, str], more: dict[str, Any], code: str
) -> None:
    with pytest.raises(Refused) as refused:
        describe(lua, *said, **more)

    assert refused.value.objection.code == code
    lua.refresh_from_db()
    assert (lua.sex, lua.ethnicity) == NOBODY
    assert not Entry.objects.exists()


def test_nobody_unknown_is_described() -> None:
    with pytest.raises(Unseen):
        describe_person("x", ("F", ""), "Bản khai", seen=NOBODY, actor=SPECIALIST, at=AT)


def test_a_list_brings_it_in_with_somebody_new(lua: Person) -> None:
    rows = [(*line("Lò Thị Mới", 1990), "Dao")]
    data = write_table((*HEADER, "Dân tộc"), rows)
    staged = stage_import(data, original_name="khen.xlsx", actor=SPECIALIST, at=AT)
    made = AwardImport.objects.get(ref=staged.ref)

    accept_import(made.ref, version=1, with_newcomers=True, actor=SPECIALIST, at=AT)

    assert Person.objects.get(full_name="Lò Thị Mới").ethnicity == "Dao"


def test_a_merge_carries_what_only_the_twin_knows(lua: Person) -> None:
    twin = person("Vàng Thị Lúa Chín", unit=lua.organisation)
    describe(twin, "F", "Mông")

    merged_now(lua, twin)

    lua.refresh_from_db()
    assert (lua.sex, lua.ethnicity) == ("F", "Mông")
