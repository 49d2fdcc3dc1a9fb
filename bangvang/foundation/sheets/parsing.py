"""The parser of packed and binary sheets and of Word, run as a process of its own.

A damaged .xls can make the library ask for hundreds of gigabytes, which ends the whole process.
So it runs apart, with little memory and time: it takes the file on standard input and writes JSON
on standard output, for each sheet a line that says what it is, then lines of some rows each.
Nobody has to hold the whole twice. Started by its path, so it uses nothing else of ours but
`word.py` beside it.
"""

import io
import json
import resource
import sys
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

from python_calamine import (
    CalamineSheet,
    CalamineWorkbook,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
)

MEMORY_BYTES = 1_500_000_000
SECONDS = 20
EXIT_TOO_LARGE = 3
ROWS_A_LINE = 500


def visible_sheets(data: bytes, *, cell_limit: int) -> Iterable[dict[str, Any]] | None:
    """Return name, rows and merged ranges of every visible sheet; ``None`` if one is too large.

    Each sheet is laid out when its turn comes.
    """
    source = CalamineWorkbook.from_filelike(io.BytesIO(data))
    shown = [source.get_sheet_by_name(sheet.name) for sheet in filter(_is_shown, _all(source))]
    if any(_cell_count(sheet) > cell_limit for sheet in shown):
        return None
    return map(_plain, shown)


def as_json(value: object) -> dict[str, str | float]:
    """Return a date, moment, time or span as an object of one key, which says what it is."""
    if isinstance(value, timedelta):
        return {"timedelta": value.total_seconds()}
    if isinstance(value, datetime | date | time):
        return {type(value).__name__: value.isoformat()}
    raise TypeError(type(value).__name__)


def run(data: bytes, cell_limit: int, kind: str = "") -> int:
    """Parse under limits, write the JSON, return the exit status."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    if kind == "docx":
        sheets: Iterable[dict[str, Any]] | None = word_reader().tables_of(
            data, cell_limit=cell_limit
        )
    else:
        sheets = visible_sheets(data, cell_limit=cell_limit)
    if sheets is None:
        return EXIT_TOO_LARGE
    for sheet in sheets:
        _write({name: value for name, value in sheet.items() if name != "rows"})
        rows = sheet["rows"]
        for start in range(0, len(rows), ROWS_A_LINE):
            _write(rows[start : start + ROWS_A_LINE])
    return 0


def _write(part: object) -> None:
    line = json.dumps(part, default=as_json, ensure_ascii=False) + "\n"
    sys.stdout.buffer.write(line.encode("utf-8", "surrogatepass"))


def word_reader() -> ModuleType:
    """Load the reader of Word, which other files do not wait for."""
    spec = spec_from_file_location("word", Path(__file__).with_name("word.py"))
    assert spec is not None and spec.loader is not None  # noqa: S101, PT018  it lies beside this file
    module = module_from_spec(spec)
    sys.modules["word"] = module
    spec.loader.exec_module(module)
    return module


def _all(source: CalamineWorkbook) -> list[SheetMetadata]:
    return source.sheets_metadata


def _is_shown(sheet: SheetMetadata) -> bool:
    return sheet.visible == SheetVisibleEnum.Visible and sheet.typ == SheetTypeEnum.WorkSheet


def _cell_count(sheet: CalamineSheet) -> int:
    last_row, last_column = sheet.end or (-1, -1)
    return (last_row + 1) * (last_column + 1)


def _plain(sheet: CalamineSheet) -> dict[str, Any]:
    return {
        "name": sheet.name,
        "rows": sheet.to_python(skip_empty_area=False),
        "merged": sheet.merged_cell_ranges or [],
    }


if __name__ == "__main__":  # pragma: no cover  # runs in the process that ``reading`` starts
    sys.exit(run(sys.stdin.buffer.read(), int(sys.argv[1]), sys.argv[2]))
