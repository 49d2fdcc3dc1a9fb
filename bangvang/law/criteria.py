"""Criteria about years: unbroken runs, and what was held before or in the year itself.

``compute`` uses only ``& | ^ << >> == != >=`` on years and truth values, never ``and``, ``or``,
``not`` or ``~``, so that a whole number and an unsigned 64-bit column take the same path.
"""

from dataclasses import dataclass

from bangvang.law.dated import Entry
from bangvang.law.facts import (
    GRADES,
    SPAN,
    Certainty,
    Codes,
    Hand,
    RecordHand,
    last,
)
from bangvang.law.finding import Answer
from bangvang.law.rule import Criterion, Said
from bangvang.law.telling import gaps, had, listed, missing_rows, span_of

BY_MERIT = " theo loại hình được tính"


@dataclass(frozen=True)
class Unbroken(Criterion):
    """One of these in each of the last so many years, the achievement year included.

    Two rows in one year are one year. ``unit`` is the Vietnamese word for one of them.
    ``or_codes``: awards that stand for a grade of the same year.
    """

    codes: Codes
    years: Entry
    unit: str
    or_codes: Codes = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The number of years."""
        return (self.years,)

    @property
    def requires(self) -> str:
        """The number in words."""
        return f"Phải có: {self.years.value} {self.unit} liên tục"

    def compute(self, hand: Hand) -> Certainty:
        """Every year of the window is marked."""
        years = last(self.years.whole())
        return Certainty((self._held(hand) & years) == years, (self._maybe(hand) & years) == years)

    def say(self, hand: RecordHand, answer: Answer) -> Said:
        """Name the years held, missing and not known."""
        return self._say(hand, answer, ending=0)

    def _held(self, hand: Hand) -> int:
        found = hand.held(self.codes)
        return found | hand.held(self.or_codes) if self.or_codes else found

    def _maybe(self, hand: Hand) -> int:
        found = hand.maybe(self.codes)
        return found | hand.maybe(self.or_codes) if self.or_codes else found

    def _say(self, hand: RecordHand, answer: Answer, *, ending: int) -> Said:
        number, codes = self.years.whole(), self.codes + self.or_codes
        years = last(number) << ending
        held, maybe = self._held(hand) & years, self._maybe(hand) & years
        used = hand.rows_in(codes, held)
        name = hand.name(codes)
        if answer is Answer.MET:
            named = listed(hand.calendar(held))
            inside = hand.name_inside(codes)
            return Said(f"Có {number} {self.unit} liên tục {inside} ({named}).", used)
        told = (had(hand, held), *gaps(hand, absent=years ^ maybe, unknown=maybe ^ held))
        return Said(
            f"{name} {number} năm liên tục {span_of(hand, years)}: {'; '.join(told)}."
            f"{hand.set_apart(codes, years)}",
            used,
            missing_rows(hand, self.codes, maybe ^ held),
        )


@dataclass(frozen=True)
class EndedTheYearBefore(Unbroken):
    """An unbroken run that ended the year before the achievement year, and not later.

    ``ended_by``: what the achievement year is known to have, and with which no clause that counts
    up to the proposal is met by the years before; empty where the clause does not say so.
    """

    ended_by: Codes = ()

    def compute(self, hand: Hand) -> Certainty:
        """Every year of the window one year back is marked, the achievement year is not."""
        years = last(self.years.whole()) << 1
        held, maybe = self._held(hand), self._maybe(hand)
        met = ((held & years) == years) & ((maybe & 1) == 0)
        may = ((maybe & years) == years) & ((held & 1) == 0)
        if not self.ended_by:
            return Certainty(met, may)
        goes_on = (hand.held(self.ended_by) & 1) == 0
        return Certainty(met & goes_on, may & goes_on)

    def say(self, hand: RecordHand, answer: Answer) -> Said:
        """Name the years; the achievement year is missing too while it is not known."""
        said = self._say(hand, answer, ending=1)
        this_year = missing_rows(hand, self.codes, hand.maybe(self.codes) & 1)
        return Said(said.sentence, said.used, said.missing + this_year)


@dataclass(frozen=True)
class HeldBefore(Criterion):
    """One of these at some time before the last so many years began."""

    codes: Codes
    years: Entry

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The number of years that come after it."""
        return (self.years,)

    @property
    def requires(self) -> str:
        """The condition in words."""
        return f"Đã được tặng trước khi bắt đầu {self.years.whole():02d} năm liên tục"

    def compute(self, hand: Hand) -> Certainty:
        """Any year before the window is marked."""
        years = last(SPAN) ^ last(self.years.whole())
        return Certainty(
            (hand.held(self.codes) & years) != 0, (hand.maybe(self.codes) & years) != 0
        )

    def say(self, hand: RecordHand, answer: Answer) -> Said:
        """Name the latest one; if there is none, say whether one lies inside the window."""
        length = self.years.whole()
        inside = last(length)
        before = last(SPAN) ^ inside
        name, start = hand.name(self.codes), hand.year - length + 1
        if answer is Answer.MET:
            row = hand.rows_in(self.codes, before)[-1]
            told = f"năm {row.year}" + (
                f", Quyết định số {row.decision_no}" * bool(row.decision_no)
            )
            return Said(f"Đã có {hand.name((row.code,))} trước năm {start}: {told}.", (row,))
        too_late = hand.held(self.codes) & inside
        near = f" Đã có năm {listed(hand.calendar(too_late))}, nằm trong {length} năm xét."
        tail = near * bool(too_late)
        unknown = hand.maybe(self.codes) & before
        if unknown:
            latest = hand.latest(unknown)
            sentence = f"Chưa rõ đã có {name} từ năm {latest} trở về trước hay chưa.{tail}"
        else:
            apart = hand.set_apart(self.codes, before)
            sentence = f"Chưa có {name}{BY_MERIT * bool(apart)} trước năm {start}.{tail}{apart}"
        return Said(sentence, missing=missing_rows(hand, self.codes, unknown))


