"""Seats and regulations: who sits from one day to another, by which rules."""

from dataclasses import replace
from datetime import date

import pytest

from bangvang.council.actions.adopt_regulation import (
    MarkAdopted,
    RegulationAdopted,
    adopt_regulation,
)
from bangvang.council.actions.appoint_seat import Appointment, appoint_seat
from bangvang.council.actions.end_seat import end_seat
from bangvang.council.actions.found_council import found_council
from bangvang.council.models import Council
from bangvang.council.selectors.councils import (
    council_page,
    councils_for,
    superior_of,
)
from bangvang.council.selectors.marks import pass_mark_of
from bangvang.council.tests.factories import (
    BEFORE,
    CHAIR,
    DAY,
    OUTSIDER,
    SECRETARY,
    council,
    province,
)
from bangvang.foundation.objection import Refused, Unseen
from bangvang.law import Share
from bangvang.registry.tests.factories import organisation

pytestmark = pytest.mark.django_db

CHANGED = date(2022, 3, 1)
NEW = Appointment(
    number=5,
    role="MEMBER",
    holder_name="Vàng Thị Kế Nhiệm",
    post_title="Giám đốc Sở Y tế",
    since=CHANGED,
    decision_no="402/QĐ-UBND",
    decided_on=date(2022, 2, 25),
)
RULES = RegulationAdopted(
    number="88/QĐ-UBND",
    issued_on=date(2022, 2, 1),
    issued_by="Ủy ban nhân dân tỉnh Lào Cai",
    since=CHANGED,
    quorum=Share(80, 100),
    quorum_clause="khoản 2 Điều 7",
)


def test_a_seat_passes_from_one_to_the_next_on_a_day() -> None:
    ref = council()

    appoint_seat(ref, NEW, actor=SECRETARY, at=BEFORE)

    before = council_page(CHAIR, ref, on=date(2022, 2, 28))
    after = council_page(CHAIR, ref, on=CHANGED)
    assert (before.seats[4].holder_name, before.total) == ("Lù Văn Ghế 5", 22)
    assert (after.seats[4].holder_name, after.total) == ("Vàng Thị Kế Nhiệm", 22)
    assert [seat.holder_name for seat in after.former] == ["Lù Văn Ghế 5"]


def test_a_vacancy_counts_in_the_total_until_a_decision_takes_the_seat_away() -> None:
    ref = council()
    appoint_seat(ref, replace(NEW, holder_name=""), actor=SECRETARY, at=BEFORE)

    vacant = council_page(CHAIR, ref, on=CHANGED)
    end_seat(ref, 5, until=DAY, decision_no="500/QĐ-UBND", actor=SECRETARY, at=BEFORE)

    assert (vacant.total, vacant.vacancies) == (22, 1)
    assert council_page(CHAIR, ref, on=DAY).total == 21
    with pytest.raises(Refused, match="không có ghế này"):
        end_seat(ref, 5, until=DAY, decision_no="500/QĐ-UBND", actor=SECRETARY, at=BEFORE)
    with pytest.raises(Refused, match="số và ngày quyết định"):
        end_seat(ref, 6, until=DAY, decision_no=" ", actor=SECRETARY, at=BEFORE)
    with pytest.raises(Refused, match="thư ký"):
        end_seat(ref, 6, until=DAY, decision_no="1", actor=CHAIR, at=BEFORE)


@pytest.mark.parametrize(
    ("new", "why"),
    [
        (replace(NEW, decision_no=" "), "số và ngày quyết định"),
        (replace(NEW, decided_on=date(2022, 5, 1)), "ở sau ngày ghi"),
        (replace(NEW, since=date(2019, 5, 3)), "đã có người từ ngày đó"),
        (replace(NEW, role="CHAIR"), "đã có Chủ tịch"),
    ],
)
def test_an_appointment_that_cannot_be_is_refused(new: Appointment, why: str) -> None:
    ref = council()

    with pytest.raises(Refused, match=why):
        appoint_seat(ref, new, actor=SECRETARY, at=BEFORE)

    assert council_page(CHAIR, ref, on=DAY).seats[4].holder_name == "Lù Văn Ghế 5"


