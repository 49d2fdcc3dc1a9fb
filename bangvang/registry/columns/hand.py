"""The hands of many nominees in columns: the ``Hand`` of the law, for all of them at once."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias, TypeVar, cast

import numpy as np
import numpy.typing as npt

from bangvang.law import (
    SPAN,
    UNBOUNDED,
    Answer,
    AwardClass,
    Certainty,
    Hand,
    RecordKind,
    Rule,
    catalogue,
)
from bangvang.registry.columns.planes import Places, Years, ending

Codes: TypeAlias = tuple[str, ...]
Truth: TypeAlias = npt.NDArray[np.bool_]
Facts: TypeAlias = npt.NDArray[np.int8]
"""Answers to a yes-or-no question: 1, 0, and -1 where it is not known."""


_Column = TypeVar("_Column", Years, npt.NDArray[np.int16])

ANSWERS = (Answer.NOT_MET, Answer.FOR_A_PERSON, Answer.MET)
"""What the small numbers of ``Columns.ask`` mean, by place."""

YES, NO, UNKNOWN = 1, 0, -1
TITLES = frozenset(
    code for code, line in catalogue().items() if line.award_class is AwardClass.TITLE
)
"""A title is held once a year, however many decisions say so."""

GRADES: Codes = tuple(
    code for code, line in catalogue().items() if line.record_kind is RecordKind.GRADE
)

PORTION = 1 << 15
"""How many are asked at a time: their columns stay in the processor's caches, and in memory that is
used again at once instead of being fetched anew from the system."""

ALL_YEARS = (1 << SPAN) - 1
_OPEN = np.array([ALL_YEARS ^ ((1 << known) - 1) for known in range(SPAN + 1)], np.uint64)
"""Years that are not complete, by how many of the latest are."""
ALL_MARKED = np.uint64(ALL_YEARS)


@dataclass(frozen=True)
class Number:
    """Whole numbers of the files and rolls: at least and at most; 0 to ``UNBOUNDED`` if unknown."""

    least: npt.NDArray[np.int64]
    most: npt.NDArray[np.int64]

    @property
    def known(self) -> Truth:
        """Where it is settled."""
        settled: Truth = self.least == self.most
        return settled

    @property
    def value(self) -> npt.NDArray[np.int64]:
        """What it is; where it is not settled, what it is at least."""
        return self.least


class Holdings(Protocol):
    """Where the rows come from: columns over all people, with one place more that is nobody's."""

    newest: int

    def planes_of(self, code: str) -> Sequence[Years]:
        """Return the planes of a code, bit 0 being ``newest``."""

    def reaches(self, code: str) -> int:
        """Return how many years back the oldest row of this code may lie."""

    def complete_from(self, kind: RecordKind) -> npt.NDArray[np.int16]:
        """Return the first complete year of a register."""

    def complete_through(self, kind: RecordKind) -> npt.NDArray[np.int16]:
        """Return the last complete year of a register, far ahead where there is no last."""

    def born(self) -> npt.NDArray[np.int16]:
        """Return the years of birth, 0 where one is not known."""


