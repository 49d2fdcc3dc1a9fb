"""Headings in two rows and merged headings of groups, read from real workbooks."""

import io
from collections.abc import Sequence

import pytest
from openpyxl import Workbook  # type: ignore[import-untyped]  # ships no types

from bangvang.foundation.sheets import Value, read_table
from bangvang.foundation.tests.factories import DAY
from bangvang.registry.intake.award_lists import ListsRead, Written
from bangvang.registry.intake.award_sheets import plan_found
from bangvang.registry.intake.old_letters import Letters

PLAIN = ("TT", "Họ và tên", "Năm sinh", "Đơn vị", "Danh hiệu", "Năm", "Số QĐ", "Ngày QĐ", "Cấp QĐ")
SAID = ("Sở Y tế", "LĐTT", 2020, "12/QĐ-UBND", "19/4/2022", "UBND tỉnh")


def workbook(rows: Sequence[Sequence[Value]], *merged: str) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    for cells in merged:
        book.active.merge_cells(cells)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def read(rows: Sequence[Sequence[Value]], *merged: str) -> list[Written]:
    book = read_table(workbook(rows, *merged), filename="a.xlsx")
    return list(ListsRead(book, {}, Letters(), on=DAY).rows())


def fields(rows: Sequence[Sequence[Value]], *merged: str) -> list[str]:
    (grid,) = read_table(workbook(rows, *merged), filename="a.xlsx").grids
    plan = plan_found(grid)
    assert plan is not None
    found = {at: name for name, columns in plan.places.items() for at in columns}
    return [found.get(at, "") for at in range(len(rows[0]))]


DOWN = ("A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:E2", "F1:F2")


@pytest.mark.parametrize("down", [DOWN, ()])
def test_a_decision_is_read_by_the_headings_under_its_own(down: tuple[str, ...]) -> None:
    head = (*PLAIN[:6], "Quyết định", None, None)
    under = (*[None] * 6, "Số", "Ngày", "Cơ quan ban hành")
    numbers = tuple(range(1, 10))

    (row,) = read((head, under, numbers, (1, "Lù Văn Bậc", 1980, *SAID)), "G1:I1", *down)

    said = [row.said[name] for name in ("decision_no", "decided_on", "issued_by")]
    assert said == ["12/QĐ-UBND", "2022-04-19", "UBND tỉnh"]
    assert row.problems == ()


def test_what_no_heading_knows_is_not_the_groups() -> None:
    head = (*PLAIN[:6], "Quyết định khen thưởng", None, None)
    under = (*[None] * 6, "Số QĐ", "Ngày QĐ", "Người ký")
    rows = (head, under, (1, "Lù Văn Bậc", 1980, *SAID))

    assert fields(rows, "G1:I1", *DOWN)[6:] == ["decision_no", "decided_on", ""]


@pytest.mark.parametrize(
    ("group", "under", "meant"),
    [
        ("Thành tích", ("Nội dung", "Năm"), ["achievement", "year"]),
        ("Năm sinh", ("Nam", "Nữ"), ["born_male", "born_female"]),
        ("Chức vụ, đơn vị", ("Chức vụ", "Đơn vị"), ["position", "unit"]),
        ("Khen thưởng", ("Danh hiệu", "Số QĐ"), ["award", "decision_no"]),
        ("Khen thưởng", ("Giấy khen", "Bằng khen"), ["award", "award"]),
        ("Họ và tên", ("Họ đệm", "Tên"), ["surname", "person_name"]),
    ],
)
def test_the_heading_below_decides(group: str, under: tuple[str, str], meant: list[str]) -> None:
    rows = (("TT", "Tên cá nhân", "Quốc tịch", group, None), (None, None, None, *under))

    found = fields(rows, "D1:E1", "A1:A2", "B1:B2", "C1:C2")

    assert found[3:] == meant


@pytest.mark.parametrize(
    "numbers", [("I", "II", "III"), (1, 2, 3), ("a", "b", "c"), ("A.", "B.", "C.")]
)
@pytest.mark.parametrize("is_merged", [True, False])
def test_a_numbered_heading_of_a_group_is_nobody(
    numbers: tuple[Value, ...], *, is_merged: bool
) -> None:
    rows = (
        ("TT", "Tên cá nhân, tập thể", *PLAIN[2:]),
        (numbers[0], "CÁ NHÂN"),
        (1, "Lù Văn Bậc", 1980, *SAID),
        (numbers[1], "TẬP THỂ"),
        (1, "Khoa Ngoại", None, *SAID),
        (numbers[2], "HỘ GIA ĐÌNH"),
        (1, "Lò Thị Mây", None, *SAID),
    )

    found = read(rows, *(["B2:I2", "B4:I4", "B6:I6"] if is_merged else []))

    assert [(row.row, row.said["subject"], row.said["apart"]) for row in found] == [
        (3, "PERSON", ""),
        (5, "COLLECTIVE", ""),
        (7, "COLLECTIVE", "HOUSEHOLD"),
    ]


def test_a_merged_heading_gives_unit_and_award() -> None:
    rows = (
        PLAIN,
        ("I", "Bằng khen của Chủ tịch UBND tỉnh"),
        (1, "Sở Nội vụ"),
        (1, "Lù Văn Bậc", 1980, None, None, *SAID[2:]),
    )

    (row,) = read(rows, "B2:I2", "B3:I3")

    assert (row.said["unit"], row.said["award_text"]) == (
        "Sở Nội vụ",
        "Bằng khen của Chủ tịch UBND tỉnh",
    )


def test_one_filled_cell_or_a_name_over_two_is_no_heading() -> None:
    rows = (
        ("TT", "Họ và tên", None, *PLAIN[2:]),
        (1, "Lù Văn Bậc", None, 1980, *SAID),
        (2, "Lò Thị Mây"),
        (3, None, None, None, None, "LĐTT"),
    )

    found = read(rows, "B1:C1", "B2:C2", "B3:C3")

    assert [row.row for row in found] == [2, 3, 4]
