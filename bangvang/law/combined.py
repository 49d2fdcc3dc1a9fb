"""Rules made of rules: all of them, any of them, or a second reading of the clause.

Three-valued logic comes from joining both halves of each answer with ``&`` or ``|``.
"""

from abc import abstractmethod
from dataclasses import dataclass, replace
from functools import cached_property

from bangvang.law.called import lower_first
from bangvang.law.citation import Citation
from bangvang.law.facts import Certainty, Hand, RecordHand
from bangvang.law.finding import Answer, Finding, Reason, Used, chosen, pick
from bangvang.law.instruments import weakest
from bangvang.law.rule import Branch, Rule, RuleText

_WEAKEST_FIRST = (Answer.NOT_MET, Answer.FOR_A_PERSON, Answer.MET)
_STRONGEST_FIRST = (Answer.MET, Answer.FOR_A_PERSON, Answer.NOT_MET)


@dataclass(frozen=True)
class Reading(Rule):
    """A second way to read the clause: possible at most, and a person chooses the reading.

    ``doubt`` is the Vietnamese sentence saying what the text leaves open.
    """

    rule: str
    inner: Rule
    doubt: str

    def ask(self, hand: Hand) -> Certainty:
        """Possible where the inner condition is."""
        return Certainty(hand.no, self.inner.ask(hand).may)

    def explain(self, hand: RecordHand) -> Finding:
        """Say what would hold under this reading, and the doubt."""
        found = self.inner.explain(hand)
        shown = found.deciding()
        shown = shown.parts[0] if shown.parts else shown
        is_met, is_out = found.answer is Answer.MET, found.answer is Answer.NOT_MET
        return Finding(
            rule=self.rule,
            title=shown.title,
            answer=Answer.NOT_MET if is_out else Answer.FOR_A_PERSON,
            sentence=shown.sentence if is_out else f"{shown.sentence} {self.doubt}",
            requires=shown.requires,
            cite=found.cite,
            seen=found.seen,
            used=found.used,
            missing=found.missing,
            why=Reason.TWO_READINGS if is_met else found.why,
            asked=found.asked,
        )

    def asks(self) -> tuple[str, ...]:
        """Return the inner questions."""
        return self.inner.asks()

    def texts(self) -> tuple[RuleText, ...]:
        """Return the inner conditions with the doubt."""
        return tuple(
            replace(text, rule=self.rule, sentence=f"{text.sentence} {self.doubt}")
            for text in self.inner.texts()
        )


@dataclass(frozen=True)
class Several(Rule):
    """Conditions put together, under one title."""

    rule: str
    title: str
    cite: Citation
    parts: tuple[Rule, ...]

    def explain(self, hand: RecordHand) -> Finding:
        """Explain the parts, and say what they come to together."""
        parts = tuple([part.explain(hand) for part in self.parts])
        if not self.is_said_alike:
            return self._whole(parts)
        key = tuple(map(id, parts))  # of findings that the one kept keeps alive
        kept = self._findings.get(key)
        if kept is None:
            kept = self._findings[key] = self._whole(parts)
        return kept

    @cached_property
    def is_said_alike(self) -> bool:
        """Whether all parts are."""
        return all(part.is_said_alike for part in self.parts)

    @cached_property
    def _findings(self) -> dict[tuple[int, ...], Finding]:
        return {}

    def _whole(self, parts: tuple[Finding, ...]) -> Finding:
        answer = self.joined([part.answer for part in parts])
        sentence, used = self.told(parts, answer)
        is_open = answer is Answer.FOR_A_PERSON
        left = [part for part in parts if part.why] if is_open else []
        return Finding(
            rule=self.rule,
            title=self.title,
            answer=answer,
            sentence=sentence,
            requires=self.requires(parts),
            cite=self.cite,
            seen=weakest(*(part.seen for part in parts)),
            used=used,
            missing=tuple(dict.fromkeys(row for part in left for row in part.missing)),
            why=pick(part.why for part in left if part.why),
            parts=parts,
            asked=tuple(dict.fromkeys(name for part in left for name in part.asked)),
        )

    def asks(self) -> tuple[str, ...]:
        """Return the questions of all parts."""
        return tuple(dict.fromkeys(name for part in self.parts for name in part.asks()))

    def texts(self) -> tuple[RuleText, ...]:
        """Return the conditions of all parts."""
        return tuple(text for part in self.parts for text in part.texts())

    @abstractmethod
    def joined(self, answers: list[Answer]) -> Answer:
        """Return the answer that ``ask`` gives, from those of the parts."""

    @abstractmethod
    def told(self, parts: tuple[Finding, ...], answer: Answer) -> tuple[str, tuple[Used, ...]]:
        """Return the sentence of the whole, and the rows it rests on; two alike rows are two."""

    @abstractmethod
    def requires(self, parts: tuple[Finding, ...]) -> str:
        """Return the condition of the whole in a few words."""


