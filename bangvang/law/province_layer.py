"""Load the province's own layer, ``texts/province/*.toml``: entries of the same shape as the law's.

Refused besides what ``loading`` refuses: an entry that stands in the law, one without a delegating
clause, one whose clause the law does not list or not for this award, a question that does not fit
its condition, and an example that does not say so.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from bangvang.law.catalogue import AwardClass, catalogue
from bangvang.law.citation import Citation
from bangvang.law.dated import Entry, Timeline
from bangvang.law.instruments import Instrument, Seen, instruments
from bangvang.law.loading import Texts, read_cite, read_entry, shipped
from bangvang.law.questions import AskedFor, questions
from bangvang.law.tables import TEXTS, BadText, Table, read_tables

PROVINCE_KEYS = ("delegated_by", "example", "asks", "grades")
TOPICS = {
    "conditions": "sentences",
    "papers": "list",
    "submit_by": "day_of_year",
    "share": "share",
}
"""What a province may speak of, and the unit in which it does."""

DELEGATED = "delegated."
EXAMPLE = "VI-DU"


@dataclass(frozen=True)
class ProvinceRule:
    """What the province says about an award, and the clause that lets it.

    ``asks``: for each condition the question to the file that settles it, empty where people judge.
    ``grades``: for each the lowest grade of the year that settles it, empty where none does.
    ``is_example``: made up to show the form; decides nothing and is shown as such.
    """

    code: str
    topic: str
    entry: Entry
    delegated_by: Citation
    is_example: bool
    asks: tuple[str, ...] = ()
    grades: tuple[str, ...] = ()

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
    entry = read_entry(table, known, PROVINCE_KEYS)
    code, topic = _named(table, entry, national)
    clause = read_cite(table, known, "delegated_by")
    _check_delegation(table, code, entry, clause, national)
    is_example = table.maybe("example", bool) or False
    if is_example != (entry.cite.instrument == EXAMPLE):
        raise table.refuse(f"an example cites {EXAMPLE}, and nothing else does")
    if is_example and entry.seen is not Seen.UNVERIFIED:
        raise table.refuse("an example is unverified")
    asks = _asks(table, topic, entry)
    grades = _grades(table, topic, entry, asks)
    return ProvinceRule(code, topic, entry, clause, is_example, asks, grades)


def _asks(table: Table, topic: str, entry: Entry) -> tuple[str, ...]:
    """Return the questions of the conditions; without the key people judge all of them."""
    found = table.maybe("asks", list)
    if found is None:
        return ("",) * len(entry.names()) if topic == "conditions" else ()
    if topic != "conditions" or len(found) != len(entry.names()):
        raise table.refuse("asks names a question, or an empty text, for each condition")
    known = questions()
    for name in filter(None, found):
        if name not in known or known[name].asked_for is not AskedFor.FACT:
            raise table.refuse(f"asks {name}, which is no question of yes or no")
    return tuple(found)


def _grades(table: Table, topic: str, entry: Entry, asks: tuple[str, ...]) -> tuple[str, ...]:
    """Return the grades of the conditions; without the key no grade settles any of them."""
    found = table.maybe("grades", list)
    if found is None:
        return ("",) * len(asks)
    if topic != "conditions" or len(found) != len(entry.names()):
        raise table.refuse("grades names a grade, or an empty text, for each condition")
    known = catalogue()
    for name, asked in zip(found, asks, strict=True):
        if name and (name not in known or known[name].award_class is not AwardClass.GRADE):
            raise table.refuse(f"grades names {name}, which is no grade")
        if name and asked:
            raise table.refuse(f"grades and asks settle one condition, {name} and {asked}")
    return tuple(found)


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
def province_layer() -> Province:
    """Return the province's layer, loaded once."""
    return load_province(TEXTS / "province", instruments(), shipped())
