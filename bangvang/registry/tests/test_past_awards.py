"""History files, read row by row."""

from collections.abc import Sequence
from datetime import date

from bangvang.foundation.sheets import Grid, Value, Workbook
from bangvang.foundation.vietnamese import ReadDate
from bangvang.law import Kind
from bangvang.registry.intake.past_awards import HistoryRead, read_past_awards

HEADER = (
    "Họ và tên",
    "Ngày sinh",
    "Số định danh",
    "Đơn vị",
    "Danh hiệu hoặc hình thức",
    "Năm",
    "Loại hình",
    "Số quyết định",
    "Ngày quyết định",
    "Cơ quan ban hành",
)
WHO = ("Lù Văn Bậc", "05/8/1985", "010085000123", "Sở Y tế")
DECISION = ("12/QĐ-UBND", "19/4/2022", "UBND tỉnh")


def read(*rows: Sequence[Value], header: Sequence[Value] = HEADER) -> HistoryRead:
    grid = Grid("Lịch sử", (("LỊCH SỬ KHEN THƯỞNG",), tuple(header), *(tuple(r) for r in rows)))
    return read_past_awards(Workbook("a.xlsx", "xlsx", (Grid("Bìa", ()), grid)))


def codes(found: HistoryRead) -> list[tuple[str, str]]:
    return [(problem.cell, problem.code) for problem in found.problems]


def test_a_full_row_is_read_with_its_cells() -> None:
    found = read((*WHO, "CSTĐ cơ sở", 2021, None, *DECISION))

    (award,) = found.rows
    assert (found.sheet, found.problems, found.is_usable) == ("Lịch sử", (), True)
    assert (award.row, award.name, award.unit) == (3, "Lù Văn Bậc", "Sở Y tế")
    assert (award.birth, award.identity_number) == (ReadDate(1985, 8, 5), "010085000123")
    assert (award.code, award.kind, award.year) == ("CSTDCS", Kind.MERIT, 2021)
    assert (award.decision_no, award.decided_on) == ("12/QĐ-UBND", date(2022, 4, 19))
    assert award.issued_by == "UBND tỉnh"
    assert (award.cells["award"], award.cells["decided_on"]) == ("E3", "I3")
    assert found.columns["issued_by"] == "J"


def test_codes_names_and_kinds_are_understood() -> None:
    found = read(
        (*WHO, "HTXSNV", 2021),
        (*WHO, "Bằng khen của Thủ tướng Chính phủ", "năm 2020", "đột xuất"),
        (*WHO, "sk_tinh", 2019),
    )

    assert [(award.code, award.kind, award.year) for award in found.rows] == [
        ("HTXSNV", Kind.MERIT, 2021),
        ("BK_TTG", Kind.SUDDEN, 2020),
        ("SK_TINH", Kind.MERIT, 2019),
    ]


def test_a_date_known_by_its_year_only_is_no_day() -> None:
    assert read((*WHO, "CSTDCS", 2021, None, "12", 2022, "")).rows[0].decided_on is None


def test_what_is_wrong_is_named_by_cell_and_the_row_is_left_out() -> None:
    found = read(
        (None, None, None, None, "CSTDCS", 2021),
        (*WHO, "Giải nhất bóng bàn", 2021),
        (*WHO, None, None),
        (*WHO, "CSTDCS", "2020-2021"),
        (*WHO, "CSTDCS", 2021, "vui"),
        ("Lù A", "31/02/1984", "123", None, "CSTDCS", 2021, None, None, "hôm qua"),
        ("NguyÔn V¨n", None, None, None, "CSTDCS", 2021),
        (None,),
    )

    assert found.rows == ()
    assert codes(found) == [
        ("A3", "NAME_MISSING"),
        ("E4", "AWARD_UNKNOWN"),
        ("E5", "AWARD_UNKNOWN"),
        ("F5", "YEAR_MISSING"),
        ("F6", "YEAR_UNREADABLE"),
        ("G7", "KIND_UNKNOWN"),
        ("B8", "BIRTH_UNREADABLE"),
        ("C8", "IDENTITY_NUMBER_LENGTH"),
        ("I8", "DATE_UNREADABLE"),
        ("A9", "DAMAGED_TEXT"),
    ]
    assert found.unusable_names == ("", *["Lù Văn Bậc"] * 4, "Lù A", "")


def test_the_same_row_twice_counts_once() -> None:
    found = read((*WHO, "CSTDCS", 2021), (*WHO, "CSTDCS", 2021), (*WHO, "CSTDCS", 2020))

    assert [award.row for award in found.rows] == [3, 5]
    assert codes(found) == [("A4", "DUPLICATE_ROW")]
    assert found.problems[0].is_hint


def test_a_sheet_without_the_three_columns_is_no_history() -> None:
    for header in (("Họ và tên", "Năm"), ("Danh hiệu", "Năm"), ("Xã", "Hộ")):
        found = read(("a", "b"), header=header)
        assert (found.is_usable, codes(found)) == (False, [("A1", "NO_NAME_COLUMN")])
