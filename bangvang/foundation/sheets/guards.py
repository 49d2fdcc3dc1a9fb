"""Look inside packed sheets before they are parsed, so that a small file cannot fill the memory.

The parser lays a sheet out as one rectangle up to its last cell and copies a shared text into
each cell that names it. Both are measured here first, on the real unpacked bytes.
"""

import io
import re
import xml.parsers.expat
import zipfile
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from bangvang.foundation.sheets.grid import Limits, Unreadable
from bangvang.foundation.sheets.kinds import encrypted
from bangvang.foundation.vietnamese import say_number

_CHUNK = 1 << 20
_CELL = re.compile(rb"<(?:\w+:)?c(?=[\s>])([^>]*[^>/]|)>(?:\s*<(?:\w+:)?v>\s*(\d+)\s*<)?", re.ASCII)
_CELL_BEGIN = re.compile(rb"<(?:\w+:)?c(?=[\s>/])", re.ASCII)
_CELL_BEGINS = tuple(b"<c" + bytes([after]) for after in b" \t\n\r\f\v>/")
"""How a cell begins where no tag has a prefix."""
_PLAIN_CELL = re.compile(
    rb'<c r="([A-Z]{1,4})(\d{1,8})"(?: s="\d+")?(?: t="(\w+)")?>(?:<v>(\d{1,8})</v>)?', re.ASCII
)
_ROW_END = b"</row>"
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
        parts = _Parts(packed, entries)
        if kind == "ods":
            _check_open_document(parts, filename, limits)
        else:
            _check_excel(parts, filename, limits)


class _Parts:
    """The parts of a packed file by name, unpacked one at a time: together they may be large."""

    def __init__(self, packed: zipfile.ZipFile, entries: Iterable[zipfile.ZipInfo]) -> None:
        self._packed = packed
        self._entries = {
            entry.filename.replace("\\", "/"): entry
            for entry in entries
            if entry.filename.lower().endswith((".xml", ".rels"))
        }

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def part(self, name: str) -> bytes:
        """Return a part, empty if there is none of this name.

        Read at most what the directory declares: the library stops there and checks the sum.
        """
        if name not in self._entries:
            return b""
        with self._packed.open(self._entries[name]) as part:
            return b"".join(iter(lambda: part.read(_CHUNK), b""))


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


def _check_excel(parts: _Parts, filename: str, limits: Limits) -> None:
    names = (name for name in parts if name.lower().endswith("sharedstrings.xml"))
    lengths = _lengths(parts.part(next(names, "")))
    letters = 0
    for name in parts:
        part = parts.part(name)
        if b"sheetData" in part:
            letters += _check_sheet(part, lengths, filename, limits)
            if letters > limits.letter_count:
                raise expands(filename)


def _lengths(shared: bytes) -> Sequence[int]:
    """Return how many bytes each shared text takes."""
    lengths, start = array("q"), 0
    for end in _SHARED_END.finditer(shared):
        lengths.append(end.start() - start)
        start = end.end()
    lengths.append(len(shared) - start)
    return lengths


def _check_sheet(part: bytes, lengths: Sequence[int], filename: str, limits: Limits) -> int:
    """Return how many bytes of shared text the cells of the sheet take together."""
    letters, placeless = 0, False
    for piece in _pieces(part):
        found, has_placeless = _check_piece(piece, lengths, filename, limits)
        letters, placeless = letters + found, placeless or has_placeless
    if placeless:
        for row in _ROW.findall(part):
            _check_place(b"A", row, filename, limits)
        if part.count(b"<") > limits.cell_count:
            raise too_large(filename, limits)
    return letters


def _pieces(part: bytes) -> Iterator[bytes]:
    """Return the sheet in pieces that end with a row, as far as ends of rows are found."""
    start = 0
    while start < len(part):
        end = part.find(_ROW_END, start + _CHUNK)
        end = len(part) if end < 0 else end + len(_ROW_END)
        yield part[start:end]
        start = end


def _check_piece(
    piece: bytes, lengths: Sequence[int], filename: str, limits: Limits
) -> tuple[int, bool]:
    """Return the bytes of shared text of these cells, and whether one says no place.

    Cells as every office program writes them are looked at together, others one by one.
    """
    plain = _PLAIN_CELL.findall(piece)
    if len(plain) == _cell_count(piece):
        for column in {column for column, _, _, _ in plain}:
            _check_place(column, b"1", filename, limits)
        for row in {row for _, row, _, _ in plain}:
            _check_place(b"A", row, filename, limits)
        numbers = map(int, [number for _, _, kind, number in plain if number and kind == b"s"])
        known = filter(len(lengths).__gt__, numbers)
        return sum(map(lengths.__getitem__, known)), False
    letters, placeless = 0, False
    for cell in _CELL.finditer(piece):
        attributes, number = cell[1], cell[2]
        if reference := _REFERENCE.search(attributes):
            _check_place(reference[1], reference[2], filename, limits)
        else:
            placeless = True
        if number and _SHARED.search(attributes):
            letters += _length_at(lengths, number)
    return letters, placeless


def _cell_count(piece: bytes) -> int:
    if b":c" in piece:
        return len(_CELL_BEGIN.findall(piece))
    return sum(map(piece.count, _CELL_BEGINS))


def _length_at(lengths: Sequence[int], number: bytes) -> int:
    return lengths[int(number)] if len(number) < 9 and int(number) < len(lengths) else 0


def _check_place(column: bytes, row: bytes, filename: str, limits: Limits) -> None:
    number = 0
    for letter in column.upper()[:4]:
        number = number * 26 + letter - ord("A") + 1
    if number > limits.column_count or len(row) > 7 or int(row) > limits.row_count:
        raise too_large(filename, limits)


def _check_open_document(parts: _Parts, filename: str, limits: Limits) -> None:
    if b"encryption-data" in parts.part("META-INF/manifest.xml"):
        raise encrypted(filename)
    _Extent(filename, limits).measure(parts.part("content.xml"))


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
