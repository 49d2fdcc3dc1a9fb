"""An explanation as plain data: what the page, the letter and the JSON all say of one answer."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bangvang.law.finding import Answer

WORDS = {
    Answer.MET: "Đạt",
    Answer.NOT_MET: "Không đạt",
    Answer.FOR_A_PERSON: "Cần xem xét",
}


@dataclass(frozen=True)
class RowSaid:
    """A row an answer rests on, in words; ``record_id`` lets a page link it."""

    text: str
    record_id: str


@dataclass(frozen=True)
class Condition:
    """One condition, or one way of several: its sentence, its clause, the rows it rests on.

    ``parts``: its own conditions, as far as they say more and it is not met already.
    ``is_deciding``: its sentence is the one a list shows.
    """

    title: str
    answer: Answer
    is_judgement: bool
    sentence: str
    requires: str
    cite: str
    rows: tuple[RowSaid, ...] = ()
    parts: "tuple[Condition, ...]" = ()
    is_deciding: bool = False

    @property
    def word(self) -> str:
        """The answer in a word or two."""
        return "Chờ đánh giá" if self.is_judgement else WORDS[self.answer]

    @property
    def conditions(self) -> "tuple[Condition, ...]":
        """Its conditions; a way without any is its own."""
        return self.parts or (self,)

    def as_json(self) -> dict[str, object]:
        """Return the plain form."""
        return {
            "title": self.title,
            "answer": self.answer.value,
            "sentence": self.sentence,
            "requires": self.requires,
            "cite": self.cite,
            "rows": [row.text for row in self.rows],
            "parts": [part.as_json() for part in self.parts],
        }


class StillOpen(StrEnum):
    """What somebody can do that may still change an answer."""

    SETTLE_WHO = "SETTLE_WHO"
    LOOK_UP = "LOOK_UP"
    ANSWER = "ANSWER"
    READ = "READ"
    CHOOSE = "CHOOSE"
    JUDGE = "JUDGE"


HEADINGS = {
    StillOpen.SETTLE_WHO: "Xác định người được đề nghị",
    StillOpen.LOOK_UP: "Tra cứu, bổ sung trong sổ khen thưởng",
    StillOpen.ANSWER: "Hồ sơ cần trả lời",
    StillOpen.READ: "Đối chiếu nguyên văn",
    StillOpen.CHOOSE: "Quyết định cách hiểu điều khoản",
    StillOpen.JUDGE: "Đánh giá",
}


@dataclass(frozen=True)
class OpenMatter:
    """One kind of thing that may still change the answer, and the things."""

    kind: StillOpen
    sentences: tuple[str, ...]

    @property
    def heading(self) -> str:
        """The kind in words."""
        return HEADINGS[self.kind]

    def as_json(self) -> dict[str, object]:
        """Return the plain form."""
        return {
            "kind": self.kind.value,
            "heading": self.heading,
            "sentences": list(self.sentences),
        }


@dataclass(frozen=True)
class HintSaid:
    """What the law before an unread amendment would say; no part of the answer."""

    until: date
    answer: Answer
    sentence: str
    cite: str

    @property
    def word(self) -> str:
        """The answer in a word or two."""
        return WORDS[self.answer]

    def as_json(self) -> dict[str, object]:
        """Return the plain form."""
        return {
            "until": self.until.isoformat(),
            "answer": self.answer.value,
            "sentence": self.sentence,
            "cite": self.cite,
        }


@dataclass(frozen=True)
class Explanation:
    """One answer in plain Vietnamese; ``on`` is the day whose law was asked.

    ``sentence`` is the answer; ``summary`` adds what the rule as a whole says, as other ways.
    ``ways``: the one that carried, or came nearest, first; ``above``: what stands over all ways.
    ``nearest`` and ``earliest`` are empty unless the answer is «not met».
    """

    code: str
    award: str
    on: date
    rulebook_version: str
    answer: Answer
    sentence: str
    summary: str
    cite: str
    ways: tuple[Condition, ...]
    above: tuple[Condition, ...]
    nearest: str
    earliest: str
    can_change: tuple[OpenMatter, ...]
    notes: tuple[str, ...]
    hint: HintSaid | None

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """Those of the way that carried or came nearest, then what stands above all ways."""
        return (*self.ways[0].conditions, *self.above)

    def as_json(self) -> dict[str, object]:
        """Return the ``explanation`` of the public JSON."""
        return {
            "award": self.award,
            "on": self.on.isoformat(),
            "rulebook": self.rulebook_version,
            "answer": self.answer.value,
            "sentence": self.sentence,
            "summary": self.summary,
            "cite": self.cite,
            "ways": [way.as_json() for way in self.ways],
            "above": [one.as_json() for one in self.above],
            "nearest": self.nearest,
            "earliest": self.earliest,
            "can_change": [change.as_json() for change in self.can_change],
            "notes": list(self.notes),
            "hint": self.hint and self.hint.as_json(),
        }
