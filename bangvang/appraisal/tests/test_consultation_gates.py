"""What waits for the people's opinion at which gate, by law, by paper, or by the head's word."""

from collections.abc import Callable
from datetime import date

import pytest

from bangvang.appraisal.actions.prepare_consultation import prepare_consultation
from bangvang.appraisal.actions.waive_consultation import waive_consultation
from bangvang.appraisal.actions.withdraw_consultation_rule import withdraw_consultation_rule
from bangvang.appraisal.models import ConsultationRule
from bangvang.appraisal.permissions.consultations import Held, Why, objection_to_gate
from bangvang.appraisal.selectors.consultation_rules import (
    asked_about,
    rules_seen,
)
from bangvang.appraisal.selectors.consulted import held_at, standing_of
from bangvang.appraisal.states import ConsultationState, Gate
from bangvang.appraisal.tests import consulting as make
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.audit.models import Entry
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.tests.factories import AT, actor
from bangvang.law import Asked
from bangvang.nominations.models import Batch, Nomination

pytestmark = pytest.mark.django_db

Office = tuple[Actor, Actor]
DAY = AT.date()


@pytest.fixture
def office() -> Office:
    return make.the_office()


def refused(code: str, act: Callable[[], object]) -> None:
    with pytest.raises(Refused) as refusal:
        act()
    assert refusal.value.objection.code == code


def whys(gate: Gate, rows: list[Nomination], on: date = DAY) -> list[Why]:
    return [held.why for held in held_at(gate, [row.ref for row in rows], on=on)]


def test_an_award_that_nothing_asks_about_passes_every_gate(office: Office) -> None:
    rows = make.rows(award_code="CSTDT")

    assert whys(Gate.BEFORE_BALLOT, rows) == whys(Gate.BEFORE_SUBMISSION, rows) == []
    assert objection_to_gate((), Gate.BEFORE_BALLOT) is None


def test_a_row_waits_at_each_step_until_its_list_is_closed(office: Office) -> None:
    specialist, head = office
    make.rule(head)
    rows = make.rows(1)
    gate = Gate.BEFORE_BALLOT

    assert whys(gate, rows) == [Why.NEVER]
    prepare_consultation(make.plan(rows), actor=specialist, at=AT)
    assert whys(gate, rows) == [Why.PREPARING]
    make.open_public_list(
        make.Consultation.objects.get().ref, version=1, head_name="", actor=head, at=AT
    )
    assert whys(gate, rows, make.LAST) == [Why.RUNNING]
    make.received(make.Consultation.objects.get().ref)
    assert held_at(gate, [rows[0].ref], on=make.AFTER.date())[0].unresolved == 1
    make.resolved(specialist, head)
    assert whys(gate, rows, make.AFTER.date()) == [Why.TO_CLOSE]
    make.close_consultation(
        make.Consultation.objects.get().ref, head_name="", actor=head, at=make.AFTER
    )
    assert whys(gate, rows, make.AFTER.date()) == []


def test_what_is_due_before_submission_does_not_hold_up_the_ballot(office: Office) -> None:
    make.rule(office[1], gate=Gate.BEFORE_SUBMISSION)
    rows = make.rows(1)

    assert whys(Gate.BEFORE_BALLOT, rows) == []
    assert whys(Gate.BEFORE_SUBMISSION, rows) == [Why.NEVER]


def test_files_received_before_a_paper_are_not_asked_by_it(office: Office) -> None:
    make.rule(office[1], since=date(2026, 9, 11))

    assert whys(Gate.BEFORE_BALLOT, make.rows(1)) == []


def test_the_law_that_was_read_asks_by_itself_and_no_paper_undoes_it(office: Office) -> None:
    head = office[1]
    rows = make.rows(1, award_code="HCLD3")
    Batch.objects.update(received_on=date(2022, 3, 1))
    pair = ("HCLD3", date(2022, 3, 1))

    assert asked_about([pair])[pair].asked is Asked.ASKED
    assert asked_about([pair])[pair].working_days is None
    assert whys(Gate.BEFORE_SUBMISSION, rows) == [Why.NEVER]
    ConsultationRule.objects.filter(
        ref=make.rule(head, "HCLD3", asks=False, days=None, gate="")
    ).update(since=date(2021, 1, 1))
    assert asked_about([pair])[pair].asked is Asked.ASKED
    assert "Điều 45" in asked_about([pair])[pair].cite
    ConsultationRule.objects.update(is_asked=True, working_days=10, gate=Gate.BEFORE_BALLOT)
    assert asked_about([pair])[pair].working_days == 10
    assert asked_about([pair])[pair].cite.count(";") == 1


