"""Reading bodies for a change: locked rows, what stands in the way, what a change touches."""

from collections.abc import Collection, Iterable
from datetime import date

from django.db.models import Q, QuerySet

from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import Objection, Unseen
from bangvang.foundation.vietnamese import fold, tidy
from bangvang.registry.models import (
    BodyEvent,
    EventBody,
    FormerName,
    FormerParent,
    Organisation,
    Person,
)
from bangvang.registry.permissions import may_read_bars
from bangvang.registry.permissions.bodies import (
    CHILDREN_LATER,
    CIRCLE,
    HEIR_NOT_THEN,
    OPEN_CHILDREN,
    PARENT_NOT_THEN,
    RESTED_ON,
    SAME_NAME,
    objection_to_changing,
)
from bangvang.registry.selectors.organisations import branch_of
from bangvang.registry.states import BodyEventKind, BodyPart

TOUCHED = (BodyPart.CHANGED, BodyPart.ENDED)
STANDS = Q(withdrawn_at__isnull=True, done_at__isnull=False)
WAITS = Q(withdrawn_at__isnull=True, done_at__isnull=True)


def bodies_to_change(actor: Actor, refs: Collection[str]) -> list[Organisation]:
    """Return the bodies of these references, locked, in the order of the references.

    Raises:
        Unseen: not the standing office or the inspector, or one of them does not exist.
    """
    if not may_read_bars(actor):
        raise Unseen
    rows = Organisation.objects.select_for_update(of=("self",)).filter(ref__in=set(refs))
    found = {row.ref: row for row in rows.select_related("parent").order_by("pk")}
    if len(found) != len(set(refs)):
        raise Unseen
    return [found[ref] for ref in dict.fromkeys(refs)]


def event_to_change(actor: Actor, ref: str) -> BodyEvent:
    """Return the event, locked.

    Raises:
        Unseen: not the standing office or the inspector, or there is no such event.
    """
    event = BodyEvent.objects.select_for_update().filter(ref=ref).first()
    if event is None or not may_read_bars(actor):
        raise Unseen
    return event


def parts_of(event: BodyEvent, part: BodyPart) -> list[Organisation]:
    """Return the bodies that have this part in the event, in the order they were given."""
    rows = event.bodies.filter(part=part).select_related("organisation__parent").order_by("pk")
    return [row.organisation for row in rows]


def events_of(body_id: int) -> QuerySet[BodyEvent]:
    """Return the events that changed or ended the body, whatever became of them, by day."""
    touched = EventBody.objects.filter(organisation=body_id, part__in=TOUCHED)
    return BodyEvent.objects.filter(pk__in=touched.values("event")).order_by("on", "pk")


def objection_to_change_of(
    body: Organisation, kind: BodyEventKind, on: date, *, besides: BodyEvent | None = None
) -> Objection | None:
    """Return why this body cannot have such an event on that day; `besides` is the event itself."""
    events = events_of(body.pk)
    if besides is not None:
        events = events.exclude(pk=besides.pk)
    return objection_to_changing(
        body, kind, on, events.filter(STANDS).last(), waits=events.filter(WAITS).exists()
    )


def objection_to_name(
    name: str, parent_id: int | None, *, besides: Collection[int] = ()
) -> Objection | None:
    """Two bodies that work at the same time under one parent do not bear one name."""
    same = Organisation.objects.filter(
        name_fold=fold(tidy(name)), parent=parent_id, until__isnull=True
    )
    names = same.exclude(pk__in=besides).values_list("name", flat=True)
    wanted = tidy(name).casefold()
    return SAME_NAME if any(known.casefold() == wanted for known in names) else None


def objection_to_parent(body: Organisation, parent: Organisation, on: date) -> Objection | None:
    """A parent exists on the day and is not the body itself or anything below it."""
    if parent.pk in branch_of(body.pk):
        return CIRCLE
    return None if exists_on(parent, on) else PARENT_NOT_THEN


def objection_to_heirs_then(
    ended: Iterable[Organisation], heirs: Iterable[Organisation], on: date
) -> Objection | None:
    """An heir exists on the day, goes on existing and does not stand below what ends."""
    below = {pk for body in ended for pk in branch_of(body.pk)}
    if any(not exists_on(heir, on) or heir.pk in below for heir in heirs):
        return HEIR_NOT_THEN
    return None


def objection_to_leaving_children(
    ended: Collection[Organisation], on: date, *, heirs: int
) -> Objection | None:
    """Only where there is exactly one heir is it known what the sub-units belong to next."""
    children = [child for body in ended for child in open_children(body)]
    if not children:
        return None
    if heirs != 1:
        return OPEN_CHILDREN
    late = any(placed_since(child) >= on for child in children)
    return CHILDREN_LATER if late else None


def objection_to_undoing(event: BodyEvent) -> Objection | None:
    """What later events rest on stays; those that still wait rest on it too."""
    changed = event.bodies.exclude(part=BodyPart.HEIR, is_new=False).values("organisation")
    later = EventBody.objects.filter(
        organisation__in=changed,
        part__in=TOUCHED,
        event__withdrawn_at__isnull=True,
        event__pk__gt=event.pk,
    )
    return RESTED_ON if later.exists() else None


def exists_on(body: Organisation, on: date) -> bool:
    """Tell whether the body exists on the day."""
    return body.since <= on and (body.until is None or body.until > on)


def open_children(body: Organisation) -> QuerySet[Organisation]:
    """Return the sub-units directly below it that have not ended."""
    return Organisation.objects.filter(parent=body, until__isnull=True).order_by("sort_key", "pk")


def people_in(bodies: Iterable[Organisation]) -> QuerySet[Person]:
    """Return the people whom the register has in these bodies themselves."""
    return Person.objects.filter(organisation__in=list(bodies)).order_by("pk")


def named_since(body: Organisation) -> date:
    """Return from which day on it has borne the name of today."""
    names = FormerName.objects.filter(organisation=body, event__withdrawn_at__isnull=True)
    last = names.order_by("until").last()
    return last.until if last else body.since


def placed_since(body: Organisation) -> date:
    """Return from which day on it has belonged to the parent of today."""
    parents = FormerParent.objects.filter(organisation=body, event__withdrawn_at__isnull=True)
    last = parents.order_by("until").last()
    return last.until if last else body.since
