"""What each role sees of decisions, and what the public may read."""

from datetime import date, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from bangvang.council.models import Ballot
from bangvang.decisions.actions.confirm_answer import confirm_answer
from bangvang.decisions.actions.confirm_signing import confirm_signing
from bangvang.decisions.actions.propose import propose
from bangvang.decisions.actions.record_answer import record_answer
from bangvang.decisions.actions.record_signing import record_signing
from bangvang.decisions.models import Decision
from bangvang.decisions.permissions import (
    ALREADY_PROPOSED,
    LIST_CHANGED,
    NOT_OFFICE_HEAD,
    OWN_RECORD,
    LineAnswer,
)
from bangvang.decisions.selectors.decisions import decision_for, decisions_for, refused_lines_for
from bangvang.decisions.selectors.pages import decision_page, file_of
from bangvang.decisions.selectors.proposals import proposal, results_to_decide
from bangvang.decisions.selectors.public import decision_public, decisions_public
from bangvang.decisions.states import Kind, Outcome, State
from bangvang.decisions.tests.factories import (
    AT,
    HEAD,
    SIGNED_ON,
    SPECIALIST,
    STRANGER,
    actor,
    answer,
    closed_ballot,
    council_session,
    organisation,
    signing,
)
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.objection import Unseen
from bangvang.registry.models import Award

pytestmark = pytest.mark.django_db

LATER = AT.replace(month=6, day=20)
ANSWERED_ON = date(2022, 6, 10)


def decided() -> Decision:
    ref = propose(closed_ballot(people=2).ref, authority_confirmed=True, actor=HEAD, at=AT)
    record_signing(ref, signing(), version=1, actor=SPECIALIST, at=AT)
    confirm_signing(ref, actor=HEAD, at=AT)
    return Decision.objects.get(ref=ref)


def submitted() -> Decision:
    ref = propose(
        closed_ballot("BK_TTG", people=3).ref, authority_confirmed=False, actor=HEAD, at=AT
    )
    record_signing(ref, signing(), version=1, actor=SPECIALIST, at=AT)
    confirm_signing(ref, actor=HEAD, at=AT)
    return Decision.objects.get(ref=ref)


def answer_with_a_refusal(decision: Decision) -> None:
    outcomes = (
        LineAnswer(1, is_granted=False, reason="Chưa đủ thời gian."),
        LineAnswer(2, is_granted=True),
        LineAnswer(3, is_granted=True),
    )
    record_answer(
        decision.ref, answer(*outcomes), version=decision.version, actor=SPECIALIST, at=LATER
    )


def answered() -> Decision:
    decision = submitted()
    answer_with_a_refusal(decision)
    confirm_answer(decision.ref, actor=HEAD, at=LATER)
    return Decision.objects.get(pk=decision.pk)


def unit_officer(ref: str) -> Actor:
    made = actor("officer", Role.UNIT_OFFICER)
    object.__setattr__(made, "organisation_ref", ref)
    return made


def test_results_wait_until_they_have_a_paper() -> None:
    session = council_session()
    waiting = closed_ballot("BK_TTG", session=session)
    propose(closed_ballot(session=session).ref, authority_confirmed=True, actor=HEAD, at=AT)

    assert [(r.ballot_ref, r.people, r.objection) for r in results_to_decide(HEAD)] == [
        (waiting.ref, 3, None)
    ]
    assert results_to_decide(STRANGER) == []


def test_a_proposal_says_who_decides_by_the_law_of_the_day() -> None:
    shown = proposal(HEAD, closed_ballot().ref, on=AT.date())

    assert (shown.kind, shown.authority, shown.needs_confirmation, shown.objection) == (
        Kind.DECISION,
        "Chủ tịch Ủy ban nhân dân tỉnh",
        True,
        None,
    )
    assert [row.nomination.name for row in shown.rows] == [
        "Lù Văn Bậc Thang",
        "Vàng Thị Lúa Chín",
        "Giàng A Mây Sớm",
    ]


def test_a_proposal_says_why_it_must_wait() -> None:
    ballot = closed_ballot()

    before = proposal(SPECIALIST, ballot.ref, on=AT.date()).objection
    propose(ballot.ref, authority_confirmed=True, actor=HEAD, at=AT)

    assert before == NOT_OFFICE_HEAD
    assert proposal(HEAD, ballot.ref, on=AT.date()).objection == ALREADY_PROPOSED


