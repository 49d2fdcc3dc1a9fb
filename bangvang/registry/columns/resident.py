"""Everybody's rows in columns: per code one unsigned 64-bit number a person, sorted by person."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt

from bangvang.law import KINDS_APART, SPAN, RecordKind, catalogue
from bangvang.registry.columns.hand import Columns, Facts, Number
from bangvang.registry.columns.planes import (
    DEEPEST,
    Places,
    Years,
    count_in,
    deepest,
    keys_of,
)

CODES = tuple(catalogue())
"""Every award and fact; rows name a code by its place here."""

AT_ONCE = 100_000
NEVER = np.iinfo(np.int16).max
ENDLESS = NEVER
"""Later than every year: a register that is whole without an end."""
HOLES = 4
"""While one number in so many is somebody's, a table finds places, faster than a search does."""


_Column = TypeVar("_Column", Years, npt.NDArray[np.int16])

_PLACE_OF = {code: place for place, code in enumerate(CODES)}
_AWARDS = frozenset(code for code, line in catalogue().items() if line.is_award)


class Row(NamedTuple):
    """One row of a history; ``person`` is a whole number, ``kind`` that of a commendation."""

    person: int
    code: str
    kind: str
    year: int
    is_revoked: bool = False


@dataclass(frozen=True)
class Rows:
    """Rows that count, side by side: the person, the place of the code in ``CODES``, the year."""

    people: npt.NDArray[np.int64]
    codes: npt.NDArray[np.int16]
    years: npt.NDArray[np.int16]


def rows_of(rows: Iterable[Row], *, at_once: int = AT_ONCE) -> Iterator[Rows]:
    """Return the rows that count, so many at once.

    Left out, as in ``RecordHand``: revoked rows, awards of kinds that are no ground for
    merit, unknown codes.
    """
    counting = (
        (row.person, _PLACE_OF[row.code], row.year)
        for row in rows
        if not row.is_revoked
        and row.code in _PLACE_OF
        and (row.kind not in KINDS_APART or row.code not in _AWARDS)
    )
    while some := list(islice(counting, at_once)):
        people, codes, years = zip(*some, strict=True)
        yield Rows(np.array(people), np.array(codes, np.int16), np.array(years, np.int16))


