"""The criteria: small blocks that answer in three ways and name the nearest miss.

``compute`` uses only ``& | ^ << == != >=`` on years and truth values, never ``and``, ``or``,
``not`` or ``~``, so that a whole number and an unsigned 64-bit column take the same path.
"""

from dataclasses import dataclass

from bangvang.law.dated import Entry
from bangvang.law.facts import SPAN, Certainty, Codes, Hand, RecordHand, last, lower_first
from bangvang.law.finding import Answer, Missing, Reason
from bangvang.law.rule import Criterion, Said


@dataclass(frozen=True)
class Unbroken(Criterion):
    """One of these in each of the last so many years, the achievement year included.

    Two rows in one year are one year. ``unit`` is the Vietnamese word for one of them.
    """

    codes: Codes
    years: Entry
    unit: str

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
        return Certainty(
            (hand.held(self.codes) & years) == years, (hand.maybe(self.codes) & years) == years
        )

    def say(self, hand: RecordHand, answer: Answer) -> Said:
        """Name the years held, missing and not known."""
        return self._say(hand, answer, ending=0)

    def _say(self, hand: RecordHand, answer: Answer, *, ending: int) -> Said:
        number = self.years.whole()
        years = last(number) << ending
        held, maybe = hand.held(self.codes) & years, hand.maybe(self.codes) & years
        used = hand.rows_in(self.codes, held)
        name = hand.name(self.codes)
        if answer is Answer.MET:
            listed = _listed(hand.calendar(held))
            return Said(f"Có {number} {self.unit} liên tục {name} ({listed}).", used)
        told = (_had(hand, held), *_gaps(hand, absent=years ^ maybe, unknown=maybe ^ held))
        span = _span(hand, years)
        return Said(
            f"{name} {number} năm liên tục {span}: {'; '.join(told)}.",
            used,
            _missing(hand, self.codes, maybe ^ held),
        )


@dataclass(frozen=True)
class EndedTheYearBefore(Unbroken):
    """An unbroken run that ended the year before the achievement year, and not later."""

    def compute(self, hand: Hand) -> Certainty:
        """Every year of the window one year back is marked, the achievement year is not."""
        years = last(self.years.whole()) << 1
        held, maybe = hand.held(self.codes), hand.maybe(self.codes)
        return Certainty(
            ((held & years) == years) & ((maybe & 1) == 0),
            ((maybe & years) == years) & ((held & 1) == 0),
        )

    def say(self, hand: RecordHand, answer: Answer) -> Said:
        """Name the years; the achievement year is missing too while it is not known."""
        said = self._say(hand, answer, ending=1)
        this_year = _missing(hand, self.codes, hand.maybe(self.codes) & 1)
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
        return f"Phải có: 1 lần trước {self.years.value} năm liên tục"

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
        near = f" Đã có năm {_listed(hand.calendar(too_late))}, nằm trong {length} năm xét."
        tail = near * bool(too_late)
        unknown = hand.maybe(self.codes) & before
        if unknown:
            latest = hand.calendar(unknown)[-1]
            sentence = f"Chưa rõ đã có {name} từ năm {latest} trở về trước hay chưa.{tail}"
        else:
            sentence = f"Chưa có {name} trước năm {start}.{tail}"
        return Said(sentence, missing=_missing(hand, self.codes, unknown))


