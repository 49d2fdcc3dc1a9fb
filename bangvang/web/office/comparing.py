"""Two to four rows of one award held side by side, what differs first."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bangvang.appraisal.selectors.findings import FindingSeen, findings_of, last_judgements_of
from bangvang.foundation.objection import Objection
from bangvang.law import Kind as AwardKind
from bangvang.law import explain, kind_name
from bangvang.nominations.selectors.nominations import NominationRow
from bangvang.web.case_summaries import AwardHeld, past_awards_of
from bangvang.web.components.pieces import Answer, Column
from bangvang.web.findings import answer_shown, part_shown
from bangvang.web.nominations import born, state_chip

FEWEST, MOST = 2, 4
NOT_ASKED = "chưa đối chiếu"
WRONG_COUNT = Objection("WRONG_COUNT", f"Chọn từ {FEWEST} đến {MOST} dòng để so sánh.")
OTHER_AWARD = Objection(
    "OTHER_AWARD", "Chỉ so sánh các dòng cùng một danh hiệu, hình thức với nhau."
)


@dataclass(frozen=True)
class Cell:
    """What stands in one column: words, and a sign before them where there is one."""

    text: str
    chip: Answer | None = None
    name: str = ""


@dataclass(frozen=True)
class Line:
    """One matter over all rows."""

    label: str
    cells: tuple[Cell, ...]
    cite: str = ""

    @property
    def differs(self) -> bool:
        """Whether not all of them say the same."""
        said = {(cell.text, cell.chip) for cell in self.cells}
        return len(said) > 1


@dataclass(frozen=True)
class Comparison:
    """The lines that differ, and those that do not, in the order of a dossier."""

    differing: tuple[Line, ...]
    alike: tuple[Line, ...]


def objection_to_comparing(rows: Sequence[NominationRow]) -> Objection | None:
    """Two to four rows, all of one award."""
    if not FEWEST <= len(rows) <= MOST:
        return WRONG_COUNT
    return None if len({row.award_code for row in rows}) == 1 else OTHER_AWARD


def columns_of(rows: Sequence[NominationRow]) -> tuple[Column, ...]:
    """Return a column for each row behind that of the matters."""
    return (Column("Nội dung", "name"), *(Column(row.name) for row in rows))


def comparison_of(rows: Sequence[NominationRow]) -> Comparison:
    """Return what these rows say, found and held, matter by matter."""
    found = findings_of(row.ref for row in rows)
    lines = [
        *_dossier(rows),
        _answers(rows, found),
        *_conditions(rows, found),
        *_awards(rows),
        _conclusions(rows),
    ]
    return Comparison(
        tuple(line for line in lines if line.differs),
        tuple(line for line in lines if not line.differs),
    )


def _line(label: str, rows: Sequence[NominationRow], said: Callable[[NominationRow], str]) -> Line:
    return Line(label, tuple(Cell(said(row), name=row.name) for row in rows))


def _dossier(rows: Sequence[NominationRow]) -> list[Line]:
    return [
        _line("Đơn vị trình", rows, lambda row: row.nominating_unit),
        _line("Chức vụ, đơn vị", rows, lambda row: f"{row.position}, {row.unit_name}".strip(", ")),
        _line(
            "Ngày sinh, giới tính; đối tượng",
            rows,
            lambda row: born(row) if row.is_person else row.subject_name,
        ),
        _line("Loại hình", rows, lambda row: kind_name(AwardKind(row.kind))),
        _line("Năm thành tích", rows, lambda row: str(row.achievement_year)),
        _line("Thành tích", rows, lambda row: row.achievement or "không ghi"),
        Line("Trạng thái", tuple(Cell("", state_chip(row), row.name) for row in rows)),
    ]


def _answers(rows: Sequence[NominationRow], found: dict[str, FindingSeen]) -> Line:
    return Line(
        "Kết quả đối chiếu",
        tuple(
            Cell("", answer_shown(found[row.ref].answer, found[row.ref].reasons), row.name)
            if row.ref in found
            else Cell(NOT_ASKED, name=row.name)
            for row in rows
        ),
    )


def _conditions(rows: Sequence[NominationRow], found: dict[str, FindingSeen]) -> list[Line]:
    """Return one line for each condition that any of the findings names, in their order."""
    by_row: dict[str, dict[tuple[str, str], Cell]] = {}
    for row in rows:
        if row.ref in found:
            by_row[row.ref] = _parts(row, found[row.ref])
    keys = dict.fromkeys(key for cells in by_row.values() for key in cells)
    return [
        Line(
            requires,
            tuple(
                by_row.get(row.ref, {}).get((requires, cite), Cell("không xét", name=row.name))
                for row in rows
            ),
            cite,
        )
        for requires, cite in keys
    ]


def _parts(row: NominationRow, found: FindingSeen) -> dict[tuple[str, str], Cell]:
    told = explain(found.appraisal, on=found.on_day)
    conditions = told.ways[0].conditions if len(told.ways) == 1 else told.ways
    cells = {}
    for one in (*conditions, *told.above):
        part = part_shown(one, lambda _: "")
        name = one.requires or one.title or one.sentence
        cells[name, one.cite] = Cell(part.sentence, part.answer, row.name)
    return cells


def _awards(rows: Sequence[NominationRow]) -> list[Line]:
    held = past_awards_of(list(rows))
    names = dict.fromkeys(award.name for row in rows for award in held[row.ref])
    return [
        Line(
            f"Đã có: {name}",
            tuple(Cell(_times(held[row.ref], name), name=row.name) for row in rows),
        )
        for name in names
    ]


def _times(held: Sequence[AwardHeld], name: str) -> str:
    years = [str(time.year) for award in held if award.name == name for time in award.times]
    return f"{len(years)} lần ({', '.join(years)})" if years else "chưa có"


def _conclusions(rows: Sequence[NominationRow]) -> Line:
    last = last_judgements_of(row.ref for row in rows)
    return Line(
        "Kết luận gần nhất",
        tuple(
            Cell(f"{last[row.ref].verdict_name}. {last[row.ref].reason}".strip(), name=row.name)
            if row.ref in last
            else Cell("chưa kết luận", name=row.name)
            for row in rows
        ),
    )
