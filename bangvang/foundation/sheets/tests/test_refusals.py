"""Bad bytes: each refused in one sentence, none with another exception."""

import io
import random
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bangvang.foundation.sheets import Limits, Unreadable, Value, guards, read_table
from bangvang.foundation.sheets.tests import files

PEOPLE: list[list[Value]] = [[number, f"Lù Văn {number}"] for number in range(40)]
ROWS: files.Rows = [["TT", "Họ và tên"], *PEOPLE]
REAL = {
    "xlsx": files.xlsx(ROWS, merged=["A40:B41"]),
    "xls": files.xls(ROWS),
    "ods": files.ods(ROWS),
    "csv": files.separated(ROWS),
}
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SMALL = Limits(unzipped_byte_count=300_000, letter_count=10_000)
ROW = (
    "<table:table-row{}><table:table-cell"
    ' office:value-type="string"{}><text:p>{}</text:p></table:table-cell></table:table-row>'
)
SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    "<sheetData>{}</sheetData>{}</worksheet>"
)


def code_of(data: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(Unreadable) as refused:
        read_table(data, filename="ds.xlsx", limits=limits)
    assert refused.value.sentence.startswith("Tệp “ds.xlsx”")
    assert refused.value.sentence.endswith((".", "Word"))
    return refused.value.code


def locked() -> bytes:
    target = io.BytesIO(files.packed({"xl/workbook.xml": "<a/>"}))
    with zipfile.ZipFile(target) as archive:
        offset = archive.start_dir
    data = bytearray(target.getvalue())
    data[offset + 8] |= 1
    return bytes(data)


def locked_old() -> bytes:
    data = bytearray(REAL["xls"])
    after_the_first_record = data.find(b"\x09\x08\x10\x00\x00\x06") + 20
    data[after_the_first_record : after_the_first_record + 2] = b"\x2f\x00"
    return bytes(data)


def sheet(cells: str, after: str = "", shared: str | None = None) -> bytes:
    changed = {"xl/worksheets/sheet1.xml": SHEET.format(cells, after)}
    if shared is not None:
        changed["xl/sharedStrings.xml"] = (
            f'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{shared}</sst>'
        )
    return files.repacked(REAL["xlsx"], changed)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "EMPTY"),
        (b" \r\n\t", "EMPTY"),
        (files.xlsx([]), "EMPTY"),
        (files.xlsx_of({"A": [], "B": ROWS}, hidden=["B"]), "EMPTY"),
        (b"%PDF-1.7 ...", "NOT_A_SPREADSHEET"),
        (b"\x89PNG\r\n\x1a\n", "NOT_A_SPREADSHEET"),
        (b"<html><table></table></html>", "NOT_A_SPREADSHEET"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><a/>", "NOT_A_SPREADSHEET"),
        (b"a,b\x01\x02,c", "NOT_A_SPREADSHEET"),
        (files.packed({"word/document.xml": "<a/>"}), "NOT_A_SPREADSHEET"),
        (files.packed({"xl/workbook.bin": "x"}), "NOT_A_SPREADSHEET"),
        (files.packed({"a.txt": "x"}), "NOT_A_SPREADSHEET"),
        (files.packed({"mimetype": "text", "content.xml": "<a/>"}), "NOT_A_SPREADSHEET"),
        (files.packed({}), "NOT_A_SPREADSHEET"),
        (OLE + "WordDocument".encode("utf-16-le"), "NOT_A_SPREADSHEET"),
        (OLE, "CUT_SHORT"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "ENCRYPTED"),
        (OLE + "Workbook".encode("utf-16-le"), "BROKEN"),
        (locked(), "ENCRYPTED"),
        (locked_old(), "ENCRYPTED"),
        (files.xls([[None] * 255 + [1]] * 16_000), "TOO_LARGE"),
        (files.ods_of("", manifest="<a><encryption-data/></a>"), "ENCRYPTED"),
        (files.packed({"xl/workbook.xml": "<no"}), "BROKEN"),
        (files.ods_of("<table:table-row>"), "BROKEN"),
        (b'a,b\n"c,d\n', "BROKEN"),
        (b'"' + b"x" * 200_000 + b'",b', "BROKEN"),
        (REAL["xlsx"][:-30], "CUT_SHORT"),
        (REAL["ods"][:200], "CUT_SHORT"),
        (REAL["xls"][:300], "CUT_SHORT"),
        ("Họ và tên,Lư".encode()[:-1], "CUT_SHORT"),
    ],
)  # fmt: skip
def test_each_trouble_has_its_code(data: bytes, code: str) -> None:
    assert code_of(data) == code