def test_only_the_office_and_inspectors_see_papers() -> None:
    decision = decided()

    seen = [
        len(decisions_for(who))
        for who in (
            HEAD,
            SPECIALIST,
            actor("i", Role.INSPECTOR),
            STRANGER,
            unit_officer("org-unit"),
        )
    ]

    assert seen == [1, 1, 1, 0, 0]
    with pytest.raises(Unseen):
        decision_for(STRANGER, decision.ref)
    with pytest.raises(Unseen):
        decision_page(STRANGER, decision.ref)


def test_a_list_of_papers_can_be_of_some_states() -> None:
    decided()

    assert decisions_for(HEAD, states=[State.DRAFT]) == []
    assert [
        (row.number, row.people, row.granted, row.refused, row.state_name)
        for row in decisions_for(HEAD, states=[State.IN_FORCE])
    ] == [("05/QĐ-UBND", 2, 2, 0, "Đã ban hành")]


def test_a_row_of_an_answered_submission_names_the_answer() -> None:
    answered()

    row = decisions_for(HEAD)[0]

    assert (row.answer_number, row.answered_on, row.granted, row.refused) == (
        "551/QĐ-TTg",
        ANSWERED_ON,
        2,
        1,
    )


def test_the_page_shows_lines_papers_files_and_what_may_be_done() -> None:
    ref = propose(closed_ballot(people=2).ref, authority_confirmed=True, actor=HEAD, at=AT)
    record_signing(ref, signing(), version=1, actor=SPECIALIST, at=AT)

    mine, heads = decision_page(SPECIALIST, ref), decision_page(HEAD, ref)

    assert mine.not_now.confirming == OWN_RECORD
    assert heads.not_now.confirming is None
    assert [(line.order, line.outcome, line.said) for line in heads.lines] == [
        (1, Outcome.PENDING, Outcome.PENDING),
        (2, Outcome.PENDING, Outcome.PENDING),
    ]
    assert len(heads.papers) == 2
    assert heads.current_paper == heads.papers[0].ref
    assert heads.signer_post_name == "Chủ tịch"
    assert heads.list_objection is None
    assert [entry.verb for entry in heads.history] == ["propose", "record_signing"]


def test_the_page_says_that_the_list_changed() -> None:
    ref = propose(closed_ballot().ref, authority_confirmed=True, actor=HEAD, at=AT)
    Ballot.objects.update(result_digest="c" * 64)

    assert decision_page(HEAD, ref).list_objection == LIST_CHANGED


def test_the_page_shows_what_an_unconfirmed_answer_says() -> None:
    decision = submitted()
    answer_with_a_refusal(decision)

    page = decision_page(HEAD, decision.ref)

    assert page.answer is not None
    assert [(line.outcome, line.said, line.reason) for line in page.lines[:2]] == [
        (Outcome.PENDING, Outcome.REFUSED, "Chưa đủ thời gian."),
        (Outcome.PENDING, Outcome.GRANTED, ""),
    ]


def test_files_of_a_decision_are_its_prints_its_scan_and_the_answers_scan() -> None:
    decision = answered()
    page = decision_page(HEAD, decision.ref)
    assert page.scan is not None
    assert page.answer is not None
    pdf = page.papers[0].pdf
    assert pdf is not None

    found = [
        file_of(HEAD, decision.ref, ref) for ref in (pdf.ref, page.scan.ref, page.answer.scan.ref)
    ]

    assert found == [pdf, page.scan, page.answer.scan]
    with pytest.raises(Unseen):
        file_of(HEAD, decision.ref, "unknown")


def test_a_draft_has_no_scan_to_open() -> None:
    ref = propose(closed_ballot().ref, authority_confirmed=True, actor=HEAD, at=AT)

    with pytest.raises(Unseen):
        file_of(HEAD, ref, "unknown")


def test_the_office_and_the_own_unit_read_why_somebody_was_refused() -> None:
    answered()
    organisation("Sở khác", "org-other")

    office = refused_lines_for(HEAD)

    assert [(line.name, line.reason, line.answer_number) for line in office] == [
        ("Lù Văn Bậc Thang", "Chưa đủ thời gian.", "551/QĐ-TTg")
    ]
    assert refused_lines_for(unit_officer("org-unit")) == office
    assert refused_lines_for(unit_officer("org-other")) == []
    assert refused_lines_for(STRANGER) == []
    assert refused_lines_for(actor("editor", Role.EDITOR)) == []


