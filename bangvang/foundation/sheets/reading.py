"""Read a table from bytes somebody sent."""

import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta

from python_calamine import (
    CalamineSheet,
    CalamineWorkbook,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from bangvang.foundation.sheets.grid import Grid, Limits, Unreadable, Value, Workbook, trimmed
from bangvang.foundation.sheets.guards import check_packed, too_large
from bangvang.foundation.sheets.kinds import broken, decoded, kind_of
from bangvang.foundation.sheets.separated import rows_of

_Read = int | float | str | bool | time | date | datetime | timedelta
_Range = tuple[tuple[int, int], tuple[int, int]]


def read_table(data: bytes, *, filename: str, limits: Limits | None = None) -> Workbook:
    """Return the visible sheets of an .xlsx, .xls, .ods or .csv file.

    The name is used in sentences only; the content decides the kind. Hidden sheets are skipped.

    Raises:
        Unreadable: whatever else the bytes are; nothing else is ever raised for bad bytes.
    """
    limits = limits or Limits()
    if len(data) > limits.byte_count:
        raise Unreadable(
            "TOO_LARGE",
            f"Tệp “{filename}” lớn hơn {limits.byte_count // 1_000_000} MB.",
        )
    try:
        workbook = _read(data, filename, limits)
    except (Unreadable, KeyboardInterrupt, SystemExit):
        raise
    except BaseException as cause:  # a panic of the parser is no Exception
        raise broken(filename) from cause
    if not any(grid.rows for grid in workbook.grids):
        raise Unreadable("EMPTY", f"Tệp “{filename}” không có dữ liệu ở trang tính nào đang hiện.")
    return workbook


def _read(data: bytes, filename: str, limits: Limits) -> Workbook:
    kind = kind_of(data, filename)
    if kind == "csv":
        rows = trimmed([_values(row) for row in rows_of(decoded(data, filename), filename)])
        return Workbook(filename, kind, (_within(Grid("csv", rows), filename, limits),))
    if kind != "xls":
        check_packed(data, kind, filename, limits)
    source = CalamineWorkbook.from_filelike(io.BytesIO(data))
    shown = [
        sheet.name
        for sheet in source.sheets_metadata
        if sheet.visible == SheetVisibleEnum.Visible and sheet.typ == SheetTypeEnum.WorkSheet
    ]
    grids = (_grid(source.get_sheet_by_name(name), filename, limits) for name in shown)
    return Workbook(filename, kind, tuple(grids))


def _grid(sheet: CalamineSheet, filename: str, limits: Limits) -> Grid:
    if sheet.total_height * sheet.total_width > limits.row_count * limits.column_count:
        raise too_large(filename, limits)
    rows = [list(_values(row)) for row in sheet.to_python(skip_empty_area=False)]
    merged = _fill_merged(rows, sheet.merged_cell_ranges or (), filename)
    return _within(Grid(sheet.name, trimmed(rows), merged), filename, limits)


def _within(grid: Grid, filename: str, limits: Limits) -> Grid:
    wide = max(map(len, grid.rows), default=0)
    if len(grid.rows) > limits.row_count or wide > limits.column_count:
        raise too_large(filename, limits)
    return grid


def _values(row: Iterable[_Read]) -> tuple[Value, ...]:
    return tuple(_value(read) for read in row)


def _value(read: _Read) -> Value:
    """Whole numbers lose their fraction; cells with nothing to see are empty."""
    if isinstance(read, str):
        return read if read.strip() else None
    if isinstance(read, float) and read.is_integer():
        return int(read)
    return read


def _fill_merged(
    rows: list[list[Value]], ranges: Sequence[_Range], filename: str
) -> frozenset[tuple[int, int]]:
    """Give every cell of a merged range the value of its first; valid ranges do not overlap."""
    filled: set[tuple[int, int]] = set()
    for (top, left), (bottom, right) in ranges:
        for row in range(top, min(bottom + 1, len(rows))):
            for column in range(left, min(right + 1, len(rows[row]))):
                if (row, column) in filled:
                    raise broken(filename)
                if (row, column) != (top, left):
                    filled.add((row, column))
                    rows[row][column] = rows[top][left]
    return frozenset(filled)
