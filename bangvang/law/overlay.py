"""Values that people read in the official text and confirmed, laid over the shipped ones.

A *reading* says: from this day this entry has this value, by this clause, as two people found it
in the text. It takes the place of what the shipped rulebook says for its days and nothing else.
``wording.<route>`` with the value ``AS_CODED`` confirms that a route still reads as it is coded,
so that it may be computed under a law whose text this version had not seen. New logic needs a
new version.
"""

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date

from bangvang.law.citation import Citation
from bangvang.law.dated import Entry, Value
from bangvang.law.instruments import Seen
from bangvang.law.loading import LAID_OVER, Texts, shipped

WORDING = "wording."
AS_CODED = "AS_CODED"


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


def laid_over(readings: Iterable[ReadingOfText]) -> Texts:
    """Return the shipped entries with readings in their place; a later reading covers an earlier.

    Raises:
        BadText: the result has a hole.
    """
    rows: dict[str, list[Entry]] = {id_: list(row.items) for id_, row in shipped().rows.items()}
    found = sorted(readings, key=lambda one: (one.compared_on, one.id, one.since))
    for reading in found:
        rows[reading.id] = _covered(rows.get(reading.id, []), reading.entry())
    digest = hashlib.sha256("\n".join(map(repr, found)).encode()).hexdigest() if found else ""
    return Texts((entry for row in rows.values() for entry in row), version=digest)


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


@contextmanager
def using(texts: Texts) -> Iterator[None]:
    """Let every question inside this block be answered from these entries."""
    token = LAID_OVER.set(texts)
    try:
        yield
    finally:
        LAID_OVER.reset(token)
