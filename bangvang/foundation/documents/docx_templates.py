"""Builds the generic DOCX templates, whose tags docxtpl fills.

The built files stand in `templates/` so that an office can open and change them in Word; this
module makes them again: `python -m bangvang.foundation.documents.docx_templates`.
"""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Protocol

from docx.document import Document as DocxDocument
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.styles.style import ParagraphStyle
from docx.table import Table as DocxTable
from docx.table import _Cell
from docx.text.paragraph import Paragraph as DocxParagraph

from bangvang.foundation.documents.docx_bytes import normalised
from bangvang.foundation.documents.docx_styles import LOOKS, blank_document, child

TEMPLATES = Path(__file__).resolve().parent / "templates"
TEXT_WIDTH_MM = 165
HEAD_WIDTHS_MM = (67.0, 98.0)
FOOT_WIDTHS_MM = (82.5, 82.5)


class Holder(Protocol):
    """What paragraphs can be added to: a document or a cell."""

    def add_paragraph(
        self, text: str = ..., style: str | ParagraphStyle | None = ...
    ) -> DocxParagraph:
        """Add a paragraph at the end."""


def official_docx_template(layout: str) -> bytes:
    """Build one template: `quyet-dinh`, `to-trinh`, `cong-van` or `bien-ban`."""
    document = blank_document()
    _head(document)
    if layout != "cong-van":
        _title(document)
    _opening(document, layout)
    _blocks(document, "blocks")
    if layout == "bien-ban":
        _joint_foot(document)
    else:
        _foot(document)
    _annexes(document)
    saved = BytesIO()
    document.save(saved)
    return normalised(saved.getvalue(), title="", on="")


def write_templates(folder: Path) -> None:
    """Write all templates into the folder."""
    for layout in ("quyet-dinh", "to-trinh", "cong-van", "bien-ban"):
        (folder / f"{layout}.docx").write_bytes(official_docx_template(layout))


def _add(holder: Holder, text: str, style_id: str) -> DocxParagraph:
    return holder.add_paragraph(text, style=LOOKS[style_id].name)


def _tag(holder: Holder, tag: str) -> None:
    holder.add_paragraph(f"{{%p {tag} %}}")


def _each(holder: Holder, names: str, style_id: str) -> None:
    _tag(holder, f"for line in {names}")
    _add(holder, "{{ line }}", style_id)
    _tag(holder, "endfor")


def _rule(holder: Holder, width_mm: float, length_mm: float) -> None:
    """Draw a line as a paragraph border, centred by its indents."""
    paragraph = _add(holder, "", "Rule")
    paragraph.paragraph_format.left_indent = Mm((width_mm - length_mm) / 2)
    paragraph.paragraph_format.right_indent = Mm((width_mm - length_mm) / 2)
    borders = child(paragraph._p.get_or_add_pPr(), "w:pBdr")
    child(borders, "w:top", val="single", sz="6", space="1", color="000000")
    _order_properties(paragraph)


def _order_properties(paragraph: DocxParagraph) -> None:
    """Put the border where the schema wants it: before spacing, indents and alignment."""
    properties = paragraph._p.get_or_add_pPr()
    borders = properties.find(qn("w:pBdr"))
    properties.remove(borders)
    properties.insert(1, borders)


def _table(document: DocxDocument, rows: int, widths_mm: Sequence[float]) -> DocxTable:
    table: DocxTable = document.add_table(rows=rows, cols=len(widths_mm))
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for row in table.rows:
        child(row._tr.get_or_add_trPr(), "w:cantSplit")
        for cell, width in zip(row.cells, widths_mm, strict=True):
            cell.width = Mm(width)
    return table


def _emptied(cell: _Cell) -> _Cell:
    """Return the cell without the empty paragraph it is born with; the caller fills it."""
    cell._tc.remove(cell.paragraphs[0]._p)
    return cell


