"""Files of every kind read alike."""

from datetime import date, datetime, time, timedelta

import pytest

from bangvang.foundation.sheets import Limits, Unreadable, address, read_table
from bangvang.foundation.sheets.grid import text_of
from bangvang.foundation.sheets.tests import files

ROWS: files.Rows = [
    ["TT", "Họ và tên", "Năm", "Ghi chú"],
    [1, "Lù Văn Bậc Thang", 2025.0, None],
    [2, "Vàng Thị Lúa Chín", 2024, "a; b, c"],
]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (files.xlsx(ROWS), "xlsx"),
        (files.xls(ROWS), "xls"),
        (files.ods(ROWS), "ods"),
        (files.separated(ROWS), "csv"),
        (files.separated(ROWS, ";", mark=True), "csv"),
        (files.separated(ROWS, "\t"), "csv"),
    ],
)
def test_every_kind_is_told_from_its_content_and_gives_the_same_text(
    data: bytes, kind: str
) -> None:
    workbook = read_table(data, filename="danh-sach.doc")

    (grid,) = workbook.grids
    assert workbook.kind == kind
    assert [grid.text(1, column) for column in range(3)] == ["1", "Lù Văn Bậc Thang", _year(kind)]
    assert [grid.text(2, column) for column in range(4)] == [
        "2",
        "Vàng Thị Lúa Chín",
        "2024",
        "a; b, c",
    ]


def _year(kind: str) -> str:
    return "2025.0" if kind == "csv" else "2025"


def test_cells_beyond_the_edges_are_empty() -> None:
    (grid,) = read_table(files.xlsx(ROWS), filename="a.xlsx").grids

    assert grid.value(1, 3) is None
    assert grid.value(99, 0) is None


def test_merged_cells_hold_the_value_of_the_first() -> None:
    data = files.xlsx(
        [["DANH SÁCH", None, None], [None, None, None], ["a", "b", "c"]], merged=["A1:C2"]
    )

    (grid,) = read_table(data, filename="a.xlsx").grids

    assert {grid.value(row, column) for row in (0, 1) for column in (0, 1, 2)} == {"DANH SÁCH"}
    assert (0, 0) not in grid.merged
    assert (1, 2) in grid.merged


def test_merged_cells_of_an_old_file_are_filled_too() -> None:
    (grid,) = read_table(
        files.xls([["DANH SÁCH", None], ["a", "b"]], merged=[(0, 0, 0, 1)]), filename="a.xls"
    ).grids

    assert grid.value(0, 1) == "DANH SÁCH"


def test_hidden_sheets_are_skipped() -> None:
    data = files.xlsx_of({"Mã": ROWS, "Danh sách": ROWS}, hidden=["Mã"])

    assert [grid.name for grid in read_table(data, filename="a.xlsx").grids] == ["Danh sách"]


def test_a_separator_line_for_excel_is_not_data_and_keeps_the_row_numbers() -> None:
    (grid,) = read_table("sep=;\nTên;Năm\nLù A;2025\n".encode(), filename="a.csv").grids

    assert grid.rows == ((), ("Tên", "Năm"), ("Lù A", "2025"))


def test_empty_rows_and_cells_at_the_end_are_cut() -> None:
    (grid,) = read_table("Tên;Năm;;\nLù A;;;\n\n;;;\n".encode(), filename="a.csv").grids

    assert grid.rows == (("Tên", "Năm"), ("Lù A",))


def test_cells_without_an_address_are_counted_in_order() -> None:
    page = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        '<sheetData><row r="2"><c><v>7</v></c><c><v>8</v></c></row></sheetData></worksheet>'
    )

    (grid,) = read_table(
        files.repacked(files.xlsx(ROWS), {"xl/worksheets/sheet1.xml": page}), filename="a.xlsx"
    ).grids

    assert grid.rows == ((), (7, 8))