def test_the_second_of_two_who_appoint_at_once_is_refused() -> None:
    ref = council()
    appoint_seat(ref, NEW, actor=SECRETARY, at=BEFORE)

    with pytest.raises(Refused, match="đã có người từ ngày đó"):
        appoint_seat(ref, NEW, actor=SECRETARY, at=BEFORE)


def test_only_the_secretary_keeps_the_books() -> None:
    ref = council()

    with pytest.raises(Refused, match="thư ký"):
        appoint_seat(ref, NEW, actor=CHAIR, at=BEFORE)
    with pytest.raises(Refused, match="thư ký"):
        adopt_regulation(ref, RULES, actor=CHAIR, at=BEFORE)
    with pytest.raises(Refused, match="thư ký"):
        found_council("Hội đồng", province().ref, actor=CHAIR, at=BEFORE)


def test_a_new_regulation_ends_the_last_one() -> None:
    ref = council()

    adopt_regulation(ref, RULES, actor=SECRETARY, at=BEFORE)

    page = council_page(CHAIR, ref, on=CHANGED)
    assert page.regulation is not None
    assert (page.regulation.number, page.regulation.quorum) == ("88/QĐ-UBND", Share(80, 100))
    assert [r.number for r in page.earlier_regulations] == ["1207/QĐ-UBND"]
    before = council_page(CHAIR, ref, on=date(2022, 2, 28)).regulation
    assert before is not None
    assert before.number == "1207/QĐ-UBND"


@pytest.mark.parametrize(
    ("rules", "why"),
    [
        (replace(RULES, issued_on=date(2022, 5, 1)), "ở sau ngày ghi"),
        (replace(RULES, quorum=Share(3, 2)), "phân số"),
        (replace(RULES, marks=(MarkAdopted("BK_TTG", Share(80, 100), " "),)), "điều, khoản"),
        (replace(RULES, since=date(2019, 5, 3)), "Đã có quy chế"),
    ],
)
def test_a_regulation_that_cannot_be_is_refused(rules: RegulationAdopted, why: str) -> None:
    ref = council()

    with pytest.raises(Refused, match=why):
        adopt_regulation(ref, rules, actor=SECRETARY, at=BEFORE)


def test_the_law_decides_where_it_was_read_and_the_regulation_where_it_was_not() -> None:
    ref = council(marks=(MarkAdopted("CSTDT", Share(95, 100), "khoản 1 Điều 9"),))
    council_id = Council.objects.get(ref=ref).pk

    read = pass_mark_of(council_id, "CSTDT", on=DAY)
    unread = pass_mark_of(council_id, "CSTDT", on=date(2026, 9, 14))

    assert read is not None
    assert (read.share, read.source, read.caveat) == (Share(90, 100), "LAW", "")
    assert unread is not None
    assert (unread.share, unread.source) == (Share(95, 100), "REGULATION")
    assert unread.caveat == (
        "Văn bản quy định tỷ lệ áp dụng ngày 14/09/2026 (Nghị định 152/2025/NĐ-CP) chưa đối chiếu "
        "nguyên văn; áp dụng quy chế của Hội đồng."
    )
    assert pass_mark_of(council_id, "BK_TTG", on=DAY) is None
    assert pass_mark_of(council_id, "BK_TTG", on=date(2018, 1, 1)) is None


def test_a_mark_that_the_law_leaves_to_the_council_has_no_caveat() -> None:
    ref = council()

    own = pass_mark_of(Council.objects.get(ref=ref).pk, "BK_TTG", on=DAY)

    assert own is not None
    assert (own.source, own.caveat) == ("REGULATION", "")


def test_papers_name_the_committee_above_a_council_that_is_registered_itself() -> None:
    name = "Hội đồng Thi đua - Khen thưởng tỉnh Lào Cai"
    own = organisation(name, kind="ASSOCIATION", parent=province())
    ref = found_council(name, own.ref, actor=SECRETARY, at=BEFORE)

    assert superior_of(Council.objects.get(ref=ref)) == "Ủy ban nhân dân tỉnh Lào Cai"


def test_others_see_no_council() -> None:
    ref = council()

    assert councils_for(OUTSIDER) == []
    assert [c.ref for c in councils_for(CHAIR)] == [ref]
    with pytest.raises(Unseen):
        council_page(OUTSIDER, ref, on=DAY)
