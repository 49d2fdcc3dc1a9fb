"""What a rule is: asked for an answer in three values, or asked to explain it.

``ask`` runs on one nominee and on columns of nominees alike; ``explain`` runs on one nominee and
only when somebody looks. A criterion is a rule without parts; it answers by itself only where all
its numbers were read in a source text.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from bangvang.law.citation import Citation
from bangvang.law.counts import is_counted
from bangvang.law.dated import Entry
from bangvang.law.facts import Certainty, Hand, RecordHand
from bangvang.law.finding import Answer, Finding, Missing, Reason, Used
from bangvang.law.instruments import Seen, weakest
from bangvang.law.record import Held

COMPUTED = frozenset({Seen.SOURCE, Seen.SECONDARY, Seen.INFERRED})
UNREAD = "Mức cụ thể: chưa có nguyên văn"


@dataclass(frozen=True)
class Branch:
    """One way of a choice: the rule that offers it, its title, the way's number, of how many."""

    rule: str
    title: str
    number: int
    of: int

    @property
    def way_vi(self) -> str:
        """Which way of how many, «Cách 1 trong 2»."""
        return f"Cách {self.number} trong {self.of}"


@dataclass(frozen=True)
class RuleText:
    """A condition as written, for a page that shows the law without a nominee.

    ``entries``: the ids of the dated numbers in it.
    ``branches``: where one way of several is enough, the way it belongs to, the outermost choice
    first; conditions with the same branches belong together. Empty: needed whichever way is taken.
    """

    rule: str
    sentence: str
    cite: Citation
    seen: Seen
    value: str
    compared_on: date | None = None
    entries: tuple[str, ...] = ()
    branches: tuple[Branch, ...] = ()


@dataclass(frozen=True)
class Said:
    """What a criterion found out about one nominee, before it becomes a finding."""

    sentence: str
    used: tuple[Held, ...] = ()
    missing: tuple[Missing, ...] = ()
    why: Reason = Reason.FACT_MISSING


class Rule(ABC):
    """A condition: asked for an answer, or asked to explain it."""

    rule: str

    @property
    def is_said_alike(self) -> bool:
        """Whether everybody with the same answers is told the same, so that findings are kept."""
        return False

    @abstractmethod
    def ask(self, hand: Hand) -> Certainty:
        """Return whether it is certainly and whether it is possibly met."""

    @abstractmethod
    def explain(self, hand: RecordHand) -> Finding:
        """Return the same answer for one nominee, with sentence, clause and rows."""

    @abstractmethod
    def texts(self) -> tuple[RuleText, ...]:
        """Return the conditions as written."""

    @abstractmethod
    def asks(self) -> tuple[str, ...]:
        """Return the names of the questions to the file, see ``questions``."""


