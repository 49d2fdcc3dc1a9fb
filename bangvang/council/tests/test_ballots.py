"""From the frozen list to the opened box: the pass mark, the papers, who takes one."""

import pytest

from bangvang.council.actions.add_business import add_business
from bangvang.council.actions.call_session import call_session
from bangvang.council.actions.correct_papers import correct_papers
from bangvang.council.actions.freeze_list import freeze_list
from bangvang.council.actions.open_ballot import open_ballot
from bangvang.council.actions.print_ballot_papers import print_ballot_papers
from bangvang.council.actions.start_counting import start_counting
from bangvang.council.actions.unfreeze_list import unfreeze_list
from bangvang.council.models import AgendaItem, Ballot, BallotRow, PaperTaken, Regulation
from bangvang.council.selectors.ballots import ballot_page
from bangvang.council.selectors.papers import paper_file_for
from bangvang.council.tests.factories import (
    BEFORE,
    CHAIR,
    FIRST,
    MEMBER,
    OUTSIDER,
    SECRETARY,
    STARTS,
    called,
    council,
    counting,
    frozen,
    opened,
    planned,
    roll_of,
)
from bangvang.foundation.documents.selectors import documents_about
from bangvang.foundation.files.selectors import read
from bangvang.foundation.objection import Refused, Unseen

pytestmark = pytest.mark.django_db

EVERYBODY = range(1, 21)


def at_work(award_code: str = "CSTDT", *, marks: bool = True) -> tuple[str, str]:
    """Return an open session with one ballot item, and its item."""
    session_ref = called(council() if marks else council(marks=()), awards=(award_code,))
    opened(session_ref, absent=[21, 22])
    return session_ref, AgendaItem.objects.get().ref


def test_a_frozen_list_has_a_code_and_its_own_rows() -> None:
    session_ref, item_ref = at_work()

    ref = freeze_list(session_ref, item_ref, actor=SECRETARY, at=STARTS)

    page = ballot_page(MEMBER, ref)
    assert len(page.manifest_code) == 14
    assert [row.order for row in page.rows] == [1, 2, 3]
    assert (page.needed, page.total_members) == (20, 22)
    with pytest.raises(Refused, match="đã chốt"):
        freeze_list(session_ref, item_ref, actor=SECRETARY, at=STARTS)


def test_an_award_without_any_pass_mark_cannot_be_voted_on() -> None:
    session_ref, item_ref = at_work("BK_TTG", marks=False)

    with pytest.raises(Refused, match="Chưa có tỷ lệ phiếu phải đạt"):
        freeze_list(session_ref, item_ref, actor=SECRETARY, at=STARTS)

    assert not Ballot.objects.exists()


def test_a_pass_mark_that_is_gone_at_opening_stops_the_ballot() -> None:
    session_ref, _ = at_work("BK_TTG")
    ref = frozen(session_ref, "BK_TTG")
    Regulation.objects.get().pass_marks.all().delete()

    with pytest.raises(Refused, match="Chưa có tỷ lệ phiếu phải đạt"):
        open_ballot(ref, EVERYBODY, actor=FIRST, at=STARTS)


def test_the_regulation_is_cited_where_the_law_says_nothing() -> None:
    session_ref, _ = at_work("BK_TTG")
    ref = frozen(session_ref, "BK_TTG")
    open_ballot(ref, EVERYBODY, actor=FIRST, at=STARTS)

    ballot = Ballot.objects.get()

    assert (ballot.pass_source, ballot.pass_num, ballot.pass_den) == ("REGULATION", 80, 100)
    assert ballot.pass_cite == (
        "khoản 3 Điều 8 Quy chế hoạt động của Hội đồng ban hành kèm theo Quyết định số "
        "1207/QĐ-UBND ngày 03/05/2019 của Ủy ban nhân dân tỉnh Lào Cai"
    )
    assert ballot_page(CHAIR, ref).needed == 18


def test_the_law_stands_over_the_regulation() -> None:
    ref = counting()

    assert Ballot.objects.get(ref=ref).pass_source == "LAW"


def test_only_points_with_rows_are_frozen_and_only_after_the_call() -> None:
    council_ref = council()
    ref = planned(council_ref)
    item = add_business(ref, "Báo cáo", actor=SECRETARY, at=BEFORE)
    with pytest.raises(Refused, match="phải được triệu tập"):
        freeze_list(ref, item, actor=SECRETARY, at=BEFORE)
    call_session(ref, actor=SECRETARY, at=BEFORE)
    with pytest.raises(Refused, match="không bỏ phiếu"):
        freeze_list(ref, item, actor=SECRETARY, at=BEFORE)
    with pytest.raises(Refused, match="thư ký"):
        freeze_list(ref, item, actor=CHAIR, at=BEFORE)

    AgendaItem.objects.update(kind="BALLOT", award_code="CSTDT", achievement_year=2021)
    with pytest.raises(Refused, match="không có dòng nào"):
        freeze_list(ref, item, actor=SECRETARY, at=BEFORE)


