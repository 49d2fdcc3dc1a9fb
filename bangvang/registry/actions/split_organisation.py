"""Let a body become several, existing or new, by a decision."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import say_date, tidy
from bangvang.registry.actions.settle_bodies import propose_end
from bangvang.registry.permissions.bodies import (
    HEIR_NOT_THEN,
    Decided,
    NewBody,
    objection_to_body_version,
    objection_to_event,
)
from bangvang.registry.selectors.bodies import bodies_to_change
from bangvang.registry.states import BodyEventKind


@transaction.atomic
def split_organisation(
    ref: str,
    decided: Decided,
    *,
    into: Sequence[str] = (),
    new: Sequence[NewBody] = (),
    version: int,
    actor: Actor,
    at: datetime,
) -> str:
    """Write down that the body ends on the day and becomes several; return the event.

    Nothing changes before a second person confirms it. `into` are references of bodies that exist,
    `new` those that come into being, of its kind and under its parent.

    Raises:
        Unseen: one of the bodies is not there for this actor.
        Refused: not the standing office, no decision, days or bodies that cannot be, or somebody
            else saved in between (`STALE`).
    """
    refuse_if(HEIR_NOT_THEN if ref in into else None)
    body, *heirs = bodies_to_change(actor, [ref, *into])
    born = [NewBody(tidy(one.name), tidy(one.abbreviation)) for one in new]
    refuse_if(objection_to_event(actor, decided, today=at.date()))
    refuse_if(objection_to_body_version(body, version))
    event = propose_end(BodyEventKind.SPLIT, [body], heirs, born, decided, actor=actor, at=at)
    names = ", ".join([*(heir.name for heir in heirs), *(one.name for one in born)])
    record(
        actor=actor,
        at=at,
        verb="split_organisation",
        subject=("organisation", ref),
        said=f"Ghi {body.name} chia thành {names} từ ngày {say_date(decided.on)}, theo "
        f"{decided.decision_no} ngày {say_date(decided.decided_on)}; chờ xác nhận.",
        details={"event": event.ref},
    )
    return event.ref
