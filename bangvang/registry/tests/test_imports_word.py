"""Official lists in Word: each table staged as a sheet, each value with where it was read."""

import pytest

from bangvang.foundation.sheets.tests.word_files import Rows, docx
from bangvang.foundation.tests.factories import AT
from bangvang.registry.actions.map_columns import map_columns
from bangvang.registry.actions.take_import import take_import
from bangvang.registry.intake.award_sheets import Plan
from bangvang.registry.intake.sheet_shown import sheet_shown
from bangvang.registry.models import AwardImport, ImportRow
from bangvang.registry.tests.factories import organisation
from bangvang.registry.tests.import_files import SPECIALIST, UNIT, states

pytestmark = pytest.mark.django_db

HEAD = ("TT", "Họ và tên", "Năm sinh", "Chức vụ, đơn vị công tác")
NUMBERS = ("(1)", "(2)", "(3)", "(4)")
ABOVE = "Kèm theo Quyết định số 15/QĐ-SYT ngày 08/01/2021 của Giám đốc Sở Y tế"
FIXED = {
    "award": "LĐTT", "year": "2020", "decision_no": "15/QĐ-SYT", "decided_on": "08/01/2021",
    "issued_by": "Giám đốc Sở Y tế",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _health() -> None:
    organisation(UNIT)


def taken(*blocks: str | Rows) -> AwardImport:
    data = docx(*blocks, merged=[(2, 0, 2, 3)])
    ref = take_import(data, original_name="qd.docx", actor=SPECIALIST, at=AT).ref
    return AwardImport.objects.get(ref=ref)


def annex() -> Rows:
    return (
        HEAD, NUMBERS, ("I. CÁ NHÂN", "", "", ""),
        ("1", "Lò Thị Mới", "1990", f"Chuyên viên, {UNIT}"),
        HEAD, NUMBERS,
        ("2", "Lù Văn\nBậc", "1981", f"Phó Giám đốc, {UNIT}"),
    )  # fmt: skip


def test_an_annex_is_staged_with_what_stands_before_it_and_its_places() -> None:
    made = taken("DANH SÁCH", ABOVE, annex(), "Nơi nhận:", (("Nơi nhận:", "GIÁM ĐỐC"),))

    assert [(s["name"], s["is_list"], s["rows"]) for s in made.sheets] == [
        ("Bảng 1", True, 2), ("Bảng 2", False, 0),
    ]  # fmt: skip
    assert made.sheets[0]["above"] == f"DANH SÁCH\n{ABOVE}"
    shown = sheet_shown(SPECIALIST, made.ref, 0)
    assert (shown.above, shown.rows[3][1][1]) == (f"DANH SÁCH\n{ABOVE}", "Lò Thị Mới")
    assert set(states(made)) == {"PROBLEM"}


def test_what_the_text_before_the_table_says_is_said_once_and_the_heading_again_is_nobody() -> None:
    made = taken(ABOVE, annex())

    plan = Plan(2, {"person_name": (1,), "birth": (2,), "position_unit": (3,)}, FIXED)
    map_columns(made.ref, 0, plan, version=1, actor=SPECIALIST, at=AT)

    rows = ImportRow.objects.order_by("row")
    assert [(row.row, row.said["name"], row.state) for row in rows] == [
        (4, "Lò Thị Mới", "READY"), (7, "Lù Văn Bậc", "READY"),
    ]  # fmt: skip
    assert rows[0].cells == {"name": "B4", "birth": "C4", "position": "D4", "unit": "D4"}
    assert rows[0].sheet == "Bảng 1"
