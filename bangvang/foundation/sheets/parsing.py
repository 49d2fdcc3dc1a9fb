"""The parser of packed and binary sheets and of Word, run as a process of its own.

A damaged .xls can make the library ask for hundreds of gigabytes, which ends the whole process.
So it runs apart, with little memory and time: it takes the file on standard input and writes JSON
on standard output. Started by its path, so it uses nothing else of ours but `word.py` beside it.
"""

import io
import json
import resource
import sys
from datetime import date, datetime, time, timedelta
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

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


def visible_sheets(data: bytes, *, cell_limit: int) -> list[dict[str, object]] | None:
    """Return name, rows and merged ranges of every visible sheet; ``None`` if one is too large.

    Dates and times become objects of one key, which says what they are.
    """
    source = CalamineWorkbook.from_filelike(io.BytesIO(data))
    shown = [source.get_sheet_by_name(sheet.name) for sheet in filter(_is_shown, _all(source))]
    if any(_cell_count(sheet) > cell_limit for sheet in shown):
        return None
    return [_plain(sheet) for sheet in shown]


def as_json(value: object) -> dict[str, str | float]:
    """Return a date, moment, time or span so that JSON can carry it."""
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
        sheets = word_reader().tables_of(data, cell_limit=cell_limit)
    else:
        sheets = visible_sheets(data, cell_limit=cell_limit)
    if sheets is None:
        return EXIT_TOO_LARGE
    json.dump(sheets, sys.stdout, default=as_json)
    return 0


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


def _plain(sheet: CalamineSheet) -> dict[str, object]:
    return {
        "name": sheet.name,
        "rows": sheet.to_python(skip_empty_area=False),
        "merged": sheet.merged_cell_ranges or [],
    }


if __name__ == "__main__":  # pragma: no cover  # runs in the process that ``reading`` starts
    sys.exit(run(sys.stdin.buffer.read(), int(sys.argv[1]), sys.argv[2]))