@dataclass(frozen=True)
class InTheYear(Criterion):
    """One of these in the achievement year itself."""

    codes: Codes

    @property
    def requires(self) -> str:
        """The condition in words."""
        return "Trong năm xét"

    def compute(self, hand: Hand) -> Certainty:
        """The achievement year is marked."""
        return Certainty((hand.held(self.codes) & 1) != 0, (hand.maybe(self.codes) & 1) != 0)

    def say(self, hand: RecordHand, answer: Answer) -> Said:
        """Name what the year has, or that it has none."""
        held, maybe = hand.held(self.codes) & 1, hand.maybe(self.codes) & 1
        rows = hand.rows_in(self.codes, held)
        if answer is Answer.MET:
            name = hand.name_inside(tuple(dict.fromkeys(row.code for row in rows)))
            return Said(f"Năm {hand.year}: {name}.", rows)
        name = hand.name_inside(self.codes)
        if maybe:
            sentence = f"Chưa rõ năm {hand.year} có {name} hay không."
        else:
            sentence = f"Năm {hand.year} không có {name}.{self._instead(hand)}"
        return Said(sentence, missing=missing_rows(hand, self.codes, maybe ^ held))

    def _instead(self, hand: RecordHand) -> str:
        others = tuple(code for code in GRADES if code not in self.codes)
        graded = hand.rows_in(others, 1) if self.codes[0] in GRADES else ()
        return f" Mức đã xếp: {hand.name_inside((graded[0].code,))}." if graded else ""


@dataclass(frozen=True)
class EverHeld(Criterion):
    """One of these in any year up to the achievement year."""

    codes: Codes

    @property
    def requires(self) -> str:
        """The condition in words."""
        return "Đã được tặng"

    def compute(self, hand: Hand) -> Certainty:
        """Any year is marked."""
        return Certainty(hand.held(self.codes) != 0, hand.maybe(self.codes) != 0)

    def say(self, hand: RecordHand, answer: Answer) -> Said:
        """Name the latest one, or since when none is known."""
        name = hand.name(self.codes)
        if answer is Answer.MET:
            row = hand.rows_in(self.codes, hand.held(self.codes))[-1]
            told = f"năm {row.year}" + (
                f", Quyết định số {row.decision_no}" * bool(row.decision_no)
            )
            return Said(f"Đã có {hand.name((row.code,))}: {told}.", (row,))
        unknown = hand.maybe(self.codes)
        if not unknown:
            apart = hand.set_apart(self.codes)
            return Said(f"Chưa có {name}{BY_MERIT * bool(apart)}.{apart}")
        latest = hand.latest(unknown)
        sentence = f"Chưa rõ đã có {name} từ năm {latest} trở về trước hay chưa."
        return Said(sentence, missing=missing_rows(hand, self.codes, unknown))
