"""The people are still asked about somebody who passed: nothing is drafted, recorded or sent."""

from datetime import date

import pytest

from bangvang.appraisal.models import ConsultationRule
from bangvang.council.models import Ballot
from bangvang.decisions.actions.confirm_signing import confirm_signing
from bangvang.decisions.actions.propose import propose
from bangvang.decisions.actions.record_signing import record_signing
from bangvang.decisions.models import Decision
from bangvang.decisions.selectors.proposals import proposal
from bangvang.decisions.tests.factories import (
    AT,
    HEAD,
    SCAN,
    SPECIALIST,
    closed_ballot,
    signing,
)
from bangvang.decisions.tests.refusals import refused
from bangvang.foundation.files.keep import keep
from bangvang.foundation.files.kinds import SCANS

pytestmark = pytest.mark.django_db


@pytest.fixture
def ballot() -> Ballot:
    return closed_ballot("BK_TTG", people=1)


def asked_from(since: date) -> None:
    ConsultationRule.objects.create(
        award_code="BK_TTG",
        is_asked=True,
        working_days=10,
        gate="BEFORE_SUBMISSION",
        paper="REGULATION",
        number="12/QC-HĐTĐKT",
        issued_on=since,
        clause="khoản 2 Điều 9",
        since=since,
        scan=keep(SCAN, original_name="quy-che.pdf", actor=HEAD, at=AT, accept=SCANS),
        entered_by_ref="head",
        entered_by_name=HEAD.name,
        entered_at=AT,
    )


def drafted(ballot: Ballot) -> Decision:
    ref = propose(ballot.ref, authority_confirmed=True, actor=HEAD, at=AT)
    return Decision.objects.get(ref=ref)


def test_nothing_is_drafted_before_the_people_were_asked(ballot: Ballot) -> None:
    asked_from(date(2022, 1, 1))

    with refused("NOT_CONSULTED") as caught:
        drafted(ballot)

    assert "Lù Văn Bậc Thang" in caught.value.objection.sentence
    shown = proposal(HEAD, ballot.ref, on=AT.date()).objection
    assert shown == caught.value.objection


def test_nothing_is_recorded_or_sent_either(ballot: Ballot) -> None:
    decision = drafted(ballot)
    asked_from(date(2022, 1, 1))

    with refused("NOT_CONSULTED"):
        record_signing(decision.ref, signing(), version=1, actor=SPECIALIST, at=AT)

    ConsultationRule.objects.update(since=date(2022, 3, 1))
    record_signing(decision.ref, signing(), version=1, actor=SPECIALIST, at=AT)
    ConsultationRule.objects.update(since=date(2022, 1, 1))
    with refused("NOT_CONSULTED"):
        confirm_signing(decision.ref, actor=HEAD, at=AT)


def test_a_file_received_before_the_paper_goes_on(ballot: Ballot) -> None:
    asked_from(date(2022, 3, 1))

    assert drafted(ballot)