def test_the_public_reads_a_decision_from_its_day_on() -> None:
    decision = decided()

    assert decisions_public(SIGNED_ON - timedelta(days=1)) == []
    shown = decision_public(decision.ref, SIGNED_ON)
    assert (shown.number, shown.signed_on, shown.issuer, shown.award_name) == (
        "05/QĐ-UBND",
        SIGNED_ON,
        "Chủ tịch Ủy ban nhân dân tỉnh Lào Cai",
        "Chiến sĩ thi đua cấp tỉnh",
    )
    assert [(line.order, line.name, line.unit_name) for line in shown.lines] == [
        (1, "Lù Văn Bậc Thang", "Văn phòng Sở Thử nghiệm tỉnh Lào Cai"),
        (2, "Vàng Thị Lúa Chín", "Văn phòng Sở Thử nghiệm tỉnh Lào Cai"),
    ]
    with pytest.raises(Unseen):
        decision_public(decision.ref, SIGNED_ON - timedelta(days=1))


def test_the_public_reads_nothing_that_is_not_confirmed() -> None:
    ref = propose(closed_ballot().ref, authority_confirmed=True, actor=HEAD, at=AT)
    record_signing(ref, signing(), version=1, actor=SPECIALIST, at=AT)

    assert decisions_public(date(2030, 1, 1)) == []


def test_the_public_reads_nothing_of_a_submission_before_its_confirmed_answer() -> None:
    decision = submitted()
    answer_with_a_refusal(decision)

    assert decisions_public(date(2030, 1, 1)) == []


def test_nobody_refused_can_be_counted_by_the_public() -> None:
    decision = answered()

    shown = decision_public(decision.ref, ANSWERED_ON)

    assert (shown.number, shown.title) == (
        "551/QĐ-TTg",
        "Về việc tặng Bằng khen của Thủ tướng Chính phủ",
    )
    assert [(line.order, line.name) for line in shown.lines] == [
        (1, "Vàng Thị Lúa Chín"),
        (2, "Giàng A Mây Sớm"),
    ]
    assert decisions_public(ANSWERED_ON - timedelta(days=1)) == []


def test_an_answer_that_grants_nobody_is_not_public() -> None:
    decision = submitted()
    outcomes = [LineAnswer(order, is_granted=False, reason="Không.") for order in (1, 2, 3)]
    record_answer(
        decision.ref, answer(*outcomes), version=decision.version, actor=SPECIALIST, at=LATER
    )
    confirm_answer(decision.ref, actor=HEAD, at=LATER)

    assert decisions_public(date(2030, 1, 1)) == []


def test_newest_decisions_come_first() -> None:
    session = council_session()
    refs = []
    for number, code in enumerate(("CSTDT", "BK_TINH"), start=1):
        ballot = closed_ballot(code, session=session)
        ref = propose(ballot.ref, authority_confirmed=True, actor=HEAD, at=AT)
        day = SIGNED_ON + timedelta(days=number)
        record_signing(ref, signing(number, signed_on=day), version=1, actor=SPECIALIST, at=AT)
        confirm_signing(ref, actor=HEAD, at=AT)
        refs.append(ref)

    assert [shown.ref for shown in decisions_public(AT.date())] == refs[::-1]


@pytest.mark.parametrize("people", [1, 3])
def test_the_public_list_takes_the_same_queries_for_any_number_of_lines(
    people: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    ref = propose(closed_ballot(people=people).ref, authority_confirmed=True, actor=HEAD, at=AT)
    record_signing(ref, signing(), version=1, actor=SPECIALIST, at=AT)
    confirm_signing(ref, actor=HEAD, at=AT)

    with django_assert_num_queries(2):
        decisions_public(AT.date())


def test_the_public_reads_of_a_line_that_its_award_was_revoked_since() -> None:
    decision = decided()
    first, second = decision_public(decision.ref, SIGNED_ON).lines
    revoked_on = SIGNED_ON + timedelta(days=30)
    held = Award.objects.filter(decision_ref=decision.ref, person__ref=second.person_ref)
    assert held.update(revoked_on=revoked_on) == 1

    before = decision_public(decision.ref, revoked_on - timedelta(days=1))
    after = decision_public(decision.ref, revoked_on)

    assert [line.revoked_on for line in before.lines] == [None, None]
    assert [(line.person_ref, line.revoked_on) for line in after.lines] == [
        (first.person_ref, None),
        (second.person_ref, revoked_on),
    ]
