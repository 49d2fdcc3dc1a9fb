"""Load the dated entries of ``texts/*.toml`` and refuse whatever could mislead.

Refused, naming file and line: unknown keys, units, instruments; a value that does not fit its
unit; a first day that is no start day of the cited instrument; overlaps and holes.
Entries nobody reads, and rules reading what is not there, are refused in ``rulebook``.

The province's own layer, ``texts/province/*.toml``, has entries of the same shape. Refused there
as well: an entry that stands in the law, one without a delegating clause, one whose clause the
law does not list or not for this award, and an example that does not say so.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path

from bangvang.law.catalogue import catalogue
from bangvang.law.citation import Citation
from bangvang.law.dated import Entry, Timeline, Value
from bangvang.law.instruments import Instrument, Seen, instruments, seen_in
from bangvang.law.tables import TEXTS, BadText, Table, read_tables

WHOLE = frozenset(
    {"years", "awards", "initiatives", "percent_of_members", "vnd", "working_days", "days", "sets"}
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
PROVINCE_KEYS = ("delegated_by", "example")
TOPICS = {
    "conditions": "sentences",
    "papers": "list",
    "submit_by": "day_of_year",
    "share": "share",
}
"""What a province may speak of, and the unit in which it does."""

DELEGATED = "delegated."
EXAMPLE = "VI-DU"


class Texts:
    """All entries, by id; asked with the day that decides."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Put the entries in rows.

        Raises:
            BadText: entries of one id overlap or leave a hole.
        """
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
        """Return the entry of that day and note that it was read."""
        self.read.add(id_)
        return self.texts.on(id_, self.day)


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


def _value(table: Table, unit: str) -> Value:
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


def _cite(table: Table, known: Mapping[str, Instrument], key: str = "cite") -> Citation:
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
        return _value(table, unit), None, unit
    if "value" in table.values or "unit" in table.values:
        raise table.refuse("an entry whose text is unseen has no value and no unit")
    if unseen not in known:
        raise table.refuse(f"unknown instrument {unseen}")
    return None, unseen, ""


def _entry(table: Table, known: Mapping[str, Instrument], also: tuple[str, ...] = ()) -> Entry:
    table.only(*KEYS, *also)
    value, unseen, unit = _what(table, known)
    since, until = table.span()
    cite = _cite(table, known)
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
    )


def load(folder: Path, known: Mapping[str, Instrument]) -> Texts:
    """Load every file of entries in a folder.

    Raises:
        BadText: anything is unclear.
    """
    paths = sorted(path for path in folder.glob("*.toml") if path.name not in OTHER_FILES)
    return Texts(_entry(table, known) for path in paths for table in read_tables(path, "entry"))


@dataclass(frozen=True)
class ProvinceRule:
    """What the province says about an award, and the clause that lets it.

    ``is_example``: made up to show the form; decides nothing and is shown as such.
    """

    code: str
    topic: str
    entry: Entry
    delegated_by: Citation
    is_example: bool

    @property
    def since(self) -> date:
        """The first day, of the entry."""
        return self.entry.since

    @property
    def until(self) -> date | None:
        """The first day without it, of the entry."""
        return self.entry.until

    @property
    def decides(self) -> bool:
        """Whether it may decide alone: a text that was read, and no example."""
        return self.entry.seen is Seen.SOURCE and not self.is_example


Province = Mapping[tuple[str, str], Timeline[ProvinceRule]]
"""The province's layer, by award code and topic."""


def _named(table: Table, entry: Entry, national: Texts) -> tuple[str, str]:
    """Return award and topic of a province's entry.

    Raises:
        BadText: the id stands in the law, or is not "province.<award>.<topic>".
    """
    if entry.id in national.rows:
        raise table.refuse(f"{entry.id} stands in the law; a province may not overwrite it")
    start, code, topic, *rest = [*entry.id.split("."), "", ""]
    award = catalogue().get(code)
    if start != "province" or award is None or not award.is_award or any(rest):
        raise table.refuse(f"{entry.id} is not province.<award>.<topic>")
    if topic not in TOPICS:
        raise table.refuse(f"unknown topic {topic}")
    if entry.unit != TOPICS[topic]:
        raise table.refuse(f"{topic} is told in {TOPICS[topic]}")
    return code, topic


def _check_delegation(
    table: Table, code: str, entry: Entry, clause: Citation, national: Texts
) -> None:
    rows = (row for id_, row in national.rows.items() if id_.startswith(DELEGATED))
    found = [one for row in rows if (one := row.get(entry.since)) and one.cite == clause]
    if not found:
        raise table.refuse(f"{clause.text} leaves nothing to the province on {entry.since}")
    if not any(not one.names() or code in one.names() for one in found):
        raise table.refuse(f"{clause.text} does not speak of {code}")


def _province_rule(table: Table, known: Mapping[str, Instrument], national: Texts) -> ProvinceRule:
    entry = _entry(table, known, PROVINCE_KEYS)
    code, topic = _named(table, entry, national)
    clause = _cite(table, known, "delegated_by")
    _check_delegation(table, code, entry, clause, national)
    is_example = table.maybe("example", bool) or False
    if is_example != (entry.cite.instrument == EXAMPLE):
        raise table.refuse(f"an example cites {EXAMPLE}, and nothing else does")
    if is_example and entry.seen is not Seen.UNVERIFIED:
        raise table.refuse("an example is unverified")
    return ProvinceRule(code, topic, entry, clause, is_example)


def load_province(folder: Path, known: Mapping[str, Instrument], national: Texts) -> Province:
    """Load the province's layer over the law's entries.

    Raises:
        BadText: anything is unclear, or goes beyond what the law leaves to the province.
    """
    rows: defaultdict[tuple[str, str], list[ProvinceRule]] = defaultdict(list)
    for path in sorted(folder.glob("*.toml")):
        for table in read_tables(path, "entry"):
            rule = _province_rule(table, known, national)
            rows[rule.code, rule.topic].append(rule)
    try:
        return {key: Timeline(".".join(key), row) for key, row in rows.items()}
    except ValueError as error:
        raise BadText(str(error)) from error


@cache
def _loaded() -> tuple[Texts, Province]:
    """Load law and province together: a broken file of either stops the start."""
    national = load(TEXTS, instruments())
    return national, load_province(TEXTS / "province", instruments(), national)


def texts() -> Texts:
    """Return the entries of the law, loaded once."""
    return _loaded()[0]


def province_layer() -> Province:
    """Return the province's layer, loaded once."""
    return _loaded()[1]
