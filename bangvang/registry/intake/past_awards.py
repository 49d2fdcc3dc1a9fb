"""Read a history file: past awards, grades and recognised initiatives, one per row."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from bangvang.foundation.sheets import Workbook
from bangvang.foundation.sheets.grid import column_letters
from bangvang.foundation.sheets.headings import find_columns, heading
from bangvang.foundation.vietnamese import ReadDate, fold, name_key
from bangvang.law import Kind, find_code, find_kind
from bangvang.registry.intake.cells import (
    Line,
    Problem,
    take_birth,
    take_date,
    take_identity_number,
    take_year,
)

_NAME = "ho (?:va )?ten"
_DAY = "(?:ngay|nawm|nam|ngay thang|ngay (?:thang )?(?:nawm|nam))"
_DECISION = "(?:quyet dinh|qd)(?: .*)?"
HEADINGS = (
    heading("number", "s?tt", "so tt", "so thu tu"),
    heading("birth", f"{_DAY} sinh", "sinh (?:ngay|nawm|nam)"),
    heading("identity_number", ".*(?:cccd|cmnd|can cuoc|dinh danh|chung minh).*"),
    heading(
        "decided_on", f"ngay {_DECISION}", "ngay (?:ky|ban hanh)(?: .*)?", "ngay thang nawm qd"
    ),
    heading("decision_no", f"so {_DECISION}", "so hieu(?: .*)?", "so ky hieu(?: .*)?", _DECISION),
    heading(
        "issued_by",
        "(?:co quan|cap|noi|don vi) (?:ban hanh|quyet dinh|ky|ra quyet dinh|khen)(?: .*)?",
        "tham quyen(?: .*)?",
    ),
    heading("kind", "loai hinh(?: .*)?", "phan loai khen thuong"),
    heading(
        "award",
        "(?:danh hieu|hinh thuc|khen thuong|noi dung khen)(?: .*)?",
        "ket qua(?: .*)?",
        starts_a_list=True,
    ),
    heading("year", "(?:nawm|nam)(?: (?:lap )?thanh tich| khen(?: thuong)?| dat| cong tac)?"),
    heading("name", f"{_NAME}(?: .*)?", "(?:ten )?(?:ca nhan|tap the)(?: .*)?", "ten"),
    heading(
        "unit",
        "(?:ten )?(?:co quan )?(?:don vi|co quan)(?: .*)?",
        "noi (?:cong tac|lam viec)",
    ),
)


@dataclass(frozen=True)
class PastAward:
    """One row that can be used: who, what, for which achievement year, by which decision."""

    row: int
    """The sheet's own number, from 1."""
    name: str
    birth: ReadDate | None
    identity_number: str | None
    unit: str
    code: str
    kind: Kind
    year: int
    decision_no: str
    decided_on: date | None
    issued_by: str
    cells: Mapping[str, str]


@dataclass(frozen=True)
class HistoryRead:
    """A history as read; rows with a problem, or written twice, are not among ``rows``."""

    sheet: str
    rows: tuple[PastAward, ...]
    problems: tuple[Problem, ...]
    columns: Mapping[str, str]
    unusable_names: tuple[str, ...]
    """Names on rows left out; "" where even the name is missing or unsure."""

    @property
    def is_usable(self) -> bool:
        """Whether the sheet is a history at all."""
        return bool(self.columns)


def read_past_awards(workbook: Workbook, *, on: date | None = None) -> HistoryRead:
    """Return the past awards of the first sheet with a name, an award and a year column.

    ``on``: the day on which it is asked; a birth after it is a problem.
    """
    for grid in workbook.grids:
        columns = find_columns(grid, HEADINGS) if grid.rows else None
        if columns is None or not {"name", "award", "year"} <= columns.places.keys():
            continue
        lines = [
            Line(grid, row, columns.places, on) for row in range(columns.first_row, len(grid.rows))
        ]
        filled = [line for line in lines if any(map(line.text, ("name", "award", "year")))]
        read = [(line, _past_award(line)) for line in filled]
        awards = [award for _, award in read if award]
        doubles = {double.row: double for double in _doubles(awards)}
        problems = [problem for line in filled for problem in line.problems]
        return HistoryRead(
            sheet=grid.name,
            rows=tuple(award for award in awards if award.row not in doubles),
            problems=(*problems, *doubles.values()),
            columns={name: column_letters(at[0]) for name, at in columns.places.items()},
            unusable_names=tuple(_sure_name(line) for line, award in read if award is None),
        )
    return HistoryRead("", (), (_NO_HISTORY,), {}, ())


_NO_HISTORY = Problem(
    "A1",
    "NO_NAME_COLUMN",
    "Không tìm thấy bảng có đủ các cột “Họ và tên”, “Danh hiệu hoặc hình thức” và “Năm”.",
)


def _past_award(line: Line) -> PastAward | None:
    """Return the award, or ``None`` with the reasons in ``line.problems``."""
    name = line.take("name")
    if not name:
        line.note("name", "NAME_MISSING", "Dòng này thiếu tên.")
    code, kind = _take_code(line), _take_kind(line)
    year = take_year(line, "year")
    if year is None and not line.text("year"):
        line.note("year", "YEAR_MISSING", "Dòng này thiếu năm thành tích.")
    birth = take_birth(line)
    identity_number = take_identity_number(line)
    decided = take_date(line, "decided_on", code="DATE_UNREADABLE")
    texts = {field: line.take(field) for field in ("unit", "decision_no", "issued_by")}
    if line.problems or code is None or kind is None or year is None:
        return None
    return PastAward(
        row=line.row + 1,
        name=name,
        birth=birth,
        identity_number=identity_number,
        code=code,
        kind=kind,
        year=year,
        decided_on=decided.on if decided else None,
        cells=line.cells,
        **texts,
    )


def _take_code(line: Line) -> str | None:
    text = line.take("award")
    code = find_code(text) if text else None
    if code is None:
        why = (
            f"“{text}” không có trong danh mục." if text else "Dòng này thiếu danh hiệu, hình thức."
        )
        line.note("award", "AWARD_UNKNOWN", why)
    return code


def _take_kind(line: Line) -> Kind | None:
    text = line.take("kind")
    kind = find_kind(text)
    if kind is None:
        line.note("kind", "KIND_UNKNOWN", f"“{text}” không phải loại hình khen thưởng đã biết.")
    return kind


def _sure_name(line: Line) -> str:
    is_damaged = any(problem.code == "DAMAGED_TEXT" for problem in line.problems)
    return "" if is_damaged else line.text("name")


def _doubles(rows: list[PastAward]) -> Iterator[Problem]:
    """Say which rows repeat an earlier one in everything that makes an award."""
    seen: dict[tuple[object, ...], int] = {}
    for row in rows:
        key = (
            name_key(row.name),
            row.birth,
            row.identity_number,
            fold(row.unit),
            row.code,
            row.kind,
            row.year,
            fold(row.decision_no),
        )
        first = seen.setdefault(key, row.row)
        if first != row.row:
            yield Problem(
                row.cells["name"],
                "DUPLICATE_ROW",
                f"Trùng với dòng {first}; chỉ tính một lần.",
                row.row,
                is_hint=True,
            )
