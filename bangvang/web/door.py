"""From a request to an Actor: the one link between accounts and a view."""

from django.http import HttpRequest

from bangvang.accounts.selectors import actors_of
from bangvang.foundation import clock
from bangvang.foundation.actor import Actor

ACTING_FOR = "acting_for"
"""Session key: the organisation for which somebody who serves several is acting."""


def capacities_of(request: HttpRequest) -> list[Actor]:
    """Return every capacity in which the signed-in account may act today."""
    if not hasattr(request, "_capacities"):
        request._capacities = actors_of(request.user, on=clock.today())  # type: ignore[attr-defined]  # kept on the request, read once
    kept: list[Actor] = request._capacities  # type: ignore[attr-defined]
    return kept


def actor_or_none(request: HttpRequest) -> Actor | None:
    """Return who acts, in the capacity chosen in this session; None if no role is held today."""
    capacities = capacities_of(request)
    chosen = request.session.get(ACTING_FOR)
    for actor in capacities:
        if actor.organisation_ref == chosen:
            return actor
    return capacities[0] if capacities else None


def actor_of(request: HttpRequest) -> Actor:
    """Return who acts; for views behind an `entry` that asks for a role."""
    actor = actor_or_none(request)
    if actor is None:
        raise AssertionError("a view behind `entry` has an actor")
    return actor
