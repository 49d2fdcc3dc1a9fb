"""The legal documents themselves: number, title, the days on which they begin and end.

Listed in ``texts/instruments.toml``. An instrument whose number or days are recalled and not
read says so in ``seen``.
"""

import re
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import MappingProxyType

from bangvang.law.tables import TEXTS, BadText, Table, read_tables


class Seen(StrEnum):
    """How well a statement of law is known; only ``source`` may decide alone."""

    SOURCE = "source"
    SECONDARY = "secondary"
    INFERRED = "inferred"
    MEMORY = "memory"
    UNVERIFIED = "unverified"


_ORDER = tuple(Seen)
YEAR_IN_NUMBER = re.compile(r"/((?:19|20)\d{2})/")


def weakest(*seen: Seen) -> Seen:
    """Return the least trustworthy of several; none at all counts as read."""
    return max(seen, key=_ORDER.index, default=Seen.SOURCE)


@dataclass(frozen=True)
class Instrument:
    """One law, decree or decision; ``issued`` None: its day of passing was not read."""

    id: str
    name: str
    number: str
    since: date
    until: date | None
    also_starts: tuple[date, ...]
    seen: Seen
    issued: date | None = None

    @property
    def exists_from(self) -> date:
        """The day before which nobody can have read it, as far as that is known.

        The day it was passed; else the first day of the year in its number, «06/2022/QH15»; else
        its first day in force.
        """
        if self.issued is not None:
            return self.issued
        year = YEAR_IN_NUMBER.search(self.number)
        return self.since if year is None else min(date(int(year[1]), 1, 1), self.since)

    def starts_on(self, day: date) -> bool:
        """Say whether something in this instrument begins to apply that day."""
        return day == self.since or day in self.also_starts


def seen_in(table: Table) -> Seen:
    """Read the key ``seen`` of a table.

    Raises:
        BadText: the word is not one of ours.
    """
    word = table.need("seen", str)
    if word not in list(Seen):
        raise table.refuse(f"unknown word in seen: {word}")
    return Seen(word)


def _days(table: Table) -> tuple[date, ...]:
    found = table.maybe("also_starts", list) or []
    if not all(type(day) is date for day in found):
        raise table.refuse("also_starts must be a list of days")
    return tuple(found)


def read_instruments(path: Path) -> Mapping[str, Instrument]:
    """Read the list of instruments, by id.

    Raises:
        BadText: a key is unknown or missing, or an id comes twice.
    """
    found: dict[str, Instrument] = {}
    for table in read_tables(path, "instrument"):
        table.only("id", "name", "number", "issued", "since", "until", "also_starts", "seen")
        since, until = table.span()
        instrument = Instrument(
            id=table.need("id", str),
            name=table.need("name", str),
            number=table.need("number", str),
            since=since,
            until=until,
            also_starts=_days(table),
            seen=seen_in(table),
            issued=table.maybe("issued", date),
        )
        if instrument.id in found:
            raise table.refuse(f"{instrument.id} comes twice")
        found[instrument.id] = instrument
    return MappingProxyType(found)


@cache
def instruments() -> Mapping[str, Instrument]:
    """Return all instruments the rulebook cites, by id."""
    return read_instruments(TEXTS / "instruments.toml")


NOTHING_ADDED: Mapping[str, Instrument] = MappingProxyType({})
ADDED: ContextVar[Callable[[], Mapping[str, Instrument]]] = ContextVar(
    "ADDED", default=lambda: NOTHING_ADDED
)
"""Gives the instruments that people entered because this version does not know them."""


def instrument_name(instrument: str) -> str:
    """Return the name by which officials cite an instrument, «Nghị định 91/2017/NĐ-CP».

    Raises:
        BadText: no such instrument.
    """
    known = instruments().get(instrument) or ADDED.get()().get(instrument)
    if known is None:
        raise BadText(f"unknown instrument {instrument}")
    return known.name
