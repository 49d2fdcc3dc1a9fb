"""Lists that come late, go into another round, or are taken back."""

from datetime import date

import pytest

from bangvang.appraisal.actions.take_up import take_up
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.audit.selectors import entries_about
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.tests.factories import AT, actor
from bangvang.foundation.tests.meeting import at_once, each_connected
from bangvang.nominations.actions.accept_late import accept_late
from bangvang.nominations.actions.move_to_round import move_to_round
from bangvang.nominations.actions.recall_batch import recall_batch
from bangvang.nominations.actions.set_intake_day import set_intake_day
from bangvang.nominations.actions.submit_batch import submit_batch
from bangvang.nominations.models import Batch, Nomination, Round
from bangvang.nominations.selectors.batches import batches_for
from bangvang.nominations.states import BatchState, State
from bangvang.nominations.tests import factories as make
from bangvang.registry.models import Organisation
from bangvang.registry.tests.factories import organisation

pytestmark = pytest.mark.django_db

BOSS = actor(Role.OFFICE_HEAD)


@pytest.fixture
def unit() -> Organisation:
    return organisation("Sở Y tế tỉnh Lào Cai")


@pytest.fixture
def head(unit: Organisation) -> Actor:
    return actor(Role.UNIT_HEAD, unit=unit, name="Vàng Thị Núi")


def code(caught: pytest.ExceptionInfo[Refused]) -> str:
    return caught.value.objection.code


def late_list(unit: Organisation, round_: Round | None = None, number: int = 1) -> Batch:
    made = make.batch(
        BatchState.SUBMITTED,
        unit=unit,
        in_round=round_ or make.round_(),
        received_on=date(2026, 9, 21),
        number=number,
    )
    made.due_on, made.late_reason = date(2026, 9, 18), "Lũ quét."
    made.save()
    make.nomination(made, State.SUBMITTED)
    return made


def test_a_list_is_late_by_its_earliest_row(unit: Organisation, head: Actor) -> None:
    round_ = make.round_()
    set_intake_day(
        round_.ref, award_code="CSTDT", kind="", sector_ref="", submit_by=date(2026, 9, 5),
        actor=BOSS, at=AT,
    )  # fmt: skip
    waiting = make.batch(BatchState.WITH_HEAD, unit=unit, in_round=round_, with_papers=True)
    make.nomination(waiting)
    make.nomination(waiting, row=2, award_code="BK_TINH", name="Tẩn Văn Sương")

    with pytest.raises(Refused) as caught:
        submit_batch(waiting.ref, version=1, actor=head, at=AT)
    submit_batch(waiting.ref, version=1, actor=head, at=AT, late_reason="Chờ kết quả chấm.")

    waiting.refresh_from_db()
    assert code(caught) == "LATE_WITHOUT_REASON"
    assert (waiting.due_on, waiting.is_late) == (date(2026, 9, 5), True)


def test_a_reason_for_a_list_that_is_in_time_is_not_kept(unit: Organisation, head: Actor) -> None:
    waiting = make.batch(BatchState.WITH_HEAD, unit=unit, with_papers=True)
    make.nomination(waiting)
    submit_batch(waiting.ref, version=1, actor=head, at=AT, late_reason="Thừa.")
    waiting.refresh_from_db()
    assert (waiting.late_reason, waiting.is_late) == ("", False)


def test_a_late_list_is_taken_up_only_once_the_head_accepted_it(unit: Organisation) -> None:
    late = late_list(unit)
    specialist = actor(Role.SPECIALIST)
    with pytest.raises(Refused) as early:
        take_up(late.ref, actor=specialist, at=AT)
    with pytest.raises(Refused) as wrong:
        accept_late(late.ref, "Lũ.", version=1, actor=specialist, at=AT)
    with pytest.raises(Refused) as silent:
        accept_late(late.ref, " ", version=1, actor=BOSS, at=AT)
    with pytest.raises(Refused) as stale:
        accept_late(late.ref, "Lũ.", version=7, actor=BOSS, at=AT)

    accept_late(late.ref, "Lũ quét thật.", version=1, actor=BOSS, at=AT)
    with pytest.raises(Refused) as again:
        accept_late(late.ref, "Lần nữa.", version=2, actor=BOSS, at=AT)
    assert take_up(late.ref, actor=specialist, at=AT) == 1

    assert [code(c) for c in (early, wrong, silent, stale, again)] == [
        "LATE_NOT_ACCEPTED", "NOT_OFFICE_HEAD", "NO_REASON", "STALE", "NOT_LATE",
    ]  # fmt: skip
    late.refresh_from_db()
    assert (late.late_accepted_by, late.late_accepted_why) == ("Lù Văn Suối", "Lũ quét thật.")
    assert [e.verb for e in entries_about(("batch", late.ref))] == ["accept_late", "take_up"]


