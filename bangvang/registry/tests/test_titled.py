"""How many hold a year's title: counted where the register is whole, and left out elsewhere."""

import pytest
from pytest_django import DjangoAssertNumQueries

from bangvang.registry.models import Award
from bangvang.registry.selectors.titled import people_titled
from bangvang.registry.tests.factories import organisation, person
from bangvang.registry.tests.test_holdings import ON, enter, past
from bangvang.registry.tests.test_rolls import hospital

pytestmark = pytest.mark.django_db

TITLES = ("LDTT", "CSTT")


def test_people_are_counted_once_in_the_unit_and_above() -> None:
    above, below, _people = hospital()

    found = people_titled([above.ref, below.ref], [2024, 2025], TITLES)

    assert found == {
        (above.ref, 2024): 1,
        (above.ref, 2025): 2,
        (below.ref, 2024): 1,
        (below.ref, 2025): 2,
    }


def test_a_year_or_a_member_that_is_not_known_leaves_the_unit_out() -> None:
    above, below, _people = hospital()

    assert people_titled([above.ref], [2013], TITLES) == {}
    person("Lù Văn Mới", unit=below)
    assert people_titled([above.ref], [2025], TITLES) == {}


def test_revoked_titles_and_empty_units_do_not_count() -> None:
    above, _below, people = hospital()
    nobody = organisation("Sở chưa có ai")
    Award.objects.filter(person=people[0]).update(revoked_on=ON)

    assert people_titled([above.ref, nobody.ref], [2025], TITLES) == {(above.ref, 2025): 1}


def test_any_number_of_units_costs_the_same(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    above, below, _people = hospital()
    other = organisation("Sở khác")
    enter(person("Người nơi khác", unit=other), past("LDTT", 2025))

    with django_assert_num_queries(5):
        people_titled([above.ref], [2025], TITLES)
    with django_assert_num_queries(5):
        people_titled([above.ref, below.ref, other.ref], [2024, 2025], TITLES)
