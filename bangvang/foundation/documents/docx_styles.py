"""The page and the named styles of the DOCX templates; an office may change them in Word.

Law: Nghị định 30/2020/NĐ-CP, Phụ lục I (page, sizes 13/14/14, bold and italics).
"""

from dataclasses import dataclass

from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle

FONT = "Times New Roman"
LANGUAGE = "vi-VN"
LEFT = WD_ALIGN_PARAGRAPH.LEFT
CENTRE = WD_ALIGN_PARAGRAPH.CENTER
JUSTIFIED = WD_ALIGN_PARAGRAPH.JUSTIFY
THEME_FONTS = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")


@dataclass(frozen=True)
class Look:
    """How one named paragraph style looks; sizes and spaces in points, indents in millimetres."""

    name: str
    size: float
    align: WD_ALIGN_PARAGRAPH
    bold: bool = False
    italic: bool = False
    before: float = 0
    after: float = 0
    left: float = 0
    first: float = 0
    keep_with_next: bool = False


LOOKS = {
    "SuperiorBody": Look("Cơ quan chủ quản", 13, CENTRE),
    "IssuingBody": Look("Cơ quan ban hành", 13, CENTRE, bold=True),
    "Nation": Look("Quốc hiệu", 13, CENTRE, bold=True),
    "Motto": Look("Tiêu ngữ", 14, CENTRE, bold=True),
    "Rule": Look("Đường kẻ", 2, CENTRE),
    "Number": Look("Số ký hiệu", 13, CENTRE),
    "About": Look("Trích yếu công văn", 13, CENTRE, before=6),
    "PlaceDate": Look("Địa danh và thời gian", 14, CENTRE, italic=True),
    "TypeName": Look("Tên loại văn bản", 14, CENTRE, bold=True, before=14, keep_with_next=True),
    "Abstract": Look("Trích yếu", 14, CENTRE, bold=True, keep_with_next=True),
    "Authority": Look("Thẩm quyền ban hành", 14, CENTRE, bold=True, before=10, after=10),
    "AddressedTo": Look("Kính gửi", 14, LEFT, left=30, before=6),
    "AddressedToLine": Look("Kính gửi - dòng", 14, LEFT, left=46),
    "Ground": Look("Căn cứ", 14, JUSTIFIED, italic=True, before=6, first=10),
    "Body": Look("Nội dung", 14, JUSTIFIED, before=6, first=10),
    "BodyHeading": Look("Đề mục", 14, LEFT, bold=True, before=8, first=10, keep_with_next=True),
    "BodyHeadingCentred": Look(
        "Đề mục giữa dòng", 14, CENTRE, bold=True, before=8, keep_with_next=True
    ),
    "TableHead": Look("Đầu bảng", 12, CENTRE, bold=True, before=2, after=2),
    "TableCell": Look("Ô bảng", 12, LEFT, before=2, after=2),
    "Recipients": Look("Nơi nhận", 12, LEFT, bold=True, italic=True),
    "Recipient": Look("Nơi nhận - dòng", 11, LEFT),
    "Post": Look("Chức vụ người ký", 14, CENTRE, bold=True, keep_with_next=True),
    "SignatureNote": Look("Ghi chú chữ ký", 13, CENTRE, italic=True, keep_with_next=True),
    "SignerName": Look("Họ tên người ký", 14, CENTRE, bold=True, before=62),
    "AnnexLabel": Look("Phụ lục", 14, CENTRE, bold=True, keep_with_next=True),
    "AnnexTitle": Look("Tên phụ lục", 14, CENTRE, bold=True, keep_with_next=True),
    "AnnexNote": Look("Kèm theo văn bản", 14, CENTRE, italic=True, keep_with_next=True),
}
"""The named styles by their stable id."""


def blank_document() -> DocxDocument:
    """Return an empty A4 document with the page, the styles and the page number of the decree."""
    document = Document()
    _set_page(document)
    _set_default_font(document)
    for style_id, look in LOOKS.items():
        _add_style(document, style_id, look)
    _number_pages(document)
    return document


def child(parent: BaseOxmlElement, tag: str, **attributes: str) -> BaseOxmlElement:
    """Append an element of WordprocessingML (`child(pPr, "w:jc", val="center")`)."""
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    parent.append(element)
    return element


def _set_page(document: DocxDocument) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.header_distance = section.footer_distance = Mm(10)


def _set_default_font(document: DocxDocument) -> None:
    styles = document.styles.element
    for fonts in styles.iter(qn("w:rFonts")):
        for theme_font in THEME_FONTS:
            fonts.attrib.pop(qn(f"w:{theme_font}"), None)
        for slot in ("ascii", "hAnsi", "eastAsia", "cs"):
            fonts.set(qn(f"w:{slot}"), FONT)
    for language in styles.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)
        language.set(qn("w:eastAsia"), LANGUAGE)
    normal = document.styles["Normal"]
    assert isinstance(normal, ParagraphStyle)  # noqa: S101  narrows the type; always so
    normal.font.name, normal.font.size = FONT, Pt(14)
    normal.paragraph_format.space_after = Pt(0)


def _add_style(document: DocxDocument, style_id: str, look: Look) -> None:
    style = document.styles.add_style(look.name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)  # noqa: S101  narrows the type; always so
    style.element.set(qn("w:styleId"), style_id)
    style.base_style = document.styles["Normal"]
    style.quick_style = True
    style.font.size, style.font.bold, style.font.italic = Pt(look.size), look.bold, look.italic
    layout = style.paragraph_format
    layout.alignment = look.align
    layout.space_before, layout.space_after = Pt(look.before), Pt(look.after)
    layout.left_indent, layout.first_line_indent = Mm(look.left), Mm(look.first)
    layout.keep_with_next = look.keep_with_next
    layout.line_spacing = 1.0


def _number_pages(document: DocxDocument) -> None:
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.is_linked_to_previous = False
    section.header.is_linked_to_previous = False
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = CENTRE
    field = child(paragraph._p, "w:fldSimple", instr="PAGE")
    text = child(child(field, "w:r"), "w:t")
    text.text = "2"
