"""Exceptions to a rule: where one applies, it stands in the rule's place.

Whether an exception applies may itself be unknown; then every outcome that is possible is joined:
certainly met is what is met in all of them. An exception stands at the rule it changes, so there
is no order to get wrong, no dangling target and no ring. Two exceptions that may both apply and
lead to different answers leave the answer to a person, naming both.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bangvang.law.citation import Citation
from bangvang.law.facts import Certainty, Hand, RecordHand
from bangvang.law.finding import Answer, Finding, Reason, pick
from bangvang.law.instruments import weakest
from bangvang.law.rule import Rule, RuleText, as_answer

EXCEPTION = "Ngoại lệ"


@dataclass(frozen=True)
class Instead:
    """Where ``when`` holds, ``then`` is asked instead; ``title`` says so in Vietnamese.

    ``whom``: for whom it is, in Vietnamese, where the conditions of ``then`` do not say it.
    """

    title: str
    cite: Citation
    when: Rule
    then: Rule
    whom: str = ""


@dataclass(frozen=True)
class Excepted(Rule):
    """A rule with its exceptions."""

    rule: str
    base: Rule
    exceptions: tuple[Instead, ...]

    def ask(self, hand: Hand) -> Certainty:
        """Join all outcomes that are possible."""
        met, may, is_plain = hand.yes, hand.no, hand.yes
        for one in self.exceptions:
            applies, found = one.when.ask(hand), one.then.ask(hand)
            met = met & ((applies.may ^ hand.yes) | found.met)
            may = may | (applies.may & found.may)
            is_plain = is_plain & (applies.met ^ hand.yes)
        found = self.base.ask(hand)
        return Certainty(met & ((is_plain ^ hand.yes) | found.met), may | (is_plain & found.may))

    def explain(self, hand: RecordHand) -> Finding:
        """Explain the outcome that holds, or all that are possible."""
        possible = [one for one in self.exceptions if one.when.ask(hand).may]
        certain = [one for one in possible if one.when.ask(hand).met]
        if not possible:
            return self.base.explain(hand)
        outcomes = [_named(one, one.then.explain(hand)) for one in possible]
        if not certain:
            outcomes.append(self.base.explain(hand))
        if len(outcomes) == 1:
            return outcomes[0]
        differ = len({one.then.explain(hand).answer for one in certain}) > 1
        said = _told(outcomes, is_last_plain=not certain)
        return self._joined(hand, tuple(outcomes), said, clash=differ)

    def texts(self) -> tuple[RuleText, ...]:
        """Return the rule as written, then each exception."""
        own = (
            replace(text, sentence=_written(one, text.sentence))
            for one in self.exceptions
            for text in one.then.texts()
        )
        return (*self.base.texts(), *own)

    def asks(self) -> tuple[str, ...]:
        """Return the questions of the rule and of its exceptions."""
        inner = (name for one in self.exceptions for name in (*one.when.asks(), *one.then.asks()))
        return tuple(dict.fromkeys((*self.base.asks(), *inner)))

    def _joined(
        self, hand: RecordHand, outcomes: tuple[Finding, ...], said: str, *, clash: bool
    ) -> Finding:
        answer = as_answer(self.ask(hand))
        is_open = answer is Answer.FOR_A_PERSON
        unclear = [one.when.explain(hand) for one in self.exceptions]
        open_ = (*unclear, *outcomes)
        why = Reason.EXCEPTIONS_CLASH if clash else pick(one.why for one in outcomes if one.why)
        return Finding(
            rule=self.rule,
            title=outcomes[-1].title,
            answer=answer,
            sentence=said,
            requires=outcomes[-1].requires,
            cite=outcomes[0].cite,
            seen=weakest(*(one.seen for one in outcomes)),
            used=tuple(dict.fromkeys(row for one in outcomes for row in one.used)),
            missing=tuple(dict.fromkeys(row for one in open_ for row in one.missing))
            if is_open
            else (),
            why=(why or Reason.FACT_MISSING) if is_open else None,
            asked=tuple(dict.fromkeys(name for one in open_ for name in one.asked))
            if is_open
            else (),
        )


def _told(outcomes: Sequence[Finding], *, is_last_plain: bool) -> str:
    """Tell every outcome with the case in which it holds; the last may be that of no exception."""
    cases = ["Nếu thuộc ngoại lệ"] * len(outcomes)
    if is_last_plain:
        cases[-1] = "Nếu không thuộc ngoại lệ"
    return " ".join(
        f"{case} ({one.title}): {one.sentence}" for case, one in zip(cases, outcomes, strict=True)
    )


def _written(one: Instead, sentence: str) -> str:
    """Say that a condition is an exception, and for whom; one inside another says it once."""
    whom, told = [one.whom] if one.whom else [], sentence
    if sentence.startswith(EXCEPTION):
        inner, _, told = sentence.removeprefix(EXCEPTION).partition(": ")
        whom += [inner.strip(" ()")] if inner else []
    named = f" ({'; '.join(whom)})" if whom else ""
    return f"{EXCEPTION}{named}: {told}"


def _named(one: Instead, found: Finding) -> Finding:
    return replace(found, title=one.title, sentence=f"{found.sentence} ({one.cite.text})")
