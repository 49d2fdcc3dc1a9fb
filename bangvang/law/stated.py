"""Criteria about what the file states: yes or no, a count, a share; and what people judge.

A count may come from the register's roll of a collective as well, and then may be bounded only.
"""

from abc import abstractmethod
from dataclasses import dataclass
from functools import cached_property

from bangvang.law.counts import count_said, greater, is_disputed, lesser
from bangvang.law.dated import Entry
from bangvang.law.facts import Certainty, Hand, RecordHand
from bangvang.law.finding import Answer, Finding, Reason
from bangvang.law.questions import questions
from bangvang.law.rule import Criterion, Said

MORE_THAN, AT_LEAST = "Phải có: trên", "Phải có: ít nhất"


@dataclass(frozen=True)
class SaidAlike(Criterion):
    """A condition that says the same of everybody with the same answer, so each finding is kept."""

    @property
    def is_said_alike(self) -> bool:
        """It looks at nothing but what the file states."""
        return True

    @abstractmethod
    def told_by(self, hand: RecordHand) -> tuple[object, ...]:
        """Return all of a nominee that its finding rests on."""

    def explain(self, hand: RecordHand) -> Finding:
        """Return the finding of this answer, with the questions that are left."""
        told_by = self.told_by(hand)
        kept = self._findings.get(told_by)
        if kept is None:
            kept = self._findings[told_by] = super().explain(hand)
        return kept

    @cached_property
    def _findings(self) -> dict[tuple[object, ...], Finding]:
        return {}


@dataclass(frozen=True)
class IsFact(SaidAlike):
    """A yes-or-no question about the nominee that is answered in the file.

    ``title`` says the condition, which is met by the answer that its question names as wanted.
    """

    name: str

    @property
    def requires(self) -> str:
        """The question is the title."""
        return "Phải được xác nhận trong hồ sơ"

    def asks(self) -> tuple[str, ...]:
        """What the file is asked."""
        return (self.name,)

    def compute(self, hand: Hand) -> Certainty:
        """Yes, no or not known; the other way round where «không» is wanted."""
        found = hand.fact(self.name)
        if self._is_yes_wanted:
            return found
        return Certainty(found.may ^ hand.yes, found.met ^ hand.yes)

    def told_by(self, hand: RecordHand) -> tuple[object, ...]:
        """By the answer, told even where the law leaves the condition open, and its being given."""
        found = self.compute(hand)
        return (found.met, found.may, self.unanswered(hand))

    def say(self, hand: RecordHand, answer: Answer) -> Said:  # noqa: ARG002  # nothing to look up
        """Repeat the condition, and what the file says of it."""
        told = {
            Answer.MET: "đã được xác nhận",
            Answer.NOT_MET: "hồ sơ xác nhận không đạt",
            Answer.FOR_A_PERSON: "hồ sơ chưa cho biết",
        }
        return Said(f"{self.title}: {told[answer]}.")

    @cached_property
    def _is_yes_wanted(self) -> bool:
        question = questions().get(self.name)
        return question is None or question.wanted


@dataclass(frozen=True)
class Judgement(SaidAlike):
    """What the law leaves to people; never more than possibly met."""

    question: str

    @property
    def requires(self) -> str:
        """People judge."""
        return "Do người thẩm định, Hội đồng đánh giá"

    def compute(self, hand: Hand) -> Certainty:
        """Always open."""
        return Certainty(hand.no, hand.yes)

    def told_by(self, hand: RecordHand) -> tuple[object, ...]:  # noqa: ARG002  # nobody's history
        """By nothing: it is the same question about everybody."""
        return ()

    def say(self, hand: RecordHand, answer: Answer) -> Said:  # noqa: ARG002  # always the same
        """Put the question."""
        return Said(self.question, why=Reason.JUDGEMENT)


