"""Look inside packed sheets before they are parsed, so that a small file cannot fill the memory.

The parser lays a sheet out as one rectangle up to its last cell and copies a shared text into
each cell that names it. Both are measured here first, on the real unpacked bytes.
"""

import io
import re
import xml.parsers.expat
import zipfile
from dataclasses import dataclass, field

from bangvang.foundation.sheets.grid import Limits, Unreadable
from bangvang.foundation.sheets.kinds import encrypted
from bangvang.foundation.vietnamese import say_number

_CHUNK = 1 << 20
_CELL = re.compile(rb"<(?:\w+:)?c(?=[\s>])([^>]*[^>/]|)>(?:\s*<(?:\w+:)?v>\s*(\d+)\s*<)?", re.ASCII)
_ROW = re.compile(rb"<(?:\w+:)?row(?=[\s>])[^>]*?\sr\s*=\s*[\"'](\d+)[\"']", re.ASCII)
_REFERENCE = re.compile(rb"(?:^|\s)r\s*=\s*[\"']([A-Za-z]+)(\d+)[\"']")
_SHARED = re.compile(rb"(?:^|\s)t\s*=\s*[\"']s[\"']")
_SHARED_END = re.compile(rb"</(?:\w+:)?si\s*>|<(?:\w+:)?si\s*/>")


def check_packed(data: bytes, kind: str, filename: str, limits: Limits) -> None:
    """Refuse an .xlsx, .ods or .docx that unpacks, or spreads out, beyond the limits.

    Raises:
        Unreadable: it does, or a packed part is damaged.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        entries = packed.infolist()
        declared = sum(entry.file_size for entry in entries)
        if declared > limits.unzipped_byte_count or len(entries) > limits.entry_count:
            raise expands(filename)
        if kind == "docx":  # its tables are counted while they are read
            return
        parts = {
            entry.filename.replace("\\", "/"): _unpacked(packed, entry)
            for entry in entries
            if entry.filename.lower().endswith((".xml", ".rels"))
        }
    if kind == "ods":
        _check_open_document(parts, filename, limits)
    else:
        _check_excel(parts, filename, limits)


def expands(filename: str) -> Unreadable:
    """Return the refusal of a file that is small only while it is packed."""
    return Unreadable(
        "EXPANDS", f"Tệp “{filename}” bung ra quá lớn so với một danh sách; hệ thống không mở."
    )


def too_large(filename: str, limits: Limits) -> Unreadable:
    """Return the refusal of a sheet with too many rows or columns."""
    return Unreadable(
        "TOO_LARGE",
        f"Tệp “{filename}” có trang tính vượt quá {say_number(limits.row_count)} dòng,"
        f" {limits.column_count} cột hoặc {say_number(limits.cell_count)} ô;"
        " hãy chia nhỏ danh sách.",
    )


def _unpacked(packed: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """Read at most what the directory declares: the library stops there and checks the sum."""
    with packed.open(entry) as part:
        return b"".join(iter(lambda: part.read(_CHUNK), b""))


def _check_excel(parts: dict[str, bytes], filename: str, limits: Limits) -> None:
    shared = next(
        (part for name, part in parts.items() if name.lower().endswith("sharedstrings.xml")), b""
    )
    lengths = [len(text) for text in _SHARED_END.split(shared)]
    letters = 0
    for part in parts.values():
        if b"sheetData" in part:
            letters += _check_sheet(part, lengths, filename, limits)
            if letters > limits.letter_count:
                raise expands(filename)


def _check_sheet(part: bytes, lengths: list[int], filename: str, limits: Limits) -> int:
    """Return how many bytes of shared text the cells of the sheet take together."""
    letters, placeless = 0, False
    for cell in _CELL.finditer(part):
        attributes, number = cell[1], cell[2]
        if reference := _REFERENCE.search(attributes):
            _check_place(reference[1], reference[2], filename, limits)
        else:
            placeless = True
        if number and _SHARED.search(attributes):
            letters += _length_at(lengths, number)
    if placeless:
        for row in _ROW.findall(part):
            _check_place(b"A", row, filename, limits)
        if part.count(b"<") > limits.cell_count:
            raise too_large(filename, limits)
    return letters


def _length_at(lengths: list[int], number: bytes) -> int:
    return lengths[int(number)] if len(number) < 9 and int(number) < len(lengths) else 0


def _check_place(column: bytes, row: bytes, filename: str, limits: Limits) -> None:
    number = 0
    for letter in column.upper()[:4]:
        number = number * 26 + letter - ord("A") + 1
    if number > limits.column_count or len(row) > 7 or int(row) > limits.row_count:
        raise too_large(filename, limits)


def _check_open_document(parts: dict[str, bytes], filename: str, limits: Limits) -> None:
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise encrypted(filename)
    _Extent(filename, limits).measure(parts.get("content.xml", b""))


@dataclass
class _Extent:
    """Counts rows and columns of an OpenDocument sheet with their repetitions.

    Only rows and cells that hold something count: every sheet ends in a million empty ones.
    """

    filename: str
    limits: Limits
    row: int = 0
    column: int = 0
    row_repeat: int = 1
    cell_repeat: int = 1
    row_letters: int = 0
    letters: int = 0
    cell_filled: bool = False
    row_filled: bool = False
    open_cells: list[str] = field(default_factory=list)

    def measure(self, content: bytes) -> None:
        parser = xml.parsers.expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._letters
        parser.StartDoctypeDeclHandler = self._refuse_doctype
        parser.Parse(content, True)

    def _refuse_doctype(self, *_: object) -> None:
        raise expands(self.filename)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = _local(tag)
        values = {_local(key): value for key, value in attributes.items()}
        if name == "table":
            self.row = 0
        elif name == "table-row":
            self.row_repeat = int(values.get("number-rows-repeated", 1))
            self.column, self.row_filled, self.row_letters = 0, False, 0
        elif name in ("table-cell", "covered-table-cell"):
            self.cell_repeat = int(values.get("number-columns-repeated", 1))
            self.open_cells.append(name)
            self.cell_filled = "value-type" in values or "formula" in values
            self._count(sum(map(len, values.values())))

    def _letters(self, text: str) -> None:
        if self.open_cells:
            self.cell_filled = self.cell_filled or bool(text.strip())
            self._count(len(text))

    def _count(self, letters: int) -> None:
        if self.cell_filled:
            self.row_letters += letters * self.cell_repeat

    def _end(self, tag: str) -> None:
        name = _local(tag)
        if name in ("table-cell", "covered-table-cell"):
            self.open_cells.pop()
            self.column += self.cell_repeat
            if self.cell_filled:
                self.row_filled = True
                if self.column > self.limits.column_count:
                    raise too_large(self.filename, self.limits)
            self.cell_filled = False
        elif name == "table-row":
            self._end_row()

    def _end_row(self) -> None:
        self.row += self.row_repeat
        self.letters += self.row_letters * self.row_repeat
        if self.row_filled and self.row > self.limits.row_count:
            raise too_large(self.filename, self.limits)
        if self.letters > self.limits.letter_count:
            raise expands(self.filename)


def _local(name: str) -> str:
    return name.rpartition(" ")[2]
