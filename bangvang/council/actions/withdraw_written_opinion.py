"""Take back a letter that was entered wrongly."""

from datetime import datetime

from django.db import transaction

from bangvang.council.permissions.ballots import NO_REASON
from bangvang.council.selectors.ballots import ballot_for
from bangvang.council.selectors.opinions import objection_now, opinion_for
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import tidy


@transaction.atomic
def withdraw_written_opinion(ref: str, *, reason: str, actor: Actor, at: datetime) -> None:
    """Let a letter count no longer, so that it can be entered again; the row stays.

    Raises:
        Unseen: not of the counting board, or no such letter that counts.
        Refused: a count is closed, or no reason.
    """
    ballot = ballot_for(actor, opinion_for(actor, ref).ballot.ref, lock=True)
    opinion = opinion_for(actor, ref, lock=True)
    reason = tidy(reason)
    refuse_if(objection_now(actor, ballot))
    refuse_if(None if reason else NO_REASON)
    opinion.withdrawn_at, opinion.withdrawn_by_name = at, actor.name
    opinion.withdrawn_reason = reason
    opinion.save(update_fields=["withdrawn_at", "withdrawn_by_name", "withdrawn_reason"])
    record(
        actor=actor,
        at=at,
        verb="withdraw_written_opinion",
        subject=("ballot", ballot.ref),
        said=f"Rút ý kiến bằng văn bản đã nhập của {opinion.seat.holder_name}. {reason}",
        details={"opinion": ref, "seat": opinion.seat.number},
    )
