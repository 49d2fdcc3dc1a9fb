"""Real spreadsheet files of every kind, made in memory for tests."""

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

import openpyxl  # type: ignore[import-untyped]  # ships no types
import xlwt  # type: ignore[import-untyped]  # ships no types

from bangvang.foundation.sheets import Value

Rows = Sequence[Sequence[Value]]

_MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
)
_CONTENT = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
    "<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
    "</office:document-content>"
)


def xlsx(rows: Rows, *, merged: Iterable[str] = (), name: str = "Danh sách") -> bytes:
    """Return an .xlsx of one sheet; ``merged`` are ranges like A1:F1."""
    return xlsx_of({name: rows}, merged=merged)


def xlsx_of(
    sheets: dict[str, Rows], *, merged: Iterable[str] = (), hidden: Iterable[str] = ()
) -> bytes:
    """Return an .xlsx of several sheets; ranges are merged on the first one."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append(list(row))
        page.sheet_state = "hidden" if name in hidden else "visible"
    for span in merged:
        book.worksheets[0].merge_cells(span)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def xls(rows: Rows, *, merged: Iterable[tuple[int, int, int, int]] = ()) -> bytes:
    """Return an .xls of one sheet; ``merged`` are first row, last row, first and last column."""
    book = xlwt.Workbook()
    page = book.add_sheet("Danh sách")
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            if value is not None:
                page.write(number, column, value)
    for span in merged:
        page.merge(*span)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def ods(rows: Rows) -> bytes:
    """Return an .ods of one sheet, ending in a million empty rows as office programs write it."""
    lines = "".join(
        f"<table:table-row>{''.join(map(_cell, row))}</table:table-row>" for row in rows
    )
    return ods_of(
        lines + "\n"
        '<table:table-row table:number-rows-repeated="1048000">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )


def ods_of(lines: str, *, manifest: str = _MANIFEST, start: str = "") -> bytes:
    """Return an .ods whose one table holds these lines of XML."""
    table = f'<table:table table:name="Danh sách">{lines}</table:table>'
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": start + _CONTENT.format(tables=table),
            "META-INF/manifest.xml": manifest,
        }
    )


def packed(parts: dict[str, str]) -> bytes:
    """Return a zip of the parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return target.getvalue()


def repacked(data: bytes, changed: dict[str, str]) -> bytes:
    """Return the zip with some parts replaced or added."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    return packed({**parts, **changed})


def separated(rows: Rows, separator: str = ",", *, mark: bool = False) -> bytes:
    """Return a .csv in UTF-8, with the byte order mark if asked."""
    target = io.StringIO()
    csv.writer(target, delimiter=separator).writerows(rows)
    return target.getvalue().encode("utf-8-sig" if mark else "utf-8")


def _cell(value: Value) -> str:
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, int | float):
        return f'<table:table-cell office:value-type="float" office:value="{value}"/>'
    return (
        '<table:table-cell office:value-type="string">'
        f"<text:p>{escape(str(value))}</text:p></table:table-cell>"
    )
