"""The register of the database in columns: read once, then kept up by what came since."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from types import MappingProxyType
from typing import TypeAlias

import numpy as np

from bangvang.law import Kind, RecordKind
from bangvang.registry.columns.hand import Columns, Facts, Number
from bangvang.registry.columns.resident import AT_ONCE, ENDLESS, Resident, Row, rows_of
from bangvang.registry.selectors.everybody import (
    Stored,
    awards_after,
    awards_revoked,
    births_of_all,
    completeness_of_all,
    grades_after,
    grades_withdrawn,
    initiatives_after,
    initiatives_withdrawn,
    numbers_of,
)

NOBODY = 0

_Table: TypeAlias = Callable[[int], Iterator[Stored]]
TABLES: Mapping[_Table, Callable[[], list[Stored]]] = MappingProxyType(
    {
        awards_after: awards_revoked,
        grades_after: grades_withdrawn,
        initiatives_after: initiatives_withdrawn,
    }
)
"""What comes, and what of it is taken back again."""


class Register:
    """Everybody's rows, held in memory between batches.

    ``refresh`` reads only rows with higher numbers than the last one read, and a little before it:
    a row may become visible after one with a higher number. It also takes out what was revoked
    or withdrawn since and reads births and completeness anew. Rows changed in another way, or
    hidden for longer than ``SLACK`` further ones, come in when the register is built again, as it
    should be every night.
    """

    SLACK = 10_000

    def __init__(self, newest: int) -> None:
        self.resident = Resident(newest)
        self._read = {table: np.empty(0, np.int64) for table in TABLES}
        self._gone: dict[_Table, set[int]] = {table: set() for table in TABLES}
        self._read_on()

    def refresh(self) -> None:
        """Read what came since the last time; not while somebody asks."""
        for table, taken_back in TABLES.items():
            self._take_out(table, taken_back())
        self._read_on()

    def select(
        self,
        refs: Sequence[str],
        *,
        year: int,
        known_through: int | None = None,
        facts: Mapping[str, Facts] | None = None,
        numbers: Mapping[str, Number] | None = None,
    ) -> Columns:
        """Return the hands of these people in this order; nothing is known of an unknown one.

        Raises:
            ValueError: the year cannot be asked for, see ``Resident``.
        """
        known = numbers_of(refs)
        people = [known.get(ref, NOBODY) for ref in refs]
        return self.resident.select(
            people, year=year, known_through=known_through, facts=facts, numbers=numbers
        )

    def _read_on(self) -> None:
        self._read_births()
        for table in TABLES:
            read = self._read[table]
            start = int(read[-1]) - self.SLACK if read.size else 0
            self._take_in(table, table(start))
        self._read_completeness()

    def _take_in(self, table: _Table, stored: Iterator[Stored]) -> None:
        before = self._read[table]
        while some := list(islice(stored, AT_ONCE)):
            numbers = np.array([row[0] for row in some], np.int64)
            is_new = ~np.isin(numbers, before)
            fresh = [row for row, new in zip(some, is_new, strict=True) if new]
            self._gone[table].update(row[0] for row in fresh if row[4] is not None)
            for rows in rows_of(map(_row, fresh)):
                self.resident.add(rows)
            read = np.union1d(self._read[table], numbers)
            self._read[table] = read[read > read[-1] - self.SLACK]

    def _take_out(self, table: _Table, taken_back: list[Stored]) -> None:
        recent, known = self._read[table], self._gone[table]
        older_than = int(recent[-1]) - self.SLACK + 1 if recent.size else 0
        gone = [
            row
            for row in taken_back
            if row[0] not in known and (row[0] < older_than or row[0] in recent)
        ]
        known.update(row[0] for row in gone)
        for rows in rows_of(_row(row)._replace(is_revoked=False) for row in gone):
            self.resident.remove(rows)

    def _read_births(self) -> None:
        """Give everybody a place with the year of birth, which a correction may change."""
        people, years = np.array(births_of_all(), np.int64).reshape(-1, 2).T
        self.resident.births(people, years.astype(np.int16))

    def _read_completeness(self) -> None:
        self.resident.forget_completeness()
        since = completeness_of_all()
        while some := list(islice(since, AT_ONCE)):
            people, kinds, first, last = zip(*some, strict=True)
            numbers, years = np.array(people, np.int64), np.array(first, np.int16)
            through = np.array([ENDLESS if year is None else year for year in last], np.int16)
            named = np.array(kinds)
            for kind in RecordKind:
                of_kind = named == kind.value
                self.resident.complete(kind, numbers[of_kind], years[of_kind], through[of_kind])


def _row(stored: Stored) -> Row:
    _, person, code, year, revoked_on = stored
    return Row(person, code, Kind.MERIT, year, revoked_on is not None)
