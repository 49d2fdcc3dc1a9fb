"""Tables for people to download."""

import io
from datetime import date, datetime

import openpyxl  # type: ignore[import-untyped]  # ships no types

from bangvang.foundation.sheets import OutgoingSheet, Value, read_table, write_table, write_workbook


def test_what_is_written_reads_back_the_same() -> None:
    rows: list[list[Value]] = [["Lù Văn Bậc Thang", 2025, date(2022, 4, 19), True, 8.5, None]]

    (grid,) = read_table(write_table(["Tên", "Năm"], rows), filename="a.xlsx").grids

    assert grid.name == "Danh sách"
    assert grid.rows[0] == ("Tên", "Năm")
    assert grid.rows[1] == ("Lù Văn Bậc Thang", 2025, date(2022, 4, 19), True, 8.5)


def test_a_moment_is_written_as_text() -> None:
    data = write_table(["Lúc"], [[datetime(2022, 4, 19, 7, 5)]])  # noqa: DTZ001  # cells have no time zone

    assert read_table(data, filename="a.xlsx").grids[0].rows[1] == ("19/04/2022 07:05",)


def test_text_that_could_be_a_formula_is_neutralised_and_still_reads_back() -> None:
    dangerous = ["=1+1", "+84", "-", "@SUM(A1)"]

    data = write_table(["a", "b", "c", "d"], [dangerous])

    page = openpyxl.load_workbook(io.BytesIO(data)).active
    (grid,) = read_table(data, filename="a.xlsx").grids
    assert [cell.value for cell in page[2]] == ["'=1+1", "'+84", "'-", "'@SUM(A1)"]
    assert [grid.text(1, column) for column in range(4)] == dangerous


def test_text_columns_stay_text_and_equal_tables_are_equal_bytes() -> None:
    sheet = OutgoingSheet("A", ["Số", "Tên"], [], widths=[20], text_columns=frozenset({0}))

    data = write_workbook([sheet, OutgoingSheet("B", ["C"], [])])

    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book.sheetnames == ["A", "B"]
    assert book["A"].column_dimensions["A"].number_format == "@"
    assert book["A"].column_dimensions["B"].number_format == "General"
    assert data == write_workbook([sheet, OutgoingSheet("B", ["C"], [])])
