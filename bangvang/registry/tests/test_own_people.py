"""A unit sees its own people and nobody else's; sweeps are the standing office's."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bangvang.foundation.actor import Role
from bangvang.foundation.objection import Unseen
from bangvang.foundation.tests.factories import actor
from bangvang.registry.selectors.naming import everybody, named
from bangvang.registry.selectors.own_people import A_PAGE, own_people, own_person
from bangvang.registry.states import HolderKind
from bangvang.registry.tests.factories import bar, organisation, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def unit() -> Any:
    return organisation("Sở Y tế tỉnh Lào Cai")


def test_a_unit_sees_its_people_and_those_of_its_sub_units(unit: Any) -> None:
    below = organisation("Bệnh viện Bản Mây", kind="SUB_UNIT", parent=unit)
    own, lower = person("Lù Văn Suối", unit=unit), person("Giàng A Đá", unit=below)
    person("Hạng A Mây", unit=organisation("Sở Xây dựng"))

    found = own_people(actor(Role.UNIT_OFFICER, unit=unit))

    assert [one.ref for one in found.people] == [lower.ref, own.ref]
    assert found.count == 2


def test_a_search_stays_inside_the_unit(unit: Any) -> None:
    below = organisation("Bệnh viện Bản Mây", kind="SUB_UNIT", parent=unit)
    person("Lù Văn Suối", unit=unit)
    lower = person("Giàng A Đá", unit=below)
    person("Lù Thị Suối", unit=organisation("Sở Xây dựng"))
    who = actor(Role.UNIT_HEAD, unit=unit)

    assert [one.full_name for one in own_people(who, "suoi").people] == ["Lù Văn Suối"]
    assert [one.ref for one in own_people(who, "ban may").people] == [lower.ref]
    assert own_people(who, "không có ai").count == 0


def test_another_units_person_and_a_page_too_far_are_unseen(unit: Any) -> None:
    stranger = person("Hạng A Mây", unit=organisation("Sở Xây dựng"))
    who = actor(Role.UNIT_OFFICER, unit=unit)

    with pytest.raises(Unseen):
        own_person(who, stranger.ref)
    with pytest.raises(Unseen):
        own_people(who, page=2)
    with pytest.raises(Unseen):
        own_people(who, page=0)


def test_without_the_role_of_a_unit_nobody_is_ones_own(unit: Any) -> None:
    own = person("Lù Văn Suối", unit=unit)

    for role in (Role.MEMBER, Role.ADMINISTRATOR, Role.EDITOR):
        assert own_people(actor(role, unit=unit)).count == 0
        with pytest.raises(Unseen):
            own_person(actor(role, unit=unit), own.ref)
    assert own_people(actor(Role.UNIT_OFFICER)).count == 0


def test_the_history_that_a_unit_is_given_holds_no_bars(unit: Any) -> None:
    own = person("Lù Văn Suối", unit=unit)
    bar(own)

    assert own_person(actor(Role.UNIT_HEAD, unit=unit), own.ref).history.bars == ()


def test_a_full_page_takes_no_more_queries_than_one_row(unit: Any) -> None:
    who = actor(Role.UNIT_OFFICER, unit=unit)

    def asked() -> int:
        with CaptureQueriesContext(connection) as captured:
            own_people(who)
        return len(captured)

    person("Lù Văn Suối", unit=unit)
    one = asked()
    for number in range(A_PAGE):
        person(f"Lù Văn Suối {number}", unit=unit)

    assert asked() == one
    assert own_people(who, page=2).count == A_PAGE + 1


def test_a_sweep_reads_everybody_by_name_and_names_them_in_one_query(unit: Any) -> None:
    office = actor(Role.INSPECTOR)
    people = [person("Giàng A Đá", unit=unit), person("Lù Văn Suối", unit=unit)]

    refs = everybody(office, HolderKind.PERSON)
    with CaptureQueriesContext(connection) as captured:
        found = named(office, HolderKind.PERSON, refs)

    assert refs == [one.ref for one in people]
    assert len(captured) == 1
    assert found[refs[0]].name == "Giàng A Đá"
    assert found[refs[0]].above == unit.name


def test_a_sweep_over_organisations_names_what_stands_above(unit: Any) -> None:
    office = actor(Role.SPECIALIST)
    below = organisation("Bệnh viện Bản Mây", kind="SUB_UNIT", parent=unit)

    found = named(office, HolderKind.ORGANISATION, everybody(office, HolderKind.ORGANISATION))

    assert found[below.ref].above == unit.name
    assert found[unit.ref].above == ""


def test_a_sweep_is_nobody_elses(unit: Any) -> None:
    for role in (Role.UNIT_HEAD, Role.MEMBER, Role.ADMINISTRATOR, Role.EDITOR):
        with pytest.raises(Unseen):
            everybody(actor(role, unit=unit), HolderKind.PERSON)
        with pytest.raises(Unseen):
            named(actor(role, unit=unit), HolderKind.PERSON, [])