@dataclass(frozen=True)
class AllOf(Several):
    """Every part has to be met."""

    def ask(self, hand: Hand) -> Certainty:
        """Both answers joined by «and»."""
        met, may = hand.yes, hand.yes
        for part in self.parts:
            found = part.ask(hand)
            met, may = met & found.met, may & found.may
        return Certainty(met, may)

    def joined(self, answers: list[Answer]) -> Answer:
        """One «no» is enough; «yes» needs all."""
        return _first(_WEAKEST_FIRST, answers)

    def told(self, parts: tuple[Finding, ...], answer: Answer) -> tuple[str, tuple[Used, ...]]:  # noqa: ARG002  # all count
        """Count the conditions; the parts themselves say more. Rows are those of all parts."""
        answers = [part.answer for part in parts]
        told = [f"Đạt {answers.count(Answer.MET)} trên {len(parts)} điều kiện"]
        if failed := answers.count(Answer.NOT_MET):
            told.append(f"{failed} không đạt")
        if open_ := answers.count(Answer.FOR_A_PERSON):
            told.append(f"{open_} cần người xem xét")
        return f"{', '.join(told)}.", tuple(row for part in parts for row in part.used)

    def requires(self, parts: tuple[Finding, ...]) -> str:
        """All of them."""
        return f"Phải đạt cả {len(parts)} điều kiện"


@dataclass(frozen=True)
class AnyOf(Several):
    """One part is enough; the first is the usual one."""

    def ask(self, hand: Hand) -> Certainty:
        """Both answers joined by «or»."""
        met, may = hand.no, hand.no
        for part in self.parts:
            found = part.ask(hand)
            met, may = met | found.met, may | found.may
        return Certainty(met, may)

    def joined(self, answers: list[Answer]) -> Answer:
        """One «yes» is enough; «no» needs all."""
        return _first(_STRONGEST_FIRST, answers)

    def told(self, parts: tuple[Finding, ...], answer: Answer) -> tuple[str, tuple[Used, ...]]:
        """Let the part that carried, or the usual one, speak; ways may look at the same row."""
        speaks = chosen(parts, answer)
        return speaks.sentence, speaks.used

    def texts(self) -> tuple[RuleText, ...]:
        """Return all conditions, each with the way it belongs to."""
        return tuple(
            replace(text, branches=(branch, *text.branches))
            for branch, part in zip(self._branches(), self.parts, strict=True)
            for text in part.texts()
        )

    def _branches(self) -> tuple[Branch, ...]:
        of = len(self.parts)
        return tuple(Branch(self.rule, self.title, number, of) for number in range(1, of + 1))

    def requires(self, parts: tuple[Finding, ...]) -> str:
        """What the usual way asks for."""
        return parts[0].requires


@dataclass(frozen=True)
class Ways(AnyOf):
    """The routes to one award; any of them is enough, and the nearest one speaks for the rest."""

    def explain(self, hand: RecordHand) -> Finding:
        """Explain every way; where none is met, the nearest leads."""
        found = super().explain(hand)
        if found.answer is not Answer.NOT_MET:
            return found
        nearest = min(found.parts, key=Finding.distance)
        said = f"Không đạt trường hợp nào trong {len(found.parts)} trường hợp đã xét."
        told = f"{said} Gần nhất: {lower_first(nearest.title)}: {nearest.deciding().sentence}"
        others = nearest.failed() - 1
        more = f" Ngoài ra còn {others} điều kiện không đạt." if others else ""
        return replace(found, sentence=told + more)


def _first(order: tuple[Answer, ...], answers: list[Answer]) -> Answer:
    return next(answer for answer in order if answer in answers)
