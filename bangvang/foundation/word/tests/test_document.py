"""Word documents as a flow: read as they look, or refused; nothing else is ever raised."""

import io
import random
import zipfile
from contextlib import suppress
from typing import Any

import pytest
from docx import Document as NewDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bangvang.foundation.sheets import Limits, Unreadable
from bangvang.foundation.sheets.tests.word_files import docx, saved, with_body
from bangvang.foundation.vietnamese.damage import Damage
from bangvang.foundation.word import Document, Paragraph, TableOf, document, read_document
from bangvang.foundation.word.flow import TooLong, flow_of
from bangvang.foundation.word.numbers import Level, Numbers, numbers_of, roman_of
from bangvang.foundation.word.parsing import run
from bangvang.foundation.word.tests.here import in_process

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MANY = 10_000


def read(data: bytes, limits: Limits = document.LIMITS) -> Document:
    return read_document(data, filename="bao-cao.docx", limits=limits)


def code_of(data: bytes, limits: Limits = document.LIMITS) -> str:
    with pytest.raises(Unreadable) as refused:
        read(data, limits)
    return refused.value.code


def texts(found: Document) -> list[str]:
    return [one.text for one in found.blocks if isinstance(one, Paragraph)]


def packed(**parts: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return target.getvalue()


def test_paragraphs_and_tables_come_in_the_order_of_the_page() -> None:
    found = read(docx("Họ và tên:\u00a0Lò Văn A", [["a", "b"], ["c", "d"]], "", "Hết"))

    assert found.blocks[0] == Paragraph("đoạn 1", "Họ và tên: Lò Văn A")
    assert isinstance(found.blocks[1], TableOf)
    assert (found.blocks[1].place, found.blocks[1].grid.rows) == (
        "bảng 1", (("a", "b"), ("c", "d")),
    )  # fmt: skip
    assert found.blocks[2] == Paragraph("đoạn 2", "Hết")


def test_split_runs_soft_breaks_and_deletions_read_as_they_look(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    in_process(monkeypatch)
    body = (
        "<w:p><w:r><w:t>Họ </w:t></w:r><w:r><w:t>và t</w:t></w:r><w:r><w:t>ên: Lò</w:t></w:r>"
        "<w:del><w:r><w:t> cũ</w:t></w:r></w:del><w:r><w:br/><w:t>Giới tính: Nam</w:t></w:r></w:p>"
    )

    assert texts(read(with_body(body))) == ["Họ và tên: Lò", "Giới tính: Nam"]


def test_text_boxes_follow_their_paragraph_once(monkeypatch: pytest.MonkeyPatch) -> None:
    in_process(monkeypatch)
    box = "<w:txbxContent><w:p><w:r><w:t>Dân tộc: Tày</w:t></w:r></w:p></w:txbxContent>"
    space = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    body = (
        f'<w:p><w:r><w:t>Ở ngoài</w:t><mc:AlternateContent xmlns:mc="{space}">'
        f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
        "</w:r></w:p>"
    )

    found = read(with_body(body)).blocks

    assert [(one.place, one.text) for one in found if isinstance(one, Paragraph)] == [
        ("đoạn 1", "Ở ngoài"),
        ("hộp chữ ở đoạn 1", "Dân tộc: Tày"),
    ]


def test_tables_inside_of_tables_follow_them(monkeypatch: pytest.MonkeyPatch) -> None:
    in_process(monkeypatch)
    inner = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>trong</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    outer = (
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>ngoài</w:t></w:r></w:p>"
        f"{inner}<w:p/></w:tc></w:tr></w:tbl><w:p/>"
    )

    found = [one for one in read(with_body(outer)).blocks if isinstance(one, TableOf)]

    assert [one.grid.rows for one in found] == [(("ngoài",),), (("trong",),)]


def test_merged_cells_hold_what_their_first_says(monkeypatch: pytest.MonkeyPatch) -> None:
    in_process(monkeypatch)

    (table,) = read(docx([["Năm", "a"], ["", "b"]], merged=[(0, 0, 1, 0)])).blocks

    assert isinstance(table, TableOf)
    assert (table.grid.text(1, 0), table.grid.merged) == ("Năm", frozenset({(1, 0)}))


NUMBERING = """<w:numbering {}><w:abstractNum w:abstractNumId="7">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/></w:lvl>
<w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl>
<w:lvl w:ilvl="3"><w:numFmt w:val="none"/></w:lvl>
<w:lvl w:ilvl="4"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%5)"/></w:lvl>
</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="4"/>
</w:numbering>"""


def numbered(level: int, number: int = 3) -> Any:
    return parse_xml(
        f'<w:p {nsdecls("w")}><w:pPr><w:numPr><w:ilvl w:val="{level}"/>'
        f'<w:numId w:val="{number}"/></w:numPr></w:pPr></w:p>'
    )


def test_word_s_own_numbers_are_counted() -> None:
    styles = parse_xml(
        f'<w:styles {nsdecls("w")}><w:style w:styleId="DeMuc"><w:pPr><w:numPr><w:numId w:val="3"/>'
        '</w:numPr></w:pPr></w:style><w:style w:styleId="Thuong"/></w:styles>'
    )
    numbers = numbers_of(parse_xml(NUMBERING.format(nsdecls("w"))), styles)
    styled = parse_xml(f'<w:p {nsdecls("w")}><w:pPr><w:pStyle w:val="DeMuc"/></w:pPr></w:p>')
    plain = parse_xml(f"<w:p {nsdecls('w')}/>")

    said = [numbers.of(numbered(level)) for level in (0, 1, 1, 2, 3, 4)]

    assert said == ["I.", "I.1.", "I.2.", "-", "", "a)"]
    assert [numbers.of(styled), numbers.of(numbered(1))] == ["II.", "II.1."]
    assert [numbers.of(plain), numbers.of(numbered(0, 9)), numbers.of(numbered(0, 0))] == [""] * 3


def test_numbers_of_a_document_without_lists_are_nothing() -> None:
    assert numbers_of(None, None).of(numbered(0)) == ""
    assert Numbers({"3": {0: Level()}}, {}).of(numbered(0)) == ""


@given(st.integers(-5, 5000))
def test_roman_numerals_are_read_back(count: int) -> None:
    values = dict(zip("IVXLCDM", (1, 5, 10, 50, 100, 500, 1000), strict=True))
    written = roman_of(count)
    if not 0 < count < 4000:
        assert written == str(count)
        return
    total = 0
    for here, after in zip(written, [*written[1:], ""], strict=True):
        smaller = after and values[here] < values[after]
        total += -values[here] if smaller else values[here]
    assert total == count


def font_of(text: str, font: str) -> bytes:
    new = NewDocument()
    new.add_paragraph().add_run(text).font.name = font
    new.add_paragraph("Sở Y tế")
    return saved(new)


@pytest.mark.parametrize(
    ("text", "font", "was", "said"),
    [
        ("Hä vµ tªn: NguyÔn V¨n A", ".VnTime", Damage.TCVN3, "Họ và tên: Nguyễn Văn A"),
        ("Hoï vaø teân: Nguyeãn Vaên A", "VNI-Times", Damage.VNI, "Họ và tên: Nguyễn Văn A"),
        ("Hä vµ tªn: NguyÔn V¨n A", "Arial", Damage.TCVN3, "Họ và tên: Nguyễn Văn A"),
        ("Họ và tên: Lò Thị B", ".VnTime", None, "Họ và tên: Lò Thị B"),
        ("Là bác sĩ", "Arial", None, "Là bác sĩ"),
    ],
)
def test_old_fonts_become_unicode(
    monkeypatch: pytest.MonkeyPatch, text: str, font: str, was: Damage | None, said: str
) -> None:
    in_process(monkeypatch)

    first, second = read(font_of(text, font)).blocks

    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    assert (first.text, first.was) == (said, was)
    assert (second.text, second.was) == ("Sở Y tế", None)


def test_bad_files_are_refused_by_what_they_are() -> None:
    whole = docx("Báo cáo")
    macro = io.BytesIO(whole)
    with zipfile.ZipFile(macro, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"x")
    locked = bytearray(packed(word__document_xml=b"<a/>"))
    locked[locked.index(b"PK\x01\x02") + 8] |= 1

    assert code_of(b" ") == "EMPTY"
    assert code_of(b"%PDF-1.7") == "NOT_WORD"
    assert code_of(OLE + "WordDocument".encode("utf-16-le")) == "OLD_WORD"
    assert code_of(OLE + "EncryptedPackage".encode("utf-16-le")) == "ENCRYPTED"
    assert code_of(OLE + b"x" * 600) == "NOT_WORD"
    assert code_of(bytes(locked)) == "ENCRYPTED"
    assert code_of(packed(xl__workbook_xml=b"<a/>")) == "NOT_WORD"
    assert code_of(whole[:-50]) == "CUT_SHORT"
    assert code_of(macro.getvalue()) == "HAS_MACROS"
    assert code_of(packed(word__document_xml=b"<a/>")) == "BROKEN"
    assert code_of(docx("")) == "EMPTY"


def test_what_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = packed(word__document_xml=b" " * 70_000_000)
    wide = docx([["a"] * 30] * 30)

    assert code_of(bomb) == "EXPANDS"
    assert code_of(wide, Limits(byte_count=100)) == "TOO_LARGE"
    assert code_of(wide, Limits(cell_count=100)) == "TOO_LONG"
    monkeypatch.setattr(document, "SECONDS", 0)
    monkeypatch.setattr(document, "_GRACE_SECONDS", 0.01)
    assert code_of(wide) == "TOO_LONG"


def test_a_flow_without_end_is_given_up(
    monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.setattr("bangvang.foundation.word.flow.MOST_BLOCKS", 2)
    monkeypatch.setattr("resource.setrlimit", lambda *_: None)

    with pytest.raises(TooLong):
        flow_of(docx("a", "b", "c"), cell_limit=MANY)
    assert run(docx("a", "b", "c"), MANY) != 0
    assert run(docx("a"), MANY) == 0
    assert b'"text": "a"' in capsysbinary.readouterr().out


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.integers(0, 2**32))
def test_damaged_bytes_are_refused_or_read(monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    in_process(monkeypatch)
    chance = random.Random(seed)  # noqa: S311  # a test's own damage
    data = bytearray(docx("I. Sơ lược", [["Năm", "b"], ["1", "2"]]))
    for _ in range(chance.randint(1, 40)):
        data[chance.randrange(len(data))] = chance.randrange(256)

    with suppress(Unreadable):
        assert read(bytes(data)).blocks
