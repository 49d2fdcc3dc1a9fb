"""What a unit's head reads of its people as counts, and of whom nothing is told."""

from datetime import date
from typing import Any

import pytest

from bangvang.foundation.actor import Role
from bangvang.foundation.tests.factories import AT, actor
from bangvang.registry.models import Person, Posting
from bangvang.registry.selectors.own_make_up import Part, own_make_up
from bangvang.registry.tests.factories import organisation, person

pytestmark = pytest.mark.django_db
ON = date(2026, 9, 14)


def posted(whom: Any, subject_class: str, **more: Any) -> None:
    Posting.objects.create(
        person=whom, unit=whom.organisation, subject_class=subject_class, source="Hồ sơ",
        recorded_by_ref="x", recorded_by_name="Ai đó", recorded_at=AT, **more,
    )  # fmt: skip


@pytest.fixture
def unit() -> Any:
    return organisation("Ủy ban nhân dân xã Suối Mây")


def test_parts_are_counted_of_the_units_own_people(unit: Any) -> None:
    people = [person(f"Lù Văn Số {word}", unit=unit) for word in ("Một", "Hai", "Ba", "Bốn", "Năm")]
    for whom, one in zip(people, ("LEADER", "WORKER", "FARMER", "OFFICIAL", "ARMED"), strict=True):
        posted(whom, one)
    posted(people[0], "OFFICIAL", until=date(2026, 1, 1))
    Person.objects.filter(organisation=unit).update(ethnicity="Hmông")
    Person.objects.filter(pk=people[0].pk).update(ethnicity="Kinh")
    stranger = person("Người Nơi Khác", unit=organisation("Sở Gió Núi"))
    Person.objects.filter(pk=stranger.pk).update(ethnicity="Tày")
    posted(stranger, "LEADER")
    refs = [one.ref for one in (*people, stranger)]

    found = own_make_up(actor(Role.UNIT_HEAD, unit=unit), refs, asked=7, on=ON)

    assert found.leaders == Part(1, 5, 2)
    assert found.direct == Part(2, 5, 2)
    assert found.minority == Part(4, 5, 2)


def test_of_a_few_nothing_is_told_and_two_classes_are_none(unit: Any) -> None:
    people = [person(f"Lù Văn Số {word}", unit=unit) for word in ("Một", "Hai")]
    Person.objects.filter(organisation=unit).update(ethnicity="Dao")
    posted(people[0], "LEADER")
    posted(people[1], "LEADER")
    posted(people[1], "WORKER")

    found = own_make_up(
        actor(Role.UNIT_HEAD, unit=unit), [one.ref for one in people], asked=2, on=ON
    )

    assert found.minority == Part(None, 2, 0)
    assert found.leaders == Part(None, 1, 1)
