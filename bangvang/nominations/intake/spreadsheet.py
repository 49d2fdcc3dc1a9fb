"""Read a nomination list from a sheet or a table of Word, whatever its shape; keeps nothing."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from bangvang.foundation.sheets import Grid, Workbook, address
from bangvang.foundation.sheets.grid import column_letters
from bangvang.foundation.sheets.headings import Columns, Heading, find_columns
from bangvang.foundation.vietnamese import ReadDate, damage_in, fold, name_key
from bangvang.nominations.intake.columns import HEADINGS
from bangvang.nominations.intake.listed import Cell, ListRead, Row, Subject
from bangvang.nominations.intake.proposals import proposal_in
from bangvang.registry.intake.cells import Line, Problem
from bangvang.registry.intake.groups import Group, RowKind, kind_of_row, own_texts
from bangvang.registry.intake.names import name_in

WORD = "docx"
NARROWEST = 3
"""Columns of a list at least: what is narrower is a head or the signatures."""
_PUBLIC = {"person_name": "name", "mixed_name": "name", "collective_name": "name"}
_PUBLIC |= {"born_male": "birth", "born_female": "birth", "position_unit": "position"}

NOT_OF_A_ROW = frozenset({"number", "held_before"})
"""Columns that say nothing of the proposal."""


def read_list(
    workbook: Workbook, headings: Sequence[Heading] = HEADINGS, *, on: date | None = None
) -> ListRead:
    """Return the proposals of the first sheet that has a name column.

    ``on``: the day of the list; a birth after it is a problem. Without a name column the list is
    not usable: one problem, NO_NAME_COLUMN, no rows.
    """
    lists = [
        (grid, columns)
        for grid in workbook.grids
        if grid.rows and (columns := find_columns(grid, headings))
    ]
    if not lists:
        return ListRead("", (), (_no_name_column(workbook),), {})
    grid, columns = lists[0]
    places = _with_year(columns.places)
    reading = _Reading(grid, places, on)
    reading.read(columns.first_row)
    problems = [
        *_several_lists([other.name for other, _ in lists], workbook),
        *_without_headings(grid, [other for other, _ in lists], workbook),
        *_no_rows(grid, columns, reading.rows),
        *reading.problems,
        *_duplicates(reading.rows),
    ]
    letters = {
        _PUBLIC.get(name, name): column_letters(at[0]) for name, at in reversed(places.items())
    }
    ordered = sorted(problems, key=lambda problem: problem.row or 0)
    cells = tuple(_cells(grid, columns, places, reading.rows))
    return ListRead(grid.name, tuple(reading.rows), tuple(ordered), letters, cells)


def _cells(
    grid: Grid, columns: Columns, places: Mapping[str, tuple[int, ...]], rows: Iterable[Row]
) -> Iterator[Cell]:
    fields = sorted(
        (at, name) for name, found in places.items() if name not in NOT_OF_A_ROW for at in found
    )
    headings = {at: _heading(grid, columns, at) for at, _ in fields}
    for row in rows:
        for at, name in fields:
            text = grid.text(row.row - 1, at)
            yield Cell(address(row.row - 1, at), row.row, name, headings[at], text)


def _heading(grid: Grid, columns: Columns, column: int) -> str:
    """Return the words over a column, of both lines of a heading, without a numbering below."""
    texts = [grid.text(row, column) for row in range(columns.top, columns.first_row)]
    words = [text for text in dict.fromkeys(texts) if any(map(str.isalpha, text))]
    return ", ".join(words)


def _with_year(places: Mapping[str, tuple[int, ...]]) -> dict[str, tuple[int, ...]]:
    """A lone "Nam", without a column "Nữ", is the word for year typed without marks."""
    found = dict(places)
    if "male" in found and "female" not in found:
        lone = found.pop("male")
        found.setdefault("year", lone)
    return found


@dataclass
class _Reading:
    """Walks down the rows and remembers the headings it passed."""

    grid: Grid
    places: Mapping[str, tuple[int, ...]]
    on: date | None
    rows: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    group: Group = field(default_factory=Group)
    is_signed: bool = False

    def read(self, first_row: int) -> None:
        are_collectives = "person_name" not in self.places
        for number in range(first_row, len(self.grid.rows)):
            line = Line(self.grid, number, self.places, self.on)
            name = name_in(line)
            kind = kind_of_row(line, name, names_are_collectives=are_collectives)
            if kind is RowKind.GROUP:
                self._enter_group(line)
            elif kind is RowKind.SIGNATURE:
                self.is_signed = True
            elif kind is RowKind.PROPOSAL and self._is_before_the_signature(line):
                self.rows.append(proposal_in(line, self.group))
                self.problems.extend(line.problems)

    def _enter_group(self, line: Line) -> None:
        width = len(self.grid.rows[line.row])
        column = next(at for at in range(width) if self.grid.text(line.row, at))
        texts = own_texts(line)
        text = next((text for text in texts if len(text) > 4), texts[0])
        self.group = self.group.under(text, address(line.row, column))

    def _is_before_the_signature(self, line: Line) -> bool:
        """Below the signature stands the signer's name; only numbered rows go on with the list."""
        return not self.is_signed or bool(line.text("number"))