def test_where_the_text_was_not_read_the_head_decides_with_a_reason(office: Office) -> None:
    specialist, head = office
    unread, asked = make.rows(1, award_code="HCLD3")[0], make.rows(1)[0]
    make.rule(head)

    def waive(row: Nomination, by: Actor = head, reason: str = "Khen thưởng kháng chiến.") -> None:
        waive_consultation(row.ref, reason, actor=by, at=AT)

    assert whys(Gate.BEFORE_BALLOT, [unread]) == []
    assert whys(Gate.BEFORE_SUBMISSION, [unread]) == [Why.UNREAD]
    refused("NOT_OFFICE_HEAD", lambda: waive(unread, specialist))
    refused("NO_REASON", lambda: waive(unread, reason=" "))
    refused("NOT_UNREAD", lambda: waive(asked))
    waive(unread)
    refused("WAIVED", lambda: waive(unread))

    assert whys(Gate.BEFORE_SUBMISSION, [unread]) == []
    assert standing_of(head, unread.ref).waived_reason == "Khen thưởng kháng chiến."
    assert Entry.objects.filter(verb="waive_consultation").count() == 1


def test_a_row_on_a_list_is_not_waived(office: Office) -> None:
    specialist, head = office
    rows = make.rows(1, award_code="HCLD3")
    prepare_consultation(make.plan(rows, ground="Thông lệ."), actor=specialist, at=AT)

    refused(
        "STANDS_ON_A_LIST",
        lambda: waive_consultation(rows[0].ref, "Vì sao đó.", actor=head, at=AT),
    )


def test_a_paper_that_says_no_lets_the_unread_go(office: Office) -> None:
    make.rule(office[1], "HCLD3", asks=False, days=None, gate="")
    rows = make.rows(1, award_code="HCLD3")

    assert whys(Gate.BEFORE_SUBMISSION, rows) == []


def test_what_a_paper_must_say(office: Office) -> None:
    specialist, head = office

    refused("NOT_OFFICE_HEAD", lambda: make.rule(specialist))
    refused("NOT_DAYS", lambda: make.rule(head, days=None))
    refused("NO_GATE", lambda: make.rule(head, gate=""))
    refused("UNKNOWN_AWARD", lambda: make.rule(head, "NO_SUCH"))
    refused("BEFORE_ISSUED", lambda: make.rule(head, since=date(2026, 1, 4)))
    ref = make.rule(head)
    refused("RULE_OVERLAPS", lambda: make.rule(head))

    def withdraw(reason: str = "Ghi nhầm số.") -> None:
        withdraw_consultation_rule(ref, reason, actor=head, at=AT)

    refused("NO_REASON", lambda: withdraw(" "))
    withdraw()
    with pytest.raises(Unseen):
        withdraw()
    assert make.rule(head)
    assert [one.withdrawn_reason for one in rules_seen(head)] == ["", "Ghi nhầm số."]
    with pytest.raises(Unseen):
        rules_seen(actor(Role.UNIT_HEAD))


def test_a_paper_under_which_a_list_was_opened_stays(office: Office) -> None:
    specialist, head = office
    ref = make.rule(head)
    make.opened(specialist, head, make.rows(1))

    refused("RULE_USED", lambda: withdraw_consultation_rule(ref, "Ghi nhầm.", actor=head, at=AT))


@pytest.mark.parametrize(
    ("held", "says"),
    [
        (Held("a", "Lò A", Why.RUNNING, make.LAST), "đang lấy ý kiến đến hết ngày 17/09/2026"),
        (Held("a", "Lò A", Why.PREPARING), "mới ở bước chuẩn bị"),
        (Held("a", "Lò A", Why.TO_CLOSE, make.LAST, 2), "còn 2 ý kiến chưa giải quyết"),
        (Held("a", "Lò A", Why.TO_CLOSE, make.LAST), "Trưởng phòng chưa kết thúc"),
        (Held("a", "Lò A", Why.UNREAD), "chưa đối chiếu"),
        (Held("a", "Lò A", Why.NEVER), "chưa mở danh sách"),
    ],
)
def test_the_refusal_says_why(held: Held, says: str) -> None:
    for gate, word in ((Gate.BEFORE_BALLOT, "đưa ra Hội đồng"), (Gate.BEFORE_SUBMISSION, "trình")):
        objection = objection_to_gate([held], gate)

        assert objection is not None
        assert objection.sentence.startswith(f"Chưa {word} được")
        assert f"Lò A: {objection.sentence.split('Lò A: ')[1]}".endswith(".")
        assert says in objection.sentence


def test_a_unit_reads_that_a_list_runs_and_what_came_of_it(office: Office) -> None:
    specialist, head = office
    make.rule(head)
    rows = make.rows()
    unit = actor(Role.UNIT_OFFICER, unit=rows[0].batch.unit)
    kept = make.opened(specialist, head, rows)
    make.received(kept.ref)

    running = standing_of(unit, rows[0].ref)
    assert (running.state, running.last_on) == (ConsultationState.OPEN, make.LAST)
    assert not running.has_opinions
    make.resolved(specialist, head)
    make.close_consultation(kept.ref, head_name="", actor=head, at=make.AFTER)

    assert [standing_of(unit, row.ref).has_opinions for row in rows] == [True, False]
    with pytest.raises(Unseen):
        standing_of(actor(Role.UNIT_OFFICER, unit=make.rows(1)[0].batch.unit), rows[0].ref)
