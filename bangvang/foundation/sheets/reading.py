"""Read a table from bytes somebody sent."""

import io
import json
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path

from bangvang.foundation.sheets import parsing
from bangvang.foundation.sheets.grid import Grid, Limits, Unreadable, Value, Workbook, trimmed
from bangvang.foundation.sheets.guards import check_packed, expands, too_large
from bangvang.foundation.sheets.kinds import broken, decoded, kind_of
from bangvang.foundation.sheets.separated import rows_of

_GRACE_SECONDS = 10


@dataclass
class _Sheet:
    name: str
    merged: Sequence[tuple[tuple[int, int], tuple[int, int]]]
    above: str = ""
    rows: list[tuple[Value, ...]] = field(default_factory=list)


def read_table(
    data: bytes,
    *,
    filename: str,
    limits: Limits | None = None,
    accept_old: bool = False,
    accept_word: bool = False,
) -> Workbook:
    """Return the visible sheets of an .xlsx, .xls, .ods or .csv file, or the tables of a .docx.

    The name is used in sentences only; the content decides the kind. Hidden sheets are skipped. A
    csv in an old encoding is refused, or with `accept_old` read as `Workbook.raw_letters` says; a
    document of Word is refused but with `accept_word`.

    Raises:
        Unreadable: whatever else the bytes are; nothing else is ever raised for bad bytes.
    """
    limits = limits or Limits()
    _check_size(data, filename, limits)
    try:
        kind = kind_of(data, filename, accept_word=accept_word)
        workbook = _read(data, filename, limits, kind, accept_old)
    except Unreadable:
        raise
    except Exception as cause:  # damaged bytes raise whatever the unpacking libraries think of
        raise broken(filename) from cause
    if not any(grid.rows for grid in workbook.grids):
        raise Unreadable("EMPTY", f"Tệp “{filename}” không có dữ liệu ở trang tính nào đang hiện.")
    return workbook


def look_at(
    data: bytes, *, filename: str, limits: Limits | None = None, accept_word: bool = False
) -> None:
    """Refuse at once what is surely no table; quick, so whatever passes may still be unreadable.

    Raises:
        Unreadable: another kind of file, locked, cut short, empty, or of too many bytes.
    """
    _check_size(data, filename, limits or Limits())
    kind_of(data, filename, accept_word=accept_word)


def _check_size(data: bytes, filename: str, limits: Limits) -> None:
    if len(data) > limits.byte_count:
        raise Unreadable(
            "TOO_LARGE", f"Tệp “{filename}” lớn hơn {limits.byte_count // 1_000_000} MB."
        )


def _read(data: bytes, filename: str, limits: Limits, kind: str, accept_old: bool) -> Workbook:
    if kind == "csv":
        found = decoded(data, filename, accept_old=accept_old)
        texts: dict[str, str | None] = {}
        rows = trimmed([_values(row, texts) for row in rows_of(found.text, filename)])
        grids = (_within(Grid("csv", rows), filename, limits),)
        return Workbook(filename, kind, grids, found.raw_letters)
    if kind != "xls":
        check_packed(data, kind, filename, limits)
    sheets = _sheets(_parsed(data, filename, limits, kind))
    return Workbook(filename, kind, tuple(_grid(sheet, filename, limits) for sheet in sheets))


def _sheets(written: bytes) -> list[_Sheet]:
    """Return what the parser wrote, sheet by sheet; equal texts are one object."""
    texts: dict[str, str | None] = {}
    sheets: list[_Sheet] = []
    for line in io.BytesIO(written):
        part = json.loads(line, object_hook=_from_json)
        if isinstance(part, dict):
            sheets.append(_Sheet(**part))
        else:
            sheets[-1].rows += [_values(row, texts) for row in part]
    return sheets


def _parsed(data: bytes, filename: str, limits: Limits, kind: str) -> bytes:
    cell_limit = str(limits.cell_count)
    try:
        parser = subprocess.run(  # noqa: S603  # our own file, no shell
            [sys.executable, "-I", str(Path(parsing.__file__)), cell_limit, kind],
            input=data,
            capture_output=True,
            timeout=parsing.SECONDS + _GRACE_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as cause:
        raise expands(filename) from cause
    if parser.returncode == parsing.EXIT_TOO_LARGE:
        raise too_large(filename, limits)
    if parser.returncode:
        raise broken(filename)
    return parser.stdout


_TEMPORAL: dict[str, Callable[[str], Value]] = {
    "date": date.fromisoformat,
    "datetime": datetime.fromisoformat,
    "time": time.fromisoformat,
}


def _from_json(found: dict[str, object]) -> object:
    """Undo what ``parsing.as_json`` did; a sheet itself has more keys."""
    if len(found) > 1:
        return found
    ((kind, written),) = found.items()
    if isinstance(written, float):
        return timedelta(seconds=written)
    return _TEMPORAL[kind](str(written))


def _grid(sheet: _Sheet, filename: str, limits: Limits) -> Grid:
    rows, merged = sheet.rows, frozenset[tuple[int, int]]()
    if sheet.merged:
        cells = [list(row) for row in rows]
        merged = fill_merged(cells, sheet.merged, filename)
        rows = [tuple(row) for row in cells]
    return _within(Grid(sheet.name, trimmed(rows), merged, sheet.above), filename, limits)


def _within(grid: Grid, filename: str, limits: Limits) -> Grid:
    wide = max(map(len, grid.rows), default=0)
    if len(grid.rows) > limits.row_count or wide > limits.column_count:
        raise too_large(filename, limits)
    return grid


def _values(row: Iterable[Value], texts: dict[str, str | None]) -> tuple[Value, ...]:
    """Whole numbers lose their fraction; cells with nothing to see are empty.

    `texts` are those that were met before: a list writes the same ones in many rows.
    """
    values: list[Value] = []
    for read in row:
        if isinstance(read, str):
            if read not in texts:
                texts[read] = read if read.strip() else None
            values.append(texts[read])
        elif isinstance(read, float) and read.is_integer():
            values.append(int(read))
        else:
            values.append(read)
    return tuple(values)


def fill_merged(
    rows: list[list[Value]],
    ranges: Sequence[tuple[tuple[int, int], tuple[int, int]]],
    filename: str,
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
