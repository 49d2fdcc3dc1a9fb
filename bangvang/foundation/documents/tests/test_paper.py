"""What a paper says to the engines."""

from dataclasses import replace

import pytest

from bangvang.foundation.documents.ballot_paper import BallotPaper
from bangvang.foundation.documents.paper import Align, Heads, PaperKind, Paragraph, Signature, Table
from bangvang.foundation.documents.tests.papers import ballot, decision, letter, list_of, submission


def test_a_decision_as_the_engines_see_it() -> None:
    data = decision().as_data()

    assert data["number"] == "Số: 05/QĐ-UBND"
    assert data["place_date"] == "Lào Cai, ngày 09 tháng 4 năm 2022"
    assert data["issuer"] == ["ỦY BAN NHÂN DÂN", "TỈNH LÀO CAI"]
    assert data["superior"] == []
    assert data["recipients"] == ["- Như Điều 2;", "- Lưu: VT, NC."]
    assert data["blocks"] == [
        {
            "kind": "paragraph",
            "lead": "Điều 1. ",
            "text": "Tặng danh hiệu cho các cá nhân có tên trong danh sách kèm theo.",
        },
        {
            "kind": "paragraph",
            "lead": "Điều 2. ",
            "text": "Các cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành./.",
        },
    ]


def test_an_annex_says_what_it_belongs_to() -> None:
    annexes = decision().as_data()["annexes"]

    assert isinstance(annexes, list)
    assert (annexes[0]["label"], annexes[0]["note"]) == (
        "Phụ lục",
        "(Kèm theo Quyết định số 05/QĐ-UBND ngày 09 tháng 4 năm 2022"
        " của Chủ tịch Ủy ban nhân dân tỉnh Lào Cai)",
    )


def test_several_annexes_are_numbered() -> None:
    annexes = submission().as_data()["annexes"]

    assert isinstance(annexes, list)
    assert [annex["label"] for annex in annexes] == ["Phụ lục I", "Phụ lục II"]


def test_a_letter_says_what_it_is_about_under_its_number() -> None:
    assert letter().as_data()["about"] == "V/v lấy ý kiến hiệp y khen thưởng"
    assert decision().as_data()["about"] == ""


def test_a_paper_that_ends_with_a_table_gets_no_closing_mark() -> None:
    paper = replace(decision(), blocks=(Paragraph("Danh sách."), list_of(1)), annexes=())

    blocks = paper.as_data()["blocks"]

    assert isinstance(blocks, list)
    assert [block["kind"] for block in blocks] == ["paragraph", "table"]
    assert blocks[0]["text"] == "Danh sách."


def test_a_paper_needs_a_body_and_one_signature() -> None:
    two = (Signature(("A",)), Signature(("B",)))

    with pytest.raises(ValueError, match="without a body"):
        replace(decision(), blocks=())
    with pytest.raises(ValueError, match="one signature"):
        replace(decision(), signatures=two)
    with pytest.raises(ValueError, match="one signature"):
        replace(decision(), kind=PaperKind.MINUTES, signatures=())
    assert replace(decision(), kind=PaperKind.MINUTES, signatures=two).signatures == two


def test_a_table_whose_parts_do_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="one width"):
        Table(columns=("A", "B"), rows=(), widths=(1,))
    with pytest.raises(ValueError, match="one width"):
        Table(columns=("A", "B"), rows=(), widths=(1, 1), aligns=(Align.LEFT,))
    with pytest.raises(ValueError, match="3 cells"):
        Table(columns=("A", "B", "C"), rows=(("1", "2"),), widths=(1, 1, 1))


def test_a_ballot_paper_needs_a_nominee_and_a_copy() -> None:
    with pytest.raises(ValueError, match="at least one"):
        ballot(lines=0)
    with pytest.raises(ValueError, match="at least one"):
        ballot(copies=0)


def test_a_ballot_paper_has_no_field_for_a_voter_or_a_serial() -> None:
    assert set(BallotPaper.__dataclass_fields__) == {
        "heads", "award", "session", "on", "lines", "manifest_code", "instructions", "copies",
        "title",
    }  # fmt: skip
    assert Heads("", "A").as_data() == {"superior": [], "issuer": ["A"]}
