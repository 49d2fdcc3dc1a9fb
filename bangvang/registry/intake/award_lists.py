"""Read lists of past awards of every shape, row by row; nothing here keeps anything."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Any

from bangvang.foundation.sheets import Grid, Workbook, address
from bangvang.foundation.sheets.grid import text_of
from bangvang.foundation.vietnamese import ReadDate
from bangvang.registry.intake.award_rows import said_by
from bangvang.registry.intake.award_sheets import Plan, plan_found
from bangvang.registry.intake.cells import Line, Problem
from bangvang.registry.intake.groups import Group, RowKind, kind_of_row, own_texts
from bangvang.registry.intake.mending import kept_raw, with_texts
from bangvang.registry.intake.names import name_in
from bangvang.registry.intake.old_letters import Letters

_NUMBER_OF_COLUMN = re.compile(r"\(?(?:\d{1,2}|[A-Za-z])\)?(?:\s*=.*)?")
_NOTHING = frozenset({"0", "#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "FALSE"})
"""What a formula shows where there is nothing to show."""
_LONGEST_NUMBER = 4
_HEADING_ROWS = 4
_OF_AN_AWARD = ("award", "year", "decision_no", "decided_on")


@dataclass(frozen=True)
class Written:
    """One row as read: the fields of `award_rows`, the cell of each, what is wrong.

    `identity_number` is apart, because rows are kept and it is kept sealed only.
    """

    sheet: str
    sheet_no: int
    row: int
    said: Mapping[str, Any]
    cells: Mapping[str, str]
    problems: tuple[Problem, ...]
    identity_number: str = ""
    raw: Mapping[str, Any] = field(default_factory=dict)
    """Its cells as `mending.kept_raw` keeps them."""


@dataclass(frozen=True)
class SheetRead:
    """One visible sheet: its plan, None without one, and its rows."""

    name: str
    number: int
    plan: Plan | None
    rows: tuple[Written, ...]
    above: str = ""
    """What stands before a table of Word."""

    @property
    def is_list(self) -> bool:
        """Whether it was read as a list of awards."""
        return self.plan is not None and self.plan.is_list


@dataclass(frozen=True)
class ListsRead:
    """A whole file as read."""

    sheets: tuple[SheetRead, ...]

    @property
    def rows(self) -> list[Written]:
        """All rows, sheet by sheet."""
        return [row for sheet in self.sheets for row in sheet.rows]


def untold(_rows: int) -> None:
    """Tell nobody how many rows were read."""


def read_awards(
    workbook: Workbook,
    plans: Mapping[int, Plan],
    letters: Letters,
    *,
    on: date,
    mended: Mapping[int, Mapping[tuple[int, int], str]] = MappingProxyType({}),
    tick: Callable[[int], None] = untold,
) -> ListsRead:
    """Return the rows of every sheet that is a list.

    Args:
        workbook: the file.
        plans: what a person said of a sheet, by its number from 0; the headings speak for others.
        letters: whether old encodings are converted.
        on: today; no decision is of a later day.
        mended: by number of sheet, what people put in the place of cells: (row, column), from 0.
        tick: told after every row.
    """
    sheets = []
    for number, raw in enumerate(workbook.grids):
        converted, doubtful = letters.converted(raw)
        grid = with_texts(converted, mended.get(number, {}))
        plan = plans.get(number) or plan_found(grid)
        rows: tuple[Written, ...] = ()
        if plan is not None and plan.is_list:
            once = _Once(grid.name, grid.rows, grid.merged, grid.above)
            reading = _Reading(once, number, plan, doubtful, on, tick)
            rows = tuple(reading.read())
        sheets.append(SheetRead(grid.name, number, plan, rows, grid.above))
    return ListsRead(tuple(sheets))


@dataclass(frozen=True)
class _Once(Grid):
    """A sheet whose rows are tidied once, however often their cells are asked for."""

    known: dict[int, list[str]] = field(default_factory=dict, compare=False)

    def text(self, row: int, column: int) -> str:
        """Return the cell as tidy text."""
        found = self.known.get(row)
        if found is None:
            values = self.rows[row] if row < len(self.rows) else ()
            found = self.known[row] = list(map(text_of, values))
        return found[column] if column < len(found) else ""


@dataclass
class _Reading:
    """Walks down the rows of one sheet and remembers the headings it passed."""

    grid: Grid
    number: int
    plan: Plan
    doubtful: frozenset[tuple[int, int]]
    on: date
    tick: Callable[[int], None]
    group: Group = field(default_factory=Group)
    is_signed: bool = False

    def read(self) -> Iterator[Written]:
        """Return the rows that hold somebody."""
        places = self.plan.places
        are_collectives = not {"person_name", "mixed_name"} & places.keys()
        for row in range(self.plan.first_row, len(self.grid.rows)):
            self.tick(1)
            if self._is_nothing(row):
                continue
            line = Line(self.grid, row, places)
            name = name_in(line)
            kind = kind_of_row(line, name, names_are_collectives=are_collectives)
            if kind is RowKind.GROUP:
                self._enter_group(line)
            elif kind is RowKind.SIGNATURE:
                self.is_signed = True
            elif self._is_award(line, kind) and self._is_before_the_signature(line):
                yield self._written(line)

    def _is_award(self, line: Line, kind: RowKind) -> bool:
        """A row with an award and no name is an award of whose holder nothing is known."""
        if kind is RowKind.EMPTY:
            return sum(bool(line.text(name)) for name in _OF_AN_AWARD) > 1
        return kind is RowKind.PROPOSAL

    def _is_nothing(self, row: int) -> bool:
        """A numbering row under the headings, or a formula's row without data."""
        width = len(self.grid.rows[row])
        texts = [text for at in range(width) if (text := self.grid.text(row, at))]
        is_first = row == self.plan.first_row
        if is_first and len(texts) > 1 and all(map(_NUMBER_OF_COLUMN.fullmatch, texts)):
            return True
        if self._is_heading_again(row):
            return True
        if self._heads_from_the_left(row):
            return False
        own = [
            self.grid.text(row, at)
            for name, columns in self.plan.places.items()
            if name != "number"
            for at in columns
        ]
        return all(not text or text.upper() in _NOTHING for text in own) and not any(
            text for at in range(width) if (text := self._beside(row, at))
        )

    def _heads_from_the_left(self, row: int) -> bool:
        """A heading of a group, written where the numbers stand and not merged."""
        number = "".join(self.grid.text(row, at) for at in self.plan.places.get("number", ()))
        return len(number) > _LONGEST_NUMBER and any(map(str.isalpha, number))

    def _is_heading_again(self, row: int) -> bool:
        """A heading, or the numbers under it, written once more where a page begins."""
        texts = self._texts(row)
        return len(set(texts)) > 1 and texts in self._headings

    @cached_property
    def _headings(self) -> set[tuple[str, ...]]:
        first = min(self.plan.first_row, len(self.grid.rows))
        return {self._texts(row) for row in range(max(0, first - _HEADING_ROWS), first)}

    def _texts(self, row: int) -> tuple[str, ...]:
        width = len(self.grid.rows[row])
        return tuple(text for at in range(width) if (text := self.grid.text(row, at)))

    def _beside(self, row: int, column: int) -> str:
        """Return a text outside the known columns, where headings of groups may stand."""
        known = {at for columns in self.plan.places.values() for at in columns}
        text = "" if column in known else self.grid.text(row, column)
        return "" if text.upper() in _NOTHING or text.isdecimal() else text

    def _enter_group(self, line: Line) -> None:
        width = len(self.grid.rows[line.row])
        column = next(at for at in range(width) if self.grid.text(line.row, at))
        texts = own_texts(line)
        text = next((text for text in texts if len(text) > 4), texts[0])
        self.group = self.group.under(text, address(line.row, column))

    def _is_before_the_signature(self, line: Line) -> bool:
        """Below the signature stands the signer's name; only numbered rows go on with the list."""
        return not self.is_signed or bool(line.text("number"))

    def _written(self, line: Line) -> Written:
        said = said_by(line, self.group, self.plan.fixed, on=self.on)
        number = said.pop("number")
        problems = [*line.problems, *self._doubts(line)]
        return Written(
            self.grid.name,
            self.number,
            line.row + 1,
            said,
            dict(line.cells),
            tuple(replace(problem, row=line.row + 1) for problem in problems),
            number,
            kept_raw(line, self.group),
        )

    def _doubts(self, line: Line) -> Iterator[Problem]:
        for column in range(len(self.grid.rows[line.row])):
            if (line.row, column) in self.doubtful:
                yield Problem(
                    address(line.row, column),
                    "LETTERS_UNSURE",
                    f"“{self.grid.text(line.row, column)}”: không rõ đã là Unicode hay còn bảng mã "
                    "cũ nên giữ nguyên; hãy xem lại.",
                    line.row + 1,
                    is_hint=True,
                )


def birth_of(said: Mapping[str, Any]) -> ReadDate | None:
    """Return the birth that a row kept."""
    return ReadDate(*said["birth"]) if said["birth"] else None


def texts_of(workbook: Workbook) -> Iterable[str]:
    """Return every text of the file as it stands in the cells."""
    for grid in workbook.grids:
        for row in grid.rows:
            yield from (value for value in row if isinstance(value, str))