@dataclass(frozen=True)
class Criterion(Rule):
    """A condition without parts. ``title`` names it, ``cite`` is the clause it codes.

    ``known``: how well the wording of the condition itself is known, its numbers aside.
    """

    rule: str
    title: str
    cite: Citation
    known: Seen = field(default=Seen.SOURCE, kw_only=True)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The dated numbers it rests on."""
        return ()

    @cached_property
    def seen(self) -> Seen:
        """How well the least known of its wording and its numbers is known."""
        return weakest(self.known, *(entry.seen for entry in self.entries))

    @cached_property
    def open_why(self) -> Reason | None:
        """Why the law itself leaves this open, whatever the nominee's history."""
        if any(entry.text_unseen for entry in self.entries):
            return Reason.TEXT_UNSEEN
        return None if self.seen is Seen.SOURCE else Reason.WEAK_SOURCE

    @property
    @abstractmethod
    def requires(self) -> str:
        """The condition in a few Vietnamese words."""

    @abstractmethod
    def compute(self, hand: Hand) -> Certainty:
        """Answer from the numbers, which are known."""

    @abstractmethod
    def say(self, hand: RecordHand, answer: Answer) -> Said:
        """Put the answer in a sentence, with the nearest miss."""

    def ask(self, hand: Hand) -> Certainty:
        """Return the computed answer if the law's text allows one, else leave it open."""
        if self.open_why:
            return Certainty(hand.no, hand.yes)
        return self.compute(hand)

    def explain(self, hand: RecordHand) -> Finding:
        """Return the answer with its sentence and rows."""
        answer = as_answer(self.ask(hand))
        said = self._open(hand) if self.open_why else self.say(hand, answer)
        is_open = answer is Answer.FOR_A_PERSON
        return Finding(
            rule=self.rule,
            title=self.title,
            answer=answer,
            sentence=said.sentence,
            requires=self._required,
            cite=self.cite,
            seen=self.seen,
            used=tuple(_used(row) for row in said.used),
            missing=said.missing if is_open else (),
            why=said.why if is_open else None,
            asked=self.unanswered(hand) if is_open else (),
        )

    def asks(self) -> tuple[str, ...]:
        """Return the questions to the file; most criteria look at years only."""
        return ()

    def unanswered(self, hand: RecordHand) -> tuple[str, ...]:
        """Return the questions to which neither the file nor the register's roll has an answer."""
        asked = self.asks()
        if not asked:
            return ()
        stated = hand.record.facts
        return tuple(
            name for name in asked if stated.get(name) is None and not is_counted(hand.record, name)
        )

    def texts(self) -> tuple[RuleText, ...]:
        """Return the condition as written."""
        value = ", ".join(str(entry.value) for entry in self.entries if entry.value is not None)
        sentence = f"{self.title}. {self._required}."
        compared = min((entry.compared_on for entry in self.entries), default=None)
        ids = tuple(entry.id for entry in self.entries)
        return (RuleText(self.rule, sentence, self.cite, self.seen, value, compared, ids),)

    @cached_property
    def _required(self) -> str:
        """The condition in words, without the numbers that nobody has read."""
        return UNREAD if self.open_why is Reason.TEXT_UNSEEN else self.requires

    def _open(self, hand: RecordHand) -> Said:
        if self.open_why is Reason.TEXT_UNSEEN:
            return Said(
                f"{self.title}: hệ thống chưa có nguyên văn quy định đang có hiệu lực; "
                "người thẩm định đối chiếu văn bản.",
                why=Reason.TEXT_UNSEEN,
            )
        warning = "Quy định này chưa được đối chiếu với văn bản gốc nên chưa thể kết luận."
        if self.seen not in COMPUTED:
            return Said(f"{self.title}: {warning}", why=Reason.WEAK_SOURCE)
        computed = as_answer(self.compute(hand))
        said = self.say(hand, computed)
        missing = said.missing if computed is Answer.FOR_A_PERSON else ()
        return Said(f"{said.sentence} {warning}", said.used, missing, Reason.WEAK_SOURCE)


def is_second_hand(rule: Rule) -> bool:
    """Say whether any condition of a rule is computed by a wording read only in another text."""
    if isinstance(rule, Criterion) and rule.known is Seen.SECONDARY:
        return True
    return any(is_second_hand(part) for part in _within(rule))


def as_read(rule: Rule) -> Rule:
    """Return the rule as it is once people found its wording in the official text as coded.

    What was inferred, recalled or never found stays open: it is no wording to compare.
    """
    read: Rule = _read(rule)
    return read


def _read(part: Any) -> Any:
    """Return a part with every wording inside it read; an exception holds rules and is none."""
    if isinstance(part, tuple):
        return tuple(_read(one) for one in part)
    if not _holds_rules(part):
        return part
    changed = {one.name: _read(getattr(part, one.name)) for one in fields(part)}
    if changed.get("known") is Seen.SECONDARY:
        changed["known"] = Seen.SOURCE
    return replace(part, **changed)


def _within(part: Any) -> Iterator[Rule]:
    for one in fields(part):
        value = getattr(part, one.name)
        for inner in value if isinstance(value, tuple) else (value,):
            if isinstance(inner, Rule):
                yield inner
            elif _holds_rules(inner):
                yield from _within(inner)


def _holds_rules(part: Any) -> bool:
    """Say whether a part is a rule, or an exception, which holds rules in its fields."""
    if isinstance(part, Rule):
        return True
    return is_dataclass(part) and any(
        isinstance(getattr(part, one.name), Rule) for one in fields(part)
    )


def as_answer(found: Certainty) -> Answer:
    """Turn a pair of truth values of one nominee into an answer."""
    if found.met:
        return Answer.MET
    return Answer.FOR_A_PERSON if found.may else Answer.NOT_MET


def _used(row: Held) -> Used:
    return Used(row.record_id, row.code, row.year, row.decision_no, row.decided_on)
