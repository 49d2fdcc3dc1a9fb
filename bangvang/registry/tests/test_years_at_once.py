"""Two heads at the same moment, each on a connection of their own; runs on PostgreSQL only.

SQLite lets one writer in at a time; the order of two calls is tested on both engines in
`test_whole_years.py`.
"""

from threading import Barrier, Thread

import pytest
from django.db import connection

from bangvang.foundation.actor import Role
from bangvang.foundation.objection import Refused
from bangvang.foundation.tests.factories import AT, actor
from bangvang.registry.actions.state_year_whole import state_year_whole
from bangvang.registry.models import Completeness, YearStatement
from bangvang.registry.tests.factories import organisation, person

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor == "sqlite", reason="one connection cannot meet itself"),
]


def at_once(years: tuple[int, int]) -> tuple[list[str], list[tuple[int, int | None]]]:
    unit = organisation("Sở Y tế tỉnh Lào Cai")
    person(unit=unit)
    start, said = Barrier(2), ["", ""]

    def run(place: int) -> None:
        try:
            start.wait()
            by = actor(Role.UNIT_HEAD, unit=unit, ref=f"head-{place}")
            state_year_whole("AWARD", year=years[place], actor=by, at=AT)
        except Refused as refused:
            said[place] = refused.objection.code
        finally:
            connection.close()

    threads = [Thread(target=run, args=(place,)) for place in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(said), list(Completeness.objects.values_list("from_year", "through_year"))


def test_of_two_who_state_the_same_year_one_is_told() -> None:
    assert at_once((2025, 2025)) == (["", "STATED_ALREADY"], [(2025, 2025)])
    assert YearStatement.objects.count() == 1


def test_two_years_stated_at_once_are_both_joined() -> None:
    assert at_once((2024, 2025)) == (["", ""], [(2024, 2025)])
