"""The people of a body that was split: who is still entered in it, and who went to which heir."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import Unseen
from bangvang.registry.models import BodyEvent, Organisation, Person, PersonMoved
from bangvang.registry.permissions import may_read_bars
from bangvang.registry.selectors.bodies import STANDS, parts_of
from bangvang.registry.selectors.body_pages import BodyLink
from bangvang.registry.states import BodyEventKind, BodyPart


@dataclass(frozen=True)
class Left:
    """Somebody whom the split concerns; `place` is empty while still entered in the old body."""

    ref: str
    full_name: str
    birth_on: date | None
    birth_year: int | None
    position: str
    place: str


@dataclass(frozen=True)
class LeftBehind:
    """The people of a split body, by name, those still in it first, and its heirs."""

    name: str
    version: int
    heirs: tuple[BodyLink, ...]
    people: tuple[Left, ...]


def split_of(body: Organisation) -> BodyEvent:
    """Return the split by which the body ended.

    Raises:
        Unseen: it was not split.
    """
    found = BodyEvent.objects.filter(
        STANDS, kind=BodyEventKind.SPLIT, bodies__organisation=body, bodies__part=BodyPart.ENDED
    ).first()
    if found is None:
        raise Unseen
    return found


def people_concerned(body: Organisation, event: BodyEvent) -> QuerySet[Person]:
    """Return who is in the body, or went from it to an heir and is still there."""
    went = PersonMoved.objects.filter(event=event, came_from=body).values("person")
    heirs = [heir.pk for heir in parts_of(event, BodyPart.HEIR)]
    return Person.objects.filter(Q(organisation=body) | Q(pk__in=went, organisation__in=heirs))


def left_behind(actor: Actor, ref: str) -> LeftBehind:
    """Return the people of a split body and where they may go.

    Raises:
        Unseen: not the standing office or the inspector, no such body, or it was not split.
    """
    body = Organisation.objects.filter(ref=ref).first()
    if body is None or not may_read_bars(actor):
        raise Unseen
    event = split_of(body)
    rows = people_concerned(body, event).select_related("organisation").order_by("sort_key", "pk")
    people = [
        Left(
            p.ref,
            p.full_name,
            p.birth_on,
            p.birth_year,
            p.position,
            "" if p.organisation_id == body.pk else p.organisation.name,
        )
        for p in rows
    ]
    return LeftBehind(
        name=body.name,
        version=body.version,
        heirs=tuple(BodyLink(heir.ref, heir.name) for heir in parts_of(event, BodyPart.HEIR)),
        people=tuple(sorted(people, key=lambda left: bool(left.place))),
    )
