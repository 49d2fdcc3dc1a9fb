"""The law counts working days with the days off that the foundation knows."""

from datetime import date

import pytest

from bangvang.foundation.days_off import Swap, is_day_off
from bangvang.law import Step, after_working_days, deadline_for


@pytest.mark.parametrize(
    ("start", "days", "due"),
    [
        (date(2026, 2, 13), 1, date(2026, 2, 23)),  # over Tết
        (date(2024, 4, 26), 5, date(2024, 5, 7)),  # over 30/4, with the Saturday worked
        (date(2022, 4, 19), 25, date(2022, 5, 26)),
        (date(2026, 8, 21), 10, date(2026, 9, 8)),  # over 2/9, with the Saturday worked
    ],
)
def test_a_limit_runs_over_the_holidays(start: date, days: int, due: date) -> None:
    assert after_working_days(start, days, is_off=is_day_off) == due


def test_a_swap_of_the_province_moves_a_limit() -> None:
    own = (Swap(date(2026, 10, 12), date(2026, 10, 10), "made up"),)

    def is_off(day: date) -> bool:
        return is_day_off(day, swaps=own)

    assert after_working_days(date(2026, 10, 9), 2, is_off=is_day_off) == date(2026, 10, 13)
    assert after_working_days(date(2026, 10, 9), 1, is_off=is_off) == date(2026, 10, 10)
    assert after_working_days(date(2026, 10, 9), 2, is_off=is_off) == date(2026, 10, 13)


def test_a_deadline_of_a_file_takes_the_holidays_as_they_are() -> None:
    found = deadline_for(
        Step.APPRAISE,
        "CSTDT",
        on=date(2022, 3, 1),
        start=date(2022, 4, 19),
        is_off=is_day_off,
    )

    assert found is not None
    assert found.says_vi == "25 ngày làm việc, đến hết ngày 26/05/2022."
