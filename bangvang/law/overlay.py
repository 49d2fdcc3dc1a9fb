"""Values that people read in the official text and confirmed, laid over the shipped ones.

A *reading* says: from this day this entry has this value, by this clause, as two people found it
in the text. It takes the place of what the shipped rulebook says for its days and nothing else.
``wording.<route>`` with the value ``AS_CODED`` confirms that a route still reads as it is coded,
so that it may be computed under a law whose text this version had not seen. New logic needs a
new version.

A reading says nothing of a law that its instrument could not know: it stops by itself where the
regime's text becomes unseen through a newer instrument, and where its own instrument ends.

An instrument that this version does not know is entered with its reading. Its name stays known
when the reading is gone, because kept findings may still cite it.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from types import MappingProxyType

from bangvang.law.citation import Citation
from bangvang.law.dated import Entry, Timeline, Value
from bangvang.law.instruments import ADDED, Instrument, Seen
from bangvang.law.instruments import instruments as shipped_instruments
from bangvang.law.loading import LAID_OVER, Texts, shipped

WORDING = "wording."
AS_CODED = "AS_CODED"
LISTED = ("papers.",)
"""Lists without which no file can be shown: after a reading of them stopped, the shipped list
comes back, unverified, so that it waits again.
"""
OF_ANOTHER_LAW = frozenset({"base_salary"})
"""What no law on emulation and commendation sets, so that an unread one does not touch it."""


@dataclass(frozen=True)
class ReadingOfText:
    """One confirmed value: in force on [since, until), with its clause and where it comes from.

    ``origin`` names the paper and the two people, for whoever asks; the rulebook's version
    changes with it.
    """

    id: str
    since: date
    until: date | None
    value: Value
    unit: str
    cite: Citation
    compared_on: date
    origin: str

    def entry(self) -> Entry:
        """Return it as an entry of the rulebook."""
        return Entry(
            id=self.id,
            since=self.since,
            until=self.until,
            value=self.value,
            text_unseen=None,
            unit=self.unit,
            cite=self.cite,
            seen=Seen.SOURCE,
            compared_on=self.compared_on,
            where=self.origin,
        )


def laid_over(
    readings: Iterable[ReadingOfText], *, instruments: Iterable[Instrument] = ()
) -> Texts:
    """Return the shipped entries with readings in their place; a later reading covers an earlier.

    Days between two versions of which nobody said anything, as after a reading was withdrawn, are
    unseen. With no reading the version stays empty, whatever instruments are known.
    """
    rows: dict[str, list[Entry]] = {id_: list(row.items) for id_, row in shipped().rows.items()}
    added = MappingProxyType({one.id: one for one in instruments})
    known = {**added, **shipped_instruments()}
    found = sorted(readings, key=lambda one: (one.compared_on, one.id, one.since, repr(one)))
    for reading in found:
        rows[reading.id] = _laid(rows.get(reading.id, []), reading, known)
    for id_ in {reading.id for reading in found}:
        rows[id_] = _without_holes(rows[id_], shipped().row("regime"))
    return Texts(
        (entry for row in rows.values() for entry in row),
        version=_version(found),
        added=added,
    )


def stops_on(
    id_: str, since: date, until: date | None, instrument: Instrument | None
) -> date | None:
    """Return the day from which a reading of an instrument no longer holds, whatever was typed.

    The earliest of: the day given; the end of the instrument; the first later day on which the
    regime is unseen through an instrument newer than this one, unless the entry is of another law
    than this regime's. None: as long as its law.
    """
    days = [until]
    if instrument is not None:
        days.append(instrument.until)
        days += (
            law.since
            for law in shipped().row("regime").items
            if law.text_unseen
            and law.since > max(since, instrument.since)
            and id_ not in OF_ANOTHER_LAW
        )
    return min((day for day in days if day is not None and day > since), default=None)


def _laid(row: list[Entry], reading: ReadingOfText, known: Mapping[str, Instrument]) -> list[Entry]:
    """Lay one reading over a row; its days after it stopped by itself are unseen again.

    What begins later in the row than that, by a newer text, stays.
    """
    entry, until = reading.entry(), reading.until
    end = stops_on(entry.id, reading.since, until, known.get(reading.cite.instrument))
    if end is None or end == until:
        return _covered(row, entry)
    later = [old.since for old in row if old.since >= end]
    rest = min((day for day in (until, *later) if day is not None), default=None)
    row = _covered(row, replace(entry, until=end))
    if entry.id.startswith(LISTED):
        return [replace(one, seen=Seen.UNVERIFIED) if one.since == end else one for one in row]
    for unseen in _unseen(entry.id, end, rest, shipped().row("regime")):
        row = _covered(row, unseen)
    return row


def _unseen(id_: str, since: date, until: date | None, regime: Timeline[Entry]) -> Iterator[Entry]:
    """Return unseen entries for days, each cited from the law of its days; none for no days."""
    for law in regime.items:
        begins = max(since, law.since)
        ends = min((day for day in (until, law.until) if day is not None), default=None)
        if ends is None or begins < ends:
            unseen = replace(law, id=id_, since=begins, until=ends, value=None, unit="")
            yield replace(unseen, text_unseen=law.cite.instrument, seen=Seen.UNVERIFIED)


def _version(found: list[ReadingOfText]) -> str:
    if not found:
        return ""
    return hashlib.sha256("\n".join(map(repr, found)).encode()).hexdigest()


def _covered(row: Iterable[Entry], new: Entry) -> list[Entry]:
    """Cut a new entry's days out of the others."""
    kept = [new]
    for old in row:
        if old.since < new.since:
            end = new.since if old.until is None or old.until > new.since else old.until
            kept.append(replace(old, until=end))
        if new.until is not None and (old.until is None or old.until > new.until):
            kept.append(replace(old, since=max(old.since, new.until)))
    return sorted(kept, key=lambda entry: entry.since)


def _without_holes(row: list[Entry], regime: Timeline[Entry]) -> list[Entry]:
    """Put an unseen entry, cited from the law of its first day, wherever days are missing."""
    kept = row[:1]
    for entry in row[1:]:
        end = kept[-1].until
        if end is not None and end < entry.since:
            law = regime.get(end) or regime.items[0]
            unseen = replace(law, id=entry.id, since=end, until=entry.since, value=None, unit="")
            kept.append(replace(unseen, text_unseen=law.cite.instrument, seen=Seen.UNVERIFIED))
        kept.append(entry)
    return kept


@contextmanager
def using(texts: Texts) -> Iterator[None]:
    """Let every question inside this block be answered from these entries."""
    with using_when_asked(lambda: texts):
        yield


@contextmanager
def using_when_asked(source: Callable[[], Texts]) -> Iterator[None]:
    """The same, for entries that cost something to fetch.

    The source is asked at the first question inside the block, or never; all questions of one
    block have the same answer.
    """
    kept = cache(source)
    token, added = LAID_OVER.set(kept), ADDED.set(lambda: kept().added)
    try:
        yield
    finally:
        ADDED.reset(added)
        LAID_OVER.reset(token)
