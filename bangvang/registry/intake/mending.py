"""One staged row as its cells stand, and the same row read anew with some of them mended."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from functools import lru_cache
from math import isfinite
from typing import Any

from bangvang.foundation.sheets import Grid, Value, address
from bangvang.foundation.sheets.grid import text_of
from bangvang.registry.intake.award_sheets import FIELDS, Plan, plan_kept
from bangvang.registry.intake.cells import Line, Problem
from bangvang.registry.intake.groups import Group, Subject
from bangvang.registry.intake.readers import Reader
from bangvang.registry.models import IncomingFile, IncomingRow

IDENTITY = "identity_number"
NOT_MENDED = frozenset({"number"})
IDENTITY_AGAIN = "IDENTITY_AGAIN"
OF_IDENTITY = frozenset({"IDENTITY_NUMBER_LENGTH", IDENTITY_AGAIN})
WHOLE_FILE = frozenset({"LETTERS_NOT_AGREED"})
"""Problems that mending a cell of the row does not solve."""
as_json: Callable[[object], str] = json.JSONEncoder(ensure_ascii=False).encode
"""Writes what is kept of a row."""


@dataclass(frozen=True)
class CellShown:
    """One cell of a row that may be mended."""

    field: str
    name: str
    column: int
    cell: str
    text: str


@dataclass(frozen=True)
class ReadAnew:
    """What a mended row says."""

    said: Mapping[str, Any]
    cells: Mapping[str, str]
    problems: tuple[Problem, ...]
    identity_number: str


def columns_kept(
    places: Mapping[str, tuple[int, ...]], fields: Mapping[str, str] = FIELDS
) -> list[int]:
    """Return the columns whose cells are kept with each row, from the left.

    That of the identity number is left out: it is nowhere kept in the clear. So is what no field
    reads.
    """
    hidden = set(places.get(IDENTITY, ()))
    read = {at for name, columns in places.items() if name in fields for at in columns}
    return sorted(read - hidden)


def kept_raw(line: Line, columns: Sequence[int], group: Group) -> str:
    """Return the cells of these columns and the headings above the row, as JSON."""
    row = line.grid.rows[line.row]
    filled = {
        str(at): value for at in columns if at < len(row) and (value := plain(row[at])) is not None
    }
    return f'{{"values":{as_json(filled)},"group":{group_kept(group)}}}'


@lru_cache(1_000)
def group_kept(group: Group) -> str:
    """Return the headings above a row as JSON."""
    return as_json(asdict(group))


def plain(value: Value) -> str | int | float | None:
    """Return a cell as both databases take it in JSON: no odd signs, no number without end."""
    if isinstance(value, str):
        if not value.isprintable():
            value = value.replace("\x00", "").encode("utf-8", "ignore").decode("utf-8")
        return value or None
    if value is None or isinstance(value, int):
        return value
    return value if isinstance(value, float) and isfinite(value) else text_of(value)


def with_texts(grid: Grid, texts: Mapping[tuple[int, int], str]) -> Grid:
    """Return the sheet with these cells in the place of its own: (row, column), from 0."""
    if not texts:
        return grid
    rows = [list(row) for row in grid.rows]
    for (row, column), text in texts.items():
        if row < len(rows):
            rows[row] += [None] * (column + 1 - len(rows[row]))
            rows[row][column] = text
    return replace(grid, rows=tuple(tuple(row) for row in rows))


def cells_shown(
    raw: Mapping[str, Any], plan: Plan, row: int, fields: Mapping[str, str]
) -> list[CellShown]:
    """Return the cells of a row that may be mended, in the order of the columns; row from 1."""
    line = _line(raw, plan, row, {})
    found = [
        CellShown(name, fields[name], column, address(row - 1, column), line.text(name))
        for name in plan.places
        if name in fields and name not in NOT_MENDED and (column := line.column(name)) is not None
    ]
    return sorted(found, key=lambda cell: cell.column)


def read_anew(
    before: IncomingRow, plan: Plan, texts: Mapping[int, str], *, reader: Reader, on: date
) -> ReadAnew:
    """Return what the row says with these texts in its columns.

    Where no identity number is typed, the one it had stays, and so does what was wrong with it.

    Args:
        before: the row as it is staged.
        plan: where the sheet keeps what.
        texts: the new text by column, from 0.
        reader: of which kind of file it is.
        on: today.
    """
    raw, row = before.raw, before.row
    line = _line(raw, plan, row, texts)
    group = Group(**raw["group"] | {"subject": _subject(raw["group"]["subject"])})
    said = reader.read_row(line, group, plan.fixed, on=on)
    number = str(said.pop("number"))
    stays = set(WHOLE_FILE)
    if not any(column in texts for column in plan.places.get(IDENTITY, ())):
        stays |= OF_IDENTITY
        if before.said["digest"]:
            said |= {name: before.said[name] for name in ("digest", "tail")}
            said["subject"] = Subject.PERSON.value
    kept = [
        Problem(old["cell"], old["code"], old["text"], row, old["is_hint"])
        for old in before.problems
        if old["code"] in stays
    ]
    problems = (*(replace(problem, row=row) for problem in line.problems), *kept)
    return ReadAnew(said, dict(line.cells), problems, number)


def plan_of_sheet(file: IncomingFile, number: int) -> Plan | None:
    """Return by which plan a sheet was read, None if it was read as no list."""
    found = next((one for one in file.sheets if one["number"] == number), None)
    kept = found.get("plan") if found else None
    return plan_kept(kept) if kept else None


def _subject(kept: str | None) -> Subject | None:
    return Subject(kept) if kept else None


def _line(raw: Mapping[str, Any], plan: Plan, row: int, texts: Mapping[int, str]) -> Line:
    values: dict[int, Value] = {int(at): value for at, value in raw["values"].items()}
    values |= {at: text or None for at, text in texts.items()}
    width = max(values, default=-1) + 1
    own = tuple(values.get(at) for at in range(width))
    return Line(Grid("", (*([()] * (row - 1)), own)), row - 1, plan.places)