@dataclass(frozen=True)
class CountedWithin(Criterion):
    """At least so many rows within a span of years; rows are counted, not years.

    ``ending``: how many years before the achievement year the span ends.
    """

    codes: Codes
    at_least: Entry
    years: Entry
    ending: int = 0

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The count and the span."""
        return (self.at_least, self.years)

    @property
    def requires(self) -> str:
        """The number in words."""
        return f"Phải có: ít nhất {self.at_least.value} trong {self.years.value} năm"

    def compute(self, hand: Hand) -> Certainty:
        """Count the rows; a year not known completely may hold any number."""
        years = last(self.years.whole()) << self.ending
        count = sum(hand.count(plane & years) for plane in hand.planes(self.codes))
        enough = count >= self.at_least.whole()
        return Certainty(enough, enough | ((hand.unknown(self.codes) & years) != 0))

    def say(self, hand: RecordHand, answer: Answer) -> Said:
        """Name the rows, how many are short, and how many lie outside the span."""
        years = last(self.years.whole()) << self.ending
        rows = hand.rows_in(self.codes, years)
        span, name = f"các năm {_span(hand, years)}", hand.name(self.codes)
        listed = _listed(tuple(row.year for row in rows))
        if answer is Answer.MET:
            found = hand.name(tuple(dict.fromkeys(row.code for row in rows)))
            return Said(f"Có {len(rows)} {lower_first(found)} trong {span} ({listed}).", rows)
        had = f"có {len(rows)} ({listed})" if rows else "chưa có"
        least = self.at_least.whole()
        told = f"{name} trong {span}: {had}, phải có ít nhất {least}; "
        unknown = hand.unknown(self.codes) & years
        if unknown:
            sentence = f"{told}chưa rõ {_years_word(hand, unknown)}."
        else:
            sentence = f"{told}thiếu {least - len(rows)}.{self._outside(hand, years)}"
        return Said(sentence, rows, _missing(hand, self.codes, unknown))

    def _outside(self, hand: RecordHand, years: int) -> str:
        rows = hand.rows_in(self.codes, last(SPAN) ^ years)
        listed = _listed(tuple(row.year for row in rows))
        return f" Ngoài thời gian này có {len(rows)} ({listed})." * bool(rows)


@dataclass(frozen=True)
class CountedEver(Criterion):
    """At least so many rows in any year: the clause names no span of years."""

    codes: Codes
    at_least: Entry

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The count."""
        return (self.at_least,)

    @property
    def requires(self) -> str:
        """The number in words."""
        return f"Phải có: ít nhất {self.at_least.value}"

    def compute(self, hand: Hand) -> Certainty:
        """Count the rows; years before the record is complete may hold any number."""
        enough = sum(hand.count(plane) for plane in hand.planes(self.codes)) >= (
            self.at_least.whole()
        )
        return Certainty(enough, enough | (hand.unknown(self.codes) != 0))

    def say(self, hand: RecordHand, answer: Answer) -> Said:
        """Name the rows, or since when none is known."""
        rows = hand.rows(self.codes)
        listed = _listed(tuple(row.year for row in rows))
        if answer is Answer.MET:
            found = hand.name(tuple(dict.fromkeys(row.code for row in rows)))
            return Said(f"Có {len(rows)} {lower_first(found)} ({listed}).", rows)
        name, least = hand.name(self.codes), self.at_least.whole()
        had = f"có {len(rows)} ({listed})" if rows else "chưa có"
        told = f"{name}: {had}, phải có ít nhất {least}; "
        unknown = hand.unknown(self.codes)
        if unknown:
            latest = hand.calendar(unknown)[-1]
            sentence = f"{told}chưa rõ từ năm {latest} trở về trước."
        else:
            sentence = f"{told}thiếu {least - len(rows)}."
        return Said(sentence, rows, _missing(hand, self.codes, unknown))


@dataclass(frozen=True)
class IsFact(Criterion):
    """A yes-or-no question about the nominee that is answered in the file."""

    name: str

    @property
    def requires(self) -> str:
        """The question is the title."""
        return "Phải được xác nhận trong hồ sơ"

    def compute(self, hand: Hand) -> Certainty:
        """Yes, no or not known."""
        return hand.fact(self.name)

    def say(self, hand: RecordHand, answer: Answer) -> Said:  # noqa: ARG002  # nothing to look up
        """Repeat the question with its answer."""
        told = {
            Answer.MET: "đã được xác nhận",
            Answer.NOT_MET: "không",
            Answer.FOR_A_PERSON: "hồ sơ chưa cho biết",
        }
        return Said(f"{self.title}: {told[answer]}.")


@dataclass(frozen=True)
class Judgement(Criterion):
    """What the law leaves to people; never more than possibly met."""

    question: str

    @property
    def requires(self) -> str:
        """People judge."""
        return "Do con người đánh giá"

    def compute(self, hand: Hand) -> Certainty:
        """Always open."""
        return Certainty(hand.no, hand.yes)

    def say(self, hand: RecordHand, answer: Answer) -> Said:  # noqa: ARG002  # always the same
        """Put the question."""
        return Said(self.question, why=Reason.JUDGEMENT)


def _listed(years: tuple[int, ...]) -> str:
    return ", ".join(str(year) for year in years)


def _span(hand: RecordHand, years: int) -> str:
    first, *_, end = (*hand.calendar(years), hand.calendar(years)[-1])
    return f"{first}-{end}" if first != end else str(end)


def _years_word(hand: RecordHand, years: int) -> str:
    found = hand.calendar(years)
    return ("năm " if len(found) == 1 else "các năm ") + _listed(found)


def _had(hand: RecordHand, years: int) -> str:
    found = hand.calendar(years)
    return f"có {len(found)} ({_listed(found)})" if found else "chưa có năm nào"


def _gaps(hand: RecordHand, *, absent: int, unknown: int) -> tuple[str, ...]:
    gone = (f"thiếu {_years_word(hand, absent)}",) if absent else ()
    return gone + ((f"chưa rõ {_years_word(hand, unknown)}",) if unknown else ())


def _missing(hand: RecordHand, codes: Codes, years: int) -> tuple[Missing, ...]:
    """Name unknown years by the first code; years without a beginning become one line."""
    if years >> (SPAN - 1):
        return (Missing(codes[0], hand.calendar(years)[-1], or_earlier=True),)
    return tuple(Missing(codes[0], year) for year in hand.calendar(years))
