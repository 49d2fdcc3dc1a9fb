"""Find out what a file is from its content, never from its name."""

import io
import re
import zipfile
from dataclasses import dataclass

from charset_normalizer import from_bytes

from bangvang.foundation.sheets.grid import Unreadable
from bangvang.foundation.vietnamese import damage_in

UNKNOWN, WINDOWS_1258 = "UNKNOWN", "WINDOWS_1258"
_SAMPLE = 200_000
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


def kind_of(data: bytes, filename: str, *, accept_word: bool = False) -> str:
    """Return xlsx, xls, ods or csv, and with `accept_word` docx too.

    Raises:
        Unreadable: it is none of them, cut short, or locked with a password.
    """
    if not data.strip():
        raise Unreadable("EMPTY", f"Tệp “{filename}” không có dữ liệu.")
    if data.startswith(_OLE):
        return _kind_of_ole(data, filename, accept_word)
    if data.startswith((_ZIP, b"PK\x05\x06")):
        return _kind_of_zip(data, filename, accept_word)
    _refuse_others(data, filename)
    return "csv"


def _refuse_others(data: bytes, filename: str) -> None:
    for start, why in _OTHERS:
        if data.startswith(start):
            raise not_a_spreadsheet(filename, why)
    if _MARKUP.match(data.removeprefix(b"\xef\xbb\xbf")):
        raise not_a_spreadsheet(filename, "là trang web hoặc XML")


def _kind_of_ole(data: bytes, filename: str, accept_word: bool) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data or _FILEPASS.search(data):
        raise encrypted(filename)
    if any(name.encode("utf-16-le") in data for name in ("Workbook", "Book")):
        return "xls"
    is_word = "WordDocument".encode("utf-16-le") in data
    if is_word and accept_word:
        raise Unreadable(
            "OLD_WORD",
            f"Tệp “{filename}” là văn bản Word kiểu cũ (.doc); hãy mở bằng Word, chọn Lưu thành"
            " (Save As) kiểu .docx rồi tải lên.",
        )
    if is_word:
        raise not_a_spreadsheet(filename, "là văn bản Word")
    raise cut_short(filename)


def _kind_of_zip(data: bytes, filename: str, accept_word: bool) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return _kind_of_parts(packed, filename, accept_word)
    except zipfile.BadZipFile as cause:
        raise cut_short(filename) from cause


def _kind_of_parts(packed: zipfile.ZipFile, filename: str, accept_word: bool) -> str:
    if any(entry.flag_bits & 0x1 for entry in packed.infolist()):
        raise encrypted(filename)
    names = {name.replace("\\", "/").lower() for name in packed.namelist()}
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "word/document.xml" in names and accept_word:
        return "docx"
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


@dataclass(frozen=True)
class Decoded:
    """A text, and in which old encoding its letters still are; see `Workbook.raw_letters`."""

    text: str
    raw_letters: str = ""


def decoded(data: bytes, filename: str, *, accept_old: bool = False) -> Decoded:
    """Return the text of a file that is not packed: UTF-8 or UTF-16, with or without its mark.

    Args:
        data: the file.
        filename: for sentences.
        accept_old: whether a text in an old encoding is returned as its bytes read in
            Windows-1252, so that somebody may be asked what it is.

    Raises:
        Unreadable: another encoding, which is named as far as it can be guessed, or no text.
    """
    if encoding := _utf_16(data):
        try:
            return Decoded(data.decode(encoding).removeprefix("\ufeff"))
        except UnicodeDecodeError as cause:
            raise cut_short(filename) from cause
    if _CONTROL.search(data):
        raise not_a_spreadsheet(filename, "chứa dữ liệu nhị phân")
    try:
        return Decoded(data.decode("utf-8-sig"))
    except UnicodeDecodeError as cause:
        if cause.reason == "unexpected end of data":
            raise cut_short(filename) from cause
        if accept_old and (text := _as_windows_1252(data)):
            return Decoded(text, WINDOWS_1258 if _is_windows_1258(data) else UNKNOWN)
        raise old_encoding(filename, suspected(data)) from cause


def _utf_16(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    few = len(data[:200]) // 4
    if data[:200:2].count(0) > few:
        return "utf-16-be"
    return "utf-16-le" if data[1:200:2].count(0) > few else ""


def _as_windows_1252(data: bytes) -> str:
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return ""


def _is_windows_1258(data: bytes) -> bool:
    """Ask the library, and for a text too short for it look for the tones behind their vowels."""
    if _NEVER_IN_CP1258.search(data):
        return False
    guessed = from_bytes(data[:_SAMPLE], cp_isolation=["cp1258", "cp1252"])
    is_said = any(one.encoding == "cp1258" and one.language == "Vietnamese" for one in guessed)
    return is_said or _CP1258_TONE.search(data) is not None


def suspected(data: bytes) -> str:
    """Return how an official calls the encoding that the bytes seem to be in."""
    if _is_windows_1258(data):
        return "Windows-1258"
    damage = damage_in(data.decode("cp1252", errors="ignore"))
    return damage.value if damage else "một bảng mã cũ chưa rõ tên"


def old_encoding(filename: str, suspect: str) -> Unreadable:
    """Return the refusal of a text whose letters are not Unicode."""
    return Unreadable(
        "LEGACY_ENCODING",
        f"Tệp “{filename}” không dùng bảng mã UTF-8, có vẻ dùng {suspect};"
        " hãy chuyển sang Unicode, lưu dạng “CSV UTF-8” hoặc .xlsx rồi gửi lại.",
    )