def test_there_are_as_many_papers_as_members_present_and_they_are_for_the_board() -> None:
    session_ref, _ = at_work()
    ref = frozen(session_ref)

    print_ballot_papers(ref, actor=FIRST, at=STARTS)

    document = documents_about("ballot", ref)[0]
    assert document.pdf is not None
    assert document.docx is None
    assert read(document.pdf.ref).startswith(b"%PDF")
    assert ballot_page(MEMBER, ref).papers == ()
    assert paper_file_for(SECRETARY, document.pdf.ref).ref == document.pdf.ref
    for reader in (MEMBER, OUTSIDER):
        with pytest.raises(Unseen):
            paper_file_for(reader, document.pdf.ref)
    with pytest.raises(Refused, match="Ban kiểm phiếu"):
        print_ballot_papers(ref, actor=CHAIR, at=STARTS)


def test_members_may_open_the_agenda() -> None:
    ref = called(council())
    agenda = documents_about("session", ref)[0]

    assert agenda.docx is not None
    assert paper_file_for(MEMBER, agenda.docx.ref).name.endswith(".docx")
    with pytest.raises(Unseen):
        paper_file_for(MEMBER, "nothing")


def test_a_list_is_opened_again_before_any_paper_is_out() -> None:
    session_ref, _ = at_work()
    ref = frozen(session_ref)
    with pytest.raises(Refused, match="lý do"):
        unfreeze_list(ref, reason="", actor=SECRETARY, at=STARTS)

    unfreeze_list(ref, reason="Sai chức vụ.", actor=SECRETARY, at=STARTS)

    assert not BallotRow.objects.exists()
    other = frozen(session_ref)
    open_ballot(other, EVERYBODY, actor=FIRST, at=STARTS)
    with pytest.raises(Refused, match="bắt đầu phát phiếu"):
        unfreeze_list(other, reason="x", actor=SECRETARY, at=STARTS)


def test_only_who_is_there_takes_a_paper() -> None:
    session_ref, _ = at_work()
    ref = frozen(session_ref)

    with pytest.raises(Refused, match="đang có mặt"):
        open_ballot(ref, [1, 21], actor=FIRST, at=STARTS)
    with pytest.raises(Refused, match="nào nhận phiếu"):
        open_ballot(ref, [], actor=FIRST, at=STARTS)
    open_ballot(ref, EVERYBODY, actor=FIRST, at=STARTS)
    with pytest.raises(Refused, match="Đang bỏ phiếu"):
        open_ballot(ref, EVERYBODY, actor=SECRETARY, at=STARTS)

    assert (Ballot.objects.get().issued, PaperTaken.objects.count()) == (20, 20)


def test_who_took_a_paper_is_put_right_until_the_box_opens() -> None:
    session_ref, _ = at_work()
    ref = frozen(session_ref)
    open_ballot(ref, EVERYBODY, actor=FIRST, at=STARTS)

    correct_papers(ref, range(1, 20), actor=FIRST, at=STARTS)
    assert (Ballot.objects.get().issued, PaperTaken.objects.count()) == (19, 19)
    start_counting(ref, actor=FIRST, at=STARTS)

    with pytest.raises(Refused, match="Đang kiểm phiếu"):
        correct_papers(ref, EVERYBODY, actor=FIRST, at=STARTS)
    with pytest.raises(Refused, match="Đang kiểm phiếu"):
        print_ballot_papers(ref, actor=FIRST, at=STARTS)
    with pytest.raises(Refused, match="Ban kiểm phiếu"):
        start_counting(ref, actor=MEMBER, at=STARTS)


def test_a_session_that_lost_its_quorum_opens_no_ballot() -> None:
    session_ref, _ = at_work()
    ref = frozen(session_ref)
    roll_of(session_ref, absent=range(10, 23))

    with pytest.raises(Refused, match="Mới có 9/22"):
        open_ballot(ref, range(1, 10), actor=FIRST, at=STARTS)


def test_a_ballot_opens_in_an_open_session_only() -> None:
    session_ref = called(council())
    roll_of(session_ref)
    ref = frozen(session_ref)

    with pytest.raises(Refused, match="chưa khai mạc"):
        open_ballot(ref, EVERYBODY, actor=FIRST, at=STARTS)


def test_a_ballot_is_not_there_for_others() -> None:
    ref = counting()

    with pytest.raises(Unseen):
        ballot_page(OUTSIDER, ref)


def test_only_an_opened_ballot_has_a_mark_of_its_own() -> None:
    session_ref, _ = at_work()
    frozen(session_ref)

    with pytest.raises(ValueError, match="pass mark"):
        _ = Ballot.objects.get().mark
