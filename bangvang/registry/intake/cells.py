"""Read the cells that every list of people has, and say what is wrong with one and where."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from bangvang.foundation.sheets import Grid, Value, address
from bangvang.foundation.vietnamese import (
    DateUnreadable,
    ReadDate,
    say_date,
)
from bangvang.registry.intake.keys import damage_in, date_in

_BETWEEN_DIGITS = re.compile(r"[\s.\-']")
_YEAR = re.compile(r"(?:năm )?(\d{4})(?:[.,]0+)?", re.IGNORECASE)
_YEARS = range(1945, 2101)
_IDENTITY_LENGTHS = (9, 12)


@dataclass(frozen=True)
class Problem:
    """Something a person should look at, with the cell where it stands.

    ``row`` is the sheet's own number, ``None`` for the list as a whole. A hint hinders nothing.
    """

    cell: str
    code: str
    text: str
    row: int | None = None
    is_hint: bool = False


@dataclass
class Line:
    """One row while it is read: its cells by field, and the problems found so far.

    ``on``: the day of the list, if it is known.
    """

    grid: Grid
    row: int
    places: Mapping[str, tuple[int, ...]]
    on: date | None = None
    problems: list[Problem] = field(default_factory=list)
    cells: dict[str, str] = field(default_factory=dict)
    texts: list[str] = field(init=False)
    """The whole row as tidy texts."""
    name_at: list[int] | None = None
    """Where the name is written, once that was looked for; see `names.name_columns`."""

    def __post_init__(self) -> None:
        """Tidy the row once, however often its cells are asked for."""
        self.texts = self.grid.texts(self.row)

    def text_at(self, column: int) -> str:
        """Return the cell of a column, from 0, as tidy text."""
        return self.texts[column] if column < len(self.texts) else ""

    def column(self, name: str) -> int | None:
        """Return the first filled column of a field; the first at all if none is filled."""
        columns = self.places.get(name)
        if not columns:
            return None
        if len(columns) == 1:
            return columns[0]
        return next(filter(self.text_at, columns), columns[0])

    def value(self, name: str) -> Value:
        """Return what the field's cell holds."""
        column = self.column(name)
        return None if column is None else self.grid.value(self.row, column)

    def text(self, name: str) -> str:
        """Return the field as tidy text."""
        column = self.column(name)
        return "" if column is None else self.text_at(column)

    def cell(self, name: str) -> str:
        """Return the address of the field's cell; "" if the list has no such column."""
        column = self.column(name)
        return "" if column is None else address(self.row, column)

    def take(self, name: str, *, as_field: str = "") -> str:
        """Return the text, note the cell it came from, and object to damaged letters."""
        column = self.column(name)
        text = "" if column is None else self.text_at(column)
        if text and column is not None:
            self.cells[as_field or name] = address(self.row, column)
            if damage := damage_in(text):
                self.note(name, "DAMAGED_TEXT", f"“{text}” có vẻ là {damage.value}.")
        return text

    def note(self, name: str, code: str, text: str, *, is_hint: bool = False) -> None:
        """Add a problem at the field's cell, or at the row if there is no such column."""
        cell = self.cell(name) or self.cells.get("name") or address(self.row, 0)
        self.problems.append(Problem(cell, code, text, self.row + 1, is_hint))


def take_date(line: Line, name: str, *, code: str, as_field: str = "") -> ReadDate | None:
    """Return the date in the cell; what is no date becomes a problem of this code."""
    try:
        found = date_in(line.value(name))
    except DateUnreadable as refused:
        line.note(name, code, str(refused))
        return None
    if found:
        line.cells[as_field or name] = line.cell(name)
    return found


def take_birth(line: Line, name: str = "birth") -> ReadDate | None:
    """Return the birth date in the cell; nobody on a list was born after its day."""
    found = take_date(line, name, code="BIRTH_UNREADABLE", as_field="birth")
    if found is None or line.on is None:
        return found
    if date(found.year, found.month or 1, found.day or 1) <= line.on:
        return found
    text = f"Ngày sinh “{line.text(name)}” sau ngày {say_date(line.on)}; cần kiểm tra lại."
    line.note(name, "BIRTH_IN_FUTURE", text)
    return None


def take_year(line: Line, name: str) -> int | None:
    """Return the achievement year; two years, or none, become a problem."""
    text = line.text(name)
    if not text:
        return None
    year = year_in(text)
    if year is None:
        line.note(name, "YEAR_UNREADABLE", f"“{text}” không phải một năm; hãy ghi đúng một năm.")
        return None
    line.cells[name] = line.cell(name)
    return year


def year_in(text: str) -> int | None:
    """Return the one achievement year that a text is, None if it is something else."""
    found = _YEAR.fullmatch(text)
    return int(found[1]) if found and int(found[1]) in _YEARS else None


def take_identity_number(line: Line) -> str | None:
    """Return the digits of the identity number; one of a wrong length is never used."""
    text = line.text("identity_number")
    digits = identity_in(text)
    if digits:
        line.cells["identity_number"] = line.cell("identity_number")
    if digits is None:
        why = _why_no_identity(line, text, _BETWEEN_DIGITS.sub("", text))
        line.note("identity_number", "IDENTITY_NUMBER_LENGTH", why)
    return digits or None


def identity_in(text: str) -> str | None:
    """Return the digits of an identity number, "" if there are none, None if they are wrong."""
    digits = _BETWEEN_DIGITS.sub("", text)
    is_one = digits.isascii() and digits.isdecimal() and len(digits) in _IDENTITY_LENGTHS
    return digits if is_one or not digits else None


def _why_no_identity(line: Line, text: str, digits: str) -> str:
    if not (digits.isascii() and digits.isdecimal()):
        return f"“{text}” không phải số định danh: có ký tự không phải chữ số."
    lost = isinstance(line.value("identity_number"), int) and len(digits) < max(_IDENTITY_LENGTHS)
    why = "; ô kiểu số nên có thể đã mất số 0 ở đầu" if lost else ""
    return f"Số định danh có {len(digits)} chữ số, không phải 12{why}."
