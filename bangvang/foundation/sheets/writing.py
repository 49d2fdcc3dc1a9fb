"""Write tables for people to download."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from xlsxwriter import Workbook  # type: ignore[import-untyped]  # ships no types
from xlsxwriter.format import Format  # type: ignore[import-untyped]  # ships no types
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]  # ships no types

from bangvang.foundation.sheets.grid import Value, text_of

_MAY_BECOME_A_FORMULA = ("=", "+", "-", "@")
_NO_MOMENT = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""Written as the file's creation, so that equal tables are equal bytes."""


@dataclass(frozen=True)
class OutgoingSheet:
    """One sheet to write: a header row, then rows as wide as it."""

    name: str
    header: Sequence[str]
    rows: Iterable[Sequence[Value]]
    widths: Sequence[int] = ()
    """In letters, per column; the rest is 16 wide."""
    text_columns: frozenset[int] = frozenset()
    """Columns, from 0, whose cells stay text when a person types a number or a date."""


def write_table(
    header: Sequence[str], rows: Iterable[Sequence[Value]], *, name: str = "Danh sách"
) -> bytes:
    """Return an .xlsx with one sheet; text that could start a formula gets an apostrophe."""
    return write_workbook([OutgoingSheet(name, header, rows)])


def write_workbook(sheets: Iterable[OutgoingSheet]) -> bytes:
    """Return an .xlsx with the sheets in order."""
    target = io.BytesIO()
    with Workbook(target, {"in_memory": True}) as book:
        book.set_properties({"created": _NO_MOMENT})
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "border": 1})
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        text = book.add_format({"num_format": "@"})
        for sheet in sheets:
            page = book.add_worksheet(sheet.name)
            page.freeze_panes(1, 0)
            _set_columns(page, sheet, text)
            _write_row(page, 0, sheet.header, bold, bold)
            for number, row in enumerate(sheet.rows, start=1):
                _write_row(page, number, row, None, day)
    return target.getvalue()


def _set_columns(page: Worksheet, sheet: OutgoingSheet, text: Format) -> None:
    for column in range(len(sheet.header)):
        width = sheet.widths[column] if column < len(sheet.widths) else 16
        page.set_column(column, column, width, text if column in sheet.text_columns else None)


def _write_row(
    page: Worksheet, row: int, values: Sequence[Value], look: Format | None, day: Format
) -> None:
    for column, value in enumerate(values):
        if isinstance(value, bool):
            page.write_boolean(row, column, value, look)
        elif isinstance(value, int | float):
            page.write_number(row, column, value, look)
        elif isinstance(value, date) and not isinstance(value, datetime):
            page.write_datetime(row, column, value, day)
        elif value is not None:
            page.write_string(row, column, neutral(text_of(value)), look)


def neutral(text: str) -> str:
    """Return the text so that no spreadsheet program takes it for a formula."""
    return f"'{text}" if text.startswith(_MAY_BECOME_A_FORMULA) else text
