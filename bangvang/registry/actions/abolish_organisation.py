"""Let a body end by a decision without anything in its place."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import say_date
from bangvang.registry.actions.settle_bodies import propose_end
from bangvang.registry.permissions.bodies import (
    Decided,
    objection_to_body_version,
    objection_to_event,
)
from bangvang.registry.selectors.bodies import bodies_to_change
from bangvang.registry.states import BodyEventKind


@transaction.atomic
def abolish_organisation(
    ref: str, decided: Decided, *, version: int, actor: Actor, at: datetime
) -> str:
    """Write down that the body ends on the day; return the event.

    Nothing changes before a second person confirms it.

    Raises:
        Unseen: there is no such body for this actor.
        Refused: not the standing office, no decision, a day that cannot be, open sub-units, or
            somebody else saved in between (`STALE`).
    """
    body = bodies_to_change(actor, [ref])[0]
    refuse_if(objection_to_event(actor, decided, today=at.date()))
    refuse_if(objection_to_body_version(body, version))
    event = propose_end(BodyEventKind.ABOLISHED, [body], [], [], decided, actor=actor, at=at)
    record(
        actor=actor,
        at=at,
        verb="abolish_organisation",
        subject=("organisation", ref),
        said=f"Ghi {body.name} kết thúc hoạt động từ ngày {say_date(decided.on)}, theo "
        f"{decided.decision_no} ngày {say_date(decided.decided_on)}; chờ xác nhận.",
        details={"event": event.ref},
    )
    return event.ref
