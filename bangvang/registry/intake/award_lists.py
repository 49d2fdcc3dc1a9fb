"""Read lists of past awards of every shape, row by row; nothing here keeps anything."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Any, Protocol, TypeVar

from bangvang.foundation.sheets import Grid, Workbook, address
from bangvang.foundation.vietnamese import ReadDate
from bangvang.registry.intake.award_sheets import Plan
from bangvang.registry.intake.cells import Line, Problem
from bangvang.registry.intake.groups import NOTHING, Group, RowKind, kind_of_row, own_texts
from bangvang.registry.intake.mending import columns_kept, kept_raw, with_texts
from bangvang.registry.intake.names import name_in
from bangvang.registry.intake.old_letters import Letters
from bangvang.registry.intake.readers import AWARDS, Reader

_NUMBER_OF_COLUMN = re.compile(r"\(?(?:\d{1,2}|[A-Za-z])\)?(?:\s*=.*)?")
_LONGEST_NUMBER = 4
_HEADING_ROWS = 4
_SAID_OF_SOMEBODY = (
    "award",
    "year",
    "decision_no",
    "decided_on",
    "matter",
    "matter_on",
    "amount",
)
"""What a row says of somebody, even if it names nobody."""


Plain = TypeVar("Plain")
PlainRead = TypeVar("PlainRead", covariant=True)


class Ordinary(Protocol[PlainRead]):
    """Reads ordinary rows of one sheet by itself; see `plain_rows`."""

    def read(self, row: int, group: Group) -> PlainRead | None:
        """Return the row, from 0; None if it is to be read cell by cell."""


FindOrdinary = Callable[[Grid, int, Plan, date], Ordinary[Plain] | None]
"""Returns what reads ordinary rows of a sheet, of this number, by this plan, on this day."""


def _no_ordinary(_grid: Grid, _number: int, _plan: Plan, _on: date) -> None:
    """Have every row read cell by cell."""


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
    raw: str = "{}"
    """Its cells as `mending.kept_raw` keeps them, as JSON."""


@dataclass
class SheetRead:
    """One visible sheet: its plan, None without one, and how many rows were read from it so far."""

    name: str
    number: int
    plan: Plan | None
    above: str = ""
    """What stands before a table of Word."""
    row_count: int = 0

    @property
    def is_list(self) -> bool:
        """Whether it is read as a list of awards."""
        return self.plan is not None and self.plan.is_list


def untold(_rows: int) -> None:
    """Tell nobody how many rows were read."""


class ListsRead:
    """A whole file as it is read: each row is gone once it was passed on.

    `sheets`: those that were read so far.
    """

    def __init__(
        self,
        workbook: Workbook,
        plans: Mapping[int, Plan],
        letters: Letters,
        *,
        on: date,
        mended: Mapping[int, Mapping[tuple[int, int], str]] = MappingProxyType({}),
        tick: Callable[[int], None] = untold,
        reader: Reader = AWARDS,
    ) -> None:
        """Take the file.

        Args:
            workbook: the file.
            plans: what a person said of a sheet, by its number from 0; the headings speak for
                others.
            letters: whether old encodings are converted.
            on: today; no decision is of a later day.
            mended: by number of sheet, what people put in the place of cells: (row, column), from
                0.
            tick: told after every row.
            reader: which kind of file it is.
        """
        self.sheets: list[SheetRead] = []
        self._workbook, self._plans, self._letters = workbook, plans, letters
        self._on, self._mended, self._tick = on, mended, tick
        self._reader = reader

    def rows(self) -> Iterator[Written]:
        """Read all rows, sheet by sheet, of every sheet that is a list; once only."""
        return self.rows_beside(_no_ordinary)

    def rows_beside(self, ordinary: FindOrdinary[Plain]) -> Iterator[Written | Plain]:
        """Read all rows as `rows` does, but for those that `ordinary` can read by itself."""
        for number, raw in enumerate(self._workbook.grids):
            converted, doubtful = self._letters.converted(raw)
            grid = with_texts(converted, self._mended.get(number, {}))
            plan = self._plans.get(number) or self._reader.find_plan(grid)
            sheet = SheetRead(grid.name, number, plan, grid.above)
            self.sheets.append(sheet)
            if plan is not None and plan.is_list:
                reading = _Reading(grid, number, plan, doubtful, self._on, self._tick, self._reader)
                of_sheet = None if doubtful else ordinary(grid, number, plan, self._on)
                for row in reading.read(of_sheet):
                    sheet.row_count += 1
                    yield row


@dataclass
class _Reading:
    """Walks down the rows of one sheet and remembers the headings it passed."""

    grid: Grid
    number: int
    plan: Plan
    doubtful: frozenset[tuple[int, int]]
    on: date
    tick: Callable[[int], None]
    reader: Reader
    group: Group = field(default_factory=Group)
    is_signed: bool = False

    def read(self, ordinary: Ordinary[Plain] | None) -> Iterator[Written | Plain]:
        """Return the rows that hold somebody."""
        places = self.plan.places
        are_collectives = not {"person_name", "mixed_name"} & places.keys()
        for row in range(self.plan.first_row, len(self.grid.rows)):
            self.tick(1)
            if ordinary is not None and not self.is_signed:
                plain = ordinary.read(row, self.group)
                if plain is not None:
                    yield plain
                    continue
            line = Line(self.grid, row, places)
            if self._is_nothing(line):
                continue
            name = name_in(line)
            kind = kind_of_row(line, name, names_are_collectives=are_collectives)
            if kind is RowKind.GROUP:
                self._enter_group(line)
            elif kind is RowKind.SIGNATURE:
                self.is_signed = True
            elif self._is_award(line, kind) and self._is_before_the_signature(line):
                yield self._written(line)

    def _is_award(self, line: Line, kind: RowKind) -> bool:
        """A row that says something and names nobody is a row whose name is missing."""
        if kind is RowKind.EMPTY:
            return sum(bool(line.text(name)) for name in _SAID_OF_SOMEBODY) > 1
        return kind is RowKind.PROPOSAL

    def _is_nothing(self, line: Line) -> bool:
        """A numbering row under the headings, or a formula's row without data."""
        texts = tuple(filter(None, line.texts))
        is_first = line.row == self.plan.first_row
        if is_first and len(texts) > 1 and all(map(_NUMBER_OF_COLUMN.fullmatch, texts)):
            return True
        if texts in self._headings and len(set(texts)) > 1:
            return True  # a heading, or the numbers under it, once more where a page begins
        if self._heads_from_the_left(line):
            return False
        own = filter(None, map(line.text_at, self._own_columns))
        return all(text.upper() in NOTHING for text in own) and not any(
            self._is_beside(text) for at, text in enumerate(line.texts) if at not in self._columns
        )

    def _heads_from_the_left(self, line: Line) -> bool:
        """A heading of a group, written where the numbers stand and not merged."""
        number = "".join(map(line.text_at, self.plan.places.get("number", ())))
        return len(number) > _LONGEST_NUMBER and any(map(str.isalpha, number))

    @cached_property
    def _own_columns(self) -> list[int]:
        places = self.plan.places.items()
        return [at for name, columns in places if name != "number" for at in columns]

    @cached_property
    def _columns(self) -> set[int]:
        return {at for columns in self.plan.places.values() for at in columns}

    @cached_property
    def _kept_columns(self) -> list[int]:
        return columns_kept(self.plan.places, self.reader.fields)

    @cached_property
    def _headings(self) -> set[tuple[str, ...]]:
        first = min(self.plan.first_row, len(self.grid.rows))
        rows = range(max(0, first - _HEADING_ROWS), first)
        return {tuple(filter(None, self.grid.texts(row))) for row in rows}

    def _is_beside(self, text: str) -> bool:
        """Whether a text outside the known columns says something, as a heading may there."""
        return bool(text) and text.upper() not in NOTHING and not text.isdecimal()

    def _enter_group(self, line: Line) -> None:
        column = next(at for at, text in enumerate(line.texts) if text)
        texts = own_texts(line)
        text = next((text for text in texts if len(text) > 4), texts[0])
        self.group = self.group.under(text, address(line.row, column))

    def _is_before_the_signature(self, line: Line) -> bool:
        """Below the signature stands the signer's name; only numbered rows go on with the list."""
        return not self.is_signed or bool(line.text("number"))

    def _written(self, line: Line) -> Written:
        said = self.reader.read_row(line, self.group, self.plan.fixed, on=self.on)
        number = said.pop("number")
        problems = [*line.problems, *self._doubts(line)]
        return Written(
            self.grid.name,
            self.number,
            line.row + 1,
            said,
            dict(line.cells),
            tuple(problems),
            number,
            kept_raw(line, self._kept_columns, self.group),
        )

    def _doubts(self, line: Line) -> Iterator[Problem]:
        for column, text in enumerate(line.texts if self.doubtful else ()):
            if (line.row, column) in self.doubtful:
                yield Problem(
                    address(line.row, column),
                    "LETTERS_UNSURE",
                    f"“{text}”: không rõ đã là Unicode hay còn bảng mã "
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