def test_a_late_list_goes_into_a_round_in_which_it_is_in_time(unit: Organisation) -> None:
    late = late_list(unit)
    later = make.round_("Đợt bổ sung", submit_by=date(2026, 10, 9), ballot_by=date(2026, 10, 20))
    over = make.round_("Đợt sớm", submit_by=date(2026, 9, 1))
    other_year = make.round_("Đợt 2024", achievement_year=2024, submit_by=date(2026, 9, 25))
    closed = make.round_("Đợt đột xuất", submit_by=date(2026, 9, 25))
    Round.objects.filter(pk=closed.pk).update(families=["DOT_XUAT"])
    codes = []
    for to in (late.round, over, other_year, closed):
        with pytest.raises(Refused) as caught:
            move_to_round(late.ref, to.ref, "Chuyển.", version=1, actor=BOSS, at=AT)
        codes.append(code(caught))
    with pytest.raises(Unseen):
        move_to_round(late.ref, "khong-co", "Chuyển.", version=1, actor=BOSS, at=AT)

    move_to_round(late.ref, later.ref, "Kịp đợt sau.", version=1, actor=BOSS, at=AT)

    late.refresh_from_db()
    assert codes == ["SAME_ROUND", "ALSO_LATE", "OTHER_YEAR", "NOT_RECEIVED"]
    assert (late.round, late.due_on, late.is_late) == (later, date(2026, 10, 9), False)
    assert late.reference == "0001/2026"
    assert take_up(late.ref, actor=actor(Role.SPECIALIST), at=AT) == 1


def test_a_list_is_recalled_until_somebody_takes_it_up(unit: Organisation, head: Actor) -> None:
    late = late_list(unit)
    strange = actor(Role.UNIT_HEAD, unit=organisation("Sở Xây dựng"))
    with pytest.raises(Unseen):
        recall_batch(late.ref, "Nhầm.", version=1, actor=strange, at=AT)
    officer = actor(Role.UNIT_OFFICER, unit=unit)
    refused = []
    for who, why, version in ((officer, "Nhầm.", 1), (head, " ", 1), (head, "Nhầm.", 3)):
        with pytest.raises(Refused) as caught:
            recall_batch(late.ref, why, version=version, actor=who, at=AT)
        refused.append(code(caught))

    recall_batch(late.ref, "Thiếu một người.", version=1, actor=head, at=AT)
    with pytest.raises(Refused) as twice:
        recall_batch(late.ref, "Nữa.", version=2, actor=head, at=AT)

    late.refresh_from_db()
    row = Nomination.objects.get(batch=late)
    assert refused == ["NOT_HEAD", "NO_REASON", "STALE"]
    assert code(twice) == "NOT_SUBMITTED"
    assert (late.state, row.state) == (BatchState.WITH_HEAD, State.DRAFT)
    assert batches_for(BOSS) == []
    said = entries_about(("batch", late.ref))[-1].said
    assert said == "Thu hồi danh sách số tiếp nhận 0001/2026: Thiếu một người."


def test_a_list_that_was_taken_up_is_not_recalled(unit: Organisation, head: Actor) -> None:
    handed_in = make.batch(BatchState.SUBMITTED, unit=unit)
    make.nomination(handed_in, State.SUBMITTED)
    take_up(handed_in.ref, actor=actor(Role.SPECIALIST), at=AT)
    Nomination.objects.update(state=State.SUBMITTED)
    with pytest.raises(Refused) as caught:
        recall_batch(handed_in.ref, "Nhầm.", version=2, actor=head, at=AT)
    assert code(caught) == "TAKEN_UP_ALREADY"


def test_a_recalled_list_gets_a_new_number(unit: Organisation, head: Actor) -> None:
    waiting = make.batch(BatchState.WITH_HEAD, unit=unit, with_papers=True)
    make.nomination(waiting)
    submit_batch(waiting.ref, version=1, actor=head, at=AT)
    recall_batch(waiting.ref, "Nhầm.", version=2, actor=head, at=AT)
    assert submit_batch(waiting.ref, version=3, actor=head, at=AT) == "0002/2026"


@each_connected
def test_of_two_heads_one_accepts() -> None:
    late = late_list(organisation("Sở Y tế"))

    def accept() -> None:
        accept_late(late.ref, "Lũ quét.", version=1, actor=BOSS, at=AT)

    assert sorted(at_once(accept, accept)) == ["", "NOT_LATE"]


@each_connected
def test_a_list_is_recalled_or_taken_up_not_both() -> None:
    unit = organisation("Sở Y tế")
    handed_in = make.batch(BatchState.SUBMITTED, unit=unit)
    make.nomination(handed_in, State.SUBMITTED)

    def recall() -> None:
        head = actor(Role.UNIT_HEAD, unit=unit)
        recall_batch(handed_in.ref, "Nhầm.", version=1, actor=head, at=AT)

    def take() -> None:
        try:
            take_up(handed_in.ref, actor=actor(Role.SPECIALIST), at=AT)
        except Unseen:
            return

    at_once(recall, take)
    handed_in.refresh_from_db()
    row = Nomination.objects.get(batch=handed_in)
    assert (handed_in.state, row.state) in {("WITH_HEAD", "DRAFT"), ("SUBMITTED", "CHECKED")}