def _head(document: DocxDocument) -> None:
    table = _table(document, 2, HEAD_WIDTHS_MM)
    bodies, nation = (_emptied(cell) for cell in table.rows[0].cells)
    _each(bodies, "superior", "SuperiorBody")
    _each(bodies, "issuer", "IssuingBody")
    _rule(bodies, HEAD_WIDTHS_MM[0] - 4, 26)
    _add(nation, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Nation")
    _add(nation, "Độc lập - Tự do - Hạnh phúc", "Motto")
    _rule(nation, HEAD_WIDTHS_MM[1] - 4, 60.4)
    number, place_date = (_emptied(cell) for cell in table.rows[1].cells)
    _add(number, "{{ number }}", "Number")
    _tag(number, "if about")
    _add(number, "{{ about }}", "About")
    _tag(number, "endif")
    _add(place_date, "{{ place_date }}", "PlaceDate")


def _title(document: DocxDocument) -> None:
    _add(document, "{{ type_name }}", "TypeName")
    _add(document, "{{ abstract }}", "Abstract")
    _rule(document, TEXT_WIDTH_MM, 55)


def _opening(document: DocxDocument, layout: str) -> None:
    if layout == "quyet-dinh":
        _add(document, "{{ authority }}", "Authority")
    if layout in ("to-trinh", "cong-van"):
        _addressed_to(document)
    _each(document, "grounds", "Ground")
    if layout == "quyet-dinh":
        _add(document, "{{ enacting }}", "Authority")


def _addressed_to(document: DocxDocument) -> None:
    _tag(document, "if addressed_to|length == 1")
    _add(document, "Kính gửi: {{ addressed_to[0] }}", "AddressedTo")
    _tag(document, "elif addressed_to")
    _add(document, "Kính gửi:", "AddressedTo")
    _tag(document, "for line in addressed_to")
    _add(document, "- {{ line }}", "AddressedToLine")
    _tag(document, "endfor")
    _tag(document, "endif")


def _blocks(document: DocxDocument, names: str) -> None:
    _tag(document, f"for block in {names}")
    _tag(document, 'if block.kind == "paragraph"')
    paragraph = _add(document, "", "Body")
    paragraph.add_run("{{ block.lead }}").bold = True
    paragraph.add_run("{{ block.text }}")
    _tag(document, 'elif block.kind == "heading" and block.centred')
    _add(document, "{{ block.text }}", "BodyHeadingCentred")
    _tag(document, 'elif block.kind == "heading"')
    _add(document, "{{ block.text }}", "BodyHeading")
    _tag(document, 'elif block.kind == "list"')
    _tag(document, "for item in block['items']")
    _add(document, "- {{ item }}", "Body")
    _tag(document, "endfor")
    _tag(document, "else")
    _add(document, "", "Rule")
    document.add_paragraph("{{p block.table }}")
    _add(document, "", "Rule")
    _tag(document, "endif")
    _tag(document, "endfor")


def _recipients(holder: Holder) -> None:
    _tag(holder, "if recipients")
    _add(holder, "Nơi nhận:", "Recipients")
    _each(holder, "recipients", "Recipient")
    _tag(holder, "endif")


def _signature(holder: Holder, name: str) -> None:
    _each(holder, f"{name}.posts", "Post")
    _tag(holder, f"if {name}.note")
    _add(holder, f"{{{{ {name}.note }}}}", "SignatureNote")
    _tag(holder, "endif")
    _add(holder, f"{{{{ {name}.name }}}}", "SignerName")


def _foot(document: DocxDocument) -> None:
    _add(document, "", "Body").paragraph_format.keep_with_next = True
    left, right = (_emptied(c) for c in _table(document, 1, FOOT_WIDTHS_MM).rows[0].cells)
    _recipients(left)
    _add(left, "", "Recipient")
    _signature(right, "signatures[0]")


def _joint_foot(document: DocxDocument) -> None:
    _add(document, "", "Body").paragraph_format.keep_with_next = True
    table = _table(document, 1, (TEXT_WIDTH_MM / 3,) * 3)
    _share_width(table)
    opening, signer, closing = table.rows[0].cells
    opening.paragraphs[0].text = "{%tc for signature in signatures %}"
    _signature(_emptied(signer), "signature")
    closing.paragraphs[0].text = "{%tc endfor %}"
    _add(document, "", "Body")
    _recipients(document)


def _share_width(table: DocxTable) -> None:
    """Let the cells, whose number is known only when filled, share the width of the page."""
    table.autofit = True
    width = table._tbl.tblPr.find(qn("w:tblW"))
    width.set(qn("w:type"), "pct")
    width.set(qn("w:w"), "5000")


def _annexes(document: DocxDocument) -> None:
    _tag(document, "for annex in annexes")
    _add(document, "{{ annex.label }}", "AnnexLabel").paragraph_format.page_break_before = True
    _add(document, "{{ annex.title }}", "AnnexTitle")
    _add(document, "{{ annex.note }}", "AnnexNote")
    _rule(document, TEXT_WIDTH_MM, 55)
    _blocks(document, "annex.blocks")
    _tag(document, "endfor")


if __name__ == "__main__":  # pragma: no cover  one line, and the function is tested
    write_templates(TEMPLATES)
