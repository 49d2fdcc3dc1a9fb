"""A submission to a higher authority, and its answer."""

from datetime import date

import pytest

from bangvang.decisions.actions.confirm_answer import confirm_answer
from bangvang.decisions.actions.confirm_signing import confirm_signing
from bangvang.decisions.actions.propose import propose
from bangvang.decisions.actions.record_answer import AnswerGiven, record_answer
from bangvang.decisions.actions.record_signing import record_signing
from bangvang.decisions.actions.send_back_answer import send_back_answer
from bangvang.decisions.actions.send_back_signing import send_back_signing
from bangvang.decisions.models import Answer, AnswerLine, Decision, Line
from bangvang.decisions.permissions import LineAnswer
from bangvang.decisions.states import Kind, Outcome, State
from bangvang.decisions.tests.factories import (
    AT,
    HEAD,
    SECOND_SPECIALIST,
    SPECIALIST,
    actor,
    answer,
    closed_ballot,
    signing,
)
from bangvang.decisions.tests.refusals import refused
from bangvang.foundation.actor import Role
from bangvang.foundation.audit.selectors import entries_about
from bangvang.nominations.models import Nomination
from bangvang.nominations.states import State as RowState
from bangvang.registry.models import Award

pytestmark = pytest.mark.django_db

LATER = AT.replace(month=6, day=20)
BOTH = (LineAnswer(1, is_granted=True), LineAnswer(2, is_granted=False, reason="Chưa đủ 5 năm."))


def drafted() -> Decision:
    ballot = closed_ballot("BK_TTG", people=2)
    ref = propose(ballot.ref, authority_confirmed=False, actor=HEAD, at=AT)
    return Decision.objects.get(ref=ref)


def sent() -> Decision:
    decision = drafted()
    record_signing(decision.ref, signing(), version=1, actor=SPECIALIST, at=AT)
    confirm_signing(decision.ref, actor=HEAD, at=AT)
    decision.refresh_from_db()
    return decision


def answered(*outcomes: LineAnswer) -> Decision:
    decision = sent()
    record_answer(
        decision.ref,
        answer(*(outcomes or BOTH)),
        version=decision.version,
        actor=SPECIALIST,
        at=LATER,
    )
    decision.refresh_from_db()
    return decision


def row_states() -> list[str]:
    return list(Nomination.objects.order_by("source_row").values_list("state", flat=True))


def give(decision: Decision, given: AnswerGiven) -> None:
    record_answer(decision.ref, given, version=decision.version, actor=SPECIALIST, at=LATER)


def test_an_award_of_a_higher_authority_becomes_a_submission() -> None:
    decision = drafted()

    assert decision.kind == Kind.SUBMISSION
    assert decision.authority_name == "Thủ tướng Chính phủ"
    assert decision.authority_note == ""
    assert decision.title == "Về việc đề nghị tặng Bằng khen của Thủ tướng Chính phủ năm 2021"


def test_a_submission_that_is_sent_forwards_its_rows_and_reaches_no_register() -> None:
    decision = sent()

    assert (decision.state, decision.number_written) == (State.SENT, "05/TTr-UBND")
    assert row_states() == [RowState.FORWARDED, RowState.FORWARDED, RowState.VOTED_AGAINST]
    assert Nomination.objects.filter(holder="Thủ tướng Chính phủ").count() == 2
    assert not Award.objects.exists()


def test_a_wrong_record_of_a_sending_goes_back() -> None:
    decision = drafted()
    record_signing(decision.ref, signing(), version=1, actor=SPECIALIST, at=AT)

    send_back_signing(decision.ref, reason="Sai số.", actor=HEAD, at=AT)

    decision.refresh_from_db()
    assert decision.state == State.DRAFT


def test_a_submission_and_a_decision_count_in_books_of_their_own() -> None:
    first = sent()
    second = propose(
        closed_ballot(session=first.ballot.session).ref,
        authority_confirmed=True,
        actor=HEAD,
        at=AT,
    )

    record_signing(second, signing(number=5), version=1, actor=SPECIALIST, at=AT)

    assert Decision.objects.filter(number=5).count() == 2


def test_an_answer_is_recorded_and_nothing_follows_before_it_is_confirmed() -> None:
    decision = answered()

    assert decision.state == State.ANSWER_RECORDED
    assert row_states()[:2] == [RowState.FORWARDED, RowState.FORWARDED]
    assert not Award.objects.exists()
    assert set(Line.objects.values_list("outcome", flat=True)) == {Outcome.PENDING}


def test_a_confirmed_answer_enters_the_granted_and_ends_the_refused_with_their_reason() -> None:
    decision = answered()

    confirm_answer(decision.ref, actor=HEAD, at=LATER)

    award = Award.objects.get()
    assert (award.decision_no, award.decided_on, award.issued_by, award.order_no) == (
        "551/QĐ-TTg",
        date(2022, 6, 10),
        "Thủ tướng Chính phủ",
        None,
    )
    assert row_states() == [RowState.GRANTED, RowState.REFUSED, RowState.VOTED_AGAINST]
    assert Nomination.objects.get(source_row=2).reason == "Chưa đủ 5 năm."
    assert list(Line.objects.order_by("order").values_list("outcome", "reason")) == [
        (Outcome.GRANTED, ""),
        (Outcome.REFUSED, "Chưa đủ 5 năm."),
    ]
    assert [entry.verb for entry in entries_about(("decision", decision.ref))] == [
        "propose",
        "record_signing",
        "confirm_signing",
        "record_answer",
        "confirm_answer",
    ]