def _no_name_column(workbook: Workbook) -> Problem:
    texts = (
        grid.text(row, column)
        for grid in workbook.grids
        for row in range(min(len(grid.rows), 60))
        for column in range(len(grid.rows[row]))
    )
    damage = next(filter(None, map(damage_in, texts)), None)
    why = f" Chữ trong tệp có vẻ dùng {damage.value}; hãy chuyển sang Unicode." if damage else ""
    return Problem(
        "A1",
        "NO_NAME_COLUMN",
        f"Không tìm thấy cột “Họ và tên” hoặc “Tên tập thể” ở trang tính nào.{why}",
    )


def _several_lists(names: list[str], workbook: Workbook) -> Iterator[Problem]:
    if len(names) > 1:
        others = ", ".join(f"“{name}”" for name in names[1:])
        what, one = ("bảng", "bảng") if workbook.kind == WORD else ("trang tính", "trang")
        yield Problem(
            "A1",
            "SEVERAL_LISTS",
            f"Tệp có {len(names)} {what} có danh sách; chỉ đọc {one} “{names[0]}”,"
            f" không đọc {others}.",
            is_hint=True,
        )


def _without_headings(grid: Grid, lists: list[Grid], workbook: Workbook) -> Iterator[Problem]:
    """A table of Word that goes on after a break without its headings is not read: say so."""
    if workbook.kind != WORD:
        return
    wide = max(NARROWEST, max(map(len, grid.rows)) // 2)
    left = [
        other.name
        for other in workbook.grids
        if other not in lists and max(map(len, other.rows), default=0) >= wide
    ]
    if left:
        names = ", ".join(f"“{name}”" for name in left)
        yield Problem(
            "A1",
            "TABLE_WITHOUT_HEADINGS",
            f"{names} không có tiêu đề cột nên không đọc; nếu là phần tiếp của danh sách thì nối"
            " vào bảng trên rồi gửi lại.",
            is_hint=True,
        )


def _no_rows(grid: Grid, columns: Columns, rows: list[Row]) -> Iterator[Problem]:
    if not rows:
        yield Problem(
            address(columns.first_row, 0),
            "NO_ROWS",
            f"“{grid.name}” không có dòng đề nghị nào dưới tiêu đề.",
        )


def _duplicates(rows: Iterable[Row]) -> Iterator[Problem]:
    seen: dict[tuple[object, ...], int] = {}
    for row in rows:
        keys = list(_keys_of(row))
        first = next((seen[key] for key in keys if key in seen), None)
        if first is not None:
            yield Problem(
                row.cells.get("name", f"A{row.row}"),
                "DUPLICATE_ROW",
                f"Trùng với dòng {first}: cùng người, cùng đề nghị."
                if row.subject is Subject.PERSON
                else f"Trùng với dòng {first}: cùng tập thể, cùng đề nghị.",
                row.row,
            )
        for key in keys:
            seen.setdefault(key, row.row)


def _keys_of(row: Row) -> Iterator[tuple[object, ...]]:
    award = fold(row.award_text)
    who: str | ReadDate = row.birth or fold(row.unit)
    if row.name:
        yield name_key(row.name), who, award
    if row.identity_number:
        yield row.identity_number, award
