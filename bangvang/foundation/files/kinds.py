"""What a file is, decided by its content; its name is never believed."""

import re
from collections.abc import Callable
from enum import StrEnum
from io import BytesIO
from zipfile import BadZipFile, ZipFile

LARGEST_UNZIPPED = 300 * 1024 * 1024
_ENCRYPTED_PDF = re.compile(rb"/Encrypt\s*(?:\d+\s+\d+\s+R|<<)")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORD = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_EXCEL = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"


class FileKind(StrEnum):
    """The kinds that can be kept."""

    PDF = "PDF"
    PNG = "PNG"
    JPEG = "JPEG"
    DOCX = "DOCX"
    XLSX = "XLSX"
    XLS = "XLS"
    ODS = "ODS"
    CSV = "CSV"

    @property
    def name_vi(self) -> str:
        """What a person calls it."""
        return _NAMES[self]

    @property
    def media_type(self) -> str:
        """What a download says it is."""
        return _MEDIA_TYPES[self]


_NAMES = {
    FileKind.PDF: "PDF",
    FileKind.PNG: "ảnh",
    FileKind.JPEG: "ảnh",
    FileKind.DOCX: "Word (.docx)",
    FileKind.XLSX: "Excel (.xlsx)",
    FileKind.XLS: "Excel (.xls)",
    FileKind.ODS: "bảng tính (.ods)",
    FileKind.CSV: "bảng tính (.csv)",
}
_OPEN_XML = "application/vnd.openxmlformats-officedocument"
_MEDIA_TYPES = {
    FileKind.PDF: "application/pdf",
    FileKind.PNG: "image/png",
    FileKind.JPEG: "image/jpeg",
    FileKind.DOCX: f"{_OPEN_XML}.wordprocessingml.document",
    FileKind.XLSX: f"{_OPEN_XML}.spreadsheetml.sheet",
    FileKind.XLS: "application/vnd.ms-excel",
    FileKind.ODS: "application/vnd.oasis.opendocument.spreadsheet",
    FileKind.CSV: "text/csv",
}
SCANS = frozenset({FileKind.PDF, FileKind.PNG, FileKind.JPEG})
"""What a signed or scanned paper comes as."""
SHEETS = frozenset({FileKind.XLSX, FileKind.XLS, FileKind.ODS, FileKind.CSV})
"""What a list comes as."""
PRINTED = frozenset({FileKind.PDF, FileKind.DOCX})
"""What the document engine makes."""


class Broken(Exception):
    """The content begins like a known kind and does not end like it: cut short or damaged."""


class Locked(Exception):
    """The file opens only with a password."""


def kind_of(content: bytes) -> FileKind | None:
    """Return the kind of the content, None if it is none that can be kept.

    Raises:
        Broken: cut short or damaged.
        Locked: protected with a password.
    """
    for opening, look in _OPENINGS:
        if content.startswith(opening):
            return look(content)
    return FileKind.CSV if _is_text(content) else None


def _pdf(content: bytes) -> FileKind:
    if b"%%EOF" not in content[-2048:]:
        raise Broken
    if _ENCRYPTED_PDF.search(content):
        raise Locked
    return FileKind.PDF


def _png(content: bytes) -> FileKind:
    if b"IEND" not in content[-64:]:
        raise Broken
    return FileKind.PNG


def _jpeg(content: bytes) -> FileKind:
    if b"\xff\xd9" not in content[-1024:]:
        raise Broken
    return FileKind.JPEG


def _zipped(content: bytes) -> FileKind | None:
    try:
        with ZipFile(BytesIO(content)) as archive:
            return _kind_of_archive(archive)
    except (BadZipFile, EOFError, ValueError, NotImplementedError) as error:
        raise Broken from error


def _kind_of_archive(archive: ZipFile) -> FileKind | None:
    entries = archive.infolist()
    if any(entry.flag_bits & 1 for entry in entries):
        raise Locked
    if sum(entry.file_size for entry in entries) > LARGEST_UNZIPPED:
        return None
    names = {entry.filename for entry in entries}
    if "mimetype" in names:
        return FileKind.ODS if archive.read("mimetype").strip() == _ODS else None
    if "[Content_Types].xml" not in names:
        return None
    types = archive.read("[Content_Types].xml")
    if _WORD in types:
        return FileKind.DOCX
    return FileKind.XLSX if _EXCEL in types else None


def _ole(content: bytes) -> FileKind | None:
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise Locked
    has_book = any(name.encode("utf-16-le") in content for name in ("Workbook", "Book\0"))
    return FileKind.XLS if has_book else None


def _is_text(content: bytes) -> bool:
    text = _decoded(content, _unicode_of(content)) or _decoded(content, "cp1252")
    controls = re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", text)
    return (
        bool(text)
        and controls is None
        and re.search(r"[,;\t]", text) is not None
        and text.lstrip()[:1] != "<"
    )


def _unicode_of(content: bytes) -> str:
    """Return which form of Unicode a text would be in."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    few = len(content[:200]) // 4
    if content[:200:2].count(0) > few:
        return "utf-16-be"
    return "utf-16-le" if content[1:200:2].count(0) > few else "utf-8-sig"


def _decoded(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return ""


_OPENINGS: tuple[tuple[bytes, Callable[[bytes], FileKind | None]], ...] = (
    (b"%PDF-", _pdf),
    (b"\x89PNG\r\n\x1a\n", _png),
    (b"\xff\xd8\xff", _jpeg),
    (b"PK\x03\x04", _zipped),
    (_OLE, _ole),
)
