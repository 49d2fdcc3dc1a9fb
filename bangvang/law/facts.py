"""What the law looks at: plain frozen facts about one nominee, and the years in bits.

A row that exists is a fact, however old. A row that is absent means «no» only in years in which
its register is complete; elsewhere it is unknown.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Protocol

from bangvang.law.catalogue import AwardClass, RecordKind, award_name, catalogue
from bangvang.law.kinds import Kind

Codes = tuple[str, ...]
Fact = bool | Decimal | None

SPAN = 49
"""Years looked back. Bit 0 is the achievement year; the last bit holds that year and all before."""


@dataclass(frozen=True)
class Held:
    """One row of a history; ``year`` is the achievement year, ``code`` an award or a fact."""

    code: str
    kind: Kind
    year: int
    decided_on: date | None = None
    decision_no: str = ""
    record_id: str = ""
    revoked_on: date | None = None


@dataclass(frozen=True)
class Record:
    """What is known of one nominee.

    ``complete_from``: per register the first achievement year from which every row is there; a
    register not named is complete for no year. Recognised initiatives and accepted research
    works share one register. ``facts``: answers to single questions, absent or None if unknown.
    """

    held: tuple[Held, ...]
    complete_from: Mapping[RecordKind, int]
    facts: Mapping[str, Fact] = field(default_factory=dict)

    def as_json(self) -> dict[str, object]:
        """Return the snapshot to keep beside a finding; the order of rows does not matter."""
        return {
            "held": [_row_as_json(row) for row in sorted(self.held, key=row_order)],
            "complete_from": {
                kind.value: year for kind, year in sorted(self.complete_from.items())
            },
            "facts": {
                name: str(fact) if isinstance(fact, Decimal) else fact
                for name, fact in sorted(self.facts.items())
            },
        }


@dataclass(frozen=True)
class Days:
    """The days that decide.

    ``received_on`` chooses the criteria, ``achievement_year`` anchors the years (the year before
    receipt if not named), ``decided_on`` chooses authority and base salary elsewhere.
    """

    received_on: date
    achievement_year: int | None = None
    decided_on: date | None = None

    @property
    def anchor_year(self) -> int:
        """The year with which every span of years ends."""
        if self.achievement_year is None:
            return self.received_on.year - 1
        return self.achievement_year


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

    yes: bool
    no: bool

    def held(self, codes: Codes) -> int:
        """Return the years in which one of these is certainly held."""

    def maybe(self, codes: Codes) -> int:
        """Return the years in which one of these is held or not known to be absent."""

    def unknown(self, codes: Codes) -> int:
        """Return the years in which further rows of these may exist."""

    def planes(self, codes: Codes) -> tuple[int, ...]:
        """Return years with a row, years with a second row, and so on: they count rows."""

    def count(self, years: int) -> int:
        """Return how many years are marked."""

    def fact(self, name: str) -> Certainty:
        """Return the answer to a single question."""


def row_order(row: Held) -> tuple[int, str, str, str, str]:
    """Return a sort key that does not depend on how rows were read."""
    return (row.year, row.code, row.kind, row.decision_no, row.record_id)


def _row_as_json(row: Held) -> dict[str, object]:
    return {
        "code": row.code,
        "kind": row.kind.value,
        "year": row.year,
        "decided_on": row.decided_on and row.decided_on.isoformat(),
        "decision_no": row.decision_no,
        "record_id": row.record_id,
        "revoked_on": row.revoked_on and row.revoked_on.isoformat(),
    }


def last(years: int) -> int:
    """Mark the last so many years."""
    return (1 << years) - 1


class RecordHand:
    """The hand of one nominee, years ending with the achievement year.

    Left out: rows of later years, revoked rows, and awards that are not by merit (results of
    đột xuất and chuyên đề do not count toward công trạng). A grade is one a person and year, so
    a known other grade in a year is a known «no», and two different ones settle nothing. Grades and
    other codes are never asked for together.
    """

    yes = True
    no = False

    def __init__(self, record: Record, *, year: int, on: date) -> None:
        self.record = record
        self.year = year
        self.on = on
        self._rows: dict[str, list[Held]] = {}
        self._bits: dict[str, int] = {}
        for row in record.held:
            if self._counts(row):
                self._rows.setdefault(row.code, []).append(row)
                self._bits[row.code] = self._bits.get(row.code, 0) | self._bit(row.year)

    def held(self, codes: Codes) -> int:
        """Return the years in which one of these is certainly held."""
        found = self._years(codes)
        return found ^ (found & self._other_grades(codes))

    def maybe(self, codes: Codes) -> int:
        """Return the years in which one of these is held or not known to be absent."""
        open_ = self.unknown(codes)
        return self._years(codes) | (open_ ^ (open_ & self._other_grades(codes)))

    def unknown(self, codes: Codes) -> int:
        """Return the years in which further rows of these may exist."""
        found = 0
        for register in {catalogue()[code].record_kind for code in codes}:
            complete_from = self.record.complete_from.get(register)
            known = 0 if complete_from is None else self.year - complete_from + 1
            found |= last(SPAN) ^ last(min(max(known, 0), SPAN))
        return found

    def planes(self, codes: Codes) -> tuple[int, ...]:
        """Return years with a row, years with a second row, and so on."""
        found: list[int] = []
        for row in (row for code in codes for row in self._rows.get(code, ())):
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
        known = self.record.facts.get(name)
        return Certainty(known is True, known is not False)

    def rows(self, codes: Codes) -> tuple[Held, ...]:
        """Return the rows that count, oldest first."""
        found = (row for code in codes for row in self._rows.get(code, ()))
        return tuple(sorted(found, key=row_order))

    def rows_in(self, codes: Codes, years: int) -> tuple[Held, ...]:
        """Return the rows that count and lie in the marked years."""
        return tuple(row for row in self.rows(codes) if self._bit(row.year) & years)

    def calendar(self, years: int) -> tuple[int, ...]:
        """Return marked years as calendar years, oldest first."""
        return tuple(self.year - bit for bit in reversed(range(SPAN)) if years >> bit & 1)

    def name(self, codes: Codes) -> str:
        """Return the Vietnamese name of these, joined by «hoặc»."""
        first, *others = codes
        names = (award_name(first, self.on), *(self._inside(code) for code in others))
        return " hoặc ".join(filter(None, (", ".join(names[:-1]), names[-1])))

    def _inside(self, code: str) -> str:
        name = award_name(code, self.on)
        is_award = catalogue()[code].is_award
        return name if is_award else lower_first(name)

    def _bit(self, year: int) -> int:
        return 1 << min(self.year - year, SPAN - 1)

    def _counts(self, row: Held) -> bool:
        if row.revoked_on is not None or row.year > self.year:
            return False
        line = catalogue().get(row.code)
        return line is not None and (row.kind is Kind.MERIT or not line.is_award)

    def _years(self, codes: Iterable[str]) -> int:
        found = 0
        for code in codes:
            found |= self._bits.get(code, 0)
        return found

    def _other_grades(self, codes: Codes) -> int:
        if codes[0] not in GRADES:
            return 0
        return self._years(code for code in GRADES if code not in codes)


GRADES: Codes = tuple(
    line.code for line in catalogue().values() if line.award_class is AwardClass.GRADE
)


def lower_first(text: str) -> str:
    """Return a name as it stands inside a sentence."""
    return text[:1].lower() + text[1:]
