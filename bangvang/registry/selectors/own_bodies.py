"""A unit's view of the collectives below it, as recipients of its own decisions."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from bangvang.foundation.actor import Actor
from bangvang.foundation.db.search import Words, matching
from bangvang.foundation.objection import Unseen
from bangvang.foundation.vietnamese import fold
from bangvang.registry.models import Organisation
from bangvang.registry.selectors.organisations import branch_of
from bangvang.registry.selectors.own_people import A_PAGE, unit_of
from bangvang.registry.states import BODIES


@dataclass(frozen=True)
class BodySeen:
    """A collective as a row names it."""

    ref: str
    name: str
    kind_name: str
    parent_name: str


@dataclass(frozen=True)
class OwnBodies:
    """One page of the collectives, and how many were found in all."""

    bodies: tuple[BodySeen, ...]
    count: int


def own_bodies(actor: Actor, query: str = "", *, on: date, page: int = 1) -> OwnBodies:
    """Return one page of those that stand below the unit on a day, by name.

    Raises:
        Unseen: there is no such page.
    """
    found = bodies_below(actor, on=on)
    if words := fold(query):
        found = found.filter(name_fold__contains=words)
    count, start = found.count(), (page - 1) * A_PAGE
    if start < 0 or start >= max(count, 1):
        raise Unseen
    rows = found.select_related("parent").order_by("sort_key", "pk")
    return OwnBodies(tuple(body_seen(row) for row in rows[start : start + A_PAGE]), count)


def bodies_below(actor: Actor, *, on: date) -> QuerySet[Organisation]:
    """Return what stands below the actor's unit on a day; the unit itself is not below it."""
    unit = unit_of(actor)
    if unit is None:
        return Organisation.objects.none()
    inside = Organisation.objects.filter(pk__in=matching(BODIES, Words(under=((unit.pk,),))))
    stands = Q(since__lte=on) & (Q(until__isnull=True) | Q(until__gt=on))
    return inside.filter(stands).exclude(pk=unit.pk)


def body_seen(body: Organisation) -> BodySeen:
    """Return how a row names a collective; its parent is read unless it was before."""
    parent = body.parent.name if body.parent else ""
    return BodySeen(body.ref, body.name, body.get_kind_display(), parent)


def bodies_inside(body_ids: Iterable[int], unit_id: int) -> frozenset[int]:
    """Return which of these stand below the unit; two queries or more if there are any."""
    ids = frozenset(body_ids)
    return ids & branch_of(unit_id) - {unit_id} if ids else ids
