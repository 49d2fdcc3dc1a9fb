"""Nomination lists of every shape, read row by row."""

import unicodedata
from collections.abc import Sequence
from datetime import date

import pytest

from bangvang.foundation.sheets import Grid, Value, Workbook, read_table
from bangvang.foundation.sheets.tests import files
from bangvang.foundation.vietnamese import ReadDate
from bangvang.nominations.intake.listed import ListRead, Subject
from bangvang.nominations.intake.spreadsheet import read_list
from bangvang.nominations.intake.template import template_workbook

NASTY: files.Rows = [
    ["SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", None, None, None, None, None, None, None],
    ["DANH SÁCH CÁ NHÂN, TẬP THỂ ĐỀ NGHỊ KHEN THƯỞNG NĂM 2021", *[None] * 7],
    ["(Kèm theo Tờ trình số 12/TTr-SVHTTDL ngày 10/4/2022)", *[None] * 7],
    [],
    ["TT", "Họ và\ntên", "Năm sinh", None, "Chức vụ,\nđơn vị",
     "Danh hiệu\nđề nghị", "Số CCCD", "Ghi chú"],
    [None, None, "Nam", "Nữ", None, None, None, None],
    ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)"],
    ["I. TẬP THỂ", None, None, None, None, None, None, None],
    [1, "Phòng Quản lý Di sản", None, None, "Sở Văn hóa và Du lịch", "TTLĐXS", None, None],
    ["II", "CÁ NHÂN", None, None, None, None, None, None],
    [None, "Sở Y tế", None, None, None, None, None, None],
    [1, unicodedata.normalize("NFD", " Lù\u00a0Văn  Bậc Thang "), 1985, None,
     "Phó Giám đốc Sở Y tế", "CSTĐ tỉnh", "010085000123", None],
    [2, "Vàng Thị Lúa Chín", None, "05/8/1990", "Chuyên viên",
     "CSTĐ  tỉnh", None, "Trung tâm – Y tế"],
    [None, "Giàng A Ruộng", "31/02/1984", None, None, "Bằng khen", 10085000123, None],
    [4, None, None, None, None, None, None, None],
    [None] * 8,
    ["Tổng cộng: 04 người", None, None, None, None, None, None, None],
    [None, None, None, None, None, "Lào Cai, ngày 10 tháng 4 năm 2022", None, None],
    [None, "NGƯỜI LẬP BIỂU", None, None, None, "THỦ TRƯỞNG ĐƠN VỊ", None, None],
    [None, "Tẩn Thị Nương", None, None, None, "Hoàng Văn Thửa", None, None],
]  # fmt: skip
TITLES_MERGED = ["A1:H1", "A2:H2", "A3:H3", "A8:H8"]
HEADING_MERGED = ["A5:A6", "B5:B6", "C5:D5", "E5:E6", "F5:F6", "G5:G6", "H5:H6"]
MERGED = [*TITLES_MERGED, *HEADING_MERGED]


def read(*rows: Sequence[Value]) -> ListRead:
    grid = Grid("Danh sách", tuple(tuple(row) for row in rows))
    return read_list(Workbook("a.xlsx", "xlsx", (grid,)))


def read_one(header: Sequence[Value], row: Sequence[Value]) -> ListRead:
    found = read(header, row)
    assert len(found.rows) == 1
    return found


def codes(found: ListRead) -> list[tuple[str, str]]:
    return [(problem.cell, problem.code) for problem in found.problems]


@pytest.fixture(scope="module", name="nasty")
def nasty_fixture() -> ListRead:
    return read_list(read_table(files.xlsx(NASTY, merged=MERGED), filename="nasty.xlsx"))


def test_only_proposals_are_rows_and_keep_the_sheets_own_numbers(nasty: ListRead) -> None:
    assert [(row.row, row.name, row.subject) for row in nasty.rows] == [
        (9, "Phòng Quản lý Di sản", Subject.COLLECTIVE),
        (12, "Lù Văn Bậc Thang", Subject.PERSON),
        (13, "Vàng Thị Lúa Chín", Subject.PERSON),
        (14, "Giàng A Ruộng", Subject.PERSON),
    ]


