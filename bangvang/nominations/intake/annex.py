"""The annex of a unit's own decision: a list of people, read like the lists that units hand in.

What the annex does not need (achievement, proposed award) is passed over; a column of grades is
read where there is one.
"""

from dataclasses import dataclass

from bangvang.foundation.objection import Objection, Refused
from bangvang.foundation.sheets import Unreadable, read_table
from bangvang.foundation.sheets.headings import heading
from bangvang.foundation.vietnamese import odd_character
from bangvang.law import RecordKind, catalogue, find_code
from bangvang.nominations.intake.columns import HEADINGS
from bangvang.nominations.intake.listed import ListRead, Row, Subject
from bangvang.nominations.intake.spreadsheet import read_list

GRADES_FIRST = (
    heading("award", "(?:ket qua |muc |muc do )?(?:xep loai|danh gia|hoan thanh)(?: .*)?"),
    *HEADINGS,
)
LONGEST = {"name": 200, "position": 300, "unit": 400}
COLLECTIVE = "Dòng {row}: “{name}” không phải cá nhân; bỏ dòng này khỏi phụ lục rồi tải lại."


@dataclass(frozen=True)
class AnnexRead:
    """The people of an annex, with the grade of each where the annex has one; and what to say."""

    rows: tuple[tuple[Row, str], ...]
    hints: tuple[str, ...]


def read_annex(data: bytes, original_name: str, *, with_grades: bool) -> AnnexRead:
    """Return the people of the first list of the file.

    Raises:
        Refused: no spreadsheet, no list, or a row that cannot be used, named by its place.
    """
    try:
        workbook = read_table(data, filename=original_name)
    except Unreadable as trouble:
        raise Refused(Objection(trouble.code, trouble.sentence)) from trouble
    found = read_list(workbook, GRADES_FIRST) if with_grades else read_list(workbook)
    if not found.is_usable or not found.rows:
        problem = found.list_problems[0] if found.list_problems else found.problems[0]
        raise Refused(Objection(problem.code, problem.text))
    _refuse_bad_rows(found)
    rows = tuple((row, _grade(row) if with_grades else "") for row in found.rows)
    return AnnexRead(rows, tuple(problem.text for problem in found.list_problems))


def _refuse_bad_rows(found: ListRead) -> None:
    said = [f"Ô {p.cell}: {p.text}" for p in found.problems if p.row is not None and not p.is_hint]
    for row in found.rows:
        if row.subject is not Subject.PERSON:
            said.append(COLLECTIVE.format(row=row.row, name=row.name))
        said += _unkeepable(row)
    if said:
        more = f" (và {len(said) - SHOWN} chỗ khác)" if len(said) > SHOWN else ""
        raise Refused(Objection("ANNEX_ROWS", " ".join(said[:SHOWN]) + more))


SHOWN = 3
"""How many wrong places one sentence names."""


def _unkeepable(row: Row) -> list[str]:
    said = []
    for field, longest in LONGEST.items():
        text = str(getattr(row, field))
        cell = row.cells.get(field, f"A{row.row}")
        if len(text) > longest:
            said.append(f"Ô {cell}: dài {len(text)} ký tự, nhiều nhất {longest}.")
        if odd := odd_character(text):
            said.append(f"Ô {cell}: ký tự “{odd}” không in được trên văn bản hành chính.")
    return said


def _grade(row: Row) -> str:
    """Return the grade that the row names; what is no grade is as if nothing were written."""
    code = find_code(row.award_text) if row.award_text else None
    is_grade = code is not None and catalogue()[code].record_kind is RecordKind.GRADE
    return code if code and is_grade else ""
