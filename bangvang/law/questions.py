"""What the law asks that no register answers: the questions put to the file, by name.

A *claim* says by which way of the article an award is proposed («nhiều thành tích», «công nhân»);
a file is judged by the ways it claims. A *fact* is answered yes or no, a *count* with a whole
number. Listed in ``texts/questions/``, a file per family of awards; a rule that asks anything else
is refused.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import MappingProxyType

from bangvang.law.tables import TEXTS, read_folder

OTHER_WAY = "TRUONG_HOP_KHAC"
"""The claim that a file rests on a way that is not coded: then nothing is computed for it."""


class AskedFor(StrEnum):
    """What an answer looks like."""

    CLAIM = "claim"
    FACT = "fact"
    COUNT = "count"


@dataclass(frozen=True)
class Question:
    """One question in Vietnamese; ``hint`` says what to look at, ``unit`` what is counted.

    ``wanted``: the answer to a yes-or-no question that meets the condition. Questions are never
    put in the negative, so of a penalty, a discipline, the answer wanted is «không».
    """

    name: str
    text: str
    asked_for: AskedFor
    unit: str
    hint: str
    wanted: bool = True


def read_questions(folder: Path) -> Mapping[str, Question]:
    """Read the questions of every file of a folder, by name and in file order.

    Raises:
        BadText: a key is unknown or missing, or a name comes twice.
    """
    found: dict[str, Question] = {}
    for table in read_folder(folder, "question"):
        table.only("name", "text", "asked_for", "unit", "hint", "wanted")
        word = table.need("asked_for", str)
        if word not in list(AskedFor):
            raise table.refuse(f"unknown word in asked_for: {word}")
        question = Question(
            name=table.need("name", str),
            text=table.need("text", str),
            asked_for=AskedFor(word),
            unit=table.maybe("unit", str) or "",
            hint=table.maybe("hint", str) or "",
            wanted=table.maybe("wanted", bool) is not False,
        )
        if question.name in found:
            raise table.refuse(f"{question.name} comes twice")
        found[question.name] = question
    return MappingProxyType(found)


@cache
def questions() -> Mapping[str, Question]:
    """Return every question, by name."""
    return read_questions(TEXTS / "questions")
