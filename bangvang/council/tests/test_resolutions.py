"""Resolutions: the council sets the pass mark of an award where the law was not read."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from bangvang.council.actions.adopt_regulation import (
    MarkAdopted,
    RegulationAdopted,
    adopt_regulation,
)
from bangvang.council.actions.close_session import close_session
from bangvang.council.actions.enter_resolution import ResolutionEntered, enter_resolution
from bangvang.council.actions.open_ballot import open_ballot
from bangvang.council.actions.print_counting_minutes import print_counting_minutes
from bangvang.council.actions.print_session_minutes import print_session_minutes
from bangvang.council.actions.withdraw_resolution import withdraw_resolution
from bangvang.council.models import AgendaItem, Ballot, Council, Resolution
from bangvang.council.selectors.ballots import ballot_page, mark_of_item
from bangvang.council.selectors.marks import MarkFound, marks_page, pass_mark_of
from bangvang.council.selectors.papers import paper_file_for
from bangvang.council.selectors.resolutions import ResolutionState
from bangvang.council.tests.factories import (
    BEFORE,
    CHAIR,
    DAY,
    FIRST,
    LATER,
    MEMBER,
    OUTSIDER,
    SECRETARY,
    STARTS,
    called,
    closed,
    council,
    counting,
    frozen,
    opened,
)
from bangvang.council.tests.test_minutes import text_of
from bangvang.foundation.audit.models import Entry
from bangvang.foundation.files.selectors import read
from bangvang.foundation.objection import Refused, Unseen
from bangvang.law import Share

pytestmark = pytest.mark.django_db

PDF = b"%PDF-1.4\nnghi quyet\n%%EOF"
SINCE = date(2022, 4, 1)
NEW = ResolutionEntered(
    kind="RESOLUTION",
    number="05/NQ-HĐTĐKT",
    issued_on=date(2022, 3, 31),
    award_code="BK_TTG",
    share=Share(3, 4),
    clause="khoản 2 Mục I",
    since=SINCE,
    scan=PDF,
    scan_name="nghi-quyet-05.pdf",
)
CITE = (
    "khoản 2 Mục I Nghị quyết số 05/NQ-HĐTĐKT ngày 31/03/2022 của Hội đồng Thi đua - Khen thưởng "
    "tỉnh Lào Cai"
)
EVERYBODY = range(1, 23)


def enter(ref: str, new: ResolutionEntered = NEW) -> str:
    return enter_resolution(ref, new, actor=SECRETARY, at=BEFORE)


def withdraw(ref: str, reason: str = "Ghi nhầm hình thức.") -> None:
    withdraw_resolution(ref, reason=reason, actor=SECRETARY, at=BEFORE)


def mark(council_ref: str, on: date = DAY, award_code: str = "BK_TTG") -> MarkFound | None:
    return pass_mark_of(Council.objects.get(ref=council_ref).pk, award_code, on=on)


def test_a_resolution_lets_an_award_be_voted_on_and_every_paper_cites_it() -> None:
    council_ref = council(marks=())
    session_ref = called(council_ref, awards=("BK_TTG",))
    opened(session_ref, absent=(21, 22))
    with pytest.raises(Refused, match="Chưa có tỷ lệ phiếu phải đạt"):
        frozen(session_ref, "BK_TTG")

    enter(council_ref)
    ref = counting(award_code="BK_TTG", session_ref=session_ref)

    ballot = Ballot.objects.get(ref=ref)
    assert (ballot.pass_source, ballot.mark, ballot.pass_cite) == ("RESOLUTION", Share(3, 4), CITE)
    assert ballot.pass_resolution == Resolution.objects.get()
    assert ballot_page(CHAIR, ref).needed == 17
    result = closed(ref, (3, 0), (4, 0), (0, 0))
    assert [row.passed for row in result.rows.order_by("order")] == [True, False, True]


def test_the_minutes_cite_the_resolution() -> None:
    council_ref = council(marks=())
    enter(council_ref)
    session_ref = called(council_ref, awards=("BK_TTG",))
    opened(session_ref, absent=(21, 22))
    ref = counting(award_code="BK_TTG", session_ref=session_ref)
    closed(ref, (0, 0), (0, 0), (0, 0))
    close_session(session_ref, actor=SECRETARY, at=LATER)

    of_count = print_counting_minutes(ref, actor=SECRETARY, at=LATER)
    of_session = print_session_minutes(session_ref, actor=SECRETARY, at=LATER)

    assert f"(17/22), theo {CITE}." in text_of(of_count)
    assert f"(17/22), theo {CITE}." in text_of(of_session)


def test_the_point_of_the_agenda_says_the_mark_before_and_after_the_vote() -> None:
    council_ref = council(marks=())
    session_ref = called(council_ref, awards=("BK_TTG",))
    item_ref = AgendaItem.objects.get().ref

    assert mark_of_item(MEMBER, session_ref, item_ref) is None
    resolution = enter(council_ref)
    before = mark_of_item(MEMBER, session_ref, item_ref)
    opened(session_ref)
    open_ballot(frozen(session_ref, "BK_TTG"), EVERYBODY, actor=FIRST, at=STARTS)
    after = mark_of_item(MEMBER, session_ref, item_ref)

    assert before is not None
    assert after is not None
    assert (before.cite, before.resolution_id) == (CITE, Resolution.objects.get(ref=resolution).pk)
    assert (after.cite, after.source_name) == (CITE, "nghị quyết của Hội đồng")


def test_a_resolution_stands_above_the_regulation_from_its_day_on() -> None:
    ref = council()

    enter(ref)

    before, after = mark(ref, SINCE - timedelta(days=1)), mark(ref, SINCE)
    assert before is not None
    assert after is not None
    assert (before.source, before.share) == ("REGULATION", Share(80, 100))
    assert (after.source, after.share, after.caveat) == ("RESOLUTION", Share(3, 4), "")


def test_the_law_that_was_read_stands_above_a_resolution_and_refuses_it_with_its_clause() -> None:
    ref = council(marks=())
    with pytest.raises(Refused, match="khoản 8 Điều 45 Nghị định 91/2017/NĐ-CP"):
        enter(ref, replace(NEW, award_code="CSTDT"))
    assert not Resolution.objects.exists()

    later = replace(NEW, award_code="CSTDT", since=date(2025, 7, 1))
    enter(ref, later)
    Resolution.objects.update(since=SINCE)  # as if the law had been read only afterwards

    by_law, by_council = mark(ref, DAY, "CSTDT"), mark(ref, date(2025, 7, 1), "CSTDT")
    assert by_law is not None
    assert by_council is not None
    assert (by_law.source, by_law.share) == ("LAW", Share(90, 100))
    assert (by_council.source, by_council.share) == ("RESOLUTION", Share(3, 4))
    assert by_council.caveat == (
        "Văn bản quy định tỷ lệ áp dụng ngày 01/07/2025 (Nghị định 152/2025/NĐ-CP) chưa đối chiếu "
        "nguyên văn; áp dụng nghị quyết của Hội đồng."
    )


def test_a_later_resolution_ends_the_earlier_one_and_nothing_is_overwritten() -> None:
    ref = council()
    enter(ref)

    changed = date(2022, 5, 1)
    more_than_half = Share(1, 2, more_than=True)
    enter(
        ref, replace(NEW, number="06/KL-HĐ", kind="CONCLUSION", since=changed, share=more_than_half)
    )

    rows = marks_page(CHAIR, ref, on=DAY).resolutions
    assert [(row.title, row.since, row.until, row.state) for row in rows] == [
        ("Kết luận số 06/KL-HĐ", changed, None, ResolutionState.TO_COME),
        ("Nghị quyết số 05/NQ-HĐTĐKT", SINCE, changed, ResolutionState.IN_FORCE),
    ]
    assert marks_page(CHAIR, ref, on=changed).resolutions[1].state is ResolutionState.ENDED
    held = [mark(ref, day) for day in (DAY, changed)]
    assert [found and found.share for found in held] == [Share(3, 4), more_than_half]


def test_a_resolution_ends_with_its_regulation() -> None:
    ref = council()
    enter(ref)
    next_one = RegulationAdopted(
        number="88/QĐ-UBND",
        issued_on=date(2022, 4, 2),
        issued_by="Ủy ban nhân dân tỉnh Lào Cai",
        since=date(2022, 5, 1),
        quorum=Share(2, 3),
        quorum_clause="khoản 2 Điều 7",
    )

    adopt_regulation(ref, next_one, actor=SECRETARY, at=BEFORE)

    assert mark(ref, date(2022, 4, 30)) is not None
    assert mark(ref, date(2022, 5, 1)) is None
    assert marks_page(CHAIR, ref, on=DAY).resolutions[0].until == date(2022, 5, 1)


def test_a_regulation_that_has_ended_takes_no_resolution() -> None:
    ref = council()
    rules = RegulationAdopted(
        number="88/QĐ-UBND",
        issued_on=date(2022, 4, 2),
        issued_by="Ủy ban nhân dân tỉnh Lào Cai",
        since=BEFORE.date(),
        quorum=Share(2, 3),
        quorum_clause="khoản 2 Điều 7",
    )
    adopt_regulation(ref, rules, actor=SECRETARY, at=BEFORE)

    with pytest.raises(Refused, match="quy chế đã hết hiệu lực"):
        enter(ref)


@pytest.mark.parametrize(
    ("new", "why"),
    [
        (replace(NEW, number=" "), "Cần ghi số"),
        (replace(NEW, issued_on=BEFORE.date() + timedelta(days=1)), "Ngày ban hành ở sau"),
        (replace(NEW, share=Share(3, 2)), "phân số"),
        (replace(NEW, share=Share(0, 100)), "phân số"),
        (replace(NEW, share=Share(1, 0)), "phân số"),
        (replace(NEW, share=Share(100, 100, more_than=True)), "trên toàn bộ thành viên"),
        (replace(NEW, clause=" "), "điều, khoản, điểm hoặc mục"),
        (replace(NEW, scan=b""), "bản quét PDF"),
        (replace(NEW, scan=b"\x89PNG\r\n\x1a\n...IEND", scan_name="a.png"), "không phải PDF"),
        (replace(NEW, since=date(2019, 5, 2)), "đứng trước ngày quy chế"),
        (replace(NEW, award_code="KHONG_CO"), "Danh mục không có"),
        (replace(NEW, award_code="HTXSNV"), "Danh mục không có"),
    ],
)
def test_a_resolution_that_cannot_be_is_refused(new: ResolutionEntered, why: str) -> None:
    ref = council()

    with pytest.raises(Refused, match=why):
        enter(ref, new)

    assert not Resolution.objects.exists()
    assert not Entry.objects.filter(verb="enter_resolution").exists()


def test_an_award_has_one_resolution_a_day_and_the_next_one_is_later() -> None:
    ref = council()
    enter(ref)

    with pytest.raises(Refused, match="từ chính ngày đó"):
        enter(ref, replace(NEW, number="06/NQ-HĐ"))
    with pytest.raises(Refused, match="phải muộn hơn"):
        enter(ref, replace(NEW, number="06/NQ-HĐ", since=SINCE - timedelta(days=1)))
    enter(ref, replace(NEW, award_code="HCLD3"))

    assert Resolution.objects.count() == 2
    twice = Resolution.objects.first()
    assert twice is not None
    twice.pk, twice.ref = None, "again"
    with pytest.raises(IntegrityError), transaction.atomic():
        twice.save()


def test_a_wrong_entry_is_withdrawn_and_the_days_go_back_to_the_one_before() -> None:
    council_ref = council()
    enter(council_ref)
    wrong = enter(council_ref, replace(NEW, since=DAY, share=Share(90, 100)))

    withdraw(wrong)

    found = mark(council_ref)
    assert found is not None
    assert found.share == Share(3, 4)
    row, first = marks_page(CHAIR, council_ref, on=DAY).resolutions
    assert (row.state, row.withdrawn_reason, row.withdrawn_by) == (
        ResolutionState.WITHDRAWN,
        "Ghi nhầm hình thức.",
        "Vàng Thị Thư Ký",
    )
    assert (first.until, first.can_be_withdrawn, row.can_be_withdrawn) == (None, True, False)
    enter(council_ref, replace(NEW, since=DAY))
    with pytest.raises(Unseen):
        withdraw(wrong)


def test_it_is_withdrawn_with_a_reason_by_the_secretary_and_before_a_ballot_is_opened() -> None:
    council_ref = council()
    ref = enter(council_ref)
    session_ref = called(council_ref, awards=("BK_TTG",))
    opened(session_ref)
    ballot_ref = frozen(session_ref, "BK_TTG")
    with pytest.raises(Refused, match="Cần ghi lý do"):
        withdraw(ref, "  ")
    with pytest.raises(Refused, match="thư ký"):
        withdraw_resolution(ref, reason="Nhầm.", actor=CHAIR, at=BEFORE)
    with pytest.raises(Unseen):
        withdraw_resolution(ref, reason="Nhầm.", actor=OUTSIDER, at=BEFORE)

    open_ballot(ballot_ref, EVERYBODY, actor=FIRST, at=STARTS)

    with pytest.raises(Refused, match="Đã có cuộc bỏ phiếu"):
        withdraw(ref)
    assert marks_page(CHAIR, council_ref, on=DAY).resolutions[0].has_ballot


def test_a_list_frozen_under_it_does_not_open_after_it_is_withdrawn() -> None:
    council_ref = council(marks=())
    ref = enter(council_ref)
    session_ref = called(council_ref, awards=("BK_TTG",))
    opened(session_ref)
    ballot_ref = frozen(session_ref, "BK_TTG")

    withdraw(ref)

    with pytest.raises(Refused, match="Chưa có tỷ lệ phiếu phải đạt"):
        open_ballot(ballot_ref, EVERYBODY, actor=FIRST, at=STARTS)


def test_both_acts_are_in_the_audit_record() -> None:
    council_ref = council()
    ref = enter(council_ref)
    withdraw(ref)

    entered, withdrawn = Entry.objects.filter(verb__endswith="_resolution").order_by("seq")

    assert entered.said == (
        "Ghi Nghị quyết số 05/NQ-HĐTĐKT ngày 31/03/2022: Bằng khen của Thủ tướng Chính phủ cần ít "
        "nhất 3/4 tổng số thành viên đồng ý (khoản 2 Mục I), áp dụng từ ngày 01/04/2022."
    )
    assert withdrawn.said.endswith("Ghi nhầm hình thức.")
    assert entered.details["resolution"] == withdrawn.details["resolution"] == ref


def test_only_the_secretary_enters_and_outsiders_see_nothing() -> None:
    ref = council()
    with pytest.raises(Refused, match="thư ký"):
        enter_resolution(ref, NEW, actor=CHAIR, at=BEFORE)
    enter(ref)

    scan = Resolution.objects.get().scan.ref

    assert read(paper_file_for(MEMBER, scan).ref) == PDF
    with pytest.raises(Unseen):
        paper_file_for(OUTSIDER, scan)
    with pytest.raises(Unseen):
        marks_page(OUTSIDER, ref, on=DAY)
    with pytest.raises(Unseen):
        enter_resolution(ref, NEW, actor=OUTSIDER, at=BEFORE)


def test_the_page_tells_marks_by_who_set_them_and_names_what_has_none() -> None:
    ref = council(marks=(MarkAdopted("HCLD3", Share(80, 100), "khoản 3 Điều 8"),))
    enter(ref)

    page = marks_page(CHAIR, ref, on=DAY)
    unread = marks_page(CHAIR, ref, on=date(2026, 9, 14))
    without = marks_page(CHAIR, ref, on=date(2019, 1, 1))

    sources = {award.award_code: str(award.mark.source) for award in page.found if award.mark}
    assert sources == {
        "AHLD": "LAW",
        "AHLLVT": "LAW",
        "CSTDTQ": "LAW",
        "CSTDT": "LAW",
        "HCLD3": "REGULATION",
        "BK_TTG": "RESOLUTION",
    }
    assert len(page.found) + len(page.missing) == len(page.awards)
    assert {a.award_code: a.unread for a in unread.missing}["CSTDT"] == "Nghị định 152/2025/NĐ-CP"
    assert without.regulation is None
    assert "BK_TTG" in [award.award_code for award in without.missing]
    assert [text for text, _ in unread.missing_by_text] == ["Nghị định 152/2025/NĐ-CP"]
    assert [text for text, _ in without.missing_by_text] == [""]