def test_a_table_of_one_column_is_a_table() -> None:
    (grid,) = read_table("Họ và tên\nLù A\n".encode(), filename="a.csv").grids

    assert grid.rows == (("Họ và tên",), ("Lù A",))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (2025, "2025"),
        (8.5, "8.5"),
        (True, "True"),
        ("  a\u00a0 b ", "a b"),
        ("'=1+1", "=1+1"),
        ("'tên", "'tên"),
        (date(2022, 4, 19), "19/04/2022"),
        (datetime(2022, 4, 19), "19/04/2022"),  # noqa: DTZ001  # cells have no time zone
        (datetime(2022, 4, 19, 7, 5), "19/04/2022 07:05"),  # noqa: DTZ001  # cells have no time zone
        (time(7, 5), "07:05:00"),
        (timedelta(hours=30), "1 day, 6:00:00"),
    ],
)
def test_values_are_said_as_text(value: None, text: str) -> None:
    assert text_of(value) == text


def test_addresses_are_those_of_the_sheet() -> None:
    assert [address(8, 3), address(0, 25), address(0, 26), address(99, 702)] == [
        "D9",
        "Z1",
        "AA1",
        "AAA100",
    ]


def test_too_many_rows_or_columns_are_refused() -> None:
    limits = Limits(row_count=2, column_count=3)

    for data in (files.separated(ROWS), files.xls(ROWS), files.xlsx(ROWS), files.ods(ROWS)):
        with pytest.raises(Unreadable) as refused:
            read_table(data, filename="a", limits=limits)
        assert refused.value.code == "TOO_LARGE"
        assert refused.value.sentence == (
            "Tệp “a” có trang tính vượt quá 2 dòng, 3 cột hoặc 4.000.000 ô; hãy chia nhỏ danh sách."
        )


def test_too_many_bytes_are_refused_before_they_are_looked_at() -> None:
    with pytest.raises(Unreadable) as refused:
        read_table(b"x" * 11, filename="a.csv", limits=Limits(byte_count=10))

    assert refused.value.code == "TOO_LARGE"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("separator", ";,\t")
def test_unicode_of_every_form_and_separator_is_read_as_it_is(
    encoding: str, separator: str
) -> None:
    text = f"Họ và tên{separator}Năm\r\nLù Văn Bậc{separator}2020\r\n" * 3

    book = read_table(text.encode(encoding), filename="a.csv")

    assert book.grids[0].rows[:2] == (("Họ và tên", "Năm"), ("Lù Văn Bậc", "2020"))
    assert book.raw_letters == ""


def test_half_a_letter_of_utf_16_is_a_file_cut_short() -> None:
    with pytest.raises(Unreadable) as refused:
        read_table("Họ và tên,Năm".encode("utf-16")[:-1], filename="a.csv")

    assert refused.value.code == "CUT_SHORT"


@pytest.mark.parametrize(
    ("data", "raw", "first"),
    [
        ("Hä vµ tªn,NguyÔn V¨n".encode("cp1252"), "UNKNOWN", "Hä vµ tªn"),
        ("Hoï vaø teân,Nguyeãn Vaên".encode("cp1252"), "UNKNOWN", "Hoï vaø teân"),
        (b"Ho\xf2 va\xcc t\xean,L\xfd Va\xccng", "WINDOWS_1258", "Hoò vaÌ tên"),
        (b"Z\xfcrich,Gen\xe8ve", "UNKNOWN", "Zürich"),
    ],
)
def test_whoever_asks_for_it_gets_old_letters_as_they_stand_in_the_file(
    data: bytes, raw: str, first: str
) -> None:
    book = read_table(data, filename="a.csv", accept_old=True)

    assert (book.raw_letters, book.grids[0].text(0, 0)) == (raw, first)


def test_bytes_of_no_encoding_at_all_are_refused() -> None:
    with pytest.raises(Unreadable) as refused:
        read_table(b"Ho\x81,va\x8d", filename="a.csv", accept_old=True)

    assert refused.value.code == "LEGACY_ENCODING"
