"""Word documents with tables, made in memory for tests."""

import io
from collections.abc import Iterable, Sequence
from typing import Any

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from bangvang.foundation.sheets import Value

Rows = Sequence[Sequence[Value]]


def docx(*blocks: str | Rows, merged: Iterable[tuple[int, int, int, int]] = ()) -> bytes:
    """Return a document of paragraphs and tables; ranges are merged in the first table.

    A range is first row, first column, last row, last column, from 0; only its first cell has text.
    """
    document = Document()
    tables = []
    for block in blocks:
        if isinstance(block, str):
            document.add_paragraph(block)
            continue
        table = document.add_table(rows=len(block), cols=max(map(len, block)))
        tables.append(table)
        for cells, values in zip(table.rows, block, strict=True):
            for cell, value in zip(cells.cells, values, strict=False):
                cell.text = "" if value is None else str(value)
    for top, left, bottom, right in merged:
        tables[0].cell(top, left).merge(tables[0].cell(bottom, right))
    return saved(document)


def with_body(xml: str) -> bytes:
    """Return a document whose body is just this, in the prefix ``w``."""
    document = Document()
    body: Any = document.element.body
    for child in list(body)[:-1]:
        body.remove(child)
    for number, child in enumerate(parse_xml(f"<w:body {nsdecls('w')}>{xml}</w:body>")):
        body.insert(number, child)
    return saved(document)


def saved(document: Any) -> bytes:
    """Return the document's file."""
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()
