"""Let the end of a body that somebody else wrote down take effect."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import say_date
from bangvang.registry.actions.settle_bodies import carry_out, refuse_end
from bangvang.registry.permissions.bodies import (
    NewBody,
    objection_to_body_version,
    objection_to_confirming_event,
)
from bangvang.registry.selectors.bodies import bodies_to_change, event_to_change, parts_of
from bangvang.registry.states import BODY_EVENT_NAMES, BodyEventKind, BodyPart


@transaction.atomic
def confirm_body_event(ref: str, *, version: int, actor: Actor, at: datetime) -> None:
    """End the bodies of the event; with exactly one heir, people and sub-units go to it.

    Raises:
        Unseen: there is no such event for this actor.
        Refused: not the standing office, the person who wrote it down, done or withdrawn already,
            something has changed so that it cannot be, or somebody else saved in between
            (`STALE`).
    """
    event = event_to_change(actor, ref)
    refuse_if(objection_to_confirming_event(actor, event))
    refuse_if(objection_to_body_version(event, version))
    ended, heirs = parts_of(event, BodyPart.ENDED), parts_of(event, BodyPart.HEIR)
    bodies_to_change(actor, [body.ref for body in (*ended, *heirs)])
    ended, heirs = parts_of(event, BodyPart.ENDED), parts_of(event, BodyPart.HEIR)
    new = [NewBody(**one) for one in event.new_bodies]
    kind = BodyEventKind(event.kind)
    refuse_end(kind, ended, heirs, new, event.on, besides=event)
    carry_out(event, actor=actor, at=at)
    record(
        actor=actor,
        at=at,
        verb="confirm_body_event",
        subject=("organisation", ended[0].ref),
        said=f"Xác nhận: {BODY_EVENT_NAMES[kind].lower()} "
        f"{', '.join(body.name for body in ended)} từ ngày {say_date(event.on)}.",
        details={"event": ref},
    )
