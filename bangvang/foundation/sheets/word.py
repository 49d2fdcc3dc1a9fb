"""Tables of a Word document, each as a sheet; runs in the process of `parsing`.

Walks the document's own XML: the library builds each row of a long table anew for every cell, and
leaves out what stands in tracked insertions and content controls. What was deleted under tracking
is left out, and so are tables inside of tables.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, cast

from docx import Document
from docx.oxml.ns import qn

P, TBL, TR, TC = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
T, TAB, BR, CR, HYPHEN = qn("w:t"), qn("w:tab"), qn("w:br"), qn("w:cr"), qn("w:noBreakHyphen")
GONE = frozenset(map(qn, ("w:del", "w:moveFrom", "w:txbxContent", "w:pPr", "w:rPr")))
"""What holds no words of the page: taken out under tracking, a box of its own, how it looks."""
GONE_ROW = f"{qn('w:trPr')}/{qn('w:del')}"
SPAN = f"{qn('w:tcPr')}/{qn('w:gridSpan')}"
MERGE = f"{qn('w:tcPr')}/{qn('w:vMerge')}"
BEFORE = f"{qn('w:trPr')}/{qn('w:gridBefore')}"
VAL = qn("w:val")
SIGNS = {TAB: " ", BR: "\n", CR: "\n", HYPHEN: "-"}
PARAGRAPHS, LETTERS = 6, 600
"""How much of what stands before a table is kept with it: the last paragraphs, and letters."""

Place = tuple[int, int]
Element = Any
"""An element of lxml, which ships no types."""


def tables_of(data: bytes, *, cell_limit: int) -> list[dict[str, object]] | None:
    """Return name, rows, merged ranges and the text before every table, in the order of the page.

    None if one table, or all together, have more cells than the limit.
    """
    body = cast(Element, Document(io.BytesIO(data)).element.body)
    found: list[dict[str, object]] = []
    before: list[str] = []
    left = cell_limit
    for element in blocks(body):
        if element.tag == P:
            before.append(" ".join(text_in(element).split()))
            continue
        table = Laid(left)
        for row in inside(element, TR):
            if row.find(GONE_ROW) is None and not table.take(row):
                return None
        left -= table.cell_count
        above = "\n".join([text for text in before if text][-PARAGRAPHS:])[-LETTERS:]
        found.append(
            {
                "name": f"Bảng {len(found) + 1}",
                "rows": table.rows,
                "merged": table.ranges(),
                "above": above,
            }
        )
        before = []
    return found


def blocks(parent: Element) -> Iterator[Element]:
    """Yield paragraphs and tables, also those in content controls and tracked insertions."""
    for child in parent:
        if child.tag in (P, TBL):
            yield child
        elif child.tag not in GONE and child.tag != TC:
            yield from blocks(child)


def inside(parent: Element, tag: str) -> Iterator[Element]:
    """Yield rows of a table or cells of a row, whatever is wrapped around them."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag not in GONE and child.tag not in (P, TBL, TC):
            yield from inside(child, tag)


def _cell_text(cell: Element) -> str:
    return "\n".join(text_in(block) for block in blocks(cell) if block.tag == P).strip()


def text_in(element: Element) -> str:
    """Return what a paragraph says, without what was deleted under tracking."""
    parts: list[str] = []
    _gather(element, parts)
    return "".join(parts)


def _gather(element: Element, parts: list[str]) -> None:
    for child in element:
        if child.tag == T:
            parts.append(child.text or "")
        elif child.tag in SIGNS:
            parts.append(SIGNS[child.tag])
        elif child.tag not in GONE:
            _gather(child, parts)


def _number(found: Element, otherwise: int) -> int:
    text = "" if found is None else str(found.get(VAL, ""))
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 5 else otherwise


@dataclass
class Laid:
    """Lays a table out as a rectangle and remembers what is merged."""

    cell_limit: int
    rows: list[list[str | None]] = field(default_factory=list)
    cell_count: int = 0
    _width: int = 0
    _open: dict[int, tuple[Place, Place]] = field(default_factory=dict)
    _merged: list[tuple[Place, Place]] = field(default_factory=list)

    def take(self, row: Element) -> bool:
        """Add a row; say whether the table is still within the limit."""
        at, line = len(self.rows), [None] * _number(row.find(BEFORE), 0)
        self.rows.append(cast("list[str | None]", line))
        going_on: dict[int, tuple[Place, Place]] = {}
        for cell in inside(row, TC):
            left = len(line)
            right = left + max(1, _number(cell.find(SPAN), 1)) - 1
            self._width = max(self._width, right + 1)
            self.cell_count = self._width * len(self.rows)
            if self.cell_count > self.cell_limit:
                return False
            line += cast("list[None]", [self._taken(cell, (at, left), right, going_on)])
            line += [None] * (right - left)
        self._close(except_=going_on)
        self._open = going_on
        return True

    def _taken(
        self, cell: Element, place: Place, right: int, going_on: dict[int, tuple[Place, Place]]
    ) -> str | None:
        """Return the text of the cell, None for one that goes on from the row above."""
        row, left = place
        merge = cell.find(MERGE)
        above = self._open.get(left)
        goes_on = merge is not None and merge.get(VAL, "continue") == "continue"
        if goes_on and above is not None and above[1] == (row - 1, right):
            going_on[left] = (above[0], (row, right))
            return None
        if merge is not None:
            going_on[left] = (place, (row, right))
        elif right > left:
            self._merged.append((place, (row, right)))
        return _cell_text(cell)

    def _close(self, *, except_: dict[int, tuple[Place, Place]]) -> None:
        tops = {first for first, _ in except_.values()}
        self._merged += [
            one for one in self._open.values() if one[0] not in tops and one[0] != one[1]
        ]

    def ranges(self) -> list[tuple[Place, Place]]:
        """Return the merged ranges: first and last cell of each."""
        self._close(except_={})
        self._open = {}
        return sorted(self._merged)
