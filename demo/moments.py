"""Moments of the story, always given and never read from a clock."""

from datetime import date, datetime, time

from bangvang.foundation.clock import HANOI


def at(year: int, month: int, day: int, hour: int = 9, minute: int = 0) -> datetime:
    """Return a moment in Viet Nam's time."""
    return datetime(year, month, day, hour, minute, tzinfo=HANOI)


def on(day: date, hour: int, minute: int = 0) -> datetime:
    """Return a moment of a day."""
    return datetime.combine(day, time(hour, minute), tzinfo=HANOI)


def day_of(written: str) -> date | None:
    """Return the day that a table writes as `YYYY-MM-DD`, None for an empty cell."""
    return date.fromisoformat(written) if written else None
