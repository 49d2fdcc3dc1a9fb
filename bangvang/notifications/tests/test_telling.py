"""Whom an act concerns, what the notice says when it is read, and what it never says."""

from datetime import date, timedelta

import pytest

from bangvang.accounts.tests.factories import account, end_roles
from bangvang.foundation.actor import Role
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Unseen
from bangvang.foundation.tests.factories import AT, DAY
from bangvang.nominations.actions.accept_late import accept_late
from bangvang.nominations.actions.hand_to_head import hand_to_head
from bangvang.nominations.actions.recall_batch import recall_batch
from bangvang.nominations.actions.send_discovery import send_discovery
from bangvang.nominations.models import Batch, Discovery
from bangvang.nominations.states import Move, State
from bangvang.nominations.tests import factories as make
from bangvang.notifications.actions.mark import mark_all_read, mark_read, mark_unread
from bangvang.notifications.models import Notification, Watch
from bangvang.notifications.selectors.notifications import notifications_for, unread_count
from bangvang.notifications.states import TOLD
from bangvang.notifications.tests.scene import Scene, acting, looked, moved, told
from bangvang.registry.models import Bar
from bangvang.registry.states import BarKind
from bangvang.registry.tests.factories import person

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene() -> Scene:
    return Scene()


def test_rows_sent_back_are_one_notice_to_the_unit_and_to_nobody_else(scene: Scene) -> None:
    _, rows = scene.handed_in(State.CHECKED, State.CHECKED, State.CHECKED)
    for row in rows[:2]:
        moved(row, Move.RETURN, reason="Thiếu biên bản, đang bị điều tra ở xã Mù Sương.")
    looked()
    moved(rows[2], Move.RETURN, reason="Thiếu.")
    looked()

    for one in (scene.head, scene.officer):
        (only,) = told(one)
        assert only.title == "Hồ sơ được trả lại để bổ sung"
        assert only.sentence == (
            "Danh sách số tiếp nhận 0007/2026 của Sở Y tế, Đợt xét năm 2025: 3 hồ sơ."
        )
        assert only.now == "Hiện nay: 3 hồ sơ «Trả lại để bổ sung»."
    assert told(scene.stranger) == told(scene.chief) == []


def test_a_notice_says_how_things_stand_when_it_is_read(scene: Scene) -> None:
    _, rows = scene.handed_in(State.CHECKED, State.CHECKED)
    for row in rows:
        moved(row, Move.RETURN, reason="Thiếu.")
    looked()
    moved(rows[0], Move.RESUBMIT, by=acting(scene.head))

    assert told(scene.officer)[0].now == (
        "Hiện nay: 1 hồ sơ «Đã nộp, chờ tiếp nhận», 1 hồ sơ «Trả lại để bổ sung»."
    )


def test_no_notice_names_a_bar_a_reason_or_a_person(scene: Scene) -> None:
    who = person("Thào Thị Sương 1")
    Bar.objects.create(
        person=who,
        kind=BarKind.INVESTIGATED,
        since=date(2026, 9, 1),
        paper_no="9/QĐ",
        paper_on=DAY,
        recorded_at=AT,
        note="Việc kín ở Mù Sương",
    )
    _, (row,) = scene.handed_in(State.CHECKED)
    moved(row, Move.RETURN, reason="Lý do kín.")
    moved(row, Move.RESUBMIT, by=acting(scene.head))
    looked()

    said = f"{told(scene.head)} {told(scene.officer)} {told(scene.chief)}"
    assert "trả lại" in said
    assert [word for word in ("kín", "Sương", "điều tra", "Lý do") if word in said] == []


def test_whoever_acted_is_not_told_and_a_role_that_ended_tells_nothing(scene: Scene) -> None:
    made, _ = scene.handed_in(State.SUBMITTED)
    recall_batch(made.ref, "Gửi nhầm.", version=1, actor=acting(scene.head), at=AT)
    looked()
    assert told(scene.head) == []
    (recalled,) = told(scene.chief)
    assert recalled.sentence == "Sở Y tế thu hồi danh sách đã nộp, Đợt xét năm 2025."
    assert recalled.now == "Hiện nay: ở đơn vị."
    assert "Gửi nhầm" not in str(recalled)

    chief = acting(scene.chief)
    end_roles(scene.chief, on=AT.date())
    changed = account("kesau", Role.EDITOR, unit=scene.office)
    Notification.objects.update(account=changed)
    assert notifications_for(acting(changed))[0].is_gone
    assert notifications_for(chief) == []