def test_births_come_with_the_sex_of_their_column(nasty: ListRead) -> None:
    assert [(row.birth, row.sex) for row in nasty.rows[1:]] == [
        (ReadDate(1985), "M"),
        (ReadDate(1990, 8, 5), "F"),
        (None, "M"),
    ]


def test_positions_units_and_awards_are_found_with_their_cells(nasty: ListRead) -> None:
    first, second, third = nasty.rows[1:]
    assert (first.position, first.unit) == ("Phó Giám đốc", "Sở Y tế")
    assert first.cells == {
        "name": "B12",
        "birth": "C12",
        "identity_number": "G12",
        "position": "E12",
        "unit": "E12",
        "award": "F12",
    }
    assert (second.position, second.unit, second.cells["unit"]) == ("Chuyên viên", "Sở Y tế", "B11")
    assert (second.award_text, second.note) == ("CSTĐ tỉnh", "Trung tâm - Y tế")
    assert (third.unit, third.award_text) == ("Sở Y tế", "Bằng khen")


def test_problems_name_their_cells_and_say_what_is_wrong(nasty: ListRead) -> None:
    assert [(problem.cell, problem.code, problem.text) for problem in nasty.problems] == [
        ("C14", "BIRTH_UNREADABLE", "“31/02/1984” không phải ngày có thật."),
        (
            "G14",
            "IDENTITY_NUMBER_LENGTH",
            "Số định danh có 11 chữ số, không phải 12; ô kiểu số nên có thể đã mất số 0 ở đầu.",
        ),
    ]
    assert nasty.problems_of(14) == nasty.problems
    assert nasty.list_problems == ()
    assert nasty.is_usable


def test_columns_are_given_by_letter(nasty: ListRead) -> None:
    assert nasty.columns == {
        "number": "A",
        "name": "B",
        "birth": "C",
        "position": "E",
        "award": "F",
        "identity_number": "G",
        "note": "H",
    }


@pytest.mark.parametrize("make", [files.xls, files.ods, files.separated])
def test_the_same_list_without_merged_cells_reads_the_same(make: object, nasty: ListRead) -> None:
    assert callable(make)

    found = read_list(read_table(make(NASTY), filename="nasty"))

    assert [(row.row, row.name, row.birth) for row in found.rows] == [
        (row.row, row.name, row.birth) for row in nasty.rows
    ]


def test_columns_may_stand_in_any_order_and_be_written_without_marks() -> None:
    found = read_one(
        ["Trinh do", "Don vi cong tac", "Nam", "Ho va ten", "Ngay, thang, nam sinh", "Gioi tinh"],
        ["Đại học", "Sở Y tế", 2024, "Lù A", "1/2/1985", "Nữ"],
    )

    (row,) = found.rows
    assert (row.name, row.unit, row.year, row.sex) == ("Lù A", "Sở Y tế", 2024, "F")
    assert row.birth == ReadDate(1985, 2, 1)


@pytest.mark.parametrize(
    ("title", "field"),
    [
        ("Số định danh cá nhân/CCCD", "identity_number"),
        ("Loại hình khen thưởng", "kind"),
        ("Phân loại khen thưởng", "kind"),
        ("Danh hiệu/Hình thức", "award"),
        ("Hình thức khen thưởng", "award"),
        ("Đề nghị khen thưởng", "award"),
        ("Tóm tắt thành tích", "achievement"),
        ("Năm", "year"),
        ("Phòng, ban, tổ", "subunit"),
        ("Cơ quan, đơn vị công tác", "unit"),
        ("Nơi công tác", "unit"),
        ("Chức danh, chức vụ", "position"),
        ("Chức danh, chức vụ, đơn vị", "position"),
        ("Danh hiệu đã đạt được", "held_before"),
        ("Số phiếu", "held_before"),
    ],
)
def test_headings_have_synonyms(title: str, field: str) -> None:
    assert read(["Họ và tên", title], ["Lù A", "x"]).columns[field] == "B"


