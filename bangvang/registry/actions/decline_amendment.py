"""Let a proposed amendment go: the register stays as it is."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import tidy
from bangvang.registry.models import AmendedRow
from bangvang.registry.permissions.amendments import (
    objection_to_declining_amendment,
    objection_to_seen_amendment,
)
from bangvang.registry.permissions.merges import objection_to_reason
from bangvang.registry.selectors.amendments import amendment_for
from bangvang.registry.states import AMENDMENT_NAMES, AmendmentKind, AmendmentState


@transaction.atomic
def decline_amendment(ref: str, reason: str, *, version: int, actor: Actor, at: datetime) -> None:
    """Close the proposal with a reason; it can be proposed anew.

    Raises:
        Unseen: there is no such amendment.
        Refused: not who may, decided already, no reason, or changed since it was seen.
    """
    amendment = amendment_for(actor, ref, lock=True)
    reason = tidy(reason)
    refuse_if(objection_to_declining_amendment(actor, amendment))
    refuse_if(objection_to_seen_amendment(amendment, version))
    refuse_if(objection_to_reason(reason))
    AmendedRow.objects.filter(amendment=amendment).update(is_open=False)
    amendment.state = AmendmentState.DECLINED
    amendment.decided_by_ref, amendment.decided_by_name = actor.account_ref, actor.name
    amendment.decided_at, amendment.decided_reason = at, reason
    amendment.version += 1
    amendment.save()
    record(
        actor=actor,
        at=at,
        verb="decline_amendment",
        subject=("amendment", ref),
        said=f"Không ghi: {AMENDMENT_NAMES[AmendmentKind(amendment.kind)]}.",
        details={"kind": amendment.kind},
    )
