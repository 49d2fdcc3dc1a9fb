"""A long table written in pieces: the same to a reader as one written at once, nothing kept."""

import io
from collections.abc import Iterator
from datetime import date

from openpyxl import load_workbook  # type: ignore[import-untyped]  # ships no types

from bangvang.foundation.sheets import Value, read_table, stream_table, write_table

HEADER = ("Dòng", "Tên", "Ngày", "Số", "Đúng")
ROWS: list[tuple[Value, ...]] = [
    (1, "Lò Thị & <Mới> \x0b", date(2026, 9, 14), 2.5, True),
    (2, "=HYPERLINK(1)", None, -3, False),
    (3, "x" * 40_000, date(1900, 3, 1), 10**15, None),
]


def test_what_is_streamed_reads_as_what_is_written_at_once() -> None:
    streamed = b"".join(stream_table(HEADER, ROWS, name="Kết quả “nhập” & <ghi>"))

    (sheet,) = load_workbook(io.BytesIO(streamed)).worksheets
    read = list(sheet.iter_rows(values_only=True))
    assert sheet.title == "Kết quả “nhập” & <ghi>"
    assert read[0] == HEADER
    assert read[2][:2] == (2, "'=HYPERLINK(1)")
    assert (sheet["C2"].value, sheet["C2"].number_format) == (
        sheet["C2"].value.replace(hour=0), "dd/mm/yyyy",
    )  # fmt: skip
    assert (len(str(read[3][1])), sheet["A1"].font.b, sheet.freeze_panes) == (32_767, True, "A2")
    ours = read_table(streamed, filename="a.xlsx").grids[0].rows
    assert ours[1][1] == "Lò Thị & <Mới>"
    theirs = read_table(write_table(HEADER, ROWS), filename="b.xlsx").grids[0].rows
    assert (ours[:2], ours[2]) == (theirs[:2], theirs[2])


def test_rows_are_asked_for_as_pieces_are_taken() -> None:
    asked = 0

    def rows() -> Iterator[tuple[Value, ...]]:
        nonlocal asked
        for number in range(2_000):
            asked += 1
            yield (number,)

    pieces = stream_table(("Số",), rows(), name="Số")
    next(pieces)
    assert asked == 500
    assert len(list(pieces)) == 4
