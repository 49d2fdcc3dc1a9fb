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

    Of two headings that match one column, the earlier in ``headings`` wins. Under a heading of a
    group ("Quyết định" over "Số" and "Ngày") the heading below decides. Numbering rows like (1) (2)
    (3) under the heading are passed over.
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
    width = max(len(line) for line in grid.rows[top : bottom + 1])
    paths = [_path(grid, range(top, bottom + 1), column) for column in range(width)]
    places: dict[str, list[int]] = {}
    for column, found in enumerate(_fields(paths, headings)):
        if found:
            places.setdefault(found, []).append(column)
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
        (column, grid.text(row, column))
        for column in range(len(grid.rows[row]))
        if (row, column) not in grid.merged and grid.text(row, column)
    ]
    return not grid.text(row, name) and all(
        _is_spread(grid, row - 1, column, text) or _match([heading_key(text)], headings)
        for column, text in own
    )


def _is_spread(grid: Grid, above: int, column: int, text: str) -> bool:
    """Whether a text without figures hangs under a heading that is merged over several columns."""
    beside = [at for at in (column, column + 1) if (above, at) in grid.merged and at]
    is_under = any(grid.value(above, at) == grid.value(above, at - 1) for at in beside)
    return is_under and not any(map(str.isdecimal, text))


def _fields(paths: Sequence[Sequence[str]], headings: Sequence[Heading]) -> list[str]:
    """Return the field of each column, "" without one.

    Beside columns of a group whose own headings say that one holds what the group is called after
    ("Số" of "Quyết định") and another something else, what no heading knows ("Người ký") is not
    the group's.
    """
    found = [_field(path, headings) for path in paths]
    of_group: dict[str, set[str]] = {}
    for path, (name, is_own) in zip(paths, found, strict=True):
        if len(path) > 1 and is_own:
            of_group.setdefault(path[0], set()).add(name)
    fields: list[str] = []
    for path, (name, is_own) in zip(paths, found, strict=True):
        known = set() if is_own or not path else of_group.get(path[0], set())
        fields.append("" if name in known and len(known) > 1 else name)
    return fields


def _field(path: Sequence[str], headings: Sequence[Heading]) -> tuple[str, bool]:
    """Return the field that the headings over a column mean, and whether the lowest says so."""
    if len(path) < 2:
        found = _match(path, headings)
        return (found.field, True) if found else ("", False)
    *above, own = path
    group = _match([" ".join(above), *reversed(above)], headings)
    both, turned = " ".join(path), " ".join(reversed(path))
    for keys, may_be_groups in (([both], False), ([turned], False), ([own, turned], True)):
        found = _match(keys, headings)
        if found and (may_be_groups or group is None or found.field != group.field):
            return found.field, True
    found = _match([both, *reversed(above)], headings)
    return (found.field, False) if found else ("", False)


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
    return bool(grid.text(row, name)) and numbers_columns(_texts(grid, row))


def numbers_columns(texts: Sequence[str]) -> bool:
    """Return whether a row of these texts numbers the columns under their headings."""
    return bool(texts) and all(map(_NUMBER_OF_COLUMN.fullmatch, texts))