def test_a_given_name_in_a_column_of_its_own_joins_the_surname() -> None:
    header = ["TT", "Họ và tên", "Họ và tên", "Đơn vị"]

    assert read_one(header, [1, "Lù Văn", "Bậc", "Sở Y tế"]).rows[0].name == "Lù Văn Bậc"
    assert read_one(["Họ đệm", "Tên", "Đơn vị"], ["Lù Văn", "Bậc", ""]).rows[0].name == "Lù Văn Bậc"


def test_a_second_name_column_further_off_is_somebody_else() -> None:
    found = read_one(["Họ và tên", "Năm sinh", "Họ và tên người lập"], ["Lù A", 1985, "Vàng B"])

    assert found.rows[0].name == "Lù A"


@pytest.mark.parametrize(
    ("header", "name", "subject"),
    [
        ("Tên tập thể", "Nậm Có", Subject.COLLECTIVE),
        ("Tên tập thể, cá nhân", "Lù Văn Bậc", Subject.PERSON),
        ("Tên tập thể/cá nhân/hộ gia đình", "Trường TH&THCS Nậm Có", Subject.COLLECTIVE),
        ("Họ và tên/Tên tập thể", "UBND xã Nậm Có", Subject.COLLECTIVE),
        ("Họ và tên", "Hộ ông Lù Văn Bậc và bà Vàng Thị Chín", Subject.COLLECTIVE),
        ("Họ và tên", "Đoàn Văn Bậc", Subject.PERSON),
        ("Họ và tên", "Bàn Thị Tổ", Subject.PERSON),
    ],
)
def test_people_and_collectives_are_told_apart(header: str, name: str, subject: Subject) -> None:
    assert read([header, "Ghi chú"], [name, "x"]).rows[0].subject is subject


def test_two_name_columns_are_read_by_the_filled_one() -> None:
    found = read(
        ["TT", "Họ và tên", "Tên tập thể", "Đơn vị"],
        [1, "Lù Văn Bậc", None, "Sở Y tế"],
        [2, None, "Nậm Có", "Sở Y tế"],
    )

    assert [(row.name, row.subject, row.cells["name"]) for row in found.rows] == [
        ("Lù Văn Bậc", Subject.PERSON, "B2"),
        ("Nậm Có", Subject.COLLECTIVE, "C3"),
    ]


def test_group_rows_give_award_subject_and_unit_to_the_rows_below() -> None:
    found = read(
        ["TT", "Họ và tên", "Ngày sinh"],
        ["A", "Bằng khen của Chủ tịch UBND tỉnh"],
        ["I", "Tập thể (01 tập thể)"],
        [1, "Nậm Có"],
        ["II", "Cá nhân: 02 người"],
        ["UBND xã Nậm Có:"],
        [1, "Lù Văn Bậc", 1985],
        ["B", "Danh hiệu Chiến sĩ thi đua cấp tỉnh"],
        [1, "Vàng Thị Chín", 1985],
    )

    assert [(row.name, row.subject, row.award_text, row.unit) for row in found.rows] == [
        ("Nậm Có", Subject.COLLECTIVE, "Bằng khen của Chủ tịch UBND tỉnh", ""),
        ("Lù Văn Bậc", Subject.PERSON, "Bằng khen của Chủ tịch UBND tỉnh", "UBND xã Nậm Có"),
        ("Vàng Thị Chín", Subject.PERSON, "Danh hiệu Chiến sĩ thi đua cấp tỉnh", ""),
    ]
    assert found.rows[0].cells["award"] == "A2"


def test_awards_inside_a_subject_end_with_it() -> None:
    found = read(
        ["TT", "Tên tập thể, cá nhân", "Ghi chú"],
        ["I", "TẬP THỂ"],
        ["1.", "Cờ thi đua của UBND tỉnh"],
        ["a)", "Nậm Có", "x"],
        ["II", "CÁ NHÂN"],
        ["", "Lù Văn Bậc", "x"],
    )

    rows = {row.name: row for row in found.rows}
    assert rows["Lù Văn Bậc"].award_text == ""
    assert rows["Lù Văn Bậc"].subject is Subject.PERSON


