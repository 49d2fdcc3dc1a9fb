"""Criteria that count: rows in a span of years, in any year, or inside an unbroken run."""

from dataclasses import dataclass

from bangvang.law.called import lower_first
from bangvang.law.dated import Entry
from bangvang.law.facts import (
    FARTHEST,
    SPAN,
    TITLES,
    Certainty,
    Codes,
    Hand,
    RecordHand,
    after_the_oldest,
    last,
    perhaps_after_the_oldest,
    run,
)
from bangvang.law.finding import Answer
from bangvang.law.record import Held
from bangvang.law.rule import Criterion, Said
from bangvang.law.telling import listed, missing_rows, span_of, years_word


@dataclass(frozen=True)
class CountedWithin(Criterion):
    """At least so many rows within the last so many years; rows are counted, not years."""

    codes: Codes
    at_least: Entry
    years: Entry

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
        years = last(self.years.whole())
        count = sum(hand.count(plane & years) for plane in hand.planes(self.codes))
        enough = count >= self.at_least.whole()
        return Certainty(enough, enough | ((hand.unknown(self.codes) & years) != 0))

    def say(self, hand: RecordHand, answer: Answer) -> Said:
        """Name the rows, how many are short, and how many lie outside the span."""
        years = last(self.years.whole())
        rows = hand.rows_in(self.codes, years)
        span, name = f"các năm {span_of(hand, years)}", hand.name(self.codes)
        named = listed(tuple(row.year for row in rows))
        if answer is Answer.MET:
            found = hand.name(tuple(dict.fromkeys(row.code for row in rows)))
            return Said(f"Có {len(rows)} {lower_first(found)} trong {span} ({named}).", rows)
        count = f"có {len(rows)} ({named})" if rows else "chưa có"
        least = self.at_least.whole()
        told = f"{name} trong {span}: {count}, phải có ít nhất {least}; "
        unknown = hand.unknown(self.codes) & years
        if unknown:
            sentence = f"{told}chưa rõ {years_word(hand, unknown)}."
        else:
            outside = self._outside(hand, years) + hand.set_apart(self.codes, years)
            sentence = f"{told}thiếu {least - len(rows)}.{outside}"
        return Said(sentence, rows, missing_rows(hand, self.codes, unknown))

    def _outside(self, hand: RecordHand, years: int) -> str:
        rows = hand.rows_in(self.codes, last(SPAN) ^ years)
        named = listed(tuple(row.year for row in rows))
        return f" Ngoài thời gian này có {len(rows)} ({named})." * bool(rows)


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
        """Count the rows; years before the record is complete may hold any number.

        A year holds each title once at most, however many decisions say so.
        """
        least, unknown = self.at_least.whole(), hand.unknown(self.codes)
        enough = sum(hand.count(plane) for plane in hand.planes(self.codes)) >= least
        could = unknown != 0
        if TITLES.issuperset(self.codes):
            most = sum(hand.count(hand.maybe((code,))) for code in self.codes)
            could = could & (((unknown & FARTHEST) != 0) | (most >= least))
        return Certainty(enough, enough | could)

    def say(self, hand: RecordHand, answer: Answer) -> Said:
        """Name the rows, or since when none is known."""
        rows = hand.rows(self.codes)
        named = listed(tuple(row.year for row in rows))
        if answer is Answer.MET:
            found = hand.name_inside(tuple(dict.fromkeys(row.code for row in rows)))
            times = "lần " * (rows[0].code in TITLES)
            return Said(f"Có {len(rows)} {times}{found} ({named}).", rows)
        name, least = hand.name(self.codes), self.at_least.whole()
        count = f"có {len(rows)} ({named})" if rows else "chưa có"
        told = f"{name}: {count}, phải có ít nhất {least}; "
        unknown = hand.unknown(self.codes)
        if unknown and answer is Answer.NOT_MET:
            sentence = f"{told}kể cả những năm chưa rõ cũng không đủ."
        elif unknown:
            latest = hand.latest(unknown)
            sentence = f"{told}chưa rõ từ năm {latest} trở về trước."
        else:
            sentence = f"{told}thiếu {least - len(rows)}.{hand.set_apart(self.codes)}"
        return Said(sentence, rows, missing_rows(hand, self.codes, unknown))


