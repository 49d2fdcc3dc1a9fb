"""The PDF engine and the shipped templates."""

import unicodedata
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from itertools import product
from typing import cast

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, StreamObject

from bangvang.foundation.documents.paper import OfficialPaper
from bangvang.foundation.documents.pdf import render_pdf
from bangvang.foundation.documents.render import TEMPLATES
from bangvang.foundation.documents.template import BadTemplate
from bangvang.foundation.documents.tests.papers import (
    ballot,
    decision,
    letter,
    minutes,
    submission,
)
from bangvang.foundation.objection import Refused

TESTS = "/foundation/documents/tests/templates"
TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
VIETNAMESE = "đĐ" + "".join(
    unicodedata.normalize("NFC", letter + tone)
    for letter, tone in product("aăâeêioôơuưyAĂÂEÊIOÔƠUƯY", TONES)
)
PAPERS = [decision(), submission(), minutes(), letter()]


def printed(paper: OfficialPaper) -> PdfReader:
    content = render_pdf(f"{TEMPLATES}/{paper.kind.layout}.typ", paper.as_data())
    return PdfReader(BytesIO(content))


def part(whole: DictionaryObject, name: str) -> DictionaryObject:
    return cast(DictionaryObject, whole[name])


def fonts_of(reader: PdfReader) -> set[str]:
    return {
        str(font.get_object()["/BaseFont"]).split("+")[-1]
        for page in reader.pages
        for font in part(part(page, "/Resources"), "/Font").values()
    }


def words(reader: PdfReader, page: int) -> str:
    return " ".join(reader.pages[page].extract_text().split())


def test_a_stage_template_imports_the_official_parts_and_every_vietnamese_letter_is_printed() -> (
    None
):
    content = render_pdf(f"{TESTS}/stage.typ", {"title": "Chữ", "lines": [VIETNAMESE]})

    reader = PdfReader(BytesIO(content))
    text = reader.pages[0].extract_text()
    assert len(set(VIETNAMESE)) == 146
    assert [letter for letter in VIETNAMESE if text.count(letter) < 4] == []
    assert fonts_of(reader) == {"Tinos", "Tinos-Bold", "Tinos-Italic", "Tinos-BoldItalic"}


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.kind.layout)
def test_a_paper_embeds_only_our_fonts_and_is_tagged_in_vietnamese(paper: OfficialPaper) -> None:
    reader = printed(paper)

    root = part(reader.trailer, "/Root")
    assert {name.split("-")[0] for name in fonts_of(reader)} == {"Tinos"}
    assert reader.metadata is not None
    assert reader.metadata.title == paper.as_data()["title"]
    assert str(root["/Lang"]) == "vi-VN"
    assert bool(part(root, "/MarkInfo")["/Marked"])
    assert "/StructTreeRoot" in root
    assert b"pdfaid:part>2<" in cast(StreamObject, root["/Metadata"]).get_data()


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.kind.layout)
def test_pages_are_a4_and_the_first_has_no_number(paper: OfficialPaper) -> None:
    reader = printed(paper)

    for position, page in enumerate(reader.pages, start=1):
        assert (round(page.mediabox.width), round(page.mediabox.height)) == (595, 842)
        starts_with_number = words(reader, position - 1).startswith(f"{position} ")
        assert starts_with_number == (position > 1)


def test_the_same_data_gives_the_same_bytes_also_from_several_threads() -> None:
    data = decision().as_data()

    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda _: render_pdf(f"{TEMPLATES}/quyet-dinh.typ", data), range(8)))

    assert len(set(made)) == 1


def test_a_decision_has_its_parts_in_order() -> None:
    text = words(printed(decision()), 0)

    parts = [
        "ỦY BAN NHÂN DÂN TỈNH LÀO CAI",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc",
        "Số: 05/QĐ-UBND",
        "Lào Cai, ngày 09 tháng 4 năm 2022",
        "QUYẾT ĐỊNH Về việc tặng danh hiệu",
        "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LÀO CAI",
        "năm 2003; Theo đề nghị của Giám đốc Sở Nội vụ.",
        "QUYẾT ĐỊNH: Điều 1. Tặng",
        "thi hành./.",
        "Nơi nhận: - Như Điều 2; - Lưu: VT, NC.",
        "CHỦ TỊCH Vàng Văn Ví Dụ",
    ]
    places = [text.find(part) for part in parts]
    assert -1 not in places
    assert places == sorted(places)


def test_a_long_annex_repeats_its_head_and_numbers_every_row_once() -> None:
    reader = printed(decision(rows=300))

    pages = [words(reader, number) for number in range(1, len(reader.pages))]
    assert len(pages) > 10
    assert all("TT Họ và tên Chức vụ, đơn vị Danh hiệu" in page for page in pages)
    names = [f"Lù Văn Bậc Thang {n}" for n in range(1, 301)]
    together = " ".join(pages)
    assert [name for name in names if together.count(f"{name} Trường") != 1] == []


def test_data_is_never_read_as_markup() -> None:
    assert "& <không> thiếu {{ bước }} nào #eval" in words(printed(submission()), 0)


def test_the_counting_board_signs_side_by_side() -> None:
    text = words(printed(minutes()), 0)

    assert text.index("Giàng A Một") < text.index("Giàng A Hai") < text.index("Giàng A Ba")
    assert "Nơi nhận" not in text


def test_ballot_papers_are_equal_copies_that_count_their_own_pages() -> None:
    content = render_pdf(f"{TEMPLATES}/phieu-bau.typ", ballot(copies=2, lines=15).as_data())

    reader = PdfReader(BytesIO(content))
    pages = [words(reader, number) for number in range(len(reader.pages))]
    assert len(pages) == 4
    assert pages[:2] == pages[2:]
    assert [page[-9:] for page in pages[:2]] == ["Trang 1/2", "Trang 2/2"]
    assert all("Mã danh sách: K7QF-2M9X" in page for page in pages)
    assert "Đồng ý Không đồng ý" in pages[0]


def test_a_character_that_no_font_has_is_refused_by_name() -> None:
    with pytest.raises(Refused, match="Ký tự «😀» không in được") as refused:
        render_pdf(f"{TESTS}/stage.typ", {"title": "Chữ", "lines": ["Lù 😀"]})

    assert refused.value.objection.code == "UNPRINTABLE"


@pytest.mark.parametrize("template", ["reaches_outside.typ", "not_there.typ"])
def test_a_template_that_does_not_compile_is_named(template: str) -> None:
    with pytest.raises(BadTemplate, match=template):
        render_pdf(f"{TESTS}/{template}", {})


def test_a_template_that_misses_data_is_named() -> None:
    with pytest.raises(BadTemplate, match=r"stage\.typ"):
        render_pdf(f"{TESTS}/stage.typ", {"title": "Chữ"})