def test_a_heading_of_award_and_subject_at_once_sets_both() -> None:
    found = read(
        ["TT", "Họ và tên", "Ngày sinh"],
        ["I. Tập thể đề nghị tặng Bằng khen"],
        [1, "Nậm Có"],
        ["II. Cá nhân đề nghị tặng Giấy khen"],
        [1, "Lù Văn Bậc", 1985],
        ["III. Khác"],
        [1, "Vàng Thị Chín", 1985],
    )

    assert [(row.subject, row.award_text) for row in found.rows] == [
        (Subject.COLLECTIVE, "Bằng khen"),
        (Subject.PERSON, "Giấy khen"),
        (Subject.PERSON, "Giấy khen"),
    ]


def test_a_person_alone_in_a_row_without_number_is_not_lost() -> None:
    found = read(["TT", "Họ và tên", "Ngày sinh"], [None, "Lù Văn Bậc", None])

    assert [row.name for row in found.rows] == ["Lù Văn Bậc"]
    assert codes(found) == [("C2", "BIRTH_MISSING")]
    assert found.problems[0].is_hint


def test_a_collective_alone_in_a_list_of_collectives_is_a_proposal() -> None:
    assert read(["TT", "Tên tập thể"], [None, "Phòng Dân số"]).rows[0].name == "Phòng Dân số"


def test_prepared_rows_without_anybody_are_empty() -> None:
    found = read(
        ["TT", "Họ và tên", "Đơn vị", "Năm"],
        [1, "Lù Văn Bậc", "Sở Y tế", 2024],
        [2, None, None, None],
        [None, None, "Sở Y tế", 2024],
        [None, "", "", ""],
    )

    assert len(found.rows) == 1


def test_a_numbered_row_without_a_name_is_a_problem() -> None:
    found = read(["TT", "Họ và tên", "Đơn vị"], [1, None, "Sở Y tế"])

    assert [row.name for row in found.rows] == [""]
    assert codes(found) == [("B2", "NAME_MISSING")]


def test_names_numbered_in_their_own_cell_are_people_and_headings_are_not() -> None:
    found = read(
        ["Họ và tên", "Năm sinh"],
        ["1. Sở Y tế", None],
        ["1) Lù Văn Bậc", None],
        ["a) Cá nhân", None],
        ["2. Vàng Thị Chín", None],
    )

    assert [row.name for row in found.rows] == ["Lù Văn Bậc", "Vàng Thị Chín"]


def test_numbered_rows_go_on_below_a_signature() -> None:
    found = read(
        ["TT", "Họ và tên", "Ngày sinh"],
        [1, "Lù Văn Bậc", 1985],
        [None, "KT. GIÁM ĐỐC", None],
        [None, "PHÓ GIÁM ĐỐC", None],
        [None, "Hoàng Văn Thửa", None],
        [2, "Vàng Thị Chín", 1985],
    )

    assert [row.name for row in found.rows] == ["Lù Văn Bậc", "Vàng Thị Chín"]


def test_several_people_in_one_cell_are_a_problem() -> None:
    for name in (
        "Lù Văn Bậc, Vàng Thị Chín",
        "Lù Văn Bậc và Vàng Thị Chín",
        "1. Lù Văn Bậc\n2. Vàng Thị Chín",
        "Lù Văn Bậc\nVàng Thị Chín",
    ):
        found = read_one(["Họ và tên", "Ngày sinh"], [name, 1985])
        assert codes(found) == [("A2", "SEVERAL_PEOPLE_IN_CELL")]


def test_one_name_on_two_lines_is_one_person() -> None:
    found = read_one(["Họ và tên", "Ngày sinh"], ["Lù Văn\nBậc Thang", 1985])

    assert found.rows[0].name == "Lù Văn Bậc Thang"
    assert found.problems == ()


def test_a_unit_across_the_row_or_after_a_letter_is_a_heading() -> None:
    found = read(
        ["Họ và tên", "Năm sinh", "Chức vụ, đơn vị"],
        ["Sở Y tế", "Sở Y tế", "Sở Y tế"],
        ["Lù Văn Bậc", 1985, "Trưởng Phòng Dân số"],
        ["B. Khác", None, None],
        ["Vàng Thị Chín", 1985, "Trường Tiểu học Nậm Có"],
    )

    assert [(row.name, row.position, row.unit) for row in found.rows] == [
        ("Lù Văn Bậc", "Trưởng Phòng Dân số", "Sở Y tế"),
        ("Vàng Thị Chín", "", "Trường Tiểu học Nậm Có"),
    ]


