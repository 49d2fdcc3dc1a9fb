"""Record that a draft was signed: number and day from the office's book, signer, scan."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localtime

from bangvang.appraisal.permissions import objection_to_deciding_on
from bangvang.council.selectors.results import ballot_result
from bangvang.decisions.actions.print_paper import print_paper
from bangvang.decisions.actions.propose import DECISIONS_TURN
from bangvang.decisions.models import Decision
from bangvang.decisions.permissions import (
    NO_SIGNER,
    NUMBER_TAKEN,
    objection_to_changed_authority,
    objection_to_list,
    objection_to_recording,
    objection_to_version,
)
from bangvang.decisions.selectors.decisions import decision_for
from bangvang.decisions.selectors.lists import list_still_stands, stopped_in, unasked_in
from bangvang.decisions.states import LIFE, RECORDING, Kind, SignerPost, State
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.audit.record import record
from bangvang.foundation.db.turns import wait_for_turn
from bangvang.foundation.files.keep import keep
from bangvang.foundation.files.kinds import SCANS
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import say_date, tidy
from bangvang.law import authority_for


@dataclass(frozen=True)
class Signing:
    """What the signed paper says: `number` without its symbol, and the scan as bytes."""

    number: int
    signed_on: date
    signer_name: str
    signer_post: SignerPost
    scan: bytes
    scan_name: str


@transaction.atomic
def record_signing(ref: str, signing: Signing, *, version: int, actor: Actor, at: datetime) -> None:
    """Record the signing of a decision, or of a submission; another person confirms it.

    The paper is printed anew with its number and day, to be compared with the scan.

    Raises:
        Unseen: this actor has no such paper.
        Refused: not the office, no draft, a day before the session or in the future, a number
            already used that year, a list or an authority that is no longer that of the draft, an
            open bar that nobody answered for, a scan of another kind, or changed by somebody else
            meanwhile.
    """
    wait_for_turn(DECISIONS_TURN)
    decision = decision_for(actor, ref, lock=True)
    refuse_if(
        objection_to_recording(
            actor,
            decision,
            signed_on=signing.signed_on,
            session_on=ballot_result(decision.ballot.ref).session_on,
            on=at.date(),
        )
        or objection_to_version(decision.version, version)
        or objection_to_list(stands=list_still_stands(actor, decision))
        or objection_to_changed_authority(
            decision, authority_for(decision.award_code, on=signing.signed_on)
        )
        or objection_to_deciding_on(stopped_in(decision, on=localtime(at).date()))
        or unasked_in(decision, on=localtime(at).date())
    )
    refuse_if(None if tidy(signing.signer_name) else NO_SIGNER)
    refuse_if(NUMBER_TAKEN if _is_taken(decision, signing) else None)
    _fill(decision, signing, actor, at)
    print_paper(decision, actor=actor, at=at)
    decision.save()
    record(
        actor=actor,
        at=at,
        verb="record_signing",
        subject=("decision", ref),
        said=f"Ghi số {decision.number_written} ngày {say_date(signing.signed_on)}, "
        f"người ký {decision.signer_name}; chờ người thứ hai xác nhận.",
        details={
            "number": decision.number_written,
            "signed_on": signing.signed_on.isoformat(),
            "scan": decision.scan.digest if decision.scan else None,
        },
    )


def _is_taken(decision: Decision, signing: Signing) -> bool:
    same = Decision.objects.filter(
        issuer=decision.issuer,
        symbol=decision.symbol,
        signed_year=signing.signed_on.year,
        number=signing.number,
    )
    return same.exclude(state=State.DRAFT).exclude(pk=decision.pk).exists()


def _fill(decision: Decision, signing: Signing, actor: Actor, at: datetime) -> None:
    what = RECORDING[Kind(decision.kind)]
    decision.state = LIFE.target(what, State(decision.state))
    decision.number = signing.number
    decision.signed_on = signing.signed_on
    decision.signed_year = signing.signed_on.year
    decision.signer_name = tidy(signing.signer_name)
    decision.signer_post = signing.signer_post
    decision.scan = keep(
        signing.scan, original_name=signing.scan_name, actor=actor, at=at, accept=SCANS
    )
    decision.recorded_by_ref, decision.recorded_by_name = actor.account_ref, actor.name
    decision.recorded_by_head = actor.has(Role.OFFICE_HEAD)
    decision.recorded_at = at
    decision.sent_back_reason = ""
    decision.version += 1
