"""Let rows go on without the answer of an agency."""

from datetime import datetime

from django.db import transaction

from bangvang.appraisal.permissions.agency_opinions import objection_to_stopping
from bangvang.appraisal.selectors.agency_opinions import request_for
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import tidy


@transaction.atomic
def stop_awaiting_agency(ref: str, reason: str, *, actor: Actor, at: datetime) -> None:
    """Wait no more; an answer that comes later is still taken in and stands beside the rows.

    Raises:
        Unseen: no such question for this actor.
        Refused: not the head, answered or withdrawn, nothing waits, or no reason.
    """
    request = request_for(actor, ref, lock=True)
    reason = tidy(reason)
    refuse_if(objection_to_stopping(actor, request, reason=reason))
    request.is_awaited = False
    request.stopped_by_name, request.stopped_at, request.stopped_reason = actor.name, at, reason
    request.save(update_fields=["is_awaited", "stopped_by_name", "stopped_at", "stopped_reason"])
    record(
        actor=actor,
        at=at,
        verb="stop_awaiting_agency",
        subject=("agency_request", ref),
        said=f"Thôi chờ {request.agency} trả lời yêu cầu số {request.number}. {reason}",
    )
