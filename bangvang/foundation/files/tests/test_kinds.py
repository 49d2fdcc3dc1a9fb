"""What a file is."""

from io import BytesIO
from zipfile import ZipFile

import openpyxl  # type: ignore[import-untyped]  # ships no types
import pytest
import xlwt  # type: ignore[import-untyped]  # ships no types
from docx import Document

from bangvang.foundation.files import kinds
from bangvang.foundation.files.kinds import Broken, FileKind, Locked, kind_of

PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 20 + b"IEND\xaeB`\x82"
JPEG = b"\xff\xd8\xff\xe0" + b"\x00" * 20 + b"\xff\xd9"


def zipped(**entries: bytes) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        for name, content in entries.items():
            archive.writestr(name.replace("__", "."), content)
    return made.getvalue()


def docx() -> bytes:
    made = BytesIO()
    Document().save(made)
    return made.getvalue()


def xlsx() -> bytes:
    made = BytesIO()
    openpyxl.Workbook().save(made)
    return made.getvalue()


def xls() -> bytes:
    book = xlwt.Workbook()
    book.add_sheet("A")
    made = BytesIO()
    book.save(made)
    return made.getvalue()


ODS = zipped(mimetype=b"application/vnd.oasis.opendocument.spreadsheet")
ODT = zipped(mimetype=b"application/vnd.oasis.opendocument.text")
CSV = "\ufeffTT,Họ và tên\n1,Lù Văn Bậc Thang\n".encode()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (PDF, FileKind.PDF),
        (PNG, FileKind.PNG),
        (JPEG, FileKind.JPEG),
        (docx(), FileKind.DOCX),
        (xlsx(), FileKind.XLSX),
        (xls(), FileKind.XLS),
        (ODS, FileKind.ODS),
        (CSV, FileKind.CSV),
        (ODT, None),
        (zipped(a=b"1"), None),
        (b"MZ\x90\x00\x03", None),
        (b"<html>a, b</html>", None),
        (b"chi mot chu", None),
        (b"a,b\x00", None),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"\x00" * 600, None),
        ("Họ,tên".encode("cp1258", "replace") + b"\xff", FileKind.CSV),
        ("Họ,tên".encode("utf-16"), FileKind.CSV),
        ("Ten,nam".encode("utf-16-le"), FileKind.CSV),
        ("Ten,nam".encode("utf-16-be"), FileKind.CSV),
        (b"H\x81,t\xean", None),
    ],
)
def test_the_content_decides_what_a_file_is(content: bytes, kind: FileKind | None) -> None:
    assert kind_of(content) is kind


def test_a_document_with_macros_is_no_document_we_keep() -> None:
    types = b"application/vnd.ms-word.document.macroEnabled.main+xml"
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        archive.writestr("[Content_Types].xml", types)

    assert kind_of(made.getvalue()) is None


def test_an_archive_that_unpacks_to_too_much_is_not_accepted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(kinds, "LARGEST_UNZIPPED", 10)

    assert kind_of(docx()) is None


@pytest.mark.parametrize("content", [PDF[:-8], PNG[:-8], JPEG[:-2], docx()[:-200]])
def test_a_file_that_is_cut_short_is_broken(content: bytes) -> None:
    with pytest.raises(Broken):
        kind_of(content)


def test_a_file_with_a_password_is_locked() -> None:
    office = bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le")
    archive = bytearray(docx())
    archive[archive.rindex(b"PK\x01\x02") + 8] |= 1

    for content in (PDF.replace(b"/Root", b"/Encrypt 9 0 R/Root"), office, bytes(archive)):
        with pytest.raises(Locked):
            kind_of(content)


def test_each_kind_has_its_names() -> None:
    assert [kind for kind in FileKind if not (kind.name_vi and "/" in kind.media_type)] == []
