"""Criteria about what the file states: yes or no, a count, a share; and what people judge."""

from abc import abstractmethod
from dataclasses import dataclass
from functools import cached_property

from bangvang.law.dated import Entry
from bangvang.law.facts import Certainty, Hand, RecordHand
from bangvang.law.finding import Answer, Finding, Reason
from bangvang.law.questions import questions
from bangvang.law.rule import Criterion, Said


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
        """Compare; a count not known may be anything."""
        found = hand.number(self.name)
        enough = found.value >= self.least.whole()
        return Certainty(found.known & enough, enough | (found.known ^ hand.yes))

    def say(self, hand: RecordHand, answer: Answer) -> Said:
        """Repeat the count and how much is short."""
        found = hand.number(self.name)
        if not found.known:
            return Said(f"{self.title}: hồ sơ chưa cho biết.")
        short = self.least.whole() - found.value
        end = f"; thiếu {short}" if answer is Answer.NOT_MET else ""
        return Said(f"{self.title}: {found.value} {self.unit}{end}.")


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
        none = found.value == 0
        return Certainty(found.known & none, none)

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
    greater than its whole, and a share of nobody, are mistakes in the file and settle nothing.
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
        words = "trên" if self.more_than else "ít nhất"
        return f"Phải có: {words} {self.percent.value} %"

    def asks(self) -> tuple[str, ...]:
        """What the file is asked."""
        return (self.part, self.whole)

    def compute(self, hand: Hand) -> Certainty:
        """Hold part times a hundred against percent times the whole, where both can be true."""
        part, whole = hand.number(self.part), hand.number(self.whole)
        is_sound = (whole.value >= part.value) & (whole.value >= 1)
        known = part.known & whole.known & is_sound
        have, need = part.value * 100, whole.value * self.percent.whole()
        enough = (have >= need + 1) if self.more_than else (have >= need)
        return Certainty(known & enough, enough | (known ^ hand.yes))

    def say(self, hand: RecordHand, answer: Answer) -> Said:
        """Repeat both counts, the share to two places, and how many are short."""
        part, whole = hand.number(self.part), hand.number(self.whole)
        if answer is Answer.FOR_A_PERSON:
            return Said(f"{self.title}: {self._unclear(hand)}.")
        share = f"{part.value * 10000 // whole.value / 100:.2f}".replace(".", ",")
        told = f"{self.title}: {part.value} trên {whole.value} người ({share} %)"
        if answer is Answer.MET:
            return Said(f"{told}.")
        floor = whole.value * self.percent.whole()
        least = floor // 100 + 1 if self.more_than else -(-floor // 100)
        return Said(f"{told}; thiếu {least - part.value} người.")

    def _unclear(self, hand: RecordHand) -> str:
        part, whole = hand.number(self.part), hand.number(self.whole)
        if part.known & whole.known:
            return f"số liệu không khớp ({part.value} trên {whole.value} người)"
        return "hồ sơ chưa cho biết đủ số người"
