"""Take back through whom some units hand their lists in."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import tidy
from bangvang.nominations.permissions.routes import objection_to_withdrawing_route
from bangvang.nominations.selectors.routes import cite_of, route_named, whose


@transaction.atomic
def withdraw_route(ref: str, reason: str, *, actor: Actor, at: datetime) -> None:
    """Mark the route as withdrawn; lists that are at a superior by it stay there.

    Raises:
        Unseen: no such route for this actor, or withdrawn already.
        Refused: not the head, or no reason.
    """
    route = route_named(actor, ref, lock=True)
    reason = tidy(reason)
    refuse_if(objection_to_withdrawing_route(actor, reason=reason))
    route.withdrawn_at, route.withdrawn_by_name = at, actor.name
    route.withdrawn_reason = reason
    route.save(update_fields=["withdrawn_at", "withdrawn_by_name", "withdrawn_reason"])
    record(
        actor=actor,
        at=at,
        verb="withdraw_route",
        subject=("route", ref),
        said=f"Rút tuyến trình: {whose(route)}, {cite_of(route)}. {reason}",
    )
