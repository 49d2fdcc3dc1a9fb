"""A table of a paper as WordprocessingML, to stand in a template where `{{p block.table }}` is.

Word refuses templates with tags in widths, so the table is built here; its looks are the
template's styles "Đầu bảng" and "Ô bảng".
"""

from collections.abc import Sequence
from typing import TypedDict

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from markupsafe import Markup

from bangvang.foundation.documents.docx_styles import child

TEXT_WIDTH_TWIPS = 9354
LONGEST_UNSPLIT_ROW = 900
EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")


class ColumnData(TypedDict):
    """One column, as `Table.as_data` gives it."""

    title: str
    width: int
    align: str


class TableData(TypedDict):
    """A table, as `Table.as_data` gives it."""

    columns: list[ColumnData]
    rows: list[list[str]]


def table_xml(data: TableData) -> Markup:
    """Return the table: head repeated on each page, short rows never split."""
    columns = data["columns"]
    table = OxmlElement("w:tbl")
    widths = _widths([column["width"] for column in columns])
    _properties(table, widths)
    aligns = [column["align"] for column in columns]
    head = child(table, "w:tr")
    head_properties = child(head, "w:trPr")
    child(head_properties, "w:cantSplit")
    child(head_properties, "w:tblHeader")
    for column, width in zip(columns, widths, strict=True):
        _cell(head, column["title"], "TableHead", width, "center")
    for cells in data["rows"]:
        _row(table, cells, widths, aligns)
    return Markup(table.xml)  # noqa: S704  serialised from elements, so escaped


def _widths(proportions: Sequence[int]) -> list[int]:
    total = sum(proportions)
    return [TEXT_WIDTH_TWIPS * width // total for width in proportions]


def _properties(table: BaseOxmlElement, widths: Sequence[int]) -> None:
    properties = child(table, "w:tblPr")
    child(properties, "w:tblW", w=str(sum(widths)), type="dxa")
    borders = child(properties, "w:tblBorders")
    for edge in EDGES:
        child(borders, f"w:{edge}", val="single", sz="4", space="0", color="000000")
    child(properties, "w:tblLayout", type="fixed")
    margins = child(properties, "w:tblCellMar")
    child(margins, "w:left", w="80", type="dxa")
    child(margins, "w:right", w="80", type="dxa")
    grid = child(table, "w:tblGrid")
    for width in widths:
        child(grid, "w:gridCol", w=str(width))


def _row(
    table: BaseOxmlElement, cells: Sequence[str], widths: Sequence[int], aligns: Sequence[str]
) -> None:
    row = child(table, "w:tr")
    if sum(len(cell) for cell in cells) <= LONGEST_UNSPLIT_ROW:
        child(child(row, "w:trPr"), "w:cantSplit")
    if len(cells) == 1 and len(widths) > 1:
        _cell(row, cells[0], "TableHead", sum(widths), "left", span=len(widths))
        return
    for text, width, align in zip(cells, widths, aligns, strict=True):
        _cell(row, text, "TableCell", width, align)


def _cell(
    row: BaseOxmlElement, text: str, style_id: str, width: int, align: str, *, span: int = 1
) -> None:
    cell = child(row, "w:tc")
    properties = child(cell, "w:tcPr")
    child(properties, "w:tcW", w=str(width), type="dxa")
    if span > 1:
        child(properties, "w:gridSpan", val=str(span))
    child(properties, "w:vAlign", val="center")
    for line in text.splitlines() or [""]:
        paragraph = child(cell, "w:p")
        paragraph_properties = child(paragraph, "w:pPr")
        child(paragraph_properties, "w:pStyle", val=style_id)
        child(paragraph_properties, "w:jc", val=align)
        run_text = child(child(paragraph, "w:r"), "w:t")
        run_text.text = line
        run_text.set(qn("xml:space"), "preserve")
