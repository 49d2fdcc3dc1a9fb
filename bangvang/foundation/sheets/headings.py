"""Find the heading of a list inside a sheet: any order of columns, up to three merged rows."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bangvang.foundation.sheets.grid import Grid
from bangvang.foundation.vietnamese import fold, tidy

_LOOK_THROUGH_ROWS = 60
_ROWS_BESIDE = 2
_YEAR_WORD = re.compile(r"\bnăm\b")
_BRACKETS = re.compile(r"\([^)]*\)")
_WORDS = re.compile(r"[a-z0-9]+")
_NUMBER_OF_COLUMN = re.compile(r"\(?(?:\d{1,2}|[A-Za-z])\)?(?:\s*=.*)?")


@dataclass(frozen=True)
class Heading:
    """One field and the pattern that its column headings match, see ``heading_key``."""

    field: str
    pattern: re.Pattern[str]
    starts_a_list: bool = False
    """A row without such a heading is no heading of a list."""


@dataclass(frozen=True)
class Columns:
    """Where the fields stand; rows and columns count from 0."""

    top: int
    first_row: int
    places: Mapping[str, tuple[int, ...]]


def heading(field: str, *patterns: str, starts_a_list: bool = False) -> Heading:
    """Return the heading of a field; one of the patterns has to match the whole key."""
    return Heading(field, re.compile("|".join(patterns)), starts_a_list)


def heading_key(text: str) -> str:
    """Return the words of a heading without marks and brackets.

    "Năm" (year) becomes "nawm", since without its mark it would be "nam" (male).
    """
    plain = _YEAR_WORD.sub("nawm", tidy(text).lower())
    return " ".join(_WORDS.findall(fold(_BRACKETS.sub(" ", plain))))


def find_columns(grid: Grid, headings: Sequence[Heading]) -> Columns | None:
    """Return where the first list of the sheet has its columns, or ``None`` without a list.

    Of two headings that match one column, the earlier in ``headings`` wins. Numbering rows like
    (1) (2) (3) under the heading are passed over.
    """
    for row in range(min(len(grid.rows), _LOOK_THROUGH_ROWS)):
        starts = _starts(grid, row, headings)
        if starts:
            return _columns(grid, row, starts[0], headings)
    return None


def _starts(grid: Grid, row: int, headings: Sequence[Heading]) -> list[int]:
    """Return the columns that start a list, if the row reads as a heading at all."""
    found = {
        column: heading
        for column in range(len(grid.rows[row]))
        if (heading := _match([heading_key(grid.text(row, column))], headings))
    }
    is_alone = len({heading.field for heading in found.values()}) == 1
    if is_alone and max(map(len, grid.rows)) > 1:
        return []
    return [column for column, heading in found.items() if heading.starts_a_list]


def _match(keys: Iterable[str], headings: Sequence[Heading]) -> Heading | None:
    for key in keys:
        for heading in headings:
            if key and heading.pattern.fullmatch(key):
                return heading
    return None


def _columns(grid: Grid, row: int, name: int, headings: Sequence[Heading]) -> Columns:
    top = bottom = row
    while top and row - top < _ROWS_BESIDE and _has_heading(grid, top - 1, headings):
        top -= 1
    while bottom - row < _ROWS_BESIDE and _continues(grid, bottom + 1, row, name, headings):
        bottom += 1
    places: dict[str, list[int]] = {}
    for column in range(max(len(line) for line in grid.rows[top : bottom + 1])):
        path = _path(grid, range(top, bottom + 1), column)
        keys = [" ".join(path), *reversed(path)]
        if found := _match(keys, headings):
            places.setdefault(found.field, []).append(column)
    first = bottom + 1 + _is_numbering(grid, bottom + 1, name)
    return Columns(top, first, {field: tuple(columns) for field, columns in places.items()})


def _has_heading(grid: Grid, row: int, headings: Sequence[Heading]) -> bool:
    keys = {heading_key(text) for text in _texts(grid, row)}
    return len(keys) > 1 and any(_match([key], headings) for key in keys)


def _continues(
    grid: Grid, row: int, heading_row: int, name: int, headings: Sequence[Heading]
) -> bool:
    """A second heading row hangs under the merged name, or holds headings and no name."""
    texts = _texts(grid, row)
    if not texts:
        return False
    if (row, name) in grid.merged and grid.value(row, name) == grid.value(heading_row, name):
        return True
    own = [
        grid.text(row, column)
        for column in range(len(grid.rows[row]))
        if (row, column) not in grid.merged and grid.text(row, column)
    ]
    return not grid.text(row, name) and all(_match([heading_key(text)], headings) for text in own)


def _path(grid: Grid, rows: range, column: int) -> list[str]:
    path: list[str] = []
    for row in rows:
        key = heading_key(grid.text(row, column))
        if key and key not in path:
            path.append(key)
    return path


def _texts(grid: Grid, row: int) -> list[str]:
    width = len(grid.rows[row]) if row < len(grid.rows) else 0
    return [text for column in range(width) if (text := grid.text(row, column))]


def _is_numbering(grid: Grid, row: int, name: int) -> bool:
    texts = _texts(grid, row)
    return bool(grid.text(row, name)) and all(map(_NUMBER_OF_COLUMN.fullmatch, texts))
