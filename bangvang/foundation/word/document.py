"""Read a Word document from bytes somebody sent: what it says, and where."""

import io
import json
import subprocess
import sys
import zipfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import bangvang
from bangvang.foundation.sheets import Grid, Limits, Unreadable, Value
from bangvang.foundation.sheets.guards import check_packed
from bangvang.foundation.sheets.kinds import broken, encrypted
from bangvang.foundation.sheets.parsing import EXIT_TOO_LARGE, SECONDS
from bangvang.foundation.sheets.reading import fill_merged
from bangvang.foundation.vietnamese import tidy
from bangvang.foundation.vietnamese.damage import Damage
from bangvang.foundation.vietnamese.legacy import (
    encoding_of,
    is_certainly_unicode,
    is_recognised,
    may_be,
    to_unicode,
)

LIMITS = Limits(unzipped_byte_count=60_000_000, row_count=500, column_count=60, cell_count=20_000)
ROOT = Path(bangvang.__file__).parent.parent
_GRACE_SECONDS = 10
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD_FONTS = {".vn": Damage.TCVN3, "vni-": Damage.VNI}
_CONTENT, _MACROS = "word/document.xml", "word/vbaproject.bin"


@dataclass(frozen=True)
class Paragraph:
    """One paragraph that says something; `place` as a person finds it: "đoạn 7".

    `number` is what Word counts before it, `was` the old encoding it was turned from.
    """

    place: str
    text: str
    number: str = ""
    was: Damage | None = None


@dataclass(frozen=True)
class TableOf:
    """A table; merged cells hold what their first cell says."""

    place: str
    grid: Grid
    was: Damage | None = None


@dataclass(frozen=True)
class Document:
    """What a document says, in the order of its page."""

    filename: str
    blocks: tuple[Paragraph | TableOf, ...]


def read_document(data: bytes, *, filename: str, limits: Limits = LIMITS) -> Document:
    """Return paragraphs and tables of a .docx; the content decides, not the name.

    Texts in TCVN3 and VNI are turned into Unicode, where the font or the letters say so.

    Raises:
        Unreadable: whatever else the bytes are; nothing else is ever raised for bad bytes.
    """
    if len(data) > limits.byte_count:
        raise Unreadable(
            "TOO_LARGE", f"Tệp “{filename}” lớn hơn {limits.byte_count // 1_000_000} MB."
        )
    try:
        _check_kind(data, filename)
        check_packed(data, "docx", filename, limits)
        flow = json.loads(_parsed(data, filename, limits))
        blocks = _blocks(flow, filename)
    except Unreadable:
        raise
    except Exception as cause:  # damaged bytes raise whatever the unpacking libraries think of
        raise broken(filename) from cause
    if not blocks:
        raise Unreadable("EMPTY", f"Tệp “{filename}” không có chữ nào.")
    return Document(filename, blocks)


def _check_kind(data: bytes, filename: str) -> None:
    if not data.strip():
        raise Unreadable("EMPTY", f"Tệp “{filename}” không có nội dung.")
    if data.startswith(_OLE):
        _refuse_old(data, filename)
    if not data.startswith(b"PK\x03\x04"):
        raise _not_word(filename)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            names = {entry.filename.replace("\\", "/").lower() for entry in packed.infolist()}
            is_locked = any(entry.flag_bits & 1 for entry in packed.infolist())
    except zipfile.BadZipFile as cause:
        raise Unreadable(
            "CUT_SHORT", f"Tệp “{filename}” bị thiếu phần cuối hoặc bị hỏng; hãy gửi lại."
        ) from cause
    if is_locked:
        raise encrypted(filename)
    if _CONTENT not in names:
        raise _not_word(filename)
    if _MACROS in names:
        raise Unreadable(
            "HAS_MACROS",
            f"Tệp “{filename}” có macro (.docm); hãy mở bằng Word, chọn Lưu thành (Save As) kiểu"
            " .docx rồi tải lên.",
        )


def _refuse_old(data: bytes, filename: str) -> None:
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise encrypted(filename)
    if "WordDocument".encode("utf-16-le") in data:
        raise Unreadable(
            "OLD_WORD",
            f"Tệp “{filename}” là văn bản Word kiểu cũ (.doc); hãy mở bằng Word, chọn Lưu thành"
            " (Save As) kiểu .docx rồi tải lên.",
        )
    raise _not_word(filename)


def _not_word(filename: str) -> Unreadable:
    return Unreadable(
        "NOT_WORD", f"Tệp “{filename}” không phải văn bản Word; hãy gửi tệp .docx của báo cáo."
    )


def _parsed(data: bytes, filename: str, limits: Limits) -> bytes:
    try:
        parser = subprocess.run(  # noqa: S603  # our own module, no shell
            [sys.executable, "-E", "-s", "-m", "bangvang.foundation.word.parsing",
             str(limits.cell_count)],
            input=data,
            capture_output=True,
            timeout=SECONDS + _GRACE_SECONDS,
            check=False,
            cwd=ROOT,
        )  # fmt: skip
    except subprocess.TimeoutExpired as cause:
        raise _too_long(filename) from cause
    if parser.returncode == EXIT_TOO_LARGE:
        raise _too_long(filename)
    if parser.returncode:
        raise broken(filename)
    return parser.stdout


def _too_long(filename: str) -> Unreadable:
    return Unreadable(
        "TOO_LONG",
        f"Tệp “{filename}” dài hoặc phức tạp quá mức một báo cáo; hệ thống không đọc.",
    )


def _blocks(flow: list[dict[str, Any]], filename: str) -> tuple[Paragraph | TableOf, ...]:
    suspect = encoding_of(text for one in flow for text in _texts(one))
    found: list[Paragraph | TableOf] = []
    paragraphs = tables = 0
    for one in flow:
        was = _encoding(one, suspect)
        if "rows" in one:
            tables += 1
            rows = [[_turned(cell, was) for cell in row] for row in one["rows"]]
            merged = fill_merged(rows, one["merged"], filename)
            grid = Grid(f"bảng {tables}", tuple(map(tuple, rows)), merged)
            found.append(TableOf(grid.name, grid, was))
            continue
        paragraphs += not one["boxed"]
        place = f"hộp chữ ở đoạn {max(paragraphs, 1)}" if one["boxed"] else f"đoạn {paragraphs}"
        text = str(_turned(one["text"], was))
        lines = [line for line in map(tidy, text.split("\n")) if line]
        kept = Paragraph(place, "", str(one["number"]), was)
        found += [replace(kept, text=line, number=kept.number if at == 0 else "")
                  for at, line in enumerate(lines)]  # fmt: skip
    return tuple(found)


def _texts(one: dict[str, Any]) -> list[str]:
    if "rows" in one:
        return [cell for row in one["rows"] for cell in row if cell]
    return [one["text"]]


def _encoding(one: dict[str, Any], suspect: Damage | None) -> Damage | None:
    """Return the old encoding of a block: as its fonts say, or else as the whole document looks."""
    fonts = [str(name).lower() for name in one["fonts"]]
    old = [
        kind for start, kind in _OLD_FONTS.items() if any(name.startswith(start) for name in fonts)
    ]
    kind = old[0] if old else suspect
    if kind is None:
        return None
    texts = _texts(one)
    if any(map(is_certainly_unicode, texts)):
        return None
    if not old and fonts and not any(is_recognised(text, kind) for text in texts):
        return None
    return kind if any(may_be(text, kind) for text in texts) else None


def _turned(text: Value, was: Damage | None) -> Value:
    if not isinstance(text, str) or was is None or not may_be(text, was):
        return text
    return to_unicode(text, was)
