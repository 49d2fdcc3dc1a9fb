"""Minutes: printed from the record with the chain's head, signed on paper, scanned."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from docx import Document
from pypdf import PdfReader

from bangvang.council.actions.add_business import add_business
from bangvang.council.actions.add_conclusion import add_conclusion
from bangvang.council.actions.adopt_regulation import MarkAdopted
from bangvang.council.actions.call_session import call_session
from bangvang.council.actions.close_ballot import close_ballot
from bangvang.council.actions.close_count import close_count
from bangvang.council.actions.close_session import close_session
from bangvang.council.actions.count_sheet import CountSheet
from bangvang.council.actions.enter_written_opinion import OpinionEntered, enter_written_opinion
from bangvang.council.actions.open_ballot import open_ballot
from bangvang.council.actions.print_counting_minutes import print_counting_minutes
from bangvang.council.actions.print_session_minutes import print_session_minutes
from bangvang.council.actions.sign_minutes import SignedScan, sign_minutes
from bangvang.council.actions.start_counting import start_counting
from bangvang.council.models import Minutes, Session
from bangvang.council.selectors import marks
from bangvang.council.selectors.ballots import ballot_page
from bangvang.council.selectors.minutes import minutes_for_session, minutes_page
from bangvang.council.selectors.papers import paper_file_for
from bangvang.council.selectors.results import ballot_result
from bangvang.council.states import SessionState
from bangvang.council.tests.factories import (
    BEFORE,
    CHAIR,
    DAY,
    FIRST,
    LATER,
    MEMBER,
    OUTSIDER,
    SECOND,
    SECRETARY,
    STARTS,
    agreed,
    called,
    closed,
    council,
    counting,
    frozen,
    opened,
    planned,
    roll_of,
    sheet,
)
from bangvang.foundation.audit.chain import Anchor
from bangvang.foundation.audit.selectors import verify
from bangvang.foundation.documents.selectors import documents_about
from bangvang.foundation.files.selectors import read
from bangvang.foundation.objection import Refused, Unseen
from bangvang.law import Share
from bangvang.workplan.actions.assign_task import TaskToDo

pytestmark = pytest.mark.django_db

SCAN = b"%PDF-1.4 da ky %%EOF"


def held() -> tuple[str, str]:
    """Return a session whose ballot has a result, and the ballot; one letter came in."""
    ballot_ref = counting()
    letter = OpinionEntered(21, {1: True, 2: True, 3: False}, SCAN, "y-kien.pdf")
    enter_written_opinion(ballot_ref, letter, actor=FIRST, at=LATER)
    closed(ballot_ref, (0, 0), (3, 0), (1, 1))
    return Session.objects.get().ref, ballot_ref


def scan(signed_on: date = DAY, signers: str = "Giàng A Chủ Tọa") -> SignedScan:
    return SignedScan(signers, signed_on, SCAN, "da-ky.pdf")


def both(ballot_ref: str, first: CountSheet, second: CountSheet) -> None:
    close_count(ballot_ref, first, version=0, actor=FIRST, at=LATER)
    close_count(ballot_ref, second, version=0, actor=SECOND, at=LATER)


def text_of(minutes_ref: str) -> str:
    pdf = minutes_page(SECRETARY, minutes_ref).paper.pdf
    assert pdf is not None
    pages = PdfReader(BytesIO(read(pdf.ref))).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_counting_minutes_say_everything_of_the_count() -> None:
    _, ballot_ref = held()

    text = text_of(print_counting_minutes(ballot_ref, actor=FIRST, at=LATER))

    for said in (
        "Quyết định số 1206/QĐ-UBND ngày 03/05/2019",
        "Bùi Văn Đèo Mây",
        "Vi Thị Sim Tím",
        "Tổng số thành viên Hội đồng theo quyết định: 22; có mặt 20; nhận phiếu 20; gửi ý kiến "
        "bằng văn bản 1",
        "được tính vào kết quả: Lù Văn Ghế 21",
        "Lù Văn Ghế 22: vắng mặt, đi công tác",
        "Số phiếu phát ra: 20; thu về: 20; hợp lệ: 20; không hợp lệ: 0",
        "ít nhất 90 % tổng số thành viên Hội đồng (20/22), theo khoản 8 Điều 45 Nghị định "
        "91/2017/NĐ-CP",
        "21/22",
        "95,45%",
        "1 trường hợp, gồm Tráng Thị Mưa Rào",
        "Dấu mốc nhật ký:",
    ):
        assert said in text


def test_counting_minutes_of_one_round_say_that_both_counts_agree() -> None:
    _, ballot_ref = held()

    text = text_of(print_counting_minutes(ballot_ref, actor=FIRST, at=LATER))

    assert "Phiếu được đếm hai lần độc lập, hai lần khớp nhau." in text
    assert "đếm lại" not in text


def test_counting_minutes_say_what_was_counted_again_and_in_how_many_rounds() -> None:
    ref = counting()
    both(ref, sheet((1, 0), (0, 0), (2, 0)), sheet((2, 0), (0, 0), (0, 0), valid=19, invalid=1))
    both(
        ref,
        CountSheet(20, 20, 0, {1: (1, 0), 3: (2, 0)}),
        CountSheet(20, 20, 0, {1: (1, 0), 3: (0, 0)}),
    )
    both(ref, CountSheet(lines={3: (2, 0)}), CountSheet(lines={3: (2, 0)}))
    close_ballot(ref, actor=FIRST, at=LATER)

    text = text_of(print_counting_minutes(ref, actor=FIRST, at=LATER))

    assert "được đếm lại 2 lượt" in text
    assert (
        "lượt 1 đếm lại số phiếu thu về, hợp lệ, không hợp lệ và dòng số 1, 3; "
        "lượt 2 đếm lại dòng số 3 (số thứ tự theo danh sách bầu)" in text
    )
    assert "hai lần độc lập, hai lần khớp nhau" not in text


def test_rows_stand_by_votes_and_a_share_is_never_rounded_up() -> None:
    _, ballot_ref = held()

    assert [row.yes for row in ballot_result(ballot_ref).by_votes] == [21, 18, 18]


def test_a_mark_of_the_regulation_in_place_of_an_unread_text_is_said_and_stays_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    session_ref = called(council(marks=[MarkAdopted("CSTDT", Share(90, 100), "khoản 1 Điều 9")]))
    opened(session_ref, absent=[21, 22])
    Session.objects.update(starts_at=STARTS.replace(year=2026))
    ballot_ref = frozen(session_ref)
    before = ballot_page(FIRST, ballot_ref).mark
    counted(ballot_ref)
    monkeypatch.setattr(marks, "agreement_needed", lambda *_, **__: None)  # as if read since

    text = text_of(print_counting_minutes(ballot_ref, actor=FIRST, at=LATER))

    assert before is not None
    assert ballot_page(FIRST, ballot_ref).mark == before
    assert "(Nghị định 152/2025/NĐ-CP) chưa đối chiếu nguyên văn" in before.caveat
    assert before.caveat in text


def counted(ballot_ref: str) -> None:
    open_ballot(ballot_ref, range(1, 21), actor=FIRST, at=STARTS)
    start_counting(ballot_ref, actor=FIRST, at=STARTS)
    closed(ballot_ref, (0, 0), (0, 0), (0, 0))


def test_nobody_passed_is_said() -> None:
    ballot_ref = counting()
    closed(ballot_ref, (9, 0), (9, 0), (9, 0))

    text = text_of(print_counting_minutes(ballot_ref, actor=FIRST, at=LATER))

    assert "Không có trường hợp nào đạt" in text


def test_session_minutes_come_as_pdf_and_word_with_votes_and_conclusions() -> None:
    session_ref, _ = held()
    todo = TaskToDo("Đẩy mạnh tuyên truyền", "Sở Thông tin", DAY + timedelta(days=30))
    add_conclusion(session_ref, todo, actor=SECRETARY, at=LATER)
    close_session(session_ref, actor=SECRETARY, at=LATER)

    ref = print_session_minutes(session_ref, actor=SECRETARY, at=LATER)

    text = text_of(ref)
    for said in (
        "14 giờ 00 phút, ngày 19 tháng 4 năm 2022",
        "Trụ sở UBND tỉnh",
        "có mặt 20; vắng mặt 2",
        "Lù Văn Ghế 22, Giám đốc Sở thứ 22: đi công tác",
        "Đẩy mạnh tuyên truyền",
        "16 giờ 30 phút",
        "Dấu mốc nhật ký:",
    ):
        assert said in text
    word = minutes_page(MEMBER, ref).paper.docx
    assert word is not None
    paragraphs = [p.text for p in Document(BytesIO(read(word.ref))).paragraphs]
    assert any("Dấu mốc nhật ký" in line for line in paragraphs)


@pytest.mark.parametrize(
    ("absent", "said", "unsaid"),
    [
        (range(1, 8), "phiên họp đủ điều kiện tiến hành", "chưa đủ số cần thiết"),
        (range(1, 9), "sau cùng có mặt 14 thành viên, chưa đủ số cần thiết", "đủ điều kiện"),
    ],
)
def test_session_minutes_say_whether_enough_were_there(
    absent: range, said: str, unsaid: str
) -> None:
    session_ref = planned(council())
    add_business(session_ref, "Báo cáo quý I", actor=SECRETARY, at=BEFORE)
    call_session(session_ref, actor=SECRETARY, at=BEFORE)
    opened(session_ref)
    roll_of(session_ref, absent=absent)
    close_session(session_ref, actor=SECRETARY, at=LATER)

    text = text_of(print_session_minutes(session_ref, actor=SECRETARY, at=LATER))

    assert "Cần có mặt ít nhất 15 thành viên theo khoản 1 Điều 6" in text
    assert said in text
    assert unsaid not in text


def test_the_printed_head_is_an_anchor_of_the_chain() -> None:
    _, ballot_ref = held()
    ref = print_counting_minutes(ballot_ref, actor=FIRST, at=LATER)

    head = minutes_page(FIRST, ref).head

    assert head.printed in text_of(ref)
    assert verify([Anchor(head.seq, head.digest)])[1] is None
    assert verify([Anchor(head.seq, "f" * 64)])[1] is not None


def test_minutes_are_printed_again_until_they_are_signed() -> None:
    session_ref, ballot_ref = held()
    first = print_counting_minutes(ballot_ref, actor=FIRST, at=LATER)

    again = print_counting_minutes(ballot_ref, actor=SECRETARY, at=LATER)

    assert (first, Minutes.objects.count()) == (again, 1)
    assert len(documents_about("minutes", first)) == 2
    sign_minutes(again, scan(), actor=SECRETARY, at=LATER)
    with pytest.raises(Refused, match="đã ký"):
        print_counting_minutes(ballot_ref, actor=FIRST, at=LATER)
    with pytest.raises(Refused, match="đã ký"):
        sign_minutes(again, scan(), actor=SECRETARY, at=LATER)
    kinds = [m.kind for m in minutes_for_session(MEMBER, session_ref)]
    assert kinds == ["COUNTING"]


def test_no_minutes_before_there_is_something_to_say() -> None:
    ballot_ref = counting()
    agreed(ballot_ref, (0, 0), (0, 0), (0, 0))

    with pytest.raises(Refused, match="chưa có kết quả"):
        print_counting_minutes(ballot_ref, actor=FIRST, at=LATER)
    with pytest.raises(Refused, match="chưa bế mạc"):
        print_session_minutes(Session.objects.get().ref, actor=SECRETARY, at=LATER)


def test_who_prints_which_minutes() -> None:
    session_ref, ballot_ref = held()

    with pytest.raises(Refused, match="Ban kiểm phiếu"):
        print_counting_minutes(ballot_ref, actor=CHAIR, at=LATER)
    with pytest.raises(Refused, match="thư ký"):
        print_session_minutes(session_ref, actor=FIRST, at=LATER)


def test_signed_minutes_sign_the_session_and_let_the_office_decide() -> None:
    session_ref, ballot_ref = held()
    counted = print_counting_minutes(ballot_ref, actor=FIRST, at=LATER)
    close_session(session_ref, actor=SECRETARY, at=LATER)
    written = print_session_minutes(session_ref, actor=SECRETARY, at=LATER)

    with pytest.raises(Refused, match="kiểm phiếu chưa ký"):
        sign_minutes(written, scan(), actor=SECRETARY, at=LATER)
    sign_minutes(counted, scan(), actor=SECRETARY, at=LATER)
    assert ballot_result(ballot_ref).minutes_signed is False
    sign_minutes(written, scan(), actor=SECRETARY, at=LATER)

    assert Session.objects.get().state == SessionState.SIGNED
    assert ballot_result(ballot_ref).minutes_signed is True
    kept = minutes_page(MEMBER, written)
    assert kept.scan is not None
    assert (kept.is_signed, paper_file_for(MEMBER, kept.scan.ref).name) == (True, "da-ky.pdf")
    assert kept.paper.pdf is not None
    assert paper_file_for(MEMBER, kept.paper.pdf.ref).ref == kept.paper.pdf.ref
    with pytest.raises(Unseen):
        paper_file_for(OUTSIDER, kept.scan.ref)
    with pytest.raises(Unseen):
        minutes_page(OUTSIDER, written)


@pytest.mark.parametrize(
    ("what", "why"),
    [
        (scan(signers=" "), "họ tên"),
        (scan(DAY - timedelta(days=1)), "trước ngày họp"),
        (scan(DAY + timedelta(days=1)), "sau hôm nay"),
        (SignedScan("A", DAY, b"MZ", "x.exe"), "không phải"),
    ],
)
def test_a_signing_that_cannot_be_is_refused(what: SignedScan, why: str) -> None:
    _, ballot_ref = held()
    ref = print_counting_minutes(ballot_ref, actor=FIRST, at=LATER)

    with pytest.raises(Refused, match=why):
        sign_minutes(ref, what, actor=SECRETARY, at=LATER)

    assert minutes_page(SECRETARY, ref).is_signed is False


def test_only_the_secretary_keeps_the_scan() -> None:
    _, ballot_ref = held()
    ref = print_counting_minutes(ballot_ref, actor=FIRST, at=LATER)

    with pytest.raises(Refused, match="thư ký"):
        sign_minutes(ref, scan(), actor=FIRST, at=LATER)
