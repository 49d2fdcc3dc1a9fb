"""Take back a question to an agency."""

from datetime import datetime

from django.db import transaction

from bangvang.appraisal.permissions.agency_opinions import objection_to_withdrawing
from bangvang.appraisal.selectors.agency_opinions import request_for
from bangvang.appraisal.states import REQUEST_LIFE, RequestMove, RequestState
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import tidy


@transaction.atomic
def withdraw_agency_request(ref: str, reason: str, *, actor: Actor, at: datetime) -> None:
    """Take the question back; its link serves no more, and its rows wait for it no more.

    Raises:
        Unseen: no such question for this actor.
        Refused: not the head, answered or withdrawn already, or no reason.
    """
    request = request_for(actor, ref, lock=True)
    reason = tidy(reason)
    refuse_if(objection_to_withdrawing(actor, request, reason=reason))
    request.state = REQUEST_LIFE.target(RequestMove.WITHDRAW, RequestState(request.state))
    request.withdrawn_by_name, request.withdrawn_at = actor.name, at
    request.withdrawn_reason = reason
    request.save(update_fields=["state", "withdrawn_by_name", "withdrawn_at", "withdrawn_reason"])
    record(
        actor=actor,
        at=at,
        verb="withdraw_agency_request",
        subject=("agency_request", ref),
        said=f"Rút yêu cầu số {request.number} hỏi {request.agency}. {reason}",
    )
