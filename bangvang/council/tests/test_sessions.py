"""A session from its number in the year to its last word."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from bangvang.council.actions.add_business import add_business
from bangvang.council.actions.add_conclusion import add_conclusion
from bangvang.council.actions.call_session import call_session
from bangvang.council.actions.change_session import change_session
from bangvang.council.actions.close_session import close_session
from bangvang.council.actions.create_session import create_session
from bangvang.council.actions.freeze_list import freeze_list
from bangvang.council.actions.move_item_up import move_item_up
from bangvang.council.actions.note_item import note_item
from bangvang.council.actions.open_session import open_session
from bangvang.council.actions.put_on_agenda import put_on_agenda
from bangvang.council.actions.remove_item import remove_item
from bangvang.council.actions.revise_session import revise_session
from bangvang.council.actions.session_plan import SessionPlan
from bangvang.council.actions.take_attendance import RollEntry, take_attendance
from bangvang.council.actions.take_row_off import take_row_off
from bangvang.council.models import AgendaItem, Attendance, Presence, Session
from bangvang.council.selectors.agenda import ready_lists
from bangvang.council.selectors.sessions import (
    next_number_of,
    session_page,
    session_record,
    sessions_for,
)
from bangvang.council.states import SessionState
from bangvang.council.tests.factories import (
    BEFORE,
    CHAIR,
    DAY,
    HEAD,
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
    planned,
    ready,
    roll_of,
)
from bangvang.foundation.audit.selectors import entries_about
from bangvang.foundation.documents.selectors import documents_about
from bangvang.foundation.objection import Refused, Unseen
from bangvang.law import Share
from bangvang.nominations.models import Nomination
from bangvang.nominations.states import State
from bangvang.workplan.actions.assign_task import TaskToDo

pytestmark = pytest.mark.django_db


def states() -> set[str]:
    return set(Nomination.objects.values_list("state", flat=True))


def session(ref: str) -> Session:
    return Session.objects.get(ref=ref)


def test_a_session_has_its_number_place_time_and_chair() -> None:
    ref = planned(council())

    page = session_page(SECRETARY, ref)

    assert page.row.title == "Phiên họp thứ nhất năm 2022"
    assert (page.chair.number, page.secretary_name) == (1, SECRETARY.name)
    assert (page.members_total, page.quorum_needed, page.on) == (22, 15, DAY)
    assert entries_about(("session", ref))[-1].said == (
        "Lập phiên họp thứ nhất năm 2022, 14 giờ 00 ngày 19/04/2022, tại Trụ sở UBND tỉnh."
    )


def test_numbers_run_through_the_year_and_are_given_once() -> None:
    ref = council()
    planned(ref)

    assert next_number_of(ref, 2022) == 2
    assert next_number_of(ref, 2023) == 1
    with pytest.raises(Refused, match="mang số này"):
        planned(ref)
    first = Session.objects.get()
    first.pk, first.ref = None, "another"
    with pytest.raises(IntegrityError), transaction.atomic():
        first.save()


def test_a_late_number_is_said_in_digits() -> None:
    ref = planned(council(), number=13)

    assert session(ref).title == "phiên họp thứ 13 năm 2022"


@pytest.mark.parametrize(
    ("plan", "why"),
    [
        (SessionPlan(0, "Trụ sở", STARTS), "phải từ 1"),
        (SessionPlan(1, "  ", STARTS), "địa điểm"),
        (SessionPlan(1, "Trụ sở", STARTS, chair_seat=3), "Chủ tịch hoặc Phó"),
        (SessionPlan(1, "Trụ sở", STARTS, chair_seat=99), "Chủ tịch hoặc Phó"),
    ],
)
def test_a_plan_that_cannot_be_is_refused(plan: SessionPlan, why: str) -> None:
    ref = council()

    with pytest.raises(Refused, match=why):
        create_session(ref, plan, actor=SECRETARY, at=BEFORE)

    assert not Session.objects.exists()


def test_only_the_secretary_prepares() -> None:
    ref = council()

    with pytest.raises(Refused, match="thư ký"):
        create_session(ref, SessionPlan(1, "Trụ sở", STARTS), actor=HEAD, at=BEFORE)


def test_a_vice_chair_may_chair() -> None:
    ref = planned(council(), chair=2)

    assert session(ref).chair_seat.number == 2


def test_a_change_over_another_change_is_refused() -> None:
    ref = planned(council())
    plan = SessionPlan(1, "Hội trường lớn", STARTS)
    change_session(ref, plan, version=1, actor=SECRETARY, at=BEFORE)

    with pytest.raises(Refused) as refusal:
        change_session(
            ref, SessionPlan(1, "Phòng nhỏ", STARTS), version=1, actor=SECRETARY, at=BEFORE
        )

    assert refusal.value.objection.code == "STALE"
    assert session(ref).place == "Hội trường lớn"


def test_ready_rows_wait_by_award_and_go_on_the_agenda() -> None:
    ref = planned(council())
    ready(2)
    ready(1)
    ready(3, award_code="BK_TTG")
    ready(4, state=State.APPRAISED)

    waiting = ready_lists(SECRETARY, on=DAY)
    put_on_agenda(ref, "CSTDT", 2021, actor=SECRETARY, at=BEFORE)

    assert [(x.award_code, x.rows, len(x.units)) for x in waiting] == [
        ("BK_TTG", 3, 1),
        ("CSTDT", 3, 2),
    ]
    assert ready_lists(CHAIR, on=DAY) == []
    assert [x.award_code for x in ready_lists(SECRETARY, on=DAY)] == ["BK_TTG"]
    item = session_page(SECRETARY, ref).items[0]
    assert (item.title, len(item.rows)) == (
        "Xét, bỏ phiếu đề nghị tặng Chiến sĩ thi đua cấp tỉnh năm 2021",
        3,
    )
    assert {row.state for row in item.rows} == {"ON_AGENDA"}


def test_rows_that_come_later_join_the_same_item() -> None:
    ref = planned(council())
    ready(1)
    first = put_on_agenda(ref, "CSTDT", 2021, actor=SECRETARY, at=BEFORE)
    ready(2)

    second = put_on_agenda(ref, "CSTDT", 2021, actor=SECRETARY, at=BEFORE)

    assert first == second
    assert len(session_page(SECRETARY, ref).items[0].rows) == 3


def test_a_second_secretary_finds_nothing_left_to_put() -> None:
    ref = council()
    one, other = planned(ref), planned(ref, number=2)
    ready(2)
    put_on_agenda(one, "CSTDT", 2021, actor=SECRETARY, at=BEFORE)

    with pytest.raises(Refused, match="Không có hồ sơ nào"):
        put_on_agenda(other, "CSTDT", 2021, actor=SECRETARY, at=BEFORE)


def test_a_row_taken_off_waits_for_another_session() -> None:
    ref = planned(council())
    rows = ready(2)
    put_on_agenda(ref, "CSTDT", 2021, actor=SECRETARY, at=BEFORE)

    with pytest.raises(Refused, match="lý do"):
        take_row_off(ref, rows[0].ref, reason=" ", actor=SECRETARY, at=BEFORE)
    take_row_off(ref, rows[0].ref, reason="Chờ xác minh.", actor=SECRETARY, at=BEFORE)

    rows[0].refresh_from_db()
    assert (rows[0].state, rows[0].reason) == ("READY", "Chờ xác minh.")
    with pytest.raises(Unseen):
        take_row_off(ref, rows[0].ref, reason="x", actor=SECRETARY, at=BEFORE)


def test_a_point_taken_off_lets_its_rows_go() -> None:
    ref = called(council())
    item = AgendaItem.objects.get()

    remove_item(ref, item.ref, reason="Chuyển phiên sau.", actor=SECRETARY, at=STARTS)

    assert states() == {"READY"}
    assert not AgendaItem.objects.exists()
    with pytest.raises(Unseen):
        remove_item(ref, item.ref, reason="x", actor=SECRETARY, at=STARTS)


def test_a_frozen_list_keeps_its_rows() -> None:
    ref = called(council())
    item = AgendaItem.objects.get()
    frozen(ref)

    with pytest.raises(Refused, match="đã chốt"):
        remove_item(ref, item.ref, reason="x", actor=SECRETARY, at=STARTS)
    with pytest.raises(Refused, match="bỏ chốt"):
        revise_session(ref, reason="x", actor=SECRETARY, at=STARTS)


def test_business_is_added_and_moved_up() -> None:
    ref = planned(council())
    add_business(ref, "Báo cáo quý I", actor=SECRETARY, at=BEFORE)
    second = add_business(ref, "Thông qua dự thảo", actor=SECRETARY, at=BEFORE)

    move_item_up(ref, second, actor=SECRETARY, at=BEFORE)
    move_item_up(ref, second, actor=SECRETARY, at=BEFORE)

    assert [i.title for i in session_page(SECRETARY, ref).items] == [
        "Thông qua dự thảo",
        "Báo cáo quý I",
    ]
    with pytest.raises(Refused, match="nội dung"):
        add_business(ref, "", actor=SECRETARY, at=BEFORE)


def test_calling_prints_the_agenda_and_members_see_the_session() -> None:
    council_ref = council()
    ref = planned(council_ref)
    assert sessions_for(MEMBER) == []
    ready(2)
    put_on_agenda(ref, "CSTDT", 2021, actor=SECRETARY, at=BEFORE)

    call_session(ref, actor=SECRETARY, at=BEFORE)

    assert [s.ref for s in sessions_for(MEMBER)] == [ref]
    assert sessions_for(OUTSIDER) == []
    assert [d.kind for d in documents_about("session", ref)] == ["AGENDA"]
    with pytest.raises(Refused, match="Đã triệu tập"):
        call_session(ref, actor=SECRETARY, at=BEFORE)
    with pytest.raises(Refused, match="bước chuẩn bị"):
        add_business(ref, "Muộn", actor=SECRETARY, at=BEFORE)


def test_a_call_needs_an_agenda_and_a_day_to_come() -> None:
    ref = planned(council())

    with pytest.raises(Refused, match="chưa có nội dung"):
        call_session(ref, actor=SECRETARY, at=BEFORE)
    add_business(ref, "Báo cáo", actor=SECRETARY, at=BEFORE)
    with pytest.raises(Refused, match="đã qua"):
        call_session(ref, actor=SECRETARY, at=LATER + timedelta(days=1))


def test_a_call_is_taken_back_with_a_reason() -> None:
    ref = called(council())

    with pytest.raises(Refused, match="lý do"):
        revise_session(ref, reason="", actor=SECRETARY, at=BEFORE)
    revise_session(ref, reason="Đổi giờ họp.", actor=SECRETARY, at=BEFORE)

    assert session(ref).state == SessionState.PREPARING


def test_a_session_opens_with_a_quorum_of_all_members() -> None:
    ref = called(council(22, vacant=[20, 21, 22]))
    roll_of(ref, absent=[2, 3, 4, 5, 6])

    with pytest.raises(Refused, match="Mới có 14/22 thành viên, cần có mặt ít nhất 15"):
        open_session(ref, actor=SECRETARY, at=STARTS)
    roll_of(ref, absent=[2, 3, 4, 5])
    open_session(ref, actor=SECRETARY, at=STARTS)

    page = session_page(MEMBER, ref)
    assert (page.present, page.has_quorum, page.opened_at) == (15, True, STARTS)


def test_more_than_half_is_not_reached_by_half() -> None:
    ref = called(council(22, quorum=Share(1, 2, more_than=True)))
    roll_of(ref, absent=range(12, 23))

    with pytest.raises(Refused, match="cần có mặt ít nhất 12"):
        open_session(ref, actor=SECRETARY, at=STARTS)


def test_a_session_does_not_open_before_its_day() -> None:
    ref = called(council())
    roll_of(ref, at=BEFORE)

    with pytest.raises(Refused, match="Chưa đến ngày họp"):
        open_session(ref, actor=SECRETARY, at=BEFORE)


def test_the_roll_is_whole_and_says_why() -> None:
    ref = called(council(3))
    version = session(ref).version

    def call(*entries: RollEntry) -> None:
        take_attendance(ref, entries, version=version, actor=SECRETARY, at=STARTS)

    with pytest.raises(Refused, match="điểm danh đủ"):
        call(RollEntry(1, True), RollEntry(2, True))
    with pytest.raises(Refused, match="lý do của người vắng"):
        call(RollEntry(1, True), RollEntry(2, True), RollEntry(3, False))
    call(RollEntry(1, True), RollEntry(2, True), RollEntry(3, False, "ốm"))
    with pytest.raises(Refused, match="Người khác vừa lưu"):
        call(RollEntry(1, True), RollEntry(2, True), RollEntry(3, True))

    assert Attendance.objects.get(seat__number=3).reason == "ốm"


def test_the_roll_rests_while_a_ballot_is_under_way() -> None:
    counting()

    with pytest.raises(Refused, match="Đang có cuộc bỏ phiếu"):
        roll_of(Session.objects.get().ref)


def test_who_took_a_paper_is_not_absent_afterwards() -> None:
    closed(counting(members=22, absent=(21, 22)), (0, 0), (0, 0), (0, 0))
    ref = Session.objects.get().ref

    with pytest.raises(Refused, match="đã nhận phiếu tại phiên này"):
        roll_of(ref, absent=(1, 21, 22))
    roll_of(ref, absent=(22,))

    assert Attendance.objects.get(seat__number=21).presence == Presence.PRESENT


def test_the_roll_is_called_from_the_call_on() -> None:
    ref = planned(council())

    with pytest.raises(Refused, match="đã triệu tập"):
        roll_of(ref)


def test_a_session_closes_when_every_ballot_has_a_result() -> None:
    ballot_ref = counting()
    ref = Session.objects.get().ref

    with pytest.raises(Refused, match="chưa có kết quả"):
        close_session(ref, actor=SECRETARY, at=LATER)
    closed(ballot_ref, (0, 0), (0, 0), (0, 0))
    close_session(ref, actor=SECRETARY, at=LATER)

    assert session(ref).ends_at == LATER
    with pytest.raises(Refused, match="Đã bế mạc"):
        close_session(ref, actor=SECRETARY, at=LATER)


def test_notes_are_kept_for_the_minutes_until_somebody_saved_meanwhile() -> None:
    ref = called(council())
    item = AgendaItem.objects.get()
    with pytest.raises(Refused, match="từ lúc khai mạc"):
        note_item(ref, item.ref, "x", version=1, actor=SECRETARY, at=STARTS)
    opened(ref)
    version = session(ref).version

    note_item(ref, item.ref, "Ý kiến một.\nÝ kiến hai.", version=version, actor=SECRETARY, at=LATER)

    assert AgendaItem.objects.get().notes == "Ý kiến một.\nÝ kiến hai."
    with pytest.raises(Refused, match="Người khác vừa lưu"):
        note_item(ref, item.ref, "khác", version=version, actor=SECRETARY, at=LATER)


def test_conclusions_become_tasks_with_owner_and_day() -> None:
    ref = called(council())
    todo = TaskToDo("Đẩy mạnh tuyên truyền điển hình", "Sở Thông tin", DAY + timedelta(days=90))
    with pytest.raises(Refused, match="từ lúc khai mạc"):
        add_conclusion(ref, todo, actor=SECRETARY, at=BEFORE)
    opened(ref)

    add_conclusion(ref, todo, actor=SECRETARY, at=LATER)

    task = session_page(CHAIR, ref).conclusions[0]
    assert (task.title, task.owner_name, task.is_open) == (todo.title, "Sở Thông tin", True)
    with pytest.raises(Refused, match="thư ký"):
        add_conclusion(ref, todo, actor=CHAIR, at=LATER)


def test_the_record_tells_of_a_session_without_naming_a_nominee() -> None:
    ballot_ref = counting()
    ref = Session.objects.get().ref
    with pytest.raises(Unseen):
        session_record(ref)
    closed(ballot_ref, (0, 0), (9, 0), (0, 0))
    close_session(ref, actor=SECRETARY, at=LATER)

    record = session_record(ref)

    assert (record.title, record.members_total, record.present) == (
        "phiên họp thứ nhất năm 2022",
        22,
        20,
    )
    assert record.awards_balloted == ("Chiến sĩ thi đua cấp tỉnh năm 2021",)
    assert "1207/QĐ-UBND" in record.regulation
    assert "Tráng Thị" not in str(record)


def test_what_nobody_may_see_is_not_there() -> None:
    ref = planned(council())

    for reader in (MEMBER, OUTSIDER):
        with pytest.raises(Unseen):
            session_page(reader, ref)
    with pytest.raises(Unseen):
        freeze_list(ref, "nothing", actor=SECRETARY, at=BEFORE)
