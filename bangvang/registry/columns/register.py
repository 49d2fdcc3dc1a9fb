"""The register of the database in columns: read once, then kept up by what changed since."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

import numpy as np

from bangvang.law import Kind, RecordKind
from bangvang.registry.columns.hand import Columns, Facts, Number
from bangvang.registry.columns.resident import AT_ONCE, ENDLESS, Resident, Row, rows_of
from bangvang.registry.selectors.everybody import (
    CompleteSince,
    Held,
    awards_of_all,
    births_of,
    births_of_all,
    changes_of_people,
    completeness_of,
    completeness_of_all,
    grades_of_all,
    held_of,
    initiatives_of_all,
    mark_of_changes,
    numbers_of,
)
from bangvang.registry.stale import BORN, WHOLE

NOBODY = 0
FEWEST = 10_000
"""So much that changed is read again part by part in any case; more only if it is less than a part
for each person, as everything is then read sooner from the beginning."""


class Register:
    """Everybody's rows, held in memory between batches.

    ``refresh`` reads again what changed since: all rows of a code of somebody of whom one came,
    went or became another; births and completeness of those where these changed. What changed is
    told by the database itself (``foundation/db/changes.py``). Somebody who was merged or
    withdrawn keeps a place among ``resident.people``, with nothing in it.
    """

    resident: Resident
    _mark: int

    def __init__(self, newest: int) -> None:
        self._read_all(newest)

    def refresh(self) -> None:
        """Read what changed since the last time; not while somebody asks."""
        most = max(FEWEST, self.resident.people.size)
        changes = changes_of_people(self._mark, most=most)
        if changes.parts is None:
            self._read_all(self.resident.newest)
            return
        changed: defaultdict[str, list[int]] = defaultdict(list)
        for person, part in changes.parts:
            changed[part].append(person)
        for part, people in changed.items():
            self._read_again(part, people)
        self._mark = changes.mark

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

    def _read_all(self, newest: int) -> None:
        self._mark = mark_of_changes()
        self.resident = Resident(newest)
        self._note_births(births_of_all())
        for held in (awards_of_all(), grades_of_all(), initiatives_of_all()):
            self._add(held)
        self._note_completeness(completeness_of_all())

    def _read_again(self, part: str, people: Sequence[int]) -> None:
        numbers = np.array(people, np.int64)
        if part == BORN:
            self.resident.forget_births(numbers)
            self._note_births(births_of(people))
        elif part == WHOLE:
            self.resident.forget_completeness(numbers)
            self._note_completeness(completeness_of(people))
        else:
            self.resident.clear(part, numbers)
            self._add(held_of(people, part))

    def _add(self, held: Iterable[Held]) -> None:
        for rows in rows_of(
            (Row(who, code, Kind.MERIT, year) for who, code, year in held), at_once=AT_ONCE
        ):
            self.resident.add(rows)

    def _note_births(self, births: Iterable[tuple[int, int]]) -> None:
        """Give everybody a place with the year of birth."""
        people, years = np.array(list(births), np.int64).reshape(-1, 2).T
        self.resident.births(people, years.astype(np.int16))

    def _note_completeness(self, since: Iterator[CompleteSince]) -> None:
        while some := list(islice(since, AT_ONCE)):
            people, kinds, first, last = zip(*some, strict=True)
            numbers, years = np.array(people, np.int64), np.array(first, np.int16)
            through = np.array([ENDLESS if year is None else year for year in last], np.int16)
            named = np.array(kinds)
            for kind in RecordKind:
                of_kind = named == kind.value
                self.resident.complete(kind, numbers[of_kind], years[of_kind], through[of_kind])
