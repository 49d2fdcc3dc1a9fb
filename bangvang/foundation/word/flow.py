"""Paragraphs and tables of a Word document in their order; runs in the process of `parsing`.

Text boxes follow the paragraph they hang on; a table inside of another follows that one. What was
deleted under tracking is left out, as in `sheets.word`.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, cast

from docx import Document
from docx.oxml.ns import qn

from bangvang.foundation.sheets.word import GONE_ROW, TBL, TC, TR, Laid, blocks, inside, text_in
from bangvang.foundation.word.numbers import Element, Numbers, numbers_of

BOX, OTHERWISE = (
    qn("w:txbxContent"),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
)
FONTS = qn("w:rFonts")
FONT_NAMES = tuple(map(qn, ("w:ascii", "w:hAnsi", "w:cs")))
MOST_BLOCKS = 5_000
DEEPEST_TABLE = 4


class TooLong(Exception):
    """More paragraphs or cells than a report has."""


def flow_of(data: bytes, *, cell_limit: int) -> list[dict[str, Any]]:
    """Return paragraphs (`text`, `number`, `fonts`, `boxed`) and tables (`rows`, `merged`).

    Raises:
        TooLong: more blocks or cells than the limits.
    """
    document = Document(io.BytesIO(data))
    flow = _Flow(_numbers(document), cell_limit)
    flow.walk(cast(Element, document.element.body))
    return flow.found


def _numbers(document: Any) -> Numbers:
    by_type = {part.reltype.rpartition("/")[2]: part for part in document.part.rels.values()}
    named = {kind: by_type[kind].target_part for kind in ("numbering", "styles") if kind in by_type}
    elements = {kind: getattr(part, "element", None) for kind, part in named.items()}
    return numbers_of(elements.get("numbering"), elements.get("styles"))


@dataclass
class _Flow:
    """Walks through the page."""

    numbers: Numbers
    cells_left: int
    found: list[dict[str, Any]] = field(default_factory=list)

    def walk(self, parent: Element, *, boxed: bool = False, depth: int = 0) -> None:
        for element in blocks(parent):
            if element.tag == TBL:
                self._table(element, depth)
            else:
                self._paragraph(element, boxed=boxed)
            if len(self.found) > MOST_BLOCKS:
                raise TooLong

    def _paragraph(self, element: Element, *, boxed: bool) -> None:
        number, text = self.numbers.of(element), text_in(element)
        if text.strip():
            self.found.append(
                {"text": text, "number": number, "fonts": _fonts(element), "boxed": boxed}
            )
        if not boxed:
            for box in _boxes(element):
                self.walk(box, boxed=True)

    def _table(self, element: Element, depth: int) -> None:
        laid = Laid(self.cells_left)
        for row in inside(element, TR):
            if row.find(GONE_ROW) is None and not laid.take(row):
                raise TooLong
        self.cells_left -= laid.cell_count
        self.found.append({"rows": laid.rows, "merged": laid.ranges(), "fonts": _fonts(element)})
        if depth < DEEPEST_TABLE:
            for nested in _nested(element):
                self._table(nested, depth + 1)


def _fonts(element: Element) -> list[str]:
    """Return the fonts that the runs name themselves."""
    named = (name for run in element.iter(FONTS) for name in map(run.get, FONT_NAMES))
    return sorted({str(name) for name in named if name})


def _boxes(paragraph: Element) -> Iterator[Element]:
    """Yield the text boxes of a paragraph; what older programs are given instead is the same."""
    for box in paragraph.iter(BOX):
        above = [one.tag for one in box.iterancestors()]
        if OTHERWISE not in above and BOX not in above:
            yield box


def _nested(table: Element) -> Iterator[Element]:
    for row in inside(table, TR):
        for cell in inside(row, TC):
            yield from (one for one in blocks(cell) if one.tag == TBL)