def test_marks_under_men_and_women_are_the_sex() -> None:
    header: list[Value] = ["TT", "Họ và tên", "Nam", "Nữ", "Năm sinh"]

    assert read_one(header, [1, "Lù A", None, "x", 1985]).rows[0].sex == "F"
    assert read_one(header, [1, "Lù A", "X", None, 1985]).rows[0].sex == "M"


def test_both_columns_of_birth_filled_is_a_problem() -> None:
    found = read(
        ["TT", "Họ và tên", "Năm sinh", "Năm sinh"],
        [None, None, "Nam", "Nữ"],
        [1, "Lù A", 1985, 1990],
    )

    assert codes(found) == [("D3", "BIRTH_UNREADABLE")]
    assert found.rows[0].birth is None


def test_two_awards_in_one_row_are_a_problem() -> None:
    header: list[Value] = ["Họ và tên", "Ngày sinh", "Hình thức khen thưởng", "Danh hiệu thi đua"]

    assert codes(read_one(header, ["Lù A", 1985, "BK", "LĐTT"])) == [
        ("C2", "SEVERAL_AWARDS_IN_ROW")
    ]
    assert read_one(header, ["Lù A", 1985, None, "LĐTT"]).rows[0].award_text == "LĐTT"


@pytest.mark.parametrize(
    ("number", "found", "text"),
    [
        ("010085000123", "010085000123", None),
        ("0100 8500 0123", "010085000123", None),
        ("063123456", "063123456", None),
        (10085000123, None, "Số định danh có 11 chữ số, không phải 12; ô kiểu số nên"),
        ("10085000123", None, "Số định danh có 11 chữ số, không phải 12."),
        ("1.0085E+10", None, "“1.0085E+10” không phải số định danh"),
    ],
)
def test_identity_numbers_are_read_and_never_repaired(
    number: Value, found: str | None, text: str | None
) -> None:
    read_ = read_one(["Họ và tên", "Ngày sinh", "CCCD"], ["Lù A", 1985, number])

    assert read_.rows[0].identity_number == found
    assert [problem.text.startswith(text or "") for problem in read_.problems] == [True] * bool(
        text
    )


def test_years_are_single_years() -> None:
    header: list[Value] = ["Họ và tên", "Ngày sinh", "Năm"]

    assert read_one(header, ["Lù A", 1985, "năm 2024"]).rows[0].year == 2024
    for wrong in ("2023-2024", "24", 1900):
        found = read_one(header, ["Lù A", 1985, wrong])
        assert (found.rows[0].year, codes(found)) == (None, [("C2", "YEAR_UNREADABLE")])


def test_damaged_text_is_named_by_cell() -> None:
    found = read_one(
        ["Họ và tên", "Ngày sinh", "Đơn vị"], ["NguyÔn V¨n Ruéng", 1985, "S? Y t?; Ph?ng A"]
    )

    assert codes(found) == [("A2", "DAMAGED_TEXT"), ("C2", "DAMAGED_TEXT")]


def test_the_same_person_twice_for_the_same_award_is_a_problem() -> None:
    found = read(
        ["Họ và tên", "Ngày sinh", "CCCD", "Danh hiệu", "Tên tập thể"],
        ["Vàng Thị Hòa", date(1985, 2, 1), None, "CSTĐT", None],
        ["Bà VÀNG THỊ HOÀ", "01/02/1985", None, "cstđt", None],
        ["Vàng Thị Hòa", "01/02/1985", None, "LĐTT", None],
        ["Lù A", 1985, "010085000123", "LĐTT", None],
        ["Lù Á", 1986, "010085000123", "LĐTT", None],
        [None, None, None, "TTLĐXS", "Phòng A"],
        [None, None, None, "TTLĐXS", "Phòng A"],
    )

    assert [(p.cell, p.code, p.row, p.text) for p in found.problems] == [
        ("A3", "DUPLICATE_ROW", 3, "Trùng với dòng 2: cùng người, cùng đề nghị."),
        ("A6", "DUPLICATE_ROW", 6, "Trùng với dòng 5: cùng người, cùng đề nghị."),
        ("E8", "DUPLICATE_ROW", 8, "Trùng với dòng 7: cùng tập thể, cùng đề nghị."),
    ]


