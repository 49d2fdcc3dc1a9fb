"""Write one long table for download, piece by piece: no row is kept, in memory or on a disk."""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from xml.sax.saxutils import escape, quoteattr

from bangvang.foundation.sheets.grid import Value, text_of
from bangvang.foundation.sheets.writing import neutral

ROWS_A_PIECE = 500
LONGEST_CELL = 32_767
"""What a cell of a spreadsheet can hold."""
_WHEN = (2000, 1, 1, 0, 0, 0)
"""Written as the moment of every part, so that equal tables are equal bytes."""
_FIRST_DAY = date(1899, 12, 30)
_NO_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PLAIN, _HEADER, _DAY = "", ' s="1"', ' s="2"'
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NAMES = "http://schemas.openxmlformats.org"
_MAIN = f"{_NAMES}/spreadsheetml/2006/main"
_LINKS = f"{_NAMES}/officeDocument/2006/relationships"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_NAMES}/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_KIND}.worksheet+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_KIND}.styles+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_NAMES}/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{_LINKS}/officeDocument" Target="xl/workbook.xml"/>'
    "</Relationships>",
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_NAMES}/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{_LINKS}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{_LINKS}/styles" Target="styles.xml"/></Relationships>',
    "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}">'
    '<numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>'
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>'
    '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/>'
    "</cellStyles></styleSheet>",
}
_SHEET = (
    f'{_XML}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>'
    '</sheetViews><cols><col min="1" max="{columns}" width="16" customWidth="1"/></cols>'
    "<sheetData>"
)


def stream_table(
    header: Sequence[str], rows: Iterable[Sequence[Value]], *, name: str
) -> Iterator[bytes]:
    """Return an .xlsx with one sheet, in pieces; what `write_table` makes, without its memory.

    Args:
        header: the first row, which stays in view.
        rows: the rows below it; asked for as the pieces are taken.
        name: the name of the sheet.
    """
    waiting = _Waiting()
    with zipfile.ZipFile(waiting, "w", zipfile.ZIP_DEFLATED) as file:
        book = (
            f'<workbook xmlns="{_MAIN}" xmlns:r="{_LINKS}"><sheets>'
            f'<sheet name={quoteattr(name)} sheetId="1" r:id="rId1"/></sheets></workbook>'
        )
        for part, text in (_PARTS | {"xl/workbook.xml": book}).items():
            file.writestr(_part(part), _XML + text)
        with file.open(_part("xl/worksheets/sheet1.xml"), "w") as sheet:
            sheet.write(_SHEET.replace("{columns}", str(len(header))).encode())
            sheet.write(_row(header, _HEADER))
            for number, row in enumerate(rows, start=1):
                sheet.write(_row(row, _PLAIN))
                if number % ROWS_A_PIECE == 0:
                    yield waiting.taken()
            sheet.write(b"</sheetData></worksheet>")
    yield waiting.taken()


class _Waiting(io.RawIOBase):
    """What was written and not handed on yet; says that nobody can go back in it."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, piece: object) -> int:
        kept = bytes(piece)  # type: ignore[call-overload]  # some bytes, as the caller writes them
        self._pieces.append(kept)
        return len(kept)

    def taken(self) -> bytes:
        """Return what waits and forget it."""
        whole = b"".join(self._pieces)
        self._pieces.clear()
        return whole


def _part(name: str) -> zipfile.ZipInfo:
    part = zipfile.ZipInfo(name, _WHEN)
    part.compress_type = zipfile.ZIP_DEFLATED
    return part


def _row(values: Sequence[Value], look: str) -> bytes:
    return f"<row>{''.join([_cell(value, look) for value in values])}</row>".encode()


def _cell(value: Value, look: str) -> str:
    if isinstance(value, bool):
        return f'<c t="b"{look}><v>{int(value)}</v></c>'
    if isinstance(value, int | float):
        return f"<c{look}><v>{value!r}</v></c>"
    if isinstance(value, date) and not isinstance(value, datetime):
        return f"<c{_DAY}><v>{(value - _FIRST_DAY).days}</v></c>"
    text = neutral(text_of(value))[:LONGEST_CELL]
    if not text:
        return "<c/>"
    kept = escape(_NO_XML.sub("", text))
    return f'<c t="inlineStr"{look}><is><t xml:space="preserve">{kept}</t></is></c>'