@dataclass(frozen=True)
class CountedInRun(Criterion):
    """At least so many inside the unbroken run that ends with the achievement year.

    ``run_of`` (or ``or_run_of`` in the same year) makes the run. ``after``: only the part of it
    after the oldest of these awards; any of them may be the one the clause means. ``by_year``
    counts years with one of the codes, for grades and titles; otherwise rows are counted.
    ``ending``: how many years before the achievement year the run ends; those years are set aside.
    """

    codes: Codes
    at_least: Entry
    run_of: Codes
    or_run_of: Codes = ()
    after: Codes = ()
    by_year: bool = False
    ending: int = 0

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The count."""
        return (self.at_least,)

    @property
    def requires(self) -> str:
        """The number in words."""
        return f"Phải có: ít nhất {self.at_least.value} trong thời gian liên tục đó"

    def compute(self, hand: Hand) -> Certainty:
        """Count in the certain run, and in the longest possible one."""
        sure, possible = self._runs(hand)
        least = self.at_least.whole()
        if self.by_year:
            return Certainty(
                hand.count(hand.held(self.codes) & sure) >= least,
                hand.count(hand.maybe(self.codes) & possible) >= least,
            )
        planes = hand.planes(self.codes)
        certain = sum(hand.count(plane & sure) for plane in planes) >= least
        enough = sum(hand.count(plane & possible) for plane in planes) >= least
        return Certainty(certain, enough | ((hand.unknown(self.codes) & possible) != 0))

    def say(self, hand: RecordHand, answer: Answer) -> Said:
        """Name the rows inside the run, how many are short, and how many lie outside."""
        sure, possible = self._runs(hand)
        years = sure if answer is Answer.MET else possible
        rows = hand.rows_in(self.codes, years)
        name, told_years = hand.name(self.codes), self._told(rows)
        number, named = len(told_years), listed(told_years)
        if not years:
            return Said(f"{name}: {self._nothing_to_count(hand)}.")
        if answer is Answer.MET:
            found = hand.name(tuple(dict.fromkeys(row.code for row in rows)))
            noun = self._noun(hand, tuple(dict.fromkeys(row.code for row in rows)), found)
            return Said(f"Có {number} {noun} trong {_span(hand, years)} ({named}).", rows)
        least = self.at_least.whole()
        count = f"có {number} ({named})" if rows else "chưa có"
        span = _span(hand, years)
        told = f"{name} trong thời gian liên tục {span}: {count}, phải có ít nhất {least}"
        if answer is Answer.FOR_A_PERSON:
            open_years = (hand.maybe(self.codes) ^ hand.held(self.codes)) & possible
            unclear = _unclear(hand, open_years or possible ^ sure)
            if number >= least and possible ^ sure:  # enough rows: only the run is unclear
                unclear = f"{_unclear(hand, possible ^ sure)} có thuộc thời gian đó hay không"
            sentence = f"{told}; chưa rõ {unclear}."
            return Said(sentence, rows, missing_rows(hand, self.codes, open_years))
        outside = self._told(hand.rows_in(self.codes, last(SPAN) ^ years))
        beyond = f" Ngoài thời gian này có {len(outside)} ({listed(outside)})." * bool(outside)
        apart = hand.set_apart(self.codes, years)
        return Said(f"{told}; thiếu {least - number}.{beyond}{apart}", rows)

    def _noun(self, hand: RecordHand, codes: Codes, found: str) -> str:
        """Name what was counted: years of a grade, a title so many times, or rows."""
        if not self.by_year:
            return lower_first(found)
        return f"{'lần' if codes[0] in TITLES else 'năm'} {hand.name_inside(codes)}"

    def _nothing_to_count(self, hand: RecordHand) -> str:
        """Say why no year can be counted: the award that has to come first, or no year at all."""
        if self.after and not hand.maybe(self.after):
            return f"chưa tính được vì chưa có {hand.name(self.after)}"
        return "không có năm liên tục nào để tính"

    def _told(self, rows: tuple[Held, ...]) -> tuple[int, ...]:
        """Return the years to name: of each row, or each once where years are counted."""
        years = tuple(row.year for row in rows)
        return tuple(dict.fromkeys(years)) if self.by_year else years

    def _runs(self, hand: Hand) -> tuple[int, int]:
        sure, possible = hand.held(self.run_of), hand.maybe(self.run_of)
        if self.or_run_of:
            sure, possible = sure | hand.held(self.or_run_of), possible | hand.maybe(self.or_run_of)
        aside = last(self.ending)
        sure, possible = run(sure | aside) ^ aside, run(possible | aside) ^ aside
        if self.after:
            sure = sure & after_the_oldest(hand.held(self.after))
            possible = possible & perhaps_after_the_oldest(hand.maybe(self.after))
        return sure, possible


def _span(hand: RecordHand, years: int) -> str:
    """Name the years of a run; one without a known beginning by its last year."""
    end, span = hand.latest(years), span_of(hand, years)
    if years >> (SPAN - 1):
        return f"đến năm {end}"
    return f"năm {end}" if span == str(end) else f"các năm {span}"


def _unclear(hand: RecordHand, years: int) -> str:
    """Name unknown years; those without a known beginning by the last one."""
    if years >> (SPAN - 1):
        return f"từ năm {hand.latest(years)} trở về trước"
    return years_word(hand, years)
