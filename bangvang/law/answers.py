"""Answers to the questions of ``questions``: the file's, and what the record itself proves.

A recorded row proves; that none is recorded proves nothing, and the file is asked.
"""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

from bangvang.law.kinds import Kind
from bangvang.law.record import Bar, BarKind, Fact, Record

DISCIPLINED = "KY_LUAT_TRONG_NAM"
SECOND_TITLE_LAST_YEAR = "LAN_HAI_NAM_TRUOC"
HIGHER_TITLES = ("CSTDT", "CSTDB")

Proof = Callable[[Record, int, date], Fact]


def answer_of(record: Record, name: str, *, year: int, on: date) -> Fact:
    """Return the answer to one question: what the record proves, or else what the file says.

    ``year``: the achievement year; ``on``: the day of receipt.
    """
    prove = PROVED.get(name)
    return record.facts.get(name) if prove is None else prove(record, year, on)


def disciplines(record: Record, year: int, on: date) -> tuple[tuple[Bar, ...], tuple[Bar, ...]]:
    """Return the disciplines imposed in a year, and those that only reach into it or follow it.

    A reprimand is the lightest discipline there is, so every level counts.
    """
    known = [bar for bar in record.bars if bar.kind is BarKind.DISCIPLINED and bar.since <= on]
    inside = tuple(bar for bar in known if bar.since.year == year)
    beside = tuple(
        bar
        for bar in known
        if bar.since.year != year and (bar.until is None or bar.until > date(year, 1, 1))
    )
    return inside, beside


def _disciplined(record: Record, year: int, on: date) -> Fact:
    inside, beside = disciplines(record, year, on)
    if inside:
        return True
    stated = record.facts.get(DISCIPLINED)
    return None if beside and stated is not True else stated


def _second_title_last_year(record: Record, year: int, on: date) -> Fact:
    decided = any(
        row.code in HIGHER_TITLES
        and row.kind is Kind.MERIT
        and row.revoked_on is None
        and row.year <= year
        and row.decided_on is not None
        and row.decided_on.year == on.year - 1
        for row in record.held
    )
    return True if decided else record.facts.get(SECOND_TITLE_LAST_YEAR)


PROVED: Mapping[str, Proof] = MappingProxyType(
    {DISCIPLINED: _disciplined, SECOND_TITLE_LAST_YEAR: _second_title_last_year}
)
PROVABLE = frozenset(PROVED)
"""The questions for which a caller with columns has to ask ``answer_of``, person by person."""