@pytest.mark.parametrize(
    "outcomes",
    [
        (),
        (LineAnswer(1, is_granted=True),),
        (LineAnswer(1, is_granted=True), LineAnswer(1, is_granted=True)),
        (LineAnswer(1, is_granted=True), LineAnswer(3, is_granted=True)),
    ],
)
def test_an_answer_says_something_of_every_line_once(outcomes: tuple[LineAnswer, ...]) -> None:
    decision = sent()

    with refused("INCOMPLETE_ANSWER"):
        give(decision, answer(*outcomes))


def test_a_refusal_has_a_reason() -> None:
    decision = sent()

    with refused("REFUSAL_WITHOUT_REASON"):
        give(decision, answer(BOTH[0], LineAnswer(2, is_granted=False, reason="  ")))


def test_an_answer_has_a_number_and_an_issuer() -> None:
    decision = sent()
    nameless = answer(*BOTH)
    object.__setattr__(nameless, "number", " ")

    with refused("NO_NUMBER"):
        give(decision, nameless)


@pytest.mark.parametrize(
    ("decided_on", "code"),
    [(date(2022, 4, 21), "TOO_EARLY"), (date(2022, 6, 21), "IN_FUTURE")],
)
def test_the_day_of_an_answer_lies_between_the_submission_and_today(
    decided_on: date, code: str
) -> None:
    decision = sent()

    with refused(code):
        give(decision, answer(*BOTH, decided_on=decided_on))


def test_an_answer_to_what_was_not_sent_is_refused() -> None:
    decision = drafted()

    with refused("WRONG_STATE"):
        give(decision, answer(*BOTH))


def test_a_stale_answer_is_refused() -> None:
    decision = sent()

    with refused("STALE"):
        record_answer(decision.ref, answer(*BOTH), version=1, actor=SPECIALIST, at=LATER)


def test_a_row_that_changed_blocks_the_answer_and_its_confirmation() -> None:
    decision = answered()
    Nomination.objects.filter(source_row=1).update(unit_name="Đơn vị khác")

    with refused("LIST_CHANGED"):
        confirm_answer(decision.ref, actor=HEAD, at=LATER)
    send_back_answer(decision.ref, reason="Xem lại.", actor=HEAD, at=LATER)
    decision.refresh_from_db()
    with refused("LIST_CHANGED"):
        give(decision, answer(*BOTH))


def test_the_recorder_of_an_answer_does_not_confirm_it() -> None:
    decision = answered()

    with refused("OWN_RECORD"):
        confirm_answer(decision.ref, actor=SPECIALIST, at=LATER)
    with refused("HEAD_NEEDED"):
        confirm_answer(decision.ref, actor=SECOND_SPECIALIST, at=LATER)


def test_there_is_nothing_to_confirm_before_an_answer() -> None:
    decision = sent()

    with refused("WRONG_STATE"):
        confirm_answer(decision.ref, actor=HEAD, at=LATER)


def test_a_second_confirmation_of_an_answer_is_refused() -> None:
    decision = answered()
    confirm_answer(decision.ref, actor=HEAD, at=LATER)

    with refused("WRONG_STATE"):
        confirm_answer(decision.ref, actor=actor("head-2", Role.OFFICE_HEAD), at=LATER)

    assert Award.objects.count() == 1


def test_a_wrong_answer_goes_back_and_is_recorded_anew() -> None:
    decision = answered()

    with refused("NO_REASON"):
        send_back_answer(decision.ref, reason="", actor=HEAD, at=LATER)
    send_back_answer(decision.ref, reason="Nhầm dòng 2.", actor=HEAD, at=LATER)
    decision.refresh_from_db()
    sent_back = (decision.state, Answer.objects.get().sent_back_reason)
    give(decision, answer(BOTH[0], LineAnswer(2, is_granted=True, reason="thừa")))
    confirm_answer(decision.ref, actor=HEAD, at=LATER)

    assert sent_back == (State.SENT, "Nhầm dòng 2.")
    assert Award.objects.count() == 2
    assert set(AnswerLine.objects.values_list("is_granted", "reason")) == {(True, "")}


def test_a_specialist_confirms_what_the_head_recorded_of_an_answer() -> None:
    decision = sent()
    record_answer(decision.ref, answer(*BOTH), version=decision.version, actor=HEAD, at=LATER)

    confirm_answer(decision.ref, actor=SPECIALIST, at=LATER)

    assert Award.objects.count() == 1


def test_nobody_but_the_office_records_an_answer() -> None:
    decision = sent()

    with refused("NOT_OFFICE"):
        record_answer(
            decision.ref,
            answer(*BOTH),
            version=decision.version,
            actor=actor("inspector", Role.INSPECTOR),
            at=LATER,
        )


def test_records_say_what_they_are() -> None:
    decision = answered()

    said = [
        str(Answer.objects.get()),
        str(AnswerLine.objects.get(line__order=1)),
        str(decision),
        str(Line.objects.get(order=1)),
    ]

    assert said == ["551/QĐ-TTg", "Lù Văn Bậc Thang", "SUBMISSION BK_TTG", "Lù Văn Bậc Thang"]
