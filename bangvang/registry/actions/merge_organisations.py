"""Let bodies become one, existing or new, by a decision."""

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
def merge_organisations(
    refs: Sequence[str],
    into: str | NewBody,
    decided: Decided,
    *,
    version: int,
    actor: Actor,
    at: datetime,
) -> str:
    """Write down that the bodies end on the day and become one; return the event.

    Nothing changes before a second person confirms it. `into` is the reference of a body that
    exists, or a new one of the kind and under the parent of the first. `version` is that of the
    first body.

    Raises:
        Unseen: one of the bodies is not there for this actor.
        Refused: not the standing office, no decision, days or bodies that cannot be, or somebody
            else saved in between (`STALE`).
    """
    heir_refs = [into] if isinstance(into, str) else []
    new = [] if isinstance(into, str) else [NewBody(tidy(into.name), tidy(into.abbreviation))]
    refuse_if(HEIR_NOT_THEN if set(heir_refs) & set(refs) else None)
    bodies = bodies_to_change(actor, [*refs, *heir_refs])
    count = len(dict.fromkeys(refs))
    ended, heirs = bodies[:count], bodies[count:]
    refuse_if(objection_to_event(actor, decided, today=at.date()))
    refuse_if(objection_to_body_version(ended[0], version))
    event = propose_end(BodyEventKind.MERGED, ended, heirs, new, decided, actor=actor, at=at)
    names = ", ".join(body.name for body in ended)
    heir = heirs[0].name if heirs else new[0].name
    record(
        actor=actor,
        at=at,
        verb="merge_organisations",
        subject=("organisation", ended[0].ref),
        said=f"Ghi {names} sáp nhập thành {heir} từ ngày {say_date(decided.on)}, theo "
        f"{decided.decision_no} ngày {say_date(decided.decided_on)}; chờ xác nhận.",
        details={"event": event.ref},
    )
    return event.ref
