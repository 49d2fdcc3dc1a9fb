"""Tables of Word documents: read as they look, or refused; nothing else is ever raised."""

import random
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bangvang.foundation.sheets import Limits, Unreadable, Value, Workbook, look_at, read_table
from bangvang.foundation.sheets.parsing import word_reader
from bangvang.foundation.sheets.tests.word_files import docx, with_body
from bangvang.foundation.sheets.word import tables_of

ROWS = (("TT", "Họ và tên", "Đơn vị"), ("1", "Lù Văn Bậc", "Sở Y tế"), ("2", "Lò Thị Mây", None))
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le")


def read(data: bytes, limits: Limits | None = None) -> Workbook:
    return read_table(data, filename="a.docx", limits=limits, accept_word=True)


def code_of(data: bytes, *, accept_word: bool = True, limits: Limits | None = None) -> str:
    with pytest.raises(Unreadable) as refused:
        read_table(data, filename="a", accept_word=accept_word, limits=limits)
    return refused.value.code


def cell(text: str, more: str = "") -> str:
    return f"<w:tc>{more}<w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl><w:p/>"


def test_every_table_is_a_sheet_with_what_stands_before_it() -> None:
    book = read(docx("DANH SÁCH", "Kèm theo Quyết định số 12/QĐ-UBND", ROWS, "II. Tập thể", ROWS))

    assert book.kind == "docx"
    assert [(grid.name, grid.above) for grid in book.grids] == [
        ("Bảng 1", "DANH SÁCH\nKèm theo Quyết định số 12/QĐ-UBND"),
        ("Bảng 2", "II. Tập thể"),
    ]
    assert book.grids[0].rows == (ROWS[0], ROWS[1], ROWS[2][:2])


def test_merged_cells_of_every_direction_hold_the_value_of_the_first() -> None:
    rows: list[list[Value]] = [[f"{row}{column}" for column in range(4)] for row in range(4)]
    for row, column in ((0, 1), (2, 3), (3, 3), (2, 1), (3, 0), (3, 1)):
        rows[row][column] = ""

    (grid,) = read(docx(rows, merged=[(0, 0, 0, 1), (1, 3, 3, 3), (2, 0, 3, 1)])).grids

    assert grid.rows == (
        ("00", "00", "02", "03"), ("10", "11", "12", "13"), ("20", "20", "22", "13"),
        ("20", "20", "32", "13"),
    )  # fmt: skip
    assert grid.merged == {(0, 1), (2, 1), (2, 3), (3, 0), (3, 1), (3, 3)}


def test_what_was_put_in_under_tracking_counts_and_what_was_taken_out_does_not() -> None:
    inside = (
        '<w:p><w:r><w:t>Lù</w:t></w:r><w:ins><w:r><w:t xml:space="preserve"> Văn </w:t></w:r>'
        "</w:ins><w:del><w:r><w:delText>A</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>B</w:t></w:r></w:moveFrom>"
        "<w:r><w:t>Bậc</w:t><w:tab/><w:br/><w:t>Sở</w:t><w:noBreakHyphen/></w:r></w:p>"
    )
    gone = "<w:trPr><w:del/></w:trPr>" + cell("X")

    (grid,) = read(with_body(table(f"<w:tc>{inside}</w:tc>", gone))).grids

    assert grid.rows == (("Lù Văn Bậc \nSở-",),)


def test_content_controls_are_looked_into_and_tables_in_tables_are_not() -> None:
    control = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"
    nested = f"<w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p>{table(cell('x'))}</w:tc>"
    row = control.format(f"<w:tr>{nested}{control.format(cell('b'))}</w:tr>")
    before = '<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>' + cell("c") + "</w:tr>"

    (grid,) = read(with_body(control.format(f"<w:tbl>{row}{before}</w:tbl>") + "<w:p/>")).grids

    assert grid.rows == (("a", "b"), (None, None, "c"))


@pytest.mark.parametrize("span", ["x", "-3", "0", "99999"])
def test_a_width_that_cannot_be_is_one(span: str) -> None:
    more = f'<w:tcPr><w:gridSpan w:val="{span}"/><w:vMerge/></w:tcPr>'

    (grid,) = read(with_body(table(cell("a", more) + cell("b")))).grids

    assert grid.rows == (("a", "b"),)


def test_a_document_without_a_table_and_one_too_large_are_refused() -> None:
    wide = with_body(table(cell("a", '<w:tcPr><w:gridSpan w:val="9999"/></w:tcPr>')))

    assert code_of(docx("Chỉ có chữ")) == "EMPTY"
    assert code_of(docx(ROWS), limits=Limits(row_count=2)) == "TOO_LARGE"
    assert code_of(docx(ROWS, ROWS), limits=Limits(cell_count=15)) == "TOO_LARGE"
    assert code_of(wide, limits=Limits(cell_count=9998)) == "TOO_LARGE"
    assert code_of(docx(ROWS), limits=Limits(unzipped_byte_count=1000)) == "EXPANDS"


def test_word_is_read_only_where_it_is_asked_for_and_the_old_kind_never() -> None:
    assert code_of(docx(ROWS), accept_word=False) == "NOT_A_SPREADSHEET"
    assert code_of(OLD_WORD, accept_word=False) == "NOT_A_SPREADSHEET"
    assert code_of(OLD_WORD) == "OLD_WORD"
    look_at(docx(ROWS), filename="a", accept_word=True)
    with pytest.raises(Unreadable, match=r"chọn Lưu thành"):
        look_at(OLD_WORD, filename="a.doc", accept_word=True)


def test_the_process_says_when_a_table_is_too_large() -> None:
    found = tables_of(docx(ROWS), cell_limit=9)

    assert found is not None
    assert tables_of(docx(ROWS), cell_limit=8) is None
    assert word_reader().tables_of(docx(ROWS), cell_limit=9) == found


FEW = settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
REAL = docx("Danh sách", ROWS)


@FEW
@given(place=st.integers(4, len(REAL) - 1))
@example(place=40)
def test_a_document_cut_anywhere_is_refused(place: int) -> None:
    with pytest.raises(Unreadable):
        read(REAL[:place])


@FEW
@given(seed=st.integers(), count=st.integers(1, 40))
def test_a_document_with_flipped_bits_is_read_or_refused(seed: int, count: int) -> None:
    chance, data = random.Random(seed), bytearray(REAL)  # noqa: S311  nothing secret
    for _ in range(count):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    with suppress(Unreadable):
        read(bytes(data))