class Resident:
    """The rows of everybody, kept in memory for many batches.

    ``newest`` is the latest achievement year that can be asked for; ``OLDER`` more before it can.
    Rows of later years are left out. A person who is not here has no rows and nothing complete.
    Columns have one place more than there are people: the last one is nobody's.
    """

    OLDER = DEEPEST + 1 - SPAN

    def __init__(self, newest: int) -> None:
        self.newest = newest
        self.people: npt.NDArray[np.int64] = np.empty(0, np.int64)
        self._shortcut: npt.NDArray[np.int32] = np.empty(0, np.int32)
        self._planes: dict[str, list[Years]] = {}
        self._reach: dict[str, int] = {}
        self._complete = {kind: np.full(1, NEVER, np.int16) for kind in RecordKind}
        self._through = {kind: np.full(1, ENDLESS, np.int16) for kind in RecordKind}
        self._born: npt.NDArray[np.int16] = np.zeros(1, np.int16)

    @property
    def nbytes(self) -> int:
        """How many bytes the columns take."""
        planes = sum(plane.nbytes for planes in self._planes.values() for plane in planes)
        complete = sum(
            years.nbytes for each in (self._complete, self._through) for years in each.values()
        )
        people = self.people.nbytes + self._shortcut.nbytes + self._born.nbytes
        return people + complete + planes

    def make_room(self, people: npt.NDArray[np.int64]) -> None:
        """Give everybody a place who has none yet; dearest when people come one by one."""
        self._settled(people)

    def _settled(self, people: npt.NDArray[np.int64]) -> Places:
        """Return where each of these stands, after giving a place to those who have none."""
        places = self._places_of(people)
        is_stranger = places == self.people.size
        if not is_stranger.any():
            return places
        self._take_in(people[is_stranger])
        return self._places_of(people)

    def _take_in(self, strangers: npt.NDArray[np.int64]) -> None:
        together = _each_once(np.concatenate((self.people, strangers)))
        moved = np.append(np.searchsorted(together, self.people), together.size)
        self.people = together
        self._shortcut = _shortcut_to(together)
        for planes in self._planes.values():
            planes[:] = [_spread(plane, moved, together.size + 1, 0) for plane in planes]
        for kind, years in self._complete.items():
            self._complete[kind] = _spread(years, moved, together.size + 1, NEVER)
        for kind, years in self._through.items():
            self._through[kind] = _spread(years, moved, together.size + 1, ENDLESS)
        self._born = _spread(self._born, moved, together.size + 1, 0)

    def add(self, rows: Rows) -> None:
        """Take in rows that are not here yet."""
        places = self._settled(rows.people)
        for code, keys in self._by_code(rows, places):
            planes = self._planes.setdefault(code, [])
            count_in(planes, keys, size=self.people.size + 1)
            self._reach[code] = max(self._reach.get(code, 0), deepest(keys))

    def clear(self, code: str, people: npt.NDArray[np.int64]) -> None:
        """Take out all rows of one code of these people, so that they can be added anew."""
        places = self._known(people)
        for plane in self._planes.get(code, ()):
            plane[places] = 0

    def complete(
        self,
        kind: RecordKind,
        people: npt.NDArray[np.int64],
        years: npt.NDArray[np.int16],
        through: npt.NDArray[np.int16] | None = None,
    ) -> None:
        """Note from which achievement year on each person's rows of this register are all here.

        ``through``: the last such year of each, ``ENDLESS`` or None where there is no last one.
        """
        places = self._settled(people)
        self._complete[kind][places] = years
        self._through[kind][places] = ENDLESS if through is None else through

    def births(self, people: npt.NDArray[np.int64], years: npt.NDArray[np.int16]) -> None:
        """Note in which year each of these was born, 0 where it is not known."""
        places = self._settled(people)
        self._born[places] = years

    def forget_completeness(self, people: npt.NDArray[np.int64]) -> None:
        """Let nothing of these people be known to be complete, so that it can be noted anew."""
        places = self._known(people)
        for kind in RecordKind:
            self._complete[kind][places] = NEVER
            self._through[kind][places] = ENDLESS

    def forget_births(self, people: npt.NDArray[np.int64]) -> None:
        """Let nobody know when these people were born, so that it can be noted anew."""
        self._born[self._known(people)] = 0

    def select(
        self,
        people: Sequence[int] | npt.NDArray[np.int64],
        *,
        year: int,
        known_through: int | None = None,
        facts: Mapping[str, Facts] | None = None,
        numbers: Mapping[str, Number] | None = None,
    ) -> Columns:
        """Return the hands of these people in this order, ready to be asked.

        ``known_through``: the last year about which anything is known, None for ``year`` itself.
        ``facts`` and ``numbers`` are answers of the files, one for each of these people, made by
        ``column_of_facts`` and ``column_of_numbers``. Somebody may come twice. Columns are fetched
        as rules ask for them, so do not ask across an ``add``.

        Raises:
            ValueError: the year is newer than ``newest``, or too old.
        """
        self._check(year)
        return Columns(
            self,
            self._places_of(np.asarray(people, np.int64)),
            year=year,
            known_through=known_through,
            facts=facts,
            numbers=numbers,
        )

    def everybody(self, *, year: int, known_through: int | None = None) -> Columns:
        """Return the hands of all people, in the order of ``people``.

        Raises:
            ValueError: the year is newer than ``newest``, or too old.
        """
        self._check(year)
        everyone = range(self.people.size)
        return Columns(self, everyone, year=year, known_through=known_through)

    def planes_of(self, code: str) -> Sequence[Years]:
        """Return the planes of a code over all places; none if nobody has ever held it."""
        return self._planes.get(code, ())

    def reaches(self, code: str) -> int:
        """Return how many years before ``newest`` the oldest row of this code lies, at most 63."""
        return self._reach.get(code, 0)

    def complete_from(self, kind: RecordKind) -> npt.NDArray[np.int16]:
        """Return the first complete year over all places, ``NEVER`` where there is none."""
        return self._complete[kind]

    def complete_through(self, kind: RecordKind) -> npt.NDArray[np.int16]:
        """Return the last complete year over all places, ``ENDLESS`` where there is no last."""
        return self._through[kind]

    def born(self) -> npt.NDArray[np.int16]:
        """Return the year of birth over all places, 0 where it is not known."""
        return self._born

    def _check(self, year: int) -> None:
        if not self.newest - self.OLDER < year <= self.newest:
            raise ValueError(f"these columns end with {self.newest}; {year} cannot be asked for")

    def _places_of(self, people: npt.NDArray[np.int64]) -> Places:
        """Return where each of these stands; the last place for somebody who is not here."""
        nobody = self.people.size
        if not nobody:
            return np.zeros(people.size, np.int64)
        if self._shortcut.size:
            places = self._shortcut.take(people - self.people[0], mode="clip")
        else:
            places = np.searchsorted(self.people, people)
        found = self.people.take(places, mode="clip") == people
        return np.where(found, places, nobody)

    def _known(self, people: npt.NDArray[np.int64]) -> Places:
        """Return where those of them stand who are here."""
        places = self._places_of(people)
        return places[places < self.people.size]

    def _by_code(self, rows: Rows, places: Places) -> Iterator[tuple[str, Places]]:
        """Return the keys of the rows of each code, see ``keys_of``; later years are left out."""
        back = np.minimum(self.newest - rows.years.astype(np.int64), DEEPEST)
        is_asked_for = back >= 0
        keys, codes = keys_of(places, back)[is_asked_for], rows.codes[is_asked_for]
        ordered = keys[np.argsort(codes, kind="stable")]
        ends = np.cumsum(np.bincount(codes, minlength=len(CODES)))
        for code, some in zip(CODES, np.split(ordered, ends[:-1]), strict=True):
            if some.size:
                yield code, some


def _each_once(people: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Sort numbers and leave out twins; ``np.unique`` hashes them and takes many times longer."""
    ordered = np.sort(people)
    is_new = ordered[1:] != ordered[:-1]
    return np.append(ordered[:1], ordered[1:][is_new])


def _shortcut_to(people: npt.NDArray[np.int64]) -> npt.NDArray[np.int32]:
    """Return the place by number, from the lowest on; empty if numbers leave too many holes."""
    span = int(people[-1] - people[0]) + 1
    if span > HOLES * people.size:
        return np.empty(0, np.int32)
    places = np.zeros(span, np.int32)
    places[people - people[0]] = np.arange(people.size, dtype=np.int32)
    return places


def _spread(column: _Column, moved: Places, size: int, empty: int) -> _Column:
    """Return the column with its people at their new places and ``empty`` at the others."""
    spread = np.full(size, empty, column.dtype)
    spread[moved] = column
    return spread