@pytest.mark.parametrize(
    ("data", "suspect"),
    [
        ("Hä vµ tªn,NguyÔn V¨n".encode("cp1252"), "bảng mã TCVN3"),
        ("Hoï vaø teân,Nguyeãn Vaên".encode("cp1252"), "bảng mã VNI"),
        (b"Ho\xf2 va\xcc t\xean,L\xfd Va\xccng", "Windows-1258"),
        (b"Z\xfcrich,Gen\xe8ve", "một bảng mã cũ chưa rõ tên"),
    ],
)
def test_a_legacy_encoding_is_named_and_never_converted(data: bytes, suspect: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_table(data, filename="ds.csv")

    assert refused.value.code == "LEGACY_ENCODING"
    assert f"có vẻ dùng {suspect}" in refused.value.sentence


def test_a_file_that_unpacks_enormously_is_refused_before_parsing() -> None:
    bomb = files.repacked(REAL["xlsx"], {"xl/worksheets/sheet2.xml": "0" * 400_000})

    assert code_of(bomb, SMALL) == "EXPANDS"


def test_too_many_packed_parts_are_refused() -> None:
    assert code_of(REAL["xlsx"], Limits(entry_count=3)) == "EXPANDS"


def test_a_lie_about_the_unpacked_size_is_noticed() -> None:
    data = bytearray(REAL["xlsx"])
    with zipfile.ZipFile(io.BytesIO(REAL["xlsx"])) as archive:
        offset = archive.start_dir
    data[offset + 24 : offset + 28] = (1).to_bytes(4, "little")

    assert code_of(bytes(data)) == "BROKEN"


@pytest.mark.parametrize(
    "cells",
    [
        '<row r="1048576"><c r="A1048576"><v>1</v></c></row>',
        '<row r="1"><c r="XFD1"><v>1</v></c></row>',
        '<row r="99999999"><c><v>1</v></c></row>',
        "<row>" + "<c><v>1</v></c>" * 60 + "</row>",
    ],
)
def test_one_cell_far_away_does_not_make_a_huge_sheet(cells: str) -> None:
    assert code_of(sheet(cells), Limits(row_count=20, column_count=5)) == "TOO_LARGE"


def test_one_long_text_in_many_cells_is_refused() -> None:
    cells = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 20))
    stray = '<row r="20"><c r="A20" t="s"><v>77</v></c></row>'

    assert code_of(sheet(cells + stray, shared=f"<si><t>{'a' * 1000}</t></si>"), SMALL) == "EXPANDS"


def test_merged_ranges_that_overlap_are_damage() -> None:
    data = sheet(
        '<row r="1"><c r="A1"><v>1</v></c><c r="C3"><v>2</v></c></row>'
        '<row r="3"><c r="C3"><v>2</v></c></row>',
        '<mergeCells count="2"><mergeCell ref="A1:B2"/><mergeCell ref="B2:C3"/></mergeCells>',
    )

    assert code_of(data) == "BROKEN"


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        (ROW.format("", ' table:number-columns-repeated="300"', "x"), "TOO_LARGE"),
        (ROW.format(' table:number-rows-repeated="30000"', "", "x"), "TOO_LARGE"),
        (ROW.format(' table:number-rows-repeated="90"', "", "x" * 200), "EXPANDS"),
    ],
)
def test_repeated_cells_of_an_open_document_count_as_often_as_they_repeat(
    lines: str, code: str
) -> None:
    assert code_of(files.ods_of(lines), SMALL) == code


def test_entities_of_an_open_document_are_refused() -> None:
    bomb = files.ods_of("<table:table-row/>", start='<!DOCTYPE a [<!ENTITY b "c">]>')

    assert code_of(bomb) == "EXPANDS"


def refuses_or_reads(data: bytes) -> None:
    with suppress(Unreadable):
        read_table(data, filename="ds.xlsx")


@settings(deadline=None, max_examples=60)  # most examples start a process
@given(st.binary(max_size=300), st.sampled_from([b"", b"PK\x03\x04", REAL["xls"][:512]]))
def test_random_bytes_are_read_or_refused(tail: bytes, head: bytes) -> None:
    refuses_or_reads(head + tail)


@settings(deadline=None, max_examples=60)  # most examples start a process
@given(st.sampled_from(sorted(REAL)), st.integers(0, 10**6))
def test_a_file_cut_anywhere_is_read_or_refused(kind: str, place: int) -> None:
    refuses_or_reads(REAL[kind][: place % len(REAL[kind])])


@settings(deadline=None, max_examples=60)  # most examples start a process
@given(st.sampled_from(sorted(REAL)), st.integers(0, 10**9), st.integers(1, 30))
def test_a_file_with_flipped_bits_is_read_or_refused(kind: str, seed: int, count: int) -> None:
    chance = random.Random(seed)  # noqa: S311  # damage, not secrets
    data = bytearray(REAL[kind])
    for _ in range(count):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)

    refuses_or_reads(bytes(data))


@given(st.lists(st.sampled_from(["<c", "<x:c", "<", "c", ":", ">", "/", " ", "\n", "\x0b", "v"])))
def test_cells_are_counted_as_they_are_found_one_by_one(parts: list[str]) -> None:
    piece = "".join(parts).encode()

    assert guards._cell_count(piece) == len(guards._CELL_BEGIN.findall(piece))