@dataclass(frozen=True)
class AtLeast(Criterion):
    """A count that the file states, held against a number."""

    name: str
    least: Entry
    unit: str

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The number."""
        return (self.least,)

    @property
    def requires(self) -> str:
        """The number in words."""
        return f"Phải có: ít nhất {self.least.value} {self.unit}"

    def asks(self) -> tuple[str, ...]:
        """What the file is asked."""
        return (self.name,)

    def compute(self, hand: Hand) -> Certainty:
        """Compare; a count not known may be anything within its bounds."""
        found, least = hand.number(self.name), self.least.whole()
        return Certainty(found.least >= least, found.most >= least)

    def say(self, hand: RecordHand, answer: Answer) -> Said:
        """Repeat the count and how much is short."""
        told = count_said(hand.record, self.name)
        if not told:
            return Said(f"{self.title}: hồ sơ chưa cho biết.")
        short = self.least.whole() - hand.number(self.name).most
        end = f"; thiếu {short}" if answer is Answer.NOT_MET else ""
        return Said(f"{self.title}: {told} {self.unit}{end}.")


@dataclass(frozen=True)
class NoneOf(Criterion):
    """A count that the file states and that must be nil; ``what`` is the Vietnamese noun."""

    name: str
    what: str

    @property
    def requires(self) -> str:
        """The condition in words."""
        return f"Không được có {self.what}"

    def asks(self) -> tuple[str, ...]:
        """What the file is asked."""
        return (self.name,)

    def compute(self, hand: Hand) -> Certainty:
        """Nil, more, or not known."""
        found = hand.number(self.name)
        return Certainty(found.most == 0, found.least == 0)

    def say(self, hand: RecordHand, answer: Answer) -> Said:
        """Repeat the count."""
        found = hand.number(self.name)
        if not found.known:
            return Said(f"{self.title}: hồ sơ chưa cho biết.")
        told = f"có {found.value} {self.what}" if answer is Answer.NOT_MET else "không có"
        return Said(f"{self.title}: {told}.")


@dataclass(frozen=True)
class ShareOf(Criterion):
    """One count as a share of another, in percent; compared in whole numbers.

    ``more_than``: strictly more, as «trên 50 %»; otherwise at least, as «từ 70 % trở lên». A part
    greater than its whole, and a share of nobody, are mistakes and settle nothing. Of counts that
    are bounded only, met is what the smallest part of the greatest whole meets, and possible what
    the greatest part of the smallest whole that can hold it meets.
    """

    part: str
    whole: str
    percent: Entry
    more_than: bool = False

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The percentage."""
        return (self.percent,)

    @property
    def requires(self) -> str:
        """The share in words."""
        return f"{MORE_THAN if self.more_than else AT_LEAST} {self.percent.value} %"

    def asks(self) -> tuple[str, ...]:
        """What the file is asked."""
        return (self.part, self.whole)

    def compute(self, hand: Hand) -> Certainty:
        """Hold part times a hundred against percent times the whole, where both can be true."""
        part, whole = hand.number(self.part), hand.number(self.whole)
        fewest = greater(whole.least, part.least)
        is_sound = (whole.least >= 1) & (whole.most >= fewest)
        enough = self._is_enough(lesser(part.most, fewest), fewest)
        return Certainty(
            is_sound & self._is_enough(part.least, whole.most), enough | (is_sound ^ hand.yes)
        )

    def _is_enough(self, part: int, whole: int) -> bool:
        have, need = part * 100, whole * self.percent.whole()
        return (have >= need + 1) if self.more_than else (have >= need)

    def say(self, hand: RecordHand, answer: Answer) -> Said:
        """Repeat both counts, the share to two places, and how many are short."""
        part, whole = hand.number(self.part), hand.number(self.whole)
        if answer is Answer.FOR_A_PERSON:
            return Said(f"{self.title}: {self._unclear(hand)}.")
        some, everybody = (count_said(hand.record, name) for name in self.asks())
        told = f"{self.title}: {some} trên {everybody} người"
        if not part.known & whole.known:
            return Said(f"{told}.")
        share = f"{part.value * 10000 // whole.value / 100:.2f}".replace(".", ",")
        told = f"{told} ({share} %)"
        if answer is Answer.MET:
            return Said(f"{told}.")
        floor = whole.value * self.percent.whole()
        least = floor // 100 + 1 if self.more_than else -(-floor // 100)
        return Said(f"{told}; thiếu {least - part.value} người.")

    def _unclear(self, hand: RecordHand) -> str:
        told = [count_said(hand.record, name) for name in self.asks()]
        if not all(told) and not any(name in hand.record.roll for name in self.asks()):
            return "hồ sơ chưa cho biết đủ số người"
        both = " trên ".join(one or "chưa rõ" for one in told)
        is_settled = all(hand.number(name).known for name in self.asks())
        is_slip = is_settled or any(is_disputed(hand.record, name) for name in self.asks())
        return f"{'số liệu không khớp' if is_slip else 'chưa đủ rõ'} ({both} người)"