def test_lists_tell_the_head_the_officer_and_the_office(scene: Scene) -> None:
    draft = make.batch(unit=scene.health, in_round=scene.in_round, with_papers=True)
    make.nomination(draft)
    hand_to_head(draft.ref, version=1, actor=acting(scene.officer), at=AT)
    looked()
    assert [one.title for one in told(scene.head)] == ["Danh sách chờ thủ trưởng xem"]
    assert told(scene.head)[0].now == "Hiện nay: chờ thủ trưởng xem, hạn nộp 18/09/2026."

    late, _ = scene.handed_in(State.SUBMITTED)
    Batch.objects.filter(pk=late.pk).update(due_on=date(2026, 9, 1), late_reason="Lũ quét.")
    record(
        actor=acting(scene.head),
        at=AT,
        verb="submit_batch",
        subject=("batch", late.ref),
        said="Nộp.",
    )
    looked()
    assert [one.title for one in told(scene.chief)] == ["Danh sách nộp muộn chờ cho ý kiến"]
    assert "chờ Trưởng phòng" in told(scene.chief)[0].now
    accept_late(late.ref, "Có lý do.", version=1, actor=acting(scene.chief), at=AT)
    looked()
    assert told(scene.officer)[0].title == "Danh sách nộp muộn được chấp nhận"
    assert told(scene.officer)[0].now == "Hiện nay: đã nộp."


def test_a_discovery_is_told_the_head_it_is_sent_to_while_it_is_theirs(scene: Scene) -> None:
    deed = Discovery.objects.create(
        year=2026, number=3, name="Chị Vàng Thị Suối Kín", place_text="Mù Sương", story="Cứu.",
        received_at=AT, state="NEW", code_digest="c" * 64,
    )  # fmt: skip
    for unit, version in ((scene.health, 1), (scene.other, 2)):
        send_discovery(
            deed.ref, unit.ref, working_days=5, version=version, actor=acting(scene.chief), at=AT
        )
        looked()

    assert told(scene.officer) == []
    assert told(scene.head)[0].is_gone
    (theirs,) = told(scene.stranger)
    assert "Suối Kín" not in theirs.sentence
    assert theirs.now == "Hiện nay: đã chuyển đơn vị."


def test_a_last_day_is_told_once_while_the_list_is_not_handed_in(scene: Scene) -> None:
    make.batch(unit=scene.health, in_round=scene.in_round)
    looked(AT - timedelta(days=3))
    assert told(scene.head) == []

    looked(AT + timedelta(days=1))
    looked(AT + timedelta(days=1))
    looked(AT + timedelta(days=2))

    assert [one.title for one in told(scene.head)] == ["Sắp hết hạn nộp danh sách"]
    assert told(scene.stranger) == []


def test_reading_marks_the_own_notices_only(scene: Scene) -> None:
    _, rows = scene.handed_in(State.CHECKED, State.READY)
    moved(rows[0], Move.RETURN, reason="Thiếu.")
    moved(rows[1], Move.PUT_ON_AGENDA)
    looked()
    head, first = acting(scene.head), told(scene.head)[0]
    with pytest.raises(Unseen):
        mark_read(first.ref, actor=acting(scene.officer), at=AT)

    mark_read(first.ref, actor=head, at=AT)
    assert [unread_count(head), unread_count(acting(scene.officer))] == [1, 2]
    assert len(notifications_for(head, unread_only=True)) == 1
    mark_unread(first.ref, actor=head)
    assert unread_count(head) == 2
    assert mark_all_read(newest_ref=first.ref, actor=head, at=AT) == 2
    moved(rows[0], Move.RESUBMIT, by=head)
    moved(rows[0], Move.CHECK)
    moved(rows[0], Move.RETURN, reason="Vẫn thiếu.")
    looked()
    assert unread_count(head) == 1


def test_what_was_long_ago_is_not_told_and_each_entry_is_read_once(scene: Scene) -> None:
    _, (row,) = scene.handed_in(State.CHECKED)
    moved(row, Move.RETURN, reason="Thiếu.")
    Watch.objects.all().delete()
    looked(AT + timedelta(days=20))
    assert told(scene.head) == []

    Watch.objects.all().delete()
    looked(AT + timedelta(days=2))
    Watch.objects.update(read_to=0)
    looked(AT + timedelta(days=2))
    assert len(told(scene.head)) == 1
    assert not Notification.objects.get(account=scene.head).is_for_mail


def test_every_verb_that_is_told_is_one_that_somebody_records() -> None:
    moves = {("nomination", what.value.lower()) for what in Move}
    acts = {pair for pair in TOLD if pair[0] != "nomination"}

    assert {pair for pair in TOLD if pair[0] == "nomination"} <= moves
    assert {verb for _, verb in acts} == {
        "hand_to_head", "hand_back", "submit_batch", "accept_late", "move_to_round",
        "recall_batch", "return_lower_list", "send_discovery", "call_session",
    }  # fmt: skip
