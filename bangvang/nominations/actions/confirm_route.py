"""Confirm, as the second person, through whom some units hand their lists in."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.nominations.permissions.routes import objection_to_confirming_route
from bangvang.nominations.selectors.routes import cite_of, route_named, whose


@transaction.atomic
def confirm_route(ref: str, *, actor: Actor, at: datetime) -> None:
    """Let the route hold for what is handed in from its day on; what was handed in stays.

    Raises:
        Unseen: no such route for this actor, or withdrawn already.
        Refused: not the head, the own entry, or confirmed already.
    """
    route = route_named(actor, ref, lock=True)
    refuse_if(objection_to_confirming_route(actor, route))
    route.confirmed_by_name, route.confirmed_at = actor.name, at
    route.save(update_fields=["confirmed_by_name", "confirmed_at"])
    record(
        actor=actor,
        at=at,
        verb="confirm_route",
        subject=("route", ref),
        said=f"Xác nhận tuyến trình: {whose(route)}, {cite_of(route)}.",
    )
