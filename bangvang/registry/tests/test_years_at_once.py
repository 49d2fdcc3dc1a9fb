"""Two heads at the same moment, each on a connection of their own; runs on PostgreSQL only.

SQLite lets one writer in at a time; the order of two calls is tested on both engines in
`test_whole_years.py`.
"""

from functools import partial

from bangvang.foundation.actor import Role
from bangvang.foundation.tests.factories import AT, actor
from bangvang.foundation.tests.meeting import EACH_CONNECTED, at_once
from bangvang.registry.actions.state_year_whole import state_year_whole
from bangvang.registry.models import Completeness, YearStatement
from bangvang.registry.tests.factories import organisation, person

pytestmark = EACH_CONNECTED


def stated(*years: int) -> tuple[list[str], list[tuple[int, int | None]]]:
    """Let as many heads of one unit state these years; what they heard, and what is whole then."""
    unit = organisation("Sở Y tế tỉnh Lào Cai")
    person(unit=unit)

    def state(year: int, ref: str) -> None:
        by = actor(Role.UNIT_HEAD, unit=unit, ref=ref)
        state_year_whole("AWARD", year=year, actor=by, at=AT)

    said = at_once(*(partial(state, year, f"head-{n}") for n, year in enumerate(years)))
    return sorted(said), list(Completeness.objects.values_list("from_year", "through_year"))


def test_of_two_who_state_the_same_year_one_is_told() -> None:
    assert stated(2025, 2025) == (["", "STATED_ALREADY"], [(2025, 2025)])
    assert YearStatement.objects.count() == 1


def test_two_years_stated_at_once_are_both_joined() -> None:
    assert stated(2024, 2025) == (["", ""], [(2024, 2025)])
