"""Days on which Vietnamese offices are closed: weekends, public holidays, swapped days.

Public holidays come from the maintained library ``holidays``, swaps of the province from
``days_off.toml``. The law counts working days with what this module says of a day, but does not
know it: ``is_day_off`` is handed in.
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from holidays import HolidayBase, country_holidays

SWAPS = Path(__file__).with_suffix(".toml")
SATURDAY = 5
KEYS = {"off", "work", "why"}


class BadSwap(ValueError):
    """The list of swapped days cannot be used; says file, number and why."""


@dataclass(frozen=True)
class Swap:
    """A working day that is off, and the day at a weekend that is worked instead."""

    off: date
    work: date
    why: str


def read_swaps(path: Path) -> tuple[Swap, ...]:
    """Read a list of swapped days.

    Raises:
        BadSwap: an unknown or missing key, no day where a day should be, or a swap that changes
            nothing.
    """
    document = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple(
        _swap(table, f"{path.name}, swap {number}")
        for number, table in enumerate(document.get("swap", []), 1)
    )


def _swap(table: dict[str, object], where: str) -> Swap:
    off, work, why = table.get("off"), table.get("work"), table.get("why")
    if set(table) != KEYS or not isinstance(why, str):
        raise BadSwap(f"{where}: a swap has off, work and why")
    if type(off) is not date or type(work) is not date:
        raise BadSwap(f"{where}: off and work are days")
    if off.weekday() >= SATURDAY or work.weekday() < SATURDAY:
        raise BadSwap(f"{where}: off is a day of the week, work a day of the weekend")
    return Swap(off, work, why)


@cache
def shipped_swaps() -> tuple[Swap, ...]:
    """Return the swaps of ``days_off.toml``, read once."""
    return read_swaps(SWAPS)


@cache
def public_holidays(year: int) -> frozenset[date]:
    """Return the public holidays of a year with their substitute days, weekends among them."""
    return frozenset(day for day in _around(year) if day.year == year)


@cache
def worked_weekends(year: int) -> frozenset[date]:
    """Return the days of weekends that the whole country works in a year."""
    return frozenset(day for day in _around(year).weekend_workdays if day.year == year)


def is_day_off(day: date, *, swaps: Iterable[Swap] | None = None) -> bool:
    """Say whether offices are closed; ``swaps`` instead of the shipped ones."""
    known = shipped_swaps() if swaps is None else tuple(swaps)
    if day in worked_weekends(day.year) or any(day == swap.work for swap in known):
        return False
    is_swapped = any(day == swap.off for swap in known)
    return is_swapped or day.weekday() >= SATURDAY or day in public_holidays(day.year)


@cache
def _around(year: int) -> HolidayBase:
    """Return the holidays of a year and its neighbours: some swaps reach over New Year."""
    return country_holidays("VN", years=range(year - 1, year + 2))
