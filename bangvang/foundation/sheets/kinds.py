"""Find out what a file is from its content, never from its name."""

import io
import re
import zipfile

from bangvang.foundation.sheets.grid import Unreadable
from bangvang.foundation.vietnamese import damage_in

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_OTHERS = (
    (b"%PDF", "là tệp PDF"),
    (b"{\\rtf", "là văn bản RTF"),
    (b"\x89PNG", "là ảnh"),
    (b"\xff\xd8\xff", "là ảnh"),
    (b"GIF8", "là ảnh"),
    (b"Rar!", "là tệp nén RAR"),
    (b"7z\xbc\xaf", "là tệp nén 7z"),
)
_MARKUP = re.compile(rb"\s*<(?:\?xml|!doctype|html|table|meta)", re.IGNORECASE)
_CP1258_TONE = re.compile(rb"[aeiouyAEIOUY\xe2\xe3\xea\xf4\xf5\xfd][\xcc\xd2\xde\xec\xf2]")
_NEVER_IN_CP1258 = re.compile(rb"[\xb5\xb6\xb8\xb9\xa8\xa9\xae\xbe]|[^\x00-\x7f][\xf8\xfb\xef]")
_FILEPASS = re.compile(
    rb"\x09\x08(?:\x10\x00.{16}|\x08\x00.{8})(?:\x86\x00\x00\x00)?\x2f\x00", re.DOTALL
)  # the first record of a locked .xls says how it is locked
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1f]")


def not_a_spreadsheet(filename: str, why: str) -> Unreadable:
    """Return the refusal of a file that is something else."""
    return Unreadable(
        "NOT_A_SPREADSHEET",
        f"Tệp “{filename}” {why}, không phải bảng tính; hãy gửi tệp .xlsx, .xls, .ods hoặc .csv.",
    )


def broken(filename: str) -> Unreadable:
    """Return the refusal of a file that claims a kind and does not keep to it."""
    return Unreadable(
        "BROKEN",
        f"Tệp “{filename}” bị hỏng bên trong; hãy mở bằng Excel, lưu lại rồi gửi lại.",
    )


def cut_short(filename: str) -> Unreadable:
    """Return the refusal of a file whose end is missing."""
    return Unreadable(
        "CUT_SHORT", f"Tệp “{filename}” bị thiếu phần cuối, có thể tải lên chưa hết; hãy gửi lại."
    )


def encrypted(filename: str) -> Unreadable:
    """Return the refusal of a file that asks for a password."""
    return Unreadable(
        "ENCRYPTED", f"Tệp “{filename}” đặt mật khẩu; hãy bỏ mật khẩu, lưu lại rồi gửi lại."
    )


def kind_of(data: bytes, filename: str) -> str:
    """Return xlsx, xls, ods or csv.

    Raises:
        Unreadable: it is none of them, cut short, or locked with a password.
    """
    if not data.strip():
        raise Unreadable("EMPTY", f"Tệp “{filename}” không có dữ liệu.")
    if data.startswith(_OLE):
        return _kind_of_ole(data, filename)
    if data.startswith((_ZIP, b"PK\x05\x06")):
        return _kind_of_zip(data, filename)
    _refuse_others(data, filename)
    return "csv"


def _refuse_others(data: bytes, filename: str) -> None:
    for start, why in _OTHERS:
        if data.startswith(start):
            raise not_a_spreadsheet(filename, why)
    if _MARKUP.match(data.removeprefix(b"\xef\xbb\xbf")):
        raise not_a_spreadsheet(filename, "là trang web hoặc XML")


def _kind_of_ole(data: bytes, filename: str) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data or _FILEPASS.search(data):
        raise encrypted(filename)
    if any(name.encode("utf-16-le") in data for name in ("Workbook", "Book")):
        return "xls"
    if "WordDocument".encode("utf-16-le") in data:
        raise not_a_spreadsheet(filename, "là văn bản Word")
    raise cut_short(filename)


def _kind_of_zip(data: bytes, filename: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return _kind_of_parts(packed, filename)
    except zipfile.BadZipFile as cause:
        raise cut_short(filename) from cause


def _kind_of_parts(packed: zipfile.ZipFile, filename: str) -> str:
    if any(entry.flag_bits & 0x1 for entry in packed.infolist()):
        raise encrypted(filename)
    names = {name.replace("\\", "/").lower() for name in packed.namelist()}
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "word/document.xml" in names:
        raise not_a_spreadsheet(filename, "là văn bản Word")
    if "xl/workbook.bin" in names:
        raise not_a_spreadsheet(filename, "là sổ tính nhị phân .xlsb")
    if {"mimetype", "content.xml"} <= names:
        return _kind_of_open_document(packed, filename)
    raise not_a_spreadsheet(filename, "là tệp nén")


def _kind_of_open_document(packed: zipfile.ZipFile, filename: str) -> str:
    with packed.open("mimetype") as mimetype:
        if b"spreadsheet" not in mimetype.read(200):
            raise not_a_spreadsheet(filename, "là văn bản OpenDocument")
    return "ods"


def decoded(data: bytes, filename: str) -> str:
    """Return the text of a file that is not packed: UTF-8, with or without its mark.

    Raises:
        Unreadable: another encoding, which is named as far as it can be guessed, or no text.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or data[:200:2].count(0) > len(data[:200]) // 4:
        raise _legacy(filename, "UTF-16")
    if data[1:200:2].count(0) > len(data[:200]) // 4:
        raise _legacy(filename, "UTF-16")
    if _CONTROL.search(data):
        raise not_a_spreadsheet(filename, "chứa dữ liệu nhị phân")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as cause:
        if cause.reason == "unexpected end of data":
            raise cut_short(filename) from cause
        raise _legacy(filename, _suspect(data)) from cause


def _suspect(data: bytes) -> str:
    if _CP1258_TONE.search(data) and not _NEVER_IN_CP1258.search(data):
        return "Windows-1258"
    damage = damage_in(data.decode("cp1252", errors="ignore"))
    return damage.value if damage else "một bảng mã cũ chưa rõ tên"


def _legacy(filename: str, suspect: str) -> Unreadable:
    return Unreadable(
        "LEGACY_ENCODING",
        f"Tệp “{filename}” không dùng bảng mã UTF-8, có vẻ dùng {suspect};"
        " hãy chuyển sang Unicode, lưu dạng “CSV UTF-8” hoặc .xlsx rồi gửi lại.",
    )