def test_a_file_without_a_name_column_is_not_a_list() -> None:
    found = read(["Tên xã", "Số hộ"], ["Nậm Có", 12])

    assert (found.is_usable, found.rows, codes(found)) == (False, (), [("A1", "NO_NAME_COLUMN")])
    assert found.problems[0].text == (
        "Không tìm thấy cột “Họ và tên” hoặc “Tên tập thể” ở trang tính nào."
    )


def test_a_damaged_heading_is_suspected() -> None:
    found = read(["TT", "Hä vµ tªn"], [1, "NguyÔn V¨n"])

    assert "TCVN3" in found.problems[0].text


def test_a_heading_without_rows_says_so() -> None:
    assert codes(read(["TT", "Họ và tên"])) == [("A2", "NO_ROWS")]


def test_of_several_lists_the_first_is_read_and_the_others_are_named() -> None:
    rows: files.Rows = [["TT", "Họ và tên", "Năm sinh"], [1, "Lù A", 1985]]
    data = files.xlsx_of({"Bìa": [["DANH SÁCH"]], "A": rows, "B": rows, "Trống": []})

    found = read_list(read_table(data, filename="a.xlsx"))

    assert found.sheet == "A"
    assert [(problem.code, problem.text) for problem in found.list_problems] == [
        (
            "SEVERAL_LISTS",
            "Tệp có 2 trang tính có danh sách; chỉ đọc trang “A”, không đọc “B”.",
        )
    ]


def test_a_list_of_names_alone_is_a_list() -> None:
    assert [row.name for row in read(["Họ và tên"], ["Lù Văn A"]).rows] == ["Lù Văn A"]


def test_numbering_rows_of_letters_are_passed_over() -> None:
    found = read(["TT", "Họ và tên", "Năm sinh"], ["A", "B", "C"], [1, "Lù Văn A", 1985])

    assert [row.row for row in found.rows] == [3]


def test_a_heading_over_the_name_row_belongs_to_it() -> None:
    found = read(
        ["Đơn vị", "Thông tin cá nhân", "Thông tin cá nhân"],
        [None, "Họ và tên", "Ngày sinh"],
        ["Sở Y tế", "Lù Văn A", 1985],
    )

    assert found.columns == {"unit": "A", "name": "B", "birth": "C"}
    assert found.rows[0].unit == "Sở Y tế"


def test_the_template_filled_in_reads_back_without_a_problem() -> None:
    workbook = read_table(template_workbook(), filename="mau.xlsx")
    assert [grid.name for grid in workbook.grids] == ["Danh sách", "Hướng dẫn"]
    person = (1, "Lù Văn Bậc", "05/8/1985", "Nam", "010085000123", "Phó Giám đốc", "Sở Y tế")
    collective = (2, "Phòng Dân số", None, None, None, None, "Sở Y tế")
    rows: files.Rows = [
        workbook.grids[0].rows[0],
        (*person, "CSTĐ tỉnh", "Tốt", "x"),
        (*collective, "TTLĐXS", "Tốt", None),
    ]
    filled = Grid("Danh sách", tuple(tuple(row) for row in rows))

    found = read_list(Workbook("mau.xlsx", "xlsx", (filled, workbook.grids[1])))

    assert found.problems == ()
    assert [row.subject for row in found.rows] == [Subject.PERSON, Subject.COLLECTIVE]
    first = found.rows[0]
    assert (first.birth, first.sex) == (ReadDate(1985, 8, 5), "M")
    assert first.identity_number == "010085000123"
    assert " ".join(sorted(first.cells)) == (
        "achievement award birth identity_number name note position sex unit"
    )