class Columns:
    """What a criterion may touch, of many nominees.

    Follows ``RecordHand`` bit by bit, for records in which nothing counts anew after a discipline;
    bars, and what may be given or used only once, stand above the routes and are not asked here.
    Which kinds are no ground for merit is the same on every day here (``KINDS_APART``), whatever
    people confirmed of a single text; that a year still runs is the caller's ``known_through``.
    ``known_through``: the last year about which anything is known, for looking ahead.

    A column is fetched when a rule first asks for its code and kept for the rules that follow.
    ``ask_all`` is the quick way to ask a large batch. Columns that were given out are shared:
    nobody writes in them.
    """

    def __init__(
        self,
        holdings: Holdings,
        places: Places | range,
        *,
        year: int,
        known_through: int | None = None,
        facts: Mapping[str, Facts] | None = None,
        numbers: Mapping[str, Number] | None = None,
    ) -> None:
        self.year = year
        self.known_through = year if known_through is None else known_through
        self._ahead = np.uint64((1 << min(max(year - self.known_through, 0), SPAN)) - 1)
        self.size = len(places)
        self.yes: Truth = np.ones(self.size, np.bool_)
        self.no: Truth = np.zeros(self.size, np.bool_)
        self._holdings = holdings
        self._places = places
        self._facts = facts or {}
        self._numbers = numbers or {}
        self._planes: dict[str, list[Years]] = {}
        self._since_birth: Years | None = None
        self._kept: dict[tuple[Callable[[Codes], Years], Codes], Years] = {}

    def ask(self, rule: Rule) -> npt.NDArray[np.int8]:
        """Return a rule's answer about each of them, a place in ``ANSWERS``."""
        found = rule.ask(cast("Hand", self))
        met, may = cast("Truth", found.met), cast("Truth", found.may)
        return (met | may).astype(np.int8) + met

    def ask_all(self, rules: Sequence[Rule]) -> list[npt.NDArray[np.int8]]:
        """Return what ``ask`` returns for each of these rules, asking portion by portion.

        Time per person does not grow with the batch. No column is kept.
        """
        answers = [np.empty(self.size, np.int8) for _ in rules]
        for these, portion in self._portions():
            for column, rule in zip(answers, rules, strict=True):
                column[these] = portion.ask(rule)
        return answers

    def held(self, codes: Codes) -> Years:
        """Return the years in which one of these is certainly held."""
        return self._once(self._held, codes)

    def maybe(self, codes: Codes) -> Years:
        """Return the years in which one of these is held or not known to be absent."""
        return self._once(self._maybe, codes)

    def unknown(self, codes: Codes) -> Years:
        """Return the years in which further rows of these may exist."""
        kinds = {catalogue()[code].record_kind for code in codes}
        first, *others = (self._once(self._open, (kind.value,)) for kind in sorted(kinds))
        for other in others:
            first = first | other
        return first

    def planes(self, codes: Codes) -> tuple[Years, ...]:
        """Return years with a row, with a second row, and so on, of one code after the other.

        The marks of all of them together count the rows; nobody asks which mark is of which.
        """
        return tuple(plane for code in codes for plane in self._planes_of(code))

    def count(self, years: Years) -> npt.NDArray[np.uint16]:
        """Return how many years are marked; wide enough to be added up."""
        return np.bitwise_count(years).astype(np.uint16)

    def fact(self, name: str) -> Certainty:
        """Return the answers to a single yes-or-no question."""
        given = self._facts.get(name)
        if given is None:
            return _certainty(self.no, self.yes)
        return _certainty(given == YES, given != NO)

    def number(self, name: str) -> Number:
        """Return whole numbers, and of whom they are known."""
        nothing = Number(np.zeros(self.size, np.int64), np.full(self.size, UNBOUNDED, np.int64))
        return self._numbers.get(name, nothing)

    def _portions(self) -> Iterator[tuple[slice | Places, "Columns"]]:
        """Return so many at a time, and where they stand; those who stand close come together."""
        is_range = isinstance(self._places, range)
        order = None if is_range else _nearly_in_order(cast("Places", self._places))
        for start in range(0, self.size, PORTION):
            part = slice(start, start + PORTION)
            these = part if order is None else order[part]
            yield these, self._part(these)

    def _part(self, these: slice | Places) -> "Columns":
        return Columns(
            self._holdings,
            cast("Places", self._places)[these],  # a range takes a slice as well
            year=self.year,
            known_through=self.known_through,
            facts={name: given[these] for name, given in self._facts.items()},
            numbers={
                name: Number(given.least[these], given.most[these])
                for name, given in self._numbers.items()
            },
        )

    def _once(self, find: Callable[[Codes], Years], codes: Codes) -> Years:
        kept = self._kept.get((find, codes))
        if kept is None:
            kept = self._kept[find, codes] = find(codes)
        return kept

    def _held(self, codes: Codes) -> Years:
        found = self._years(codes)
        others = self._other_grades(codes)
        return found if others is None else found & ~others

    def _maybe(self, codes: Codes) -> Years:
        unknown, others = self.unknown(codes), self._other_grades(codes)
        return self._years(codes) | (unknown if others is None else unknown & ~others)

    def _open(self, kind: Codes) -> Years:
        first = self._picked(self._holdings.complete_from(RecordKind(kind[0])))
        known: npt.NDArray[np.int16] = np.clip(np.int16(self.year + 1) - first, 0, SPAN)
        through = self._picked(self._holdings.complete_through(RecordKind(kind[0])))
        later: npt.NDArray[np.int16] = np.clip(np.int16(self.year) - through, 0, SPAN)
        found = _OPEN.take(known)
        if later.any():  # seldom: most registers are whole without an end
            found |= ALL_MARKED ^ _OPEN.take(later)
        found &= self._alive()
        if self._ahead:
            found |= self._ahead
        return found

    def _alive(self) -> Years:
        """Return the years since birth."""
        kept = self._since_birth
        if kept is None:
            born = self._picked(self._holdings.born())
            lived: npt.NDArray[np.int16] = np.clip(np.int16(self.year + 1) - born, 0, SPAN)
            kept = self._since_birth = ALL_MARKED ^ _OPEN.take(lived)
        return kept

    def _years(self, codes: Codes) -> Years:
        first, *others = (self._planes_of(code)[0] for code in codes)
        for other in others:
            first = first | other
        return first

    def _other_grades(self, codes: Codes) -> Years | None:
        if codes[0] not in GRADES:
            return None
        others = tuple(code for code in GRADES if code not in codes)
        return self._once(self._years, others) if others else None

    def _planes_of(self, code: str) -> list[Years]:
        kept = self._planes.get(code)
        if kept is None:
            kept = self._planes[code] = self._fetched(code)
        return kept

    def _fetched(self, code: str) -> list[Years]:
        picked = (self._picked(plane) for plane in self._holdings.planes_of(code))
        first = next(picked, None)
        if first is None:
            return [np.zeros(self.size, np.uint64)]
        others = () if code in TITLES else (plane for plane in picked if plane.any())
        planes = [first, *others]
        later, reaches = self._holdings.newest - self.year, self._holdings.reaches(code)
        if not later and reaches < SPAN:
            return planes
        return ending(planes, later=later, span=SPAN)

    def _picked(self, column: _Column) -> _Column:
        if isinstance(self._places, range):
            return column[self._places.start : self._places.stop]
        return column.take(self._places, mode="clip")


def column_of_facts(given: Sequence[bool | None]) -> Facts:
    """Return yes-or-no answers as a column; None is unknown."""
    return np.array([UNKNOWN if one is None else one for one in given], np.int8)


def column_of_numbers(given: Sequence[int | None]) -> Number:
    """Return whole numbers as a column; None is unknown."""
    bounds = ((0, UNBOUNDED) if one is None else (one, one) for one in given)
    return column_of_bounds(list(bounds))


def column_of_bounds(given: Sequence[tuple[int, int]]) -> Number:
    """Return numbers that are bounded only as a column: at least and at most, see ``number_of``."""
    pairs = np.array(given, np.int64).reshape(-1, 2)
    return Number(pairs[:, 0], pairs[:, 1])


def _nearly_in_order(places: Places) -> Places:
    """Return an order in which neighbours come together; by 16 bits, which are sorted by counting.

    Their columns are then read from one end to the other, and not here and there.
    """
    highest = int(places.max(initial=0))
    coarse = places >> max(highest.bit_length() - 16, 0)
    return np.argsort(coarse.astype(np.uint16), kind="stable")


def _certainty(met: Truth, may: Truth) -> Certainty:
    return Certainty(cast("bool", met), cast("bool", may))
