"""A decision of the province, from the ballot's result to the register."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bangvang.appraisal.models import StoredFinding
from bangvang.council.models import Ballot, BallotRow
from bangvang.decisions.actions.confirm_signing import confirm_signing
from bangvang.decisions.actions.propose import propose
from bangvang.decisions.actions.record_signing import record_signing
from bangvang.decisions.actions.reprint import reprint
from bangvang.decisions.actions.revise import revise
from bangvang.decisions.actions.send_back_signing import send_back_signing
from bangvang.decisions.models import Decision, Line
from bangvang.decisions.states import Kind, Outcome, State
from bangvang.decisions.tests.factories import (
    AT,
    HEAD,
    SCAN,
    SECOND_SPECIALIST,
    SIGNED_ON,
    SPECIALIST,
    STRANGER,
    actor,
    closed_ballot,
    council_session,
    organisation,
    person,
    signing,
)
from bangvang.decisions.tests.refusals import refused
from bangvang.foundation.actor import Origin, Role
from bangvang.foundation.audit.selectors import entries_about
from bangvang.foundation.documents.models import KeptDocument
from bangvang.foundation.objection import Unseen
from bangvang.law import Days, Record, Used, appraise
from bangvang.nominations.models import Batch, Nomination
from bangvang.nominations.states import BatchState
from bangvang.nominations.states import State as RowState
from bangvang.registry.models import Award, Initiative, InitiativeUse, Person

pytestmark = pytest.mark.django_db


def drafted(*, people: int = 2) -> Decision:
    ballot = closed_ballot(people=people)
    return Decision.objects.get(
        ref=propose(ballot.ref, authority_confirmed=True, actor=HEAD, at=AT)
    )


def recorded(*, people: int = 2) -> Decision:
    decision = drafted(people=people)
    record_signing(decision.ref, signing(), version=1, actor=SPECIALIST, at=AT)
    decision.refresh_from_db()
    return decision


def verbs(decision: Decision) -> list[str]:
    return [entry.verb for entry in entries_about(("decision", decision.ref))]


def test_a_passed_list_becomes_a_decision_of_its_passed_rows_only() -> None:
    decision = drafted()

    assert decision.kind == Kind.DECISION
    assert decision.title == "Về việc tặng danh hiệu “Chiến sĩ thi đua cấp tỉnh” năm 2021"
    assert list(decision.lines.order_by("order").values_list("order", "name", "yes", "total")) == [
        (1, "Lù Văn Bậc Thang", 21, 22),
        (2, "Vàng Thị Lúa Chín", 21, 22),
    ]
    assert decision.document is not None
    assert verbs(decision) == ["propose"]


def test_the_head_confirms_an_authority_whose_clause_was_not_read() -> None:
    ballot = closed_ballot()

    with refused("AUTHORITY_UNCONFIRMED"):
        propose(ballot.ref, authority_confirmed=False, actor=HEAD, at=AT)
    ref = propose(ballot.ref, authority_confirmed=True, actor=HEAD, at=AT)

    note = Decision.objects.get(ref=ref).authority_note
    assert note == ("Trần Thị Đồi Chè xác nhận thẩm quyền: Điều 79 Luật Thi đua, khen thưởng 2003.")
    assert note in entries_about(("decision", ref))[0].said


def test_only_the_head_proposes() -> None:
    ballot = closed_ballot()

    with refused("NOT_OFFICE_HEAD"):
        propose(ballot.ref, authority_confirmed=True, actor=SPECIALIST, at=AT)


def test_a_result_without_signed_minutes_waits() -> None:
    ballot = closed_ballot(session=council_session(signed=False))

    with refused("MINUTES_NOT_SIGNED"):
        propose(ballot.ref, authority_confirmed=True, actor=HEAD, at=AT)


def test_a_ballot_in_which_nobody_passed_makes_no_decision() -> None:
    ballot = closed_ballot(people=0)

    with refused("NOBODY_PASSED"):
        propose(ballot.ref, authority_confirmed=True, actor=HEAD, at=AT)


def test_a_result_is_proposed_once() -> None:
    ballot = closed_ballot()
    propose(ballot.ref, authority_confirmed=True, actor=HEAD, at=AT)

    with refused("ALREADY_PROPOSED"):
        propose(ballot.ref, authority_confirmed=True, actor=HEAD, at=AT)


def test_what_the_units_decide_themselves_is_not_the_provinces() -> None:
    ballot = closed_ballot("LDTT")

    with refused("NOT_OURS"):
        propose(ballot.ref, authority_confirmed=True, actor=HEAD, at=AT)


def test_a_ballot_that_is_unknown_is_unseen() -> None:
    with pytest.raises(Unseen):
        propose("unknown", authority_confirmed=True, actor=HEAD, at=AT)


def test_an_actor_who_does_not_see_the_rows_sees_no_list() -> None:
    ballot = closed_ballot()

    with pytest.raises(Unseen):
        propose(ballot.ref, authority_confirmed=True, actor=actor("editor", Role.EDITOR), at=AT)


def test_a_draft_is_revised_and_every_print_is_kept() -> None:
    decision = drafted()

    revise(
        decision.ref,
        title="  Về việc  tặng danh hiệu ",
        extra_grounds="Căn cứ Công văn số 9/UBND-NC\n\n",
        version=1,
        actor=SPECIALIST,
        at=AT,
    )
    reprint(decision.ref, actor=SPECIALIST, at=AT)

    decision.refresh_from_db()
    prints = KeptDocument.objects.filter(subject_ref=decision.ref)
    assert (decision.title, decision.extra_grounds) == (
        "Về việc tặng danh hiệu",
        "Căn cứ Công văn số 9/UBND-NC",
    )
    assert decision.document == prints.order_by("pk").last()
    assert prints.count() == 3
    assert verbs(decision) == ["propose", "revise", "reprint"]


def test_a_stale_revision_is_refused() -> None:
    decision = drafted()
    revise(decision.ref, title="A", extra_grounds="", version=1, actor=SPECIALIST, at=AT)

    with refused("STALE"):
        revise(decision.ref, title="B", extra_grounds="", version=1, actor=HEAD, at=AT)


def test_a_draft_keeps_an_abstract() -> None:
    decision = drafted()

    with refused("NO_TITLE"):
        revise(decision.ref, title=" ", extra_grounds="", version=1, actor=HEAD, at=AT)


def test_a_stranger_sees_no_decision() -> None:
    decision = drafted()

    with pytest.raises(Unseen):
        revise(decision.ref, title="A", extra_grounds="", version=1, actor=STRANGER, at=AT)


def test_an_inspector_reads_and_does_not_write() -> None:
    decision = drafted()

    with refused("NOT_OFFICE"):
        reprint(decision.ref, actor=actor("inspector", Role.INSPECTOR), at=AT)


def test_a_signing_is_recorded_with_number_day_signer_and_scan() -> None:
    decision = recorded()

    assert decision.state == State.SIGNED_RECORDED
    assert decision.number_written == "05/QĐ-UBND"
    assert decision.signed_on == SIGNED_ON
    assert decision.scan is not None
    assert decision.scan.size_bytes == len(SCAN)
    assert not Award.objects.exists()
    assert verbs(decision)[-1] == "record_signing"


def test_a_signing_is_not_recorded_before_the_sessions_day() -> None:
    decision = drafted()

    with refused("TOO_EARLY"):
        record_signing(
            decision.ref,
            signing(signed_on=date(2022, 4, 18)),
            version=1,
            actor=SPECIALIST,
            at=AT,
        )


def test_a_signing_is_not_recorded_for_a_day_to_come() -> None:
    decision = drafted()

    with refused("IN_FUTURE"):
        record_signing(
            decision.ref,
            signing(signed_on=AT.date() + timedelta(days=1)),
            version=1,
            actor=SPECIALIST,
            at=AT,
        )


def test_a_signing_on_a_day_with_another_authority_is_refused() -> None:
    decision = drafted()
    Decision.objects.filter(pk=decision.pk).update(authority_key="GOVERNMENT")

    with refused("AUTHORITY_CHANGED"):
        record_signing(decision.ref, signing(), version=1, actor=SPECIALIST, at=AT)


def test_a_signing_has_a_signer() -> None:
    decision = drafted()
    nobody = signing()
    object.__setattr__(nobody, "signer_name", "  ")

    with refused("NO_SIGNER"):
        record_signing(decision.ref, nobody, version=1, actor=SPECIALIST, at=AT)


def test_a_stale_record_of_a_signing_is_refused() -> None:
    decision = drafted()

    with refused("STALE"):
        record_signing(decision.ref, signing(), version=9, actor=SPECIALIST, at=AT)


def test_a_signing_is_recorded_once() -> None:
    decision = recorded()

    with refused("WRONG_STATE"):
        record_signing(decision.ref, signing(), version=2, actor=HEAD, at=AT)


def test_a_row_that_is_no_longer_the_offices_to_see_blocks_the_confirmation() -> None:
    decision = recorded()
    Batch.objects.update(state=BatchState.DISCARDED)

    with pytest.raises(Unseen):
        confirm_signing(decision.ref, actor=HEAD, at=AT)


def test_a_number_is_given_once_a_year() -> None:
    first = recorded()
    session = council_session(number=2)
    second = propose(
        closed_ballot(session=session).ref, authority_confirmed=True, actor=HEAD, at=AT
    )

    with refused("NUMBER_TAKEN"):
        record_signing(second, signing(number=5), version=1, actor=SPECIALIST, at=AT)
    record_signing(second, signing(number=6), version=1, actor=SPECIALIST, at=AT)

    assert Decision.objects.exclude(pk=first.pk).get().number == 6


def test_a_scan_that_is_no_scan_is_refused_and_nothing_is_kept() -> None:
    decision = drafted()

    with refused("FILE_NOT_ACCEPTED"):
        record_signing(
            decision.ref, signing(scan=b"a;b\n1;2\n"), version=1, actor=SPECIALIST, at=AT
        )

    decision.refresh_from_db()
    assert decision.state == State.DRAFT


def test_a_row_that_changed_after_the_draft_blocks_every_step() -> None:
    decision = drafted()
    Nomination.objects.filter(name="Vàng Thị Lúa Chín").update(position="Phó Giám đốc")

    with refused("LIST_CHANGED"):
        record_signing(decision.ref, signing(), version=1, actor=SPECIALIST, at=AT)


def test_a_result_that_changed_after_the_record_blocks_its_confirmation() -> None:
    decision = recorded()
    Ballot.objects.update(result_digest="c" * 64)

    with refused("LIST_CHANGED"):
        confirm_signing(decision.ref, actor=HEAD, at=AT)

    assert not Award.objects.exists()


def test_a_row_that_no_longer_passed_blocks_the_confirmation() -> None:
    decision = recorded()
    BallotRow.objects.filter(name="Vàng Thị Lúa Chín").update(passed=False)

    with refused("LIST_CHANGED"):
        confirm_signing(decision.ref, actor=HEAD, at=AT)


def test_confirming_enters_every_award_in_the_register() -> None:
    decision = recorded()

    confirm_signing(decision.ref, actor=HEAD, at=AT)

    decision.refresh_from_db()
    assert decision.state == State.IN_FORCE
    assert list(
        Award.objects.order_by("order_no").values_list(
            "person__full_name", "code", "kind", "year", "decision_no", "decided_on", "issued_by",
            "order_no", "decision_ref",
        )
    ) == [
        (name, "CSTDT", "MERIT", 2021, "05/QĐ-UBND", SIGNED_ON,
         "Chủ tịch Ủy ban nhân dân tỉnh Lào Cai", order, decision.ref)
        for order, name in enumerate(("Lù Văn Bậc Thang", "Vàng Thị Lúa Chín"), start=1)
    ]  # fmt: skip
    assert set(Line.objects.values_list("outcome", flat=True)) == {Outcome.GRANTED}
    assert list(Nomination.objects.order_by("source_row").values_list("state", flat=True)) == [
        RowState.GRANTED,
        RowState.GRANTED,
        RowState.VOTED_AGAINST,
    ]
    assert verbs(decision)[-1] == "confirm_signing"


def test_the_recorder_does_not_confirm() -> None:
    decision = recorded()

    with refused("OWN_RECORD"):
        confirm_signing(decision.ref, actor=SPECIALIST, at=AT)


def test_what_a_specialist_recorded_the_head_confirms() -> None:
    decision = recorded()

    with refused("HEAD_NEEDED"):
        confirm_signing(decision.ref, actor=SECOND_SPECIALIST, at=AT)


def test_what_the_head_recorded_a_specialist_confirms() -> None:
    decision = drafted()
    record_signing(decision.ref, signing(), version=1, actor=HEAD, at=AT)

    confirm_signing(decision.ref, actor=SPECIALIST, at=AT)

    assert Award.objects.count() == 2


def test_a_second_confirmation_is_refused() -> None:
    decision = recorded()
    confirm_signing(decision.ref, actor=HEAD, at=AT)

    with refused("WRONG_STATE"):
        confirm_signing(decision.ref, actor=actor("head-2", Role.OFFICE_HEAD), at=AT)

    assert Award.objects.count() == 2


def test_a_wrong_record_goes_back_with_a_reason_and_is_made_anew() -> None:
    decision = recorded()

    with refused("NO_REASON"):
        send_back_signing(decision.ref, reason=" ", actor=HEAD, at=AT)
    send_back_signing(decision.ref, reason="Bản quét thiếu trang 2.", actor=HEAD, at=AT)
    decision.refresh_from_db()
    sent_back = (decision.state, decision.sent_back_reason, decision.number)
    record_signing(decision.ref, signing(), version=decision.version, actor=SPECIALIST, at=AT)
    confirm_signing(decision.ref, actor=HEAD, at=AT)

    decision.refresh_from_db()
    assert sent_back == (State.DRAFT, "Bản quét thiếu trang 2.", 5)
    assert (decision.state, decision.sent_back_reason) == (State.IN_FORCE, "")


def test_a_person_of_the_register_is_not_entered_again() -> None:
    ballot = closed_ballot(people=1)
    known = person("Lù Văn Bậc Thang")
    Nomination.objects.filter(source_row=1).update(person=known)
    ref = propose(ballot.ref, authority_confirmed=True, actor=HEAD, at=AT)
    record_signing(ref, signing(), version=1, actor=SPECIALIST, at=AT)

    confirm_signing(ref, actor=HEAD, at=AT)

    assert Award.objects.get().person == known
    assert Person.objects.count() == 1


def test_the_initiatives_that_the_newest_answer_rests_on_are_marked_as_used() -> None:
    ballot = closed_ballot(people=1)
    known = person("Lù Văn Bậc Thang")
    row = Nomination.objects.get(source_row=1)
    Nomination.objects.filter(pk=row.pk).update(person=known)
    earlier, used = initiative(known, 2019), initiative(known, 2021)
    stored_finding(row, earlier.ref)
    stored_finding(row, used.ref, "an-award", initiative(person("Sùng Thị Nương"), 2021).ref)
    ref = propose(ballot.ref, authority_confirmed=True, actor=HEAD, at=AT)
    record_signing(ref, signing(), version=1, actor=SPECIALIST, at=AT)

    confirm_signing(ref, actor=HEAD, at=AT)

    use = InitiativeUse.objects.get()
    assert (use.initiative, use.award_code, use.year) == (used, "CSTDT", 2021)
    assert (use.decision_no, use.since) == ("05/QĐ-UBND", SIGNED_ON)


def initiative(of: Person, year: int) -> Initiative:
    return Initiative.objects.create(
        person=of, code="SK_TINH", year=year, title=f"Sáng kiến {year}", decision_no=f"{year}/QĐ",
        decided_on=date(year, 12, 1), recognised_by="Chủ tịch",
    )  # fmt: skip


def stored_finding(row: Nomination, *record_ids: str) -> None:
    asked = appraise(
        row.award_code, Record((), {}), days=Days(date(2022, 2, 1), row.achievement_year)
    )
    rests_on = tuple(Used(record_id, "SK_TINH", 2021, "1/QĐ", None) for record_id in record_ids)
    appraisal = replace(asked, finding=replace(asked.finding, used=rests_on))
    StoredFinding.objects.create(
        nomination=row, asked_at=AT, on_day=AT.date(), answer=appraisal.answer,
        rulebook_version="1", finding=appraisal.as_json(), facts={},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("digest", "birth_on", "is_same"),
    [
        ("d" * 64, None, True),
        ("e" * 64, date(1980, 1, 1), False),
        (None, date(1980, 1, 1), False),
        (None, None, False),
    ],
)
def test_only_an_identity_number_makes_a_new_person_somebody_entered_meanwhile(
    digest: str | None, birth_on: date | None, *, is_same: bool
) -> None:
    ballot = closed_ballot(people=1)
    by_number = digest is not None
    Nomination.objects.filter(source_row=1).update(
        identity_digest="d" * 64 if by_number else "",
        birth_on=birth_on if birth_on is None else date(1980, 1, 1),
    )
    ref = propose(ballot.ref, authority_confirmed=True, actor=HEAD, at=AT)
    record_signing(ref, signing(), version=1, actor=SPECIALIST, at=AT)
    meanwhile = person("Lù Văn Bậc Thang", birth_on=birth_on, digest=digest)

    confirm_signing(ref, actor=HEAD, at=AT)

    assert (Award.objects.get().person == meanwhile) is is_same


def test_a_replay_keeps_its_own_days_and_says_that_it_is_one() -> None:
    head = actor("head", Role.OFFICE_HEAD, origin=Origin.REPLAY)
    other = actor("other", Role.SPECIALIST, origin=Origin.REPLAY)
    ref = propose(closed_ballot().ref, authority_confirmed=True, actor=head, at=AT)
    record_signing(ref, signing(), version=1, actor=other, at=AT)

    confirm_signing(ref, actor=head, at=AT)

    entries = entries_about(("decision", ref))
    assert {(entry.origin, entry.happened_at) for entry in entries} == {(Origin.REPLAY, AT)}
    assert set(Award.objects.values_list("origin", flat=True)) == {Origin.REPLAY}


def test_the_units_own_name_stays_as_written() -> None:
    decision = recorded(people=1)
    organisation().__class__.objects.update(name="Sở mới")

    confirm_signing(decision.ref, actor=HEAD, at=AT)

    assert Award.objects.get().unit_as_written == "Văn phòng Sở Thử nghiệm tỉnh Lào Cai"
