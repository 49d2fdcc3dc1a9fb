"""A second reading of unbroken years: that they may end the year before the one considered."""

from dataclasses import dataclass, replace
from functools import cached_property

from bangvang.law.counts import Number
from bangvang.law.facts import (
    FARTHEST,
    GRADES,
    Certainty,
    Codes,
    Hand,
    RecordHand,
    other_grades,
)
from bangvang.law.finding import Answer, Finding, Reason
from bangvang.law.rule import Rule, RuleText, as_answer

DOUBT = (
    "Văn bản không nói rõ những năm liên tục có phải tính đến hết năm đang xét hay không; người "
    "thẩm định quyết định."
)


class AYearEarlier:
    """A hand whose years end one year before; what the file states is the same."""

    def __init__(self, hand: Hand) -> None:
        self.hand = hand
        self.yes = hand.yes
        self.no = hand.no

    def held(self, codes: Codes) -> int:
        """Leave out the last year."""
        return self.hand.held(codes) >> 1

    def maybe(self, codes: Codes) -> int:
        """Leave out the last year; the farthest bit holds more than one."""
        return _a_year_earlier(self.hand.maybe(codes))

    def unknown(self, codes: Codes) -> int:
        """Leave out the last year; the farthest bit holds more than one."""
        return _a_year_earlier(self.hand.unknown(codes))

    def planes(self, codes: Codes) -> tuple[int, ...]:
        """Leave out the last year."""
        return tuple(plane >> 1 for plane in self.hand.planes(codes))

    def count(self, years: int) -> int:
        """Return how many years are marked."""
        return self.hand.count(years)

    def fact(self, name: str) -> Certainty:
        """As the hand has it."""
        return self.hand.fact(name)

    def number(self, name: str) -> Number:
        """As the hand has it."""
        return self.hand.number(name)


def _a_year_earlier(years: int) -> int:
    return (years >> 1) | (years & FARTHEST)


@dataclass(frozen=True)
class OrTheYearBefore(Rule):
    """A rule over unbroken years, for a clause that does not say with which year they end.

    Met is what is met with the year considered. Where that year has none of ``run_of`` for sure,
    years that end the year before are a second reading, and a person chooses; not where a run of
    grades only is broken by another grade that the year is known to have. ``rule`` names the rule
    as written, ``base``; ``run_of`` lists grades and titles apart.
    """

    rule: str
    base: Rule
    run_of: tuple[Codes, ...]

    @cached_property
    def _breaks(self) -> tuple[Codes, ...]:
        """The grades that break a run of other grades; what titles stand for, none breaks."""
        of_grades = [codes for codes in self.run_of if codes[0] in GRADES]
        return tuple(map(other_grades, of_grades)) if len(of_grades) == len(self.run_of) else ()

    def ask(self, hand: Hand) -> Certainty:
        """Possible also where the years before make it so."""
        found, earlier = self.base.ask(hand), self.base.ask(AYearEarlier(hand))
        is_out = hand.yes
        for codes in (*self.run_of, *self._breaks):
            is_out = is_out & ((hand.held(codes) & 1) == 0)
        return Certainty(found.met, found.may | (is_out & earlier.may))

    def explain(self, hand: RecordHand) -> Finding:
        """Explain the year considered, or, where only that refuses, the years before."""
        found = self.base.explain(hand)
        if found.answer is not Answer.NOT_MET or as_answer(self.ask(hand)) is Answer.NOT_MET:
            return found
        earlier = self.base.explain(RecordHand(hand.record, year=hand.year - 1, on=hand.on))
        doubt = Finding(
            rule=f"{self.rule}.year_before",
            title=f"Thời gian liên tục tính đến năm {hand.year - 1}",
            answer=Answer.FOR_A_PERSON,
            sentence=DOUBT,
            requires="Người thẩm định quyết định cách đọc",
            cite=earlier.cite,
            seen=earlier.seen,
            why=Reason.TWO_READINGS,
        )
        told = f"Nếu tính đến năm {hand.year}: không đạt. Nếu tính đến năm {hand.year - 1}"
        return replace(
            earlier,
            answer=Answer.FOR_A_PERSON,
            sentence=f"{told}: {earlier.sentence} {DOUBT}",
            why=earlier.why or Reason.TWO_READINGS,
            parts=(*earlier.parts, doubt),
        )

    def texts(self) -> tuple[RuleText, ...]:
        """Return the conditions as written."""
        return self.base.texts()

    def asks(self) -> tuple[str, ...]:
        """Return the questions of the rule."""
        return self.base.asks()
