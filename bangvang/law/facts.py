"""What a criterion may touch: the years of one nominee in bits, counts, answers to questions."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Protocol

from bangvang.law.answers import answer_of
from bangvang.law.called import name_inside, name_of
from bangvang.law.catalogue import AwardClass, RecordKind, catalogue
from bangvang.law.counts import Number, number_of
from bangvang.law.kinds import Kind
from bangvang.law.kinds_apart import is_apart, said_apart
from bangvang.law.record import Held, Record, row_order

Codes = tuple[str, ...]

SPAN = 49
"""Years looked back. Bit 0 is the achievement year; the last bit holds that year and all before."""
FARTHEST = 1 << (SPAN - 1)
"""That last bit."""


@dataclass(frozen=True)
class Certainty:
    """Certainly met, possibly met: two truth values, or two columns of them."""

    met: bool
    may: bool


class Hand(Protocol):
    """All that a criterion may touch, of one nominee or of a column of nominees.

    Years are bits of a whole number. A column has the same methods and gives unsigned 64-bit
    columns for ``int`` and columns of truth for ``bool``; criteria use only what both can do.
    """

    @property
    def yes(self) -> bool:
        """What is certain of everybody, for a start to combine from."""

    @property
    def no(self) -> bool:
        """What is out of the question for everybody."""

    def held(self, codes: Codes) -> int:
        """Return the years in which one of these is certainly held."""

    def maybe(self, codes: Codes) -> int:
        """Return the years in which one of these is held or not known to be absent."""

    def unknown(self, codes: Codes) -> int:
        """Return the years in which further rows of these may exist."""

    def planes(self, codes: Codes) -> tuple[int, ...]:
        """Return marks of years that count the rows: of a row, of a second row, and so on."""

    def count(self, years: int) -> int:
        """Return how many years are marked."""

    def fact(self, name: str) -> Certainty:
        """Return the answer to a single question, see ``answers``."""

    def number(self, name: str) -> Number:
        """Return a count that the file or the register gives."""


def last(years: int) -> int:
    """Mark the last so many years."""
    return (1 << years) - 1


def run(years: int) -> int:
    """Keep the unbroken run that ends with the achievement year."""
    return (years ^ (years + 1)) >> 1


def after_the_oldest(years: int) -> int:
    """Mark the years after the oldest marked one; none if none is marked."""
    smeared = years
    for step in (1, 2, 4, 8, 16, 32):
        smeared = smeared | (smeared >> step)
    return smeared >> 1


def perhaps_after_the_oldest(years: int) -> int:
    """Mark the same, and the farthest bit if it is marked: its own years follow one another."""
    return after_the_oldest(years) | (years & FARTHEST)


class RecordHand:
    """The hand of one nominee, years ending with the achievement year.

    Left out: rows of later years, revoked rows, and awards of the kinds that are no ground for a
    request by merit, see ``kinds_apart``. A grade is one a person and year, so
    a known other grade in a year is a known «no», and two different ones settle nothing. Grades and
    other codes are never asked for together.

    What one rule looked up is kept for the rules that follow, so ask all of them with one hand.
    """

    yes = True
    no = False

    def __init__(self, record: Record, *, year: int, on: date) -> None:
        self.record = record
        self.year = year
        self.on = on
        through = year if record.known_through is None else record.known_through
        self._ahead = min(max(year - through, 0), SPAN)
        first = record.counted_from
        self._earned = last(SPAN if first is None else min(max(year - first + 1, 0), SPAN))
        born = record.born
        self._alive = last(SPAN if born is None else min(max(year - born + 1, 0), SPAN))
        self._apart: list[Held] = []
        self._marks: dict[str, int] = {}
        self._rows = self._counting()
        self._marked: dict[Codes, int] = {}
        self._sorted: dict[Codes, tuple[Held, ...]] = {}
        self._held: dict[Codes, int] = {}
        self._maybe: dict[Codes, int] = {}
        self._open: dict[Codes, int] = {}
        self._counted: dict[Codes, tuple[int, ...]] = {}

    def held(self, codes: Codes) -> int:
        """Return the years in which one of these is certainly held."""
        kept = self._held.get(codes)
        if kept is None:
            found = self._years(codes)
            kept = self._held[codes] = found ^ (found & self._other_grades(codes))
        return kept

    def maybe(self, codes: Codes) -> int:
        """Return the years in which one of these is held or not known to be absent."""
        kept = self._maybe.get(codes)
        if kept is None:
            open_ = self.unknown(codes)
            still = open_ ^ (open_ & self._other_grades(codes))
            kept = self._maybe[codes] = self._years(codes) | still
        return kept

    def unknown(self, codes: Codes) -> int:
        """Return the years in which further rows of these may exist."""
        kept = self._open.get(codes)
        if kept is None:
            kept = self._open[codes] = self._unknown(codes)
        return kept

    def _unknown(self, codes: Codes) -> int:
        found = 0
        earned = last(SPAN) if self._counts_all(codes) else self._earned
        for register in {catalogue()[code].record_kind for code in codes}:
            found |= last(SPAN) ^ self._whole(register)
        open_ = ((found & self._alive) | last(self._ahead)) & earned
        return open_ ^ (open_ & self._ruled_out(codes))

    def _whole(self, register: RecordKind) -> int:
        """Return the years in which this register is complete."""
        complete_from = self.record.complete_from.get(register)
        if complete_from is None:
            return 0
        through = self.record.complete_through.get(register, self.year)
        since = last(min(max(self.year - complete_from + 1, 0), SPAN))
        return since ^ (since & last(min(max(self.year - through, 0), SPAN)))

    def _ruled_out(self, codes: Codes) -> int:
        """Return the years in which none of these is taken to come."""
        if not self.record.ruled_out:
            return 0
        out = last(SPAN)
        for code in codes:
            years = self.record.ruled_out.get(code, frozenset[int]())
            out &= sum(self._bit(year) for year in years if year <= self.year)
        return out

    def planes(self, codes: Codes) -> tuple[int, ...]:
        """Return years with a row, years with a second row, and so on.

        A title is held once a year, however many decisions say so.
        """
        kept = self._counted.get(codes)
        if kept is None:
            kept = self._counted[codes] = self._planes(codes)
        return kept

    def _planes(self, codes: Codes) -> tuple[int, ...]:
        found: list[int] = []
        seen: set[tuple[str, int]] = set()
        for row in (row for code in codes for row in self._rows.get(code, ())):
            if row.code in TITLES and (row.code, row.year) in seen:
                continue
            seen.add((row.code, row.year))
            bit = self._bit(row.year)
            level = next((n for n, plane in enumerate(found) if not plane & bit), len(found))
            if level == len(found):
                found.append(0)
            found[level] |= bit
        return tuple(found)

    def count(self, years: int) -> int:
        """Return how many years are marked."""
        return years.bit_count()

    def fact(self, name: str) -> Certainty:
        """Return the answer to a single yes-or-no question; anything else is unknown."""
        known = answer_of(self.record, name, year=self.year, on=self.on)
        return Certainty(known is True, known is not False)

    def number(self, name: str) -> Number:
        """Return a count, of the file or of the register."""
        return number_of(self.record, name)

    def rows(self, codes: Codes) -> tuple[Held, ...]:
        """Return the rows that count, oldest first."""
        kept = self._sorted.get(codes)
        if kept is None:
            found = (row for code in codes for row in self._rows.get(code, ()))
            kept = self._sorted[codes] = tuple(sorted(found, key=row_order))
        return kept

    def rows_in(self, codes: Codes, years: int) -> tuple[Held, ...]:
        """Return the rows that count and lie in the marked years."""
        rows, every = self.rows(codes), self._years(codes)
        if every & years == every:
            return rows
        return tuple(row for row in rows if self._bit(row.year) & years)

    def set_apart(self, codes: Codes, years: int = last(SPAN)) -> str:
        """Name such awards of these years that are held and left out for their kind, or nothing."""
        rows = (row for row in self._apart if row.code in codes and self._bit(row.year) & years)
        return said_apart(rows, self.on)

    def calendar(self, years: int) -> tuple[int, ...]:
        """Return marked years as calendar years, oldest first."""
        first = years.bit_length()
        return tuple(self.year - bit for bit in reversed(range(first)) if years >> bit & 1)

    def latest(self, years: int) -> int:
        """Return the latest of some marked years."""
        return self.year + 1 - (years & -years).bit_length()

    def name(self, codes: Codes) -> str:
        """Return the Vietnamese name of these, joined by «hoặc»."""
        return name_of(codes, self.on)

    def name_inside(self, codes: Codes) -> str:
        """Return the same as it stands inside a sentence: only awards keep their capital."""
        return name_inside(codes, self.on)

    def _bit(self, year: int) -> int:
        back = self.year - year
        return 1 << back if back < SPAN else FARTHEST

    def _counting(self) -> dict[str, list[Held]]:
        """Return the rows that count, by code, and mark their years."""
        found: dict[str, list[Held]] = {}
        known, year, merit, marks = catalogue(), self.year, Kind.MERIT, self._marks
        for row in self.record.held:
            code = row.code
            if code not in known or row.year > year or row.revoked_on is not None:
                continue
            if row.kind is not merit and is_apart(row, self.on):
                self._apart.append(row)
            elif code in found:
                found[code].append(row)
                marks[code] |= self._bit(row.year)
            else:
                found[code] = [row]
                marks[code] = self._bit(row.year)
        return found

    def _counts_all(self, codes: Codes) -> bool:
        return all(catalogue()[code].award_class in STAYS for code in codes)

    def _years(self, codes: Codes) -> int:
        kept = self._marked.get(codes)
        if kept is None:
            kept, marks = 0, self._marks
            for code in codes:
                kept |= marks.get(code, 0)
            self._marked[codes] = kept
        return kept

    def _other_grades(self, codes: Codes) -> int:
        return self._years(other_grades(codes)) if codes[0] in GRADES else 0


GRADES: Codes = tuple(
    line.code for line in catalogue().values() if line.award_class is AwardClass.GRADE
)


@cache
def other_grades(grades: Codes) -> Codes:
    """Return the grades that are none of these."""
    return tuple(code for code in GRADES if code not in grades)


STAYS = frozenset({AwardClass.COMMENDATION, AwardClass.HONOUR})
"""What stays held through a discipline, while merit counts anew."""
TITLES = frozenset(
    line.code for line in catalogue().values() if line.award_class is AwardClass.TITLE
)
