"""Whom a name and a day of birth may mean: looked up together, on both databases."""

from datetime import date

import pytest

from bangvang.registry.models import Organisation, Person
from bangvang.registry.selectors.people import people_born
from bangvang.registry.tests.factories import organisation, person

pytestmark = pytest.mark.django_db

DAY, OTHER = date(1980, 4, 19), date(1981, 5, 20)


@pytest.fixture
def unit() -> Organisation:
    return organisation()


def test_a_name_and_a_day_belong_together(unit: Organisation) -> None:
    first = person("Lù Văn Mẫu", unit=unit, birth_on=DAY)
    second = person("Vàng Thị Thử", unit=unit, birth_on=OTHER)
    person("Lù Văn Mẫu", unit=unit, birth_on=OTHER)
    person("Vàng Thị Thử", unit=unit, birth_on=DAY)

    found = people_born({("lu van mau", DAY), ("vang thi thu", OTHER)})

    assert {near.ref for near in found} == {first.ref, second.ref}
    assert {near.birth_on for near in found} == {DAY, OTHER}


def test_whoever_has_no_day_may_be_born_on_any(unit: Organisation) -> None:
    undated = person("Lù Văn Mẫu", unit=unit, birth_on=None)
    person("Lù Văn Khác", unit=unit, birth_on=None)
    gone = person("Lù Văn Mẫu", unit=unit, birth_on=DAY)
    Person.objects.filter(pk=gone.pk).update(merged_into=undated)

    found = people_born({("lu van mau", DAY)})

    assert [near.ref for near in found] == [undated.ref]


def test_a_name_is_data() -> None:
    assert people_born({("'); DROP TABLE registry_person; --", DAY), ('"]', OTHER)}) == []
    assert people_born(set()) == []
