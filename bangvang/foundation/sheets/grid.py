"""What was read: sheets as grids of values, each with the address a person knows it by."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache, lru_cache

from bangvang.foundation.vietnamese import say_date, tidy

Value = str | int | float | bool | date | datetime | time | timedelta | None

_NEUTRALISED = re.compile(r"^'(?=[=+\-@])")  # as ``writing`` leaves them


class Unreadable(Exception):
    """The bytes are not a table we can read; ``sentence`` says what is wrong, in Vietnamese."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence


@dataclass(frozen=True)
class Limits:
    """How much of a file is looked at before it is refused."""

    byte_count: int = 20_000_000
    unzipped_byte_count: int = 200_000_000
    entry_count: int = 5_000
    row_count: int = 20_000
    column_count: int = 200
    cell_count: int = 4_000_000
    """Of one sheet as a rectangle up to its last cell."""

    letter_count: int = 50_000_000


@dataclass(frozen=True)
class Grid:
    """One sheet from A1 on; merged cells all hold the value of their top left cell."""

    name: str
    rows: tuple[tuple[Value, ...], ...]
    merged: frozenset[tuple[int, int]] = frozenset()
    """Cells filled from a merged range, not written by themselves: (row, column), from 0."""
    above: str = ""
    """The last paragraphs before a table of Word."""

    def value(self, row: int, column: int) -> Value:
        """Return what the cell holds, ``None`` beyond the edges too; both count from 0."""
        if row >= len(self.rows) or column >= len(self.rows[row]):
            return None
        return self.rows[row][column]

    def text(self, row: int, column: int) -> str:
        """Return the cell as tidy text, whole numbers without a fraction, empty as ""."""
        return text_of(self.value(row, column))

    def texts(self, row: int) -> list[str]:
        """Return the cells of a row as tidy texts, as far as the row goes."""
        return list(map(text_of, self.rows[row])) if row < len(self.rows) else []


@dataclass(frozen=True)
class Workbook:
    """The visible sheets of a file, in its own order."""

    filename: str
    kind: str
    """One of xlsx, xls, ods, csv, docx: found from the content, whatever the name says."""

    grids: tuple[Grid, ...]
    raw_letters: str = ""
    """Of a csv in an old encoding, read letter by letter as Windows-1252: UNKNOWN or WINDOWS_1258,
    as far as that could be told. "" where the letters are Unicode."""


def address(row: int, column: int) -> str:
    """Return D9 for row 8, column 3: both are counted from 0."""
    return f"{column_letters(column)}{row + 1}"


@cache
def column_letters(column: int) -> str:
    """Return A for 0, Z for 25, AA for 26."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def text_of(value: Value) -> str:
    """Return the value as tidy text, as a person reads it in the cell."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.15g}"
    if isinstance(value, datetime):
        clock = "" if value.time() == time() else f" {value:%H:%M}"
        return say_date(value.date()) + clock
    if isinstance(value, date):
        return say_date(value)
    return _tidy(value) if isinstance(value, str) else _tidy(str(value))


@lru_cache(1 << 13)
def _tidy(text: str) -> str:
    """Return a text as it is read; a sheet writes the same ones in many rows."""
    return _NEUTRALISED.sub("", tidy(text))


def trimmed(rows: Sequence[Sequence[Value]]) -> tuple[tuple[Value, ...], ...]:
    """Return the rows without empty ones at the end, nor empty cells at the end of each."""
    kept = [_without_empty_end(row) for row in rows]
    while kept and not kept[-1]:
        kept.pop()
    return tuple(kept)


def _without_empty_end(row: Sequence[Value]) -> tuple[Value, ...]:
    end = len(row)
    while end and (row[end - 1] is None or row[end - 1] == ""):
        end -= 1
    return tuple(row if end == len(row) else row[:end])
