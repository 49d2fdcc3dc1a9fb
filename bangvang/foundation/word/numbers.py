"""The numbers that Word counts itself: they stand in no text, only in how lists are set up."""

import re
from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn

Element = Any
"""An element of lxml, which ships no types."""

VAL, NUM_ID, LEVEL = qn("w:val"), qn("w:numId"), qn("w:ilvl")
NUM_PR = f"{qn('w:pPr')}/{qn('w:numPr')}"
STYLE = f"{qn('w:pPr')}/{qn('w:pStyle')}"
BULLET = "-"
LONGEST_NUMBER = 12
DEEPEST = 9
ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


@dataclass(frozen=True)
class Level:
    """How one level of a list counts: "upperRoman" from 1, written as "%1."."""

    form: str = "decimal"
    text: str = ""
    start: int = 1


@dataclass
class Numbers:
    """Counts along the paragraphs, in the order of the page."""

    lists: dict[str, dict[int, Level]]
    by_style: dict[str, tuple[str, int]]
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def of(self, paragraph: Element) -> str:
        """Return the number before a paragraph, "-" before a bullet, or nothing."""
        found = self._list_of(paragraph)
        if found is None or found[0] not in self.lists:
            return ""
        number_id, level = found
        levels = self.lists[number_id]
        counts = self._counts.setdefault(number_id, {})
        counts[level] = counts.get(level, levels.get(level, Level()).start - 1) + 1
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]
        here = levels.get(level, Level())
        if here.form == "bullet":
            return BULLET
        if here.form == "none":
            return ""
        written = re.sub(r"%([1-9])", lambda one: _said(levels, counts, int(one[1]) - 1), here.text)
        return written.strip()[:LONGEST_NUMBER]

    def _list_of(self, paragraph: Element) -> tuple[str, int] | None:
        own = paragraph.find(NUM_PR)
        if own is not None:
            return _list_in(own)
        style = paragraph.find(STYLE)
        return None if style is None else self.by_style.get(str(style.get(VAL, "")))


def numbers_of(numbering: Element | None, styles: Element | None) -> Numbers:
    """Read how the lists of a document are set up; either part may be missing."""
    return Numbers(
        {} if numbering is None else _lists(numbering), {} if styles is None else _styles(styles)
    )


def _lists(numbering: Element) -> dict[str, dict[int, Level]]:
    abstract = {
        str(one.get(qn("w:abstractNumId"))): {
            number(level.get(LEVEL)): _level(level) for level in one.iterfind(qn("w:lvl"))
        }
        for one in numbering.iterfind(qn("w:abstractNum"))
    }
    found = {}
    for one in numbering.iterfind(qn("w:num")):
        named = one.find(qn("w:abstractNumId"))
        if named is not None:
            found[str(one.get(NUM_ID))] = abstract.get(str(named.get(VAL)), {})
    return found


def _level(level: Element) -> Level:
    def said(tag: str, otherwise: str) -> str:
        found = level.find(qn(tag))
        return otherwise if found is None else str(found.get(VAL, otherwise))

    return Level(said("w:numFmt", "decimal"), said("w:lvlText", ""), number(said("w:start", "1")))


def _styles(styles: Element) -> dict[str, tuple[str, int]]:
    found = {}
    for style in styles.iterfind(qn("w:style")):
        own = style.find(NUM_PR)
        listed = None if own is None else _list_in(own)
        if listed:
            found[str(style.get(qn("w:styleId"), ""))] = listed
    return found


def _list_in(properties: Element) -> tuple[str, int] | None:
    named, level = properties.find(NUM_ID), properties.find(LEVEL)
    if named is None or named.get(VAL, "0") == "0":
        return None
    at = 0 if level is None else number(level.get(VAL))
    return str(named.get(VAL)), min(at, DEEPEST)


def _said(levels: dict[int, Level], counts: dict[int, int], level: int) -> str:
    form = levels.get(level, Level()).form
    count = counts.get(level, 1)
    if form in ("upperRoman", "lowerRoman"):
        roman = roman_of(count)
        return roman if form == "upperRoman" else roman.lower()
    if form in ("upperLetter", "lowerLetter"):
        letter = chr(ord("A") + (count - 1) % 26)
        return letter if form == "upperLetter" else letter.lower()
    return str(count)


def roman_of(count: int) -> str:
    """Return a number from 1 to 3999 in Roman numerals, another one as it is."""
    if not 0 < count < 4000:
        return str(count)
    written = ""
    for value, sign in ROMAN:
        times, count = divmod(count, value)
        written += sign * times
    return written


def number(text: object) -> int:
    """Return a small whole number as XML writes it; nought for anything else."""
    written = str(text)
    return int(written) if written.isascii() and written.isdecimal() and len(written) < 5 else 0
