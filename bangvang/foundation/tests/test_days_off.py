"""Weekends, public holidays and swapped days."""

from datetime import date
from pathlib import Path

import pytest

from bangvang.foundation.days_off import (
    BadSwap,
    Swap,
    is_day_off,
    public_holidays,
    read_swaps,
    shipped_swaps,
    worked_weekends,
)


@pytest.mark.parametrize(
    ("day", "is_off"),
    [
        (date(2026, 2, 13), False),  # the Friday before Tết
        (date(2026, 2, 16), True),
        (date(2026, 2, 17), True),
        (date(2026, 2, 20), True),
        (date(2026, 2, 23), False),
        (date(2022, 4, 11), True),  # in place of Giỗ Tổ on a Sunday
        (date(2022, 4, 12), False),
        (date(2022, 5, 3), True),  # 30/4 and 1/5 fell on a weekend
        (date(2022, 5, 4), False),
        (date(2024, 4, 29), True),  # swapped with Saturday 4 May
        (date(2024, 5, 4), False),
        (date(2024, 5, 5), True),
        (date(2026, 8, 22), False),  # worked for 31 August
        (date(2026, 8, 31), True),
        (date(2026, 9, 2), True),
        (date(2026, 9, 3), False),
        (date(2018, 12, 31), True),  # swapped over New Year
        (date(2019, 1, 5), False),
    ],
)
def test_a_day_is_off_or_not(day: date, is_off: bool) -> None:
    assert is_day_off(day) == is_off


def test_a_swap_of_the_province_is_added() -> None:
    own = (Swap(date(2026, 10, 12), date(2026, 10, 10), "made up"),)

    assert not is_day_off(date(2026, 10, 12))
    assert is_day_off(date(2026, 10, 12), swaps=own)
    assert is_day_off(date(2026, 10, 10))
    assert not is_day_off(date(2026, 10, 10), swaps=own)


def test_the_shipped_swaps_agree_with_the_library() -> None:
    for swap in shipped_swaps():
        assert swap.work in worked_weekends(swap.work.year)
        assert swap.off in public_holidays(swap.off.year)


GOOD = """[[swap]]
off = 2026-10-12
work = 2026-10-10
why = "made up"
"""


def test_swaps_are_read_in_order(tmp_path: Path) -> None:
    path = tmp_path / "swaps.toml"
    path.write_text(GOOD, encoding="utf-8")

    assert read_swaps(path) == (Swap(date(2026, 10, 12), date(2026, 10, 10), "made up"),)


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ('why = "made up"\n', "", "swap 1: a swap has off, work and why"),
        ('"made up"', "7", "swap 1: a swap has off, work and why"),
        ('"made up"', '"made up"\nnote = "x"', "swap 1: a swap has off, work and why"),
        ("2026-10-12", '"12/10/2026"', "swap 1: off and work are days"),
        ("off = 2026-10-12", "off = 2026-10-11", "off is a day of the week"),
        ("work = 2026-10-10", "work = 2026-10-09", "work a day of the weekend"),
    ],
)
def test_a_doubtful_swap_is_refused(tmp_path: Path, old: str, new: str, why: str) -> None:
    path = tmp_path / "swaps.toml"
    assert old in GOOD
    path.write_text(GOOD.replace(old, new), encoding="utf-8")

    with pytest.raises(BadSwap, match=why):
        read_swaps(path)
