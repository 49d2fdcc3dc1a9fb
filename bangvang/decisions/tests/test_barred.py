"""A bar recorded after the ballot: nothing is decided or submitted before somebody answers."""

from datetime import date

import pytest

from bangvang.appraisal.actions.answer_bars import AnswerSaid, answer_bars
from bangvang.appraisal.models import BarAnswer
from bangvang.council.models import Ballot
from bangvang.decisions.actions.confirm_signing import confirm_signing
from bangvang.decisions.actions.propose import propose
from bangvang.decisions.actions.record_signing import record_signing
from bangvang.decisions.models import Decision
from bangvang.decisions.states import State
from bangvang.decisions.tests.factories import (
    AT,
    HEAD,
    SECOND_SPECIALIST,
    SPECIALIST,
    actor,
    closed_ballot,
    person,
    signing,
)
from bangvang.decisions.tests.refusals import refused
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.audit.selectors import newest_entries
from bangvang.foundation.objection import Unseen
from bangvang.nominations.models import Nomination
from bangvang.nominations.states import State as RowState
from bangvang.registry.actions.record_bar import record_bar
from bangvang.registry.actions.withdraw_bar import withdraw_bar
from bangvang.registry.models import Bar
from bangvang.registry.permissions import BarSaid
from bangvang.registry.states import BarKind

pytestmark = pytest.mark.django_db

SINCE = date(2022, 4, 20)
GOES_ON = AnswerSaid(
    " Trịnh Văn Non Cao,  Chủ tịch UBND tỉnh ", "512/UBND-NC ngày 21/04/2022", "Đã có kết luận. "
)


@pytest.fixture
def ballot() -> Ballot:
    made = closed_ballot(people=2)
    row = Nomination.objects.order_by("pk")[0]
    row.person = person(row.name)
    row.save()
    return made


def row() -> Nomination:
    return Nomination.objects.order_by("pk")[0]


def barred(paper: str = "318/QĐ-TTr") -> str:
    who = row().person
    assert who is not None
    said = BarSaid(BarKind.INVESTIGATED, SINCE, paper, SINCE, "Thanh tra tỉnh")
    return record_bar(who.ref, said, actor=SPECIALIST, at=AT)


def drafted(ballot: Ballot) -> Decision:
    ref = propose(ballot.ref, authority_confirmed=True, actor=HEAD, at=AT)
    return Decision.objects.get(ref=ref)


def recorded(ballot: Ballot) -> Decision:
    decision = drafted(ballot)
    record_signing(decision.ref, signing(), version=1, actor=SPECIALIST, at=AT)
    decision.refresh_from_db()
    return decision


def answered(said: AnswerSaid = GOES_ON) -> None:
    one = row()
    answer_bars(one.ref, said, version=one.version, actor=HEAD, at=AT)


def test_nothing_is_drafted_while_nobody_answered(ballot: Ballot) -> None:
    barred()

    with refused("BARRED") as caught:
        drafted(ballot)

    assert row().name in caught.value.objection.sentence
    assert not Decision.objects.exists()
    answered()
    assert drafted(ballot).state == State.DRAFT


def test_nothing_is_recorded_while_nobody_answered(ballot: Ballot) -> None:
    decision = drafted(ballot)
    barred()

    with refused("BARRED"):
        record_signing(decision.ref, signing(), version=1, actor=SPECIALIST, at=AT)

    answered()
    record_signing(decision.ref, signing(), version=1, actor=SPECIALIST, at=AT)
    assert Decision.objects.get().state == State.SIGNED_RECORDED


@pytest.mark.parametrize("code", ["CSTDT", "BK_TTG"])
def test_nothing_takes_effect_or_is_sent_while_nobody_answered(code: str) -> None:
    made = closed_ballot(code, people=2)
    first = row()
    first.person = person(first.name)
    first.save()
    decision = recorded(made)
    barred()

    with refused("BARRED"):
        confirm_signing(decision.ref, actor=HEAD, at=AT)

    assert row().state == RowState.VOTED_FOR
    answered()
    confirm_signing(decision.ref, actor=HEAD, at=AT)
    assert row().state == (RowState.GRANTED if code == "CSTDT" else RowState.FORWARDED)


def test_a_bar_that_was_withdrawn_stops_nothing(ballot: Ballot) -> None:
    withdraw_bar(barred(), "Ghi nhầm người.", version=1, actor=SPECIALIST, at=AT)

    assert drafted(ballot).state == State.DRAFT


def test_an_answer_is_for_the_bars_of_its_day_only(ballot: Ballot) -> None:
    barred()
    answered()
    barred("319/QĐ-TTr")

    with refused("BARRED"):
        drafted(ballot)

    answered()
    assert drafted(ballot).state == State.DRAFT
    assert BarAnswer.objects.count() == 2


def test_the_answer_is_kept_and_the_record_tells_neither_whom_nor_what(ballot: Ballot) -> None:
    ref = barred()
    answered()
    (kept,) = BarAnswer.objects.all()
    line = newest_entries(count=1)[0]

    assert (kept.bars, kept.authority) == ([ref], "Trịnh Văn Non Cao, Chủ tịch UBND tỉnh")
    assert (kept.paper, kept.reason) == (GOES_ON.paper, "Đã có kết luận.")
    assert (kept.by_name, kept.given_at) == (HEAD.name, AT)
    assert (line.verb, line.subject_kind, line.subject_ref) == (
        "answer_bars", "bar_answer", kept.ref,
    )  # fmt: skip
    for secret in (row().name, row().ref, "dừng xét", "Đã có kết luận", "Non Cao", "512"):
        assert secret not in line.said


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (AnswerSaid("  ", "", "Lý do."), "NO_AUTHORITY"),
        (AnswerSaid("Chủ tịch", "", "  "), "NO_REASON"),
    ],
)
def test_an_answer_says_who_and_why(ballot: Ballot, said: AnswerSaid, code: str) -> None:
    barred()

    with refused(code):
        answered(said)

    assert not BarAnswer.objects.exists()


@pytest.mark.parametrize("who", [SPECIALIST, SECOND_SPECIALIST])
def test_only_the_head_records_it(ballot: Ballot, who: Actor) -> None:
    barred()

    with refused("NOT_OFFICE_HEAD"):
        answer_bars(row().ref, GOES_ON, version=row().version, actor=who, at=AT)


def test_for_others_there_is_no_such_row(ballot: Ballot) -> None:
    barred()

    with pytest.raises(Unseen):
        answer_bars(row().ref, GOES_ON, version=row().version, actor=actor("e", Role.EDITOR), at=AT)


def test_of_two_the_second_finds_nothing_left_to_answer(ballot: Ballot) -> None:
    barred()
    answered()

    with refused("NOTHING_TO_ANSWER"):
        answered()


def test_what_changed_since_it_was_read_is_not_answered(ballot: Ballot) -> None:
    barred()

    with refused("STALE"):
        answer_bars(row().ref, GOES_ON, version=row().version + 1, actor=HEAD, at=AT)


def test_it_is_answered_between_ballot_and_decision_only(ballot: Ballot) -> None:
    decision = recorded(ballot)
    confirm_signing(decision.ref, actor=HEAD, at=AT)
    barred()

    with refused("NOT_AFTER_BALLOT"):
        answered()

    assert Bar.objects.count() == 1
