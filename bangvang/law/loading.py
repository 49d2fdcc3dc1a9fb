"""Load the dated entries of ``texts/*.toml`` and refuse whatever could mislead.

Refused, naming file and line: unknown keys, units, instruments; a value that does not fit its
unit; a first day that is no start day of the cited instrument; overlaps and holes.
Entries nobody reads, and rules reading what is not there, are refused in ``rulebook``.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from contextvars import ContextVar
from dataclasses import replace
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path

from bangvang.law.citation import Citation
from bangvang.law.dated import Entry, NotInForce, Timeline, Value
from bangvang.law.instruments import NOTHING_ADDED, Instrument, Seen, instruments, seen_in
from bangvang.law.tables import TEXTS, BadText, Table, read_tables

WHOLE = frozenset(
    {
        "years",
        "months",
        "awards",
        "initiatives",
        "percent",
        "percent_of_members",
        "vnd",
        "working_days",
        "days",
        "sets",
        "one_part_of",
    }
)
DECIMAL = frozenset({"share", "times_base_salary", "factor"})
WORD = frozenset({"rounding", "regime", "paid", "form_number", "day_that_decides"})
PATTERNS = {
    "fraction": re.compile(r"[1-9]\d*/[1-9]\d*"),
    "day_of_year": re.compile(r"(0[1-9]|[12]\d|3[01])/(0[1-9]|1[0-2])"),
}
LISTS = frozenset({"list", "sentences"})
OTHER_FILES = frozenset({"instruments.toml", "catalogue.toml"})
KEYS = (
    "id",
    "since",
    "until",
    "value",
    "text_unseen",
    "unit",
    "cite",
    "seen",
    "compared_on",
    "why_this_day",
)


class Texts:
    """All entries, by id; asked with the day that decides."""

    def __init__(
        self,
        entries: Iterable[Entry],
        *,
        version: str = "",
        added: Mapping[str, Instrument] = NOTHING_ADDED,
    ) -> None:
        """Put the entries in rows.

        Args:
            entries: all of them, in any order.
            version: names what was laid over the shipped ones; empty if nothing was.
            added: instruments that people entered, by id.

        Raises:
            BadText: entries of one id overlap or leave a hole.
        """
        self.version = version
        self.added = added
        rows: defaultdict[str, list[Entry]] = defaultdict(list)
        for entry in entries:
            rows[entry.id].append(entry)
        try:
            self.rows = {id_: Timeline(id_, row) for id_, row in rows.items()}
        except ValueError as error:
            raise BadText(str(error)) from error

    def row(self, id_: str) -> Timeline[Entry]:
        """Return all versions of an entry.

        Raises:
            BadText: a rule names an entry that does not exist.
        """
        try:
            return self.rows[id_]
        except KeyError:
            raise BadText(f"no entry is called {id_}") from None

    def on(self, id_: str, on: date) -> Entry:
        """Return the entry in force that day.

        Raises:
            BadText: no such entry at all.
            NotInForce: none on that day.
        """
        return self.row(id_).on(on)


class TextsOn:
    """The entries of one day, as a rule reads them; remembers which were read."""

    def __init__(self, texts: Texts, on: date) -> None:
        self.texts = texts
        self.day = on
        self.read: set[str] = set()

    def __getitem__(self, id_: str) -> Entry:
        """Return the entry of that day and note that it was read.

        Where an entry ends because the law was amended and nobody has entered the new wording,
        it is unseen, not absent.
        """
        self.read.add(id_)
        row = self.texts.row(id_)
        return row.get(self.day) or self._unseen(row)

    def _unseen(self, row: Timeline[Entry]) -> Entry:
        regime = self.texts.row("regime").on(self.day)
        newest = row.items[-1]
        if regime.text_unseen is None or newest.until is None or newest.until > self.day:
            raise NotInForce(newest.id, self.day)
        return replace(
            newest,
            since=max(newest.until, regime.since),
            until=regime.until,
            value=None,
            text_unseen=regime.text_unseen,
            cite=regime.cite,
            seen=Seen.UNVERIFIED,
            compared_on=regime.compared_on,
        )


def _decimal(table: Table, text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:
        raise table.refuse(f"value {text} is no decimal number") from None


def _patterned(table: Table, unit: str) -> str:
    text = table.need("value", str)
    if not PATTERNS[unit].fullmatch(text):
        raise table.refuse(f"value {text} is no {unit}")
    return text


def read_value(table: Table, unit: str) -> Value:
    """Read the key ``value`` of a table as its unit wants it.

    Raises:
        BadText: it is missing, of another type, or the unit is unknown.
    """
    if unit in WHOLE:
        return table.need("value", int)
    if unit in DECIMAL:
        return _decimal(table, table.need("value", str))
    if unit in WORD:
        return table.need("value", str)
    if unit in PATTERNS:
        return _patterned(table, unit)
    if unit == "yes_no":
        return table.need("value", bool)
    if unit in LISTS:
        table.need("value", list)
        return table.names("value")
    raise table.refuse(f"unknown unit {unit}")


def read_cite(table: Table, known: Mapping[str, Instrument], key: str = "cite") -> Citation:
    """Read a citation of a table.

    Raises:
        BadText: it is missing, has an unknown key, or names an unknown instrument.
    """
    inner = table.inner(key)
    if inner is None:
        raise table.refuse(f"missing key {key}")
    inner.only("instrument", "article", "clause", "point")
    instrument = inner.need("instrument", str)
    if instrument not in known:
        raise inner.refuse(f"unknown instrument {instrument}")
    return Citation(
        instrument,
        inner.maybe("article", int),
        inner.maybe("clause", int),
        inner.maybe("point", str),
    )


def _what(table: Table, known: Mapping[str, Instrument]) -> tuple[Value | None, str | None, str]:
    """Return value, unseen instrument and unit; exactly one of the first two is there."""
    unseen = table.maybe("text_unseen", str)
    if unseen is None:
        unit = table.need("unit", str)
        return read_value(table, unit), None, unit
    if "value" in table.values or "unit" in table.values:
        raise table.refuse("an entry whose text is unseen has no value and no unit")
    if unseen not in known:
        raise table.refuse(f"unknown instrument {unseen}")
    return None, unseen, ""


def read_entry(table: Table, known: Mapping[str, Instrument], also: tuple[str, ...] = ()) -> Entry:
    """Read one entry; ``also`` are further keys that its reader knows.

    Raises:
        BadText: anything is unclear.
    """
    table.only(*KEYS, *also)
    value, unseen, unit = _what(table, known)
    since, until = table.span()
    cite = read_cite(table, known)
    if not known[cite.instrument].starts_on(since) and not table.maybe("why_this_day", str):
        raise table.refuse(f"{since} is no start day of {cite.instrument}; say why_this_day")
    return Entry(
        id=table.need("id", str),
        since=since,
        until=until,
        value=value,
        text_unseen=unseen,
        unit=unit,
        cite=cite,
        seen=seen_in(table),
        compared_on=table.need("compared_on", date),
        where=table.where,
        why_this_day=table.maybe("why_this_day", str) or "",
    )


def load(folder: Path, known: Mapping[str, Instrument]) -> Texts:
    """Load every file of entries in a folder.

    Raises:
        BadText: anything is unclear.
    """
    paths = sorted(path for path in folder.glob("*.toml") if path.name not in OTHER_FILES)
    return Texts(read_entry(table, known) for path in paths for table in read_tables(path, "entry"))


@cache
def shipped() -> Texts:
    """Return the entries that come with this version, loaded once."""
    return load(TEXTS, instruments())


LAID_OVER: ContextVar[Callable[[], Texts]] = ContextVar("LAID_OVER", default=shipped)
"""Gives the entries in use where people confirmed values from the text; see ``overlay``."""


def texts() -> Texts:
    """Return the entries in use: those that were laid over, or else the shipped ones."""
    return LAID_OVER.get()()
