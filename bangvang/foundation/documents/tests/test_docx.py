"""The DOCX engine and the shipped templates."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from docx.document import Document as DocxDocument
from docx.oxml.ns import qn

from bangvang.foundation.documents.docx import render_docx
from bangvang.foundation.documents.docx_templates import TEMPLATES, write_templates
from bangvang.foundation.documents.paper import OfficialPaper
from bangvang.foundation.documents.template import BadTemplate
from bangvang.foundation.documents.tests.papers import (
    LONG_UNIT,
    decision,
    letter,
    minutes,
    submission,
)

PAPERS = [decision(), submission(), minutes(), letter()]
LAYOUTS = ("bien-ban", "cong-van", "quyet-dinh", "to-trinh")


def filled(paper: OfficialPaper) -> bytes:
    return render_docx(TEMPLATES / f"{paper.kind.layout}.docx", paper.as_data())


def opened(paper: OfficialPaper) -> DocxDocument:
    return Document(BytesIO(filled(paper)))


def one_line_template(folder: Path, text: str) -> Path:
    document = Document()
    document.add_paragraph(text)
    path = folder / "mau.docx"
    document.save(str(path))
    return path


def lines(document: DocxDocument) -> list[tuple[str, str]]:
    """Return style id and text of every paragraph, those in tables too."""
    found = []
    for paragraph in document.element.body.iter(qn("w:p")):
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        found.append(("" if style is None else style.get(qn("w:val")), paragraph.text))
    return found


def test_the_shipped_templates_are_those_the_builder_makes(tmp_path: Path) -> None:
    write_templates(tmp_path)

    for layout in LAYOUTS:
        shipped = (TEMPLATES / f"{layout}.docx").read_bytes()
        assert (tmp_path / f"{layout}.docx").read_bytes() == shipped, layout


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.kind.layout)
def test_the_same_data_gives_the_same_bytes(paper: OfficialPaper) -> None:
    content = filled(paper)

    assert content == filled(paper)
    with ZipFile(BytesIO(content)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.kind.layout)
def test_the_page_and_the_fonts_are_those_of_the_decree(paper: OfficialPaper) -> None:
    document = opened(paper)

    section = document.sections[0]
    sides = (
        section.page_width, section.page_height, section.top_margin, section.bottom_margin,
        section.left_margin, section.right_margin,
    )  # fmt: skip
    assert [round(side.mm) for side in sides if side] == [210, 297, 20, 20, 30, 15]
    assert section.different_first_page_header_footer
    assert section.first_page_header.paragraphs[0].text == ""
    assert 'w:instr="PAGE"' in section.header.paragraphs[0]._p.xml
    styles = document.styles.element
    named = {fonts.get(qn("w:ascii")) for fonts in styles.iter(qn("w:rFonts"))}
    assert named == {"Times New Roman"}
    assert "Theme=" not in styles.xml.partition("<w:style ")[0]
    assert {tag.get(qn("w:val")) for tag in styles.iter(qn("w:lang"))} == {"vi-VN"}


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.kind.layout)
def test_no_tag_of_the_template_is_left_and_the_properties_are_ours(paper: OfficialPaper) -> None:
    document = opened(paper)

    texts = [text for _, text in lines(document)]
    assert [text for text in texts if "{%" in text or "block." in text] == []
    properties = document.core_properties
    assert properties.title == paper.as_data()["title"]
    assert (properties.language, properties.author, properties.comments) == ("vi-VN", "", "")


def test_a_decision_has_its_parts_in_order() -> None:
    found = [line for line in lines(opened(decision())) if line[1]]

    assert found[:17] == [
        ("IssuingBody", "ỦY BAN NHÂN DÂN"),
        ("IssuingBody", "TỈNH LÀO CAI"),
        ("Nation", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("Motto", "Độc lập - Tự do - Hạnh phúc"),
        ("Number", "Số: 05/QĐ-UBND"),
        ("PlaceDate", "Lào Cai, ngày 09 tháng 4 năm 2022"),
        ("TypeName", "QUYẾT ĐỊNH"),
        ("Abstract", "Về việc tặng danh hiệu Chiến sĩ thi đua cấp tỉnh năm 2021"),
        ("Authority", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LÀO CAI"),
        ("Ground", "Căn cứ Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003;"),
        ("Ground", "Theo đề nghị của Giám đốc Sở Nội vụ."),
        ("Authority", "QUYẾT ĐỊNH:"),
        (
            "Body",
            "Điều 1. Tặng danh hiệu cho các cá nhân có tên trong danh sách kèm theo.",
        ),
        ("Body", "Điều 2. Các cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành./."),
        ("Recipients", "Nơi nhận:"),
        ("Recipient", "- Như Điều 2;"),
        ("Recipient", "- Lưu: VT, NC."),
    ]


def test_a_letter_has_no_type_name_and_says_what_it_is_about() -> None:
    found = dict(lines(opened(letter())))

    assert "TypeName" not in found
    assert found["About"] == "V/v lấy ý kiến hiệp y khen thưởng"
    assert found["AddressedTo"] == "Kính gửi: Công an tỉnh."


def test_rules_are_drawn_lines() -> None:
    xml = opened(decision()).element.body.xml

    assert xml.count("<w:pBdr>") == 4
    assert "____" not in xml
    assert "<w:u " not in xml


def test_a_long_annex_repeats_its_head_and_splits_no_short_row() -> None:
    annex = opened(decision(rows=300)).tables[-1]

    rows = annex._tbl.tr_lst
    assert len(rows) == 302
    assert [row.xpath("count(w:trPr/w:tblHeader)") for row in rows[:3]] == [1, 0, 0]
    assert {row.xpath("count(w:trPr/w:cantSplit)") for row in rows} == {1}
    assert annex.cell(1, 0)._tc.grid_span == 4
    assert annex.cell(2, 2).text == LONG_UNIT
    assert [round(cell.width.mm) for cell in annex.rows[0].cells if cell.width] == [13, 49, 66, 36]


def test_a_very_long_row_may_be_split() -> None:
    paper = decision()
    data = paper.as_data()
    annexes = data["annexes"]
    assert isinstance(annexes, list)
    annexes[0]["blocks"][0]["rows"][1][2] = "Thành tích. " * 100

    document = Document(BytesIO(render_docx(TEMPLATES / "quyet-dinh.docx", data)))

    assert document.tables[-1]._tbl.tr_lst[2].trPr is None


def test_signatures_of_a_board_share_the_width() -> None:
    signatures = opened(minutes()).tables[1]

    assert [cell.text.splitlines()[-1] for cell in signatures.rows[0].cells] == [
        "Giàng A Một",
        "Giàng A Hai",
        "Giàng A Ba",
    ]


def test_data_is_never_read_as_markup() -> None:
    texts = [text for _, text in lines(opened(submission()))]

    assert "Đơn vị đã xét theo quy định & <không> thiếu {{ bước }} nào #eval" in texts


@pytest.mark.parametrize(
    "text",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ title.__init__.__globals__ }}",
        "{{ blocks.append(1) }}",
        "{{ not_in_the_data }}",
        "{% if %}",
    ],
)
def test_a_template_that_reaches_for_more_than_the_data_is_refused(
    tmp_path: Path, text: str
) -> None:
    path = one_line_template(tmp_path, text)

    with pytest.raises(BadTemplate, match=r"mau\.docx"):
        render_docx(path, {"title": "A", "blocks": []})


def test_a_long_title_is_cut_to_what_the_properties_hold(tmp_path: Path) -> None:
    path = one_line_template(tmp_path, "{{ title }}")

    document = Document(BytesIO(render_docx(path, {"title": "A" * 300, "on": "2022-04-09"})))

    assert document.core_properties.title == "A" * 255
    assert document.core_properties.created is not None
    assert document.core_properties.created.date().isoformat() == "2022-04-09"
