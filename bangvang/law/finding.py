"""What the law says about one nominee: an answer, a sentence, the clause, the rows behind it.

A finding is a tree, one node per criterion. It says nothing about what people decide; an
appraiser may overrule it and the finding stays.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from typing import TypedDict

from bangvang.law.citation import Citation
from bangvang.law.instruments import Seen


class Answer(StrEnum):
    """The three answers; missing facts are never a «no»."""

    MET = "MET"
    NOT_MET = "NOT_MET"
    FOR_A_PERSON = "FOR_A_PERSON"


class Reason(StrEnum):
    """Why an answer is left to a person; what somebody can look up comes first."""

    IDENTITY = "IDENTITY"
    FACT_MISSING = "FACT_MISSING"
    TEXT_UNSEEN = "TEXT_UNSEEN"
    WEAK_SOURCE = "WEAK_SOURCE"
    EXCEPTIONS_CLASH = "EXCEPTIONS_CLASH"
    TWO_READINGS = "TWO_READINGS"
    JUDGEMENT = "JUDGEMENT"


_ORDER = tuple(Reason)


class FindingLine(TypedDict):
    """One finding in the public JSON of ``docs/contract.md``."""

    rule: str
    answer: str
    sentence: str
    cite: str
    seen: str


@dataclass(frozen=True)
class Used:
    """A row the answer rests on; ``record_id`` lets a page link it."""

    record_id: str
    code: str
    year: int
    decision_no: str
    decided_on: date | None


@dataclass(frozen=True)
class Missing:
    """A row that may exist and would matter; ``or_earlier``: that year or any before."""

    code: str
    year: int
    or_earlier: bool = False


@dataclass(frozen=True)
class Finding:
    """The answer of one rule or criterion. Sentences are Vietnamese.

    ``missing`` are rows of the register, ``asked`` questions to the file (see ``questions``),
    both only while they can still change the answer.
    """

    rule: str
    title: str
    answer: Answer
    sentence: str
    requires: str
    cite: Citation
    seen: Seen
    used: tuple[Used, ...] = ()
    missing: tuple[Missing, ...] = ()
    why: Reason | None = None
    parts: "tuple[Finding, ...]" = ()
    asked: tuple[str, ...] = ()

    def reasons(self) -> frozenset[Reason]:
        """Return every reason that keeps this open; none unless it is for a person."""
        if self.answer is not Answer.FOR_A_PERSON:
            return frozenset()
        own = {self.why} if self.why else set[Reason]()
        return frozenset(own.union(*(part.reasons() for part in self.parts)))

    @property
    def is_choice(self) -> bool:
        """Whether one part is enough: the part that carries, or is usual, lends its sentence."""
        return self.rule.endswith(".ways") or any(
            self.sentence.startswith(part.sentence) for part in self.parts
        )

    def deciding(self) -> "Finding":
        """Return the part that decided; what a list shows in one line."""
        if not self.parts or self.answer is Answer.MET:
            return self
        return chosen(self.parts, self.answer).deciding()

    def conditions(self) -> Iterator["Finding"]:
        """Yield each condition below; where one of several is enough, they are one condition."""
        if not self.parts or self.is_choice:
            yield self
            return
        for part in self.parts:
            yield from part.conditions()

    def failed(self) -> int:
        """Return how many conditions are not met."""
        return sum(one.answer is Answer.NOT_MET for one in self.conditions())

    def distance(self) -> tuple[int, int]:
        """Order ways by nearness: the fewest failed conditions first, then the most met."""
        met = sum(one.answer is Answer.MET for one in self.conditions())
        return self.failed(), -met

    def as_json(self) -> dict[str, object]:
        """Return a plain form that ``finding_from_json`` reads back."""
        return {
            "rule": self.rule,
            "title": self.title,
            "answer": self.answer.value,
            "sentence": self.sentence,
            "requires": self.requires,
            "cite": self.cite.as_json(),
            "seen": self.seen.value,
            "used": [
                asdict(row) | {"decided_on": row.decided_on and row.decided_on.isoformat()}
                for row in self.used
            ],
            "missing": [asdict(row) for row in self.missing],
            "why": self.why and self.why.value,
            "parts": [part.as_json() for part in self.parts],
            "asked": list(self.asked),
        }


def chosen(parts: Iterable[Finding], answer: Answer) -> Finding:
    """Return the part that speaks for several: the first with this answer.

    Among open ones, a fact that can be looked up comes before a question for people.
    """
    alike = [part for part in parts if part.answer is answer]
    return min(alike, key=lambda part: _ORDER.index(part.why) if part.why else -1)


def pick(reasons: Iterable[Reason]) -> Reason | None:
    """Return the first of several reasons, None of none."""
    return min(reasons, key=_ORDER.index, default=None)


def finding_from_json(form: Mapping[str, object]) -> Finding:
    """Read a stored finding back.

    Raises:
        ValueError: the form is not one that ``as_json`` wrote.
    """
    try:
        return _finding(form)
    except (KeyError, TypeError) as error:
        raise ValueError(f"not a stored finding: {error}") from error


def _rows(form: Mapping[str, object], key: str) -> list[dict[str, object]]:
    rows = form[key]
    if not isinstance(rows, list):
        raise TypeError(key)
    return rows


def _names(form: Mapping[str, object], key: str) -> list[object]:
    names = form.get(key, [])
    if not isinstance(names, list):
        raise TypeError(key)
    return names


def _used(row: Mapping[str, object]) -> Used:
    day = row["decided_on"]
    return Used(
        record_id=str(row["record_id"]),
        code=str(row["code"]),
        year=int(str(row["year"])),
        decision_no=str(row["decision_no"]),
        decided_on=None if day is None else date.fromisoformat(str(day)),
    )


def _finding(form: Mapping[str, object]) -> Finding:
    cite, why = form["cite"], form["why"]
    if not isinstance(cite, dict):
        raise TypeError("cite")
    return Finding(
        rule=str(form["rule"]),
        title=str(form["title"]),
        answer=Answer(str(form["answer"])),
        sentence=str(form["sentence"]),
        requires=str(form["requires"]),
        cite=Citation(**cite),
        seen=Seen(str(form["seen"])),
        used=tuple(_used(row) for row in _rows(form, "used")),
        missing=tuple(
            Missing(str(row["code"]), int(str(row["year"])), row["or_earlier"] is True)
            for row in _rows(form, "missing")
        ),
        why=None if why is None else Reason(str(why)),
        parts=tuple(_finding(part) for part in _rows(form, "parts")),
        asked=tuple(str(name) for name in _names(form, "asked")),
    )
