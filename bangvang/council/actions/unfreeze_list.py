"""Open a frozen list again, so that the agenda can be put right."""

from datetime import datetime

from django.db import transaction

from bangvang.council.models import BallotRow
from bangvang.council.permissions.ballots import objection_to_unfreezing
from bangvang.council.selectors.ballots import ballot_for
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import tidy


@transaction.atomic
def unfreeze_list(ballot_ref: str, *, reason: str, actor: Actor, at: datetime) -> None:
    """Drop a ballot of which no paper was handed out; papers with its code are void.

    Raises:
        Unseen: this actor sees no such ballot.
        Refused: not the secretary, opened already, or no reason.
    """
    ballot = ballot_for(actor, ballot_ref, lock=True)
    reason = tidy(reason)
    refuse_if(objection_to_unfreezing(actor, ballot, reason=reason))
    code, session_ref = ballot.manifest_said, ballot.session.ref
    BallotRow.objects.filter(ballot=ballot).delete()
    ballot.delete()
    record(
        actor=actor,
        at=at,
        verb="unfreeze_list",
        subject=("session", session_ref),
        said=f"Bỏ chốt danh sách bầu {code}; phiếu đã in mang mã này không dùng nữa. {reason}",
        details={"ballot": ballot_ref},
    )
