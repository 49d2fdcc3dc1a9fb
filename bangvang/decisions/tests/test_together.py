"""Several awards of one person on one day: which prizes are paid, and what is left to a person."""

from datetime import date

import pytest

from bangvang.council.models import Session
from bangvang.decisions.actions.propose import propose
from bangvang.decisions.actions.record_signing import record_signing
from bangvang.decisions.selectors.together import SeveralAwards, several_awards
from bangvang.decisions.tests.factories import (
    AT,
    HEAD,
    NAMES,
    SIGNED_ON,
    SPECIALIST,
    STRANGER,
    closed_ballot,
    council_session,
    decision_named,
    person,
    signing,
)
from bangvang.nominations.models import Nomination
from bangvang.registry.models import Award, Person

pytestmark = pytest.mark.django_db


def draft(code: str = "CSTDT") -> tuple[str, Person]:
    """Return a draft of one line, and the person of the register whom it means."""
    number = Session.objects.count() + 1
    session = council_session(number=number)
    ballot = closed_ballot(code, people=1, failed=0, session=session)
    somebody = person(NAMES[0])
    Nomination.objects.filter(award_code=code).update(person=somebody)
    return propose(ballot.ref, authority_confirmed=True, actor=HEAD, at=AT), somebody


def held(
    by: Person, code: str, year: int = 2021, *, on: date = SIGNED_ON, kind: str = "MERIT"
) -> None:
    Award.objects.create(
        person=by, code=code, kind=kind, year=year, name_as_written=by.full_name,
        unit_as_written="Sở", unit=by.organisation, decision_no=f"{code}/QĐ-UBND", decided_on=on,
        issued_by="Chủ tịch Ủy ban nhân dân tỉnh", origin="BACK_ENTRY",
    )  # fmt: skip


def told(found: tuple[SeveralAwards, ...]) -> list[tuple[str, bool | None]]:
    (one,) = found
    return [(prize.award_name, prize.is_paid) for prize in one.prizes]


def test_a_title_and_a_commendation_of_one_day_are_both_paid_by_their_clause() -> None:
    ref, somebody = draft()
    held(somebody, "BK_TINH")

    found = several_awards(HEAD, ref, on=SIGNED_ON)

    assert [(name, paid) for name, paid in told(found)] == [
        ("Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", True),
        ("Chiến sĩ thi đua cấp tỉnh", True),
    ]
    assert found[0].name == NAMES[0]
    assert "Nghị định 91/2017/NĐ-CP" in found[0].prizes[0].cite


def test_two_titles_whose_periods_nobody_states_are_for_a_person() -> None:
    ref, somebody = draft()
    held(somebody, "CSTDCS")

    assert [paid for _, paid in told(several_awards(HEAD, ref, on=SIGNED_ON))] == [None, None]


def test_yearly_titles_of_one_year_leave_only_the_highest() -> None:
    ref, somebody = draft("BK_TINH")
    held(somebody, "LDTT")
    held(somebody, "CSTDCS")

    assert told(several_awards(HEAD, ref, on=SIGNED_ON)) == [
        ("Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", True),
        ("Chiến sĩ thi đua cơ sở", True),
        ("Lao động tiên tiến", False),
    ]


def test_one_award_alone_another_day_or_a_revoked_one_is_nothing_to_tell() -> None:
    ref, somebody = draft()
    held(somebody, "BK_TINH", on=date(2022, 4, 21))
    held(somebody, "BK_BO")
    Award.objects.filter(code="BK_BO").update(revoked_on=SIGNED_ON)

    assert several_awards(HEAD, ref, on=SIGNED_ON) == ()


def test_one_title_twice_is_a_contradiction_for_a_person() -> None:
    ref, somebody = draft("BK_TINH")
    held(somebody, "LDTT")
    held(somebody, "LDTT", kind="THEME")

    assert [paid for _, paid in told(several_awards(HEAD, ref, on=SIGNED_ON))] == [None] * 3


def test_another_decision_signed_that_day_counts_before_it_is_in_the_register() -> None:
    ref, somebody = draft()
    other = closed_ballot("BK_TINH", people=1, failed=0, session=council_session(number=2))
    Nomination.objects.filter(award_code="BK_TINH").update(person=somebody)
    second = propose(other.ref, authority_confirmed=True, actor=HEAD, at=AT)
    assert several_awards(HEAD, ref, on=SIGNED_ON) == ()

    version = decision_named(second).version
    record_signing(second, signing(), version=version, actor=SPECIALIST, at=AT)

    (one,) = several_awards(HEAD, ref, on=SIGNED_ON)
    assert [prize.paper for prize in one.prizes] == [decision_named(second).number_written, ""]


def test_a_stranger_and_a_submission_are_told_nothing() -> None:
    ref, somebody = draft("BK_TTG")
    held(somebody, "BK_TINH")

    assert several_awards(HEAD, ref, on=SIGNED_ON) == ()
    own, other = draft()
    held(other, "BK_TINH", year=2020)
    assert several_awards(STRANGER, own, on=SIGNED_ON) == ()
    assert several_awards(HEAD, own, on=SIGNED_ON) != ()
