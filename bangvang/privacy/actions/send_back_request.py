"""Say that a request is not to be answered as it was recorded."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import tidy
from bangvang.privacy.permissions import objection_to_version
from bangvang.privacy.permissions.requests import objection_to_sending_back
from bangvang.privacy.selectors.requests import request_for
from bangvang.privacy.states import REQUEST_LIFE, RequestMove, RequestState


@transaction.atomic
def send_back_request(ref: str, reason: str, *, version: int, actor: Actor, at: datetime) -> None:
    """End it with a reason; nothing is erased, and it may be recorded anew.

    Raises:
        Unseen: no such request for this actor.
        Refused: not the second person, decided before, changed meanwhile, or no reason.
    """
    request, reason = request_for(actor, ref, lock=True), tidy(reason)
    refuse_if(
        objection_to_sending_back(actor, request, reason)
        or objection_to_version(request.version, version)
    )
    request.state = REQUEST_LIFE.target(RequestMove.SEND_BACK, RequestState(request.state))
    request.decided_by_ref, request.decided_by_name = actor.account_ref, actor.name
    request.decided_at, request.reason = at, reason
    request.version += 1
    request.save()
    record(
        actor=actor,
        at=at,
        verb="send_back_request",
        subject=("erasure_request", ref),
        said=f"Không xác nhận cách giải quyết yêu cầu xóa dữ liệu số {request.said}: {reason}",
    )
