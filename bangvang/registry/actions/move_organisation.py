"""Put a body under another one by a decision; what it belonged to stays in its history."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Objection, refuse_if
from bangvang.foundation.vietnamese import say_date
from bangvang.registry.actions.settle_bodies import change_parent
from bangvang.registry.models import BodyEvent, EventBody, Organisation
from bangvang.registry.permissions.bodies import (
    SAME_PARENT,
    Decided,
    objection_to_body_version,
    objection_to_event,
)
from bangvang.registry.selectors.bodies import (
    bodies_to_change,
    objection_to_change_of,
    objection_to_name,
    objection_to_parent,
)
from bangvang.registry.states import BodyEventKind, BodyPart


@transaction.atomic
def move_organisation(
    ref: str,
    parent_ref: str | None,
    decided: Decided,
    *,
    version: int,
    actor: Actor,
    at: datetime,
) -> str:
    """Let the body belong to another one, or to none, from the day on; return the event.

    Raises:
        Unseen: there is no such body for this actor.
        Refused: not the standing office, no decision, a day that cannot be, an ended body, a
            circle, a name that is there already, the same parent, or somebody else saved in
            between (`STALE`).
    """
    refs = [ref, parent_ref] if parent_ref else [ref]
    body, *others = bodies_to_change(actor, refs)
    parent = others[0] if others else (body if parent_ref else None)
    refuse_if(objection_to_event(actor, decided, today=at.date()))
    refuse_if(objection_to_body_version(body, version))
    refuse_if(objection_to_change_of(body, BodyEventKind.MOVED, decided.on))
    refuse_if(_objection_to_place(body, parent, decided))
    event = BodyEvent.objects.create(
        kind=BodyEventKind.MOVED.value,
        on=decided.on,
        decision_no=decided.decision_no,
        decided_on=decided.decided_on,
        issued_by=decided.issued_by,
        note=decided.note,
        recorded_by_ref=actor.account_ref,
        recorded_by_name=actor.name,
        recorded_at=at,
        done_at=at,
    )
    EventBody.objects.create(event=event, organisation=body, part=BodyPart.CHANGED)
    before = body.parent.name if body.parent else "cấp cao nhất"
    change_parent(body, parent, event)
    record(
        actor=actor,
        at=at,
        verb="move_organisation",
        subject=("organisation", ref),
        said=f"Chuyển {body.name} từ {before} sang {parent.name if parent else 'cấp cao nhất'} "
        f"từ ngày {say_date(decided.on)}, theo {decided.decision_no} ngày "
        f"{say_date(decided.decided_on)}.",
        details={"event": event.ref},
    )
    return event.ref


def _objection_to_place(
    body: Organisation, parent: Organisation | None, decided: Decided
) -> Objection | None:
    if body.parent_id == (parent.pk if parent else None):
        return SAME_PARENT
    if parent is not None and (objection := objection_to_parent(body, parent, decided.on)):
        return objection
    return objection_to_name(body.name, parent.pk if parent else None, besides=[body.pk])
