"""Take back an event of a body that was entered wrongly; it stays in view as withdrawn."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Refused, refuse_if
from bangvang.foundation.vietnamese import fold, text_sort_key
from bangvang.registry.actions.settle_bodies import put_back
from bangvang.registry.models import BodyEvent, EventBody, FormerName
from bangvang.registry.permissions.bodies import (
    RESTED_ON,
    objection_to_body_version,
    objection_to_withdrawing_event,
)
from bangvang.registry.selectors.bodies import (
    bodies_to_change,
    event_to_change,
    objection_to_name,
    objection_to_undoing,
)
from bangvang.registry.states import BODY_EVENT_NAMES, BodyEventKind


@transaction.atomic
def withdraw_body_event(ref: str, reason: str, *, version: int, actor: Actor, at: datetime) -> None:
    """Let everything be as it was before the event, with the reason.

    Raises:
        Unseen: there is no such event for this actor.
        Refused: not the standing office, no reason, withdrawn already, something later rests on
            it, or somebody else saved in between (`STALE`).
    """
    event = event_to_change(actor, ref)
    reason = reason.strip()
    refuse_if(objection_to_withdrawing_event(actor, event, reason=reason))
    refuse_if(objection_to_body_version(event, version))
    touched = EventBody.objects.filter(event=event).select_related("organisation").order_by("pk")
    bodies = bodies_to_change(actor, [row.organisation.ref for row in touched])
    first = bodies[0].ref
    if event.done_at is not None:
        refuse_if(objection_to_undoing(event))
        _bear_the_old_name(event)
        put_back(event)
    event.withdrawn_reason = reason
    event.withdrawn_by_ref, event.withdrawn_by_name = actor.account_ref, actor.name
    event.withdrawn_at = at
    event.version += 1
    event.save()
    record(
        actor=actor,
        at=at,
        verb="withdraw_body_event",
        subject=("organisation", first),
        said=f"Rút sự kiện ghi nhầm: {BODY_EVENT_NAMES[BodyEventKind(event.kind)].lower()}. "
        f"Lý do: {reason}",
        details={"event": ref},
    )


def _bear_the_old_name(event: BodyEvent) -> None:
    for former in FormerName.objects.filter(event=event).select_related("organisation"):
        body = former.organisation
        if objection_to_name(former.name, body.parent_id, besides=[body.pk]):
            raise Refused(RESTED_ON)
        body.name, body.abbreviation = former.name, former.abbreviation
        body.name_fold, body.sort_key = fold(former.name), text_sort_key(former.name)
        body.version += 1
        body.save()
