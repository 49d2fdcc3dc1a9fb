"""What a nomination list says, row by row."""

from collections.abc import Mapping
from dataclasses import dataclass

from bangvang.foundation.vietnamese import ReadDate
from bangvang.registry.intake.cells import Problem
from bangvang.registry.intake.groups import Subject

__all__ = ["Cell", "ListRead", "Row", "Subject"]


@dataclass(frozen=True)
class Row:
    """One proposal as it is written; ``cells`` gives the address of each field that is filled."""

    row: int
    """The sheet's own number, from 1."""
    subject: Subject
    name: str
    birth: ReadDate | None
    sex: str
    """F, M or "" if the list does not say."""
    identity_number: str | None
    position: str
    unit: str
    subunit: str
    award_text: str
    kind_text: str
    year: int | None
    achievement: str
    note: str
    cells: Mapping[str, str]


@dataclass(frozen=True)
class Cell:
    """One cell of a proposal: where it stands, under which heading, for which field, its text."""

    address: str
    row: int
    """The sheet's own number, from 1."""
    field: str
    """As in ``intake.columns``; ``born_male`` and the like apart."""
    heading: str
    text: str


@dataclass(frozen=True)
class ListRead:
    """A list as read: rows in the sheet's order, problems by place, where the columns stand."""

    sheet: str
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]
    columns: Mapping[str, str]
    """Field to column letter."""
    cells: tuple["Cell", ...] = ()
    """The cells of all proposals that stand in columns which are read, row by row."""

    def cells_of(self, row: int) -> tuple["Cell", ...]:
        """Return the cells of one row, by the sheet's own number, from left to right."""
        return tuple(cell for cell in self.cells if cell.row == row)

    def problems_of(self, row: int) -> tuple[Problem, ...]:
        """Return the problems of one row, by the sheet's own number."""
        return tuple(problem for problem in self.problems if problem.row == row)

    @property
    def list_problems(self) -> tuple[Problem, ...]:
        """The problems of the list as a whole."""
        return tuple(problem for problem in self.problems if problem.row is None)

    @property
    def is_usable(self) -> bool:
        """Whether the sheet is a list at all."""
        return bool(self.columns)
