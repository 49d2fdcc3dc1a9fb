"""The office's view of one body with its history, and of one event."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import Objection, Unseen
from bangvang.registry.models import (
    Award,
    BodyEvent,
    EventBody,
    FormerName,
    FormerParent,
    Organisation,
)
from bangvang.registry.permissions import may_read_bars
from bangvang.registry.permissions.bodies import objection_to_confirming_event
from bangvang.registry.selectors.bodies import (
    objection_to_undoing,
    open_children,
    people_in,
)
from bangvang.registry.selectors.body_history import (
    COUNTS,
    AsWritten,
    now_called,
)
from bangvang.registry.states import (
    BODY_EVENT_NAMES,
    ENDINGS,
    BodyEventKind,
    BodyPart,
)


@dataclass(frozen=True)
class BodyLink:
    """A body to go to, under the name of today."""

    ref: str
    name: str


@dataclass(frozen=True)
class NameSeen:
    """A name with its days; `until` None for the one of today."""

    name: str
    abbreviation: str
    since: date
    until: date | None


@dataclass(frozen=True)
class ParentSeen:
    """What the body belonged to, with its days; no reference where it stood alone."""

    ref: str
    name: str
    since: date
    until: date | None


@dataclass(frozen=True)
class EventSeen:
    """One event with its decision; `ended` became `heirs`."""

    ref: str
    kind: BodyEventKind
    title: str
    on: date
    decision_no: str
    decided_on: date
    issued_by: str
    note: str
    ended: tuple[BodyLink, ...]
    heirs: tuple[BodyLink, ...]
    changed: tuple[BodyLink, ...]
    new_names: tuple[str, ...]
    recorded_by: str
    recorded_by_ref: str
    recorded_at: datetime
    done_by: str
    done_at: datetime | None
    withdrawn_by: str
    withdrawn_at: datetime | None
    withdrawn_reason: str
    version: int


@dataclass(frozen=True)
class Touched:
    """What rests on bodies: their people, open sub-units, awards of people and of their own."""

    people: int
    children: tuple[BodyLink, ...]
    awards: int


@dataclass(frozen=True)
class BodyPage:
    """One body: what holds today, and everything before."""

    ref: str
    name: str
    abbreviation: str
    kind: str
    kind_name: str
    place_code: str
    parent: BodyLink | None
    since: date
    until: date | None
    version: int
    now: str
    names: tuple[NameSeen, ...]
    parents: tuple[ParentSeen, ...]
    events: tuple[EventSeen, ...]
    predecessors: tuple[BodyLink, ...]
    successors: tuple[BodyLink, ...]
    touched: Touched


@dataclass(frozen=True)
class EventPage:
    """One event, what it touches, and why the actor may not confirm or withdraw it now."""

    event: EventSeen
    touched: Touched
    not_confirming: Objection | None
    not_withdrawing: Objection | None


def body_page(actor: Actor, ref: str, *, on: date) -> BodyPage:
    """Return one body with its history.

    Raises:
        Unseen: not the standing office or the inspector, or there is no such body.
    """
    _look(actor)
    body = Organisation.objects.filter(ref=ref).select_related("parent").first()
    if body is None:
        raise Unseen
    events = _seen(BodyEvent.objects.filter(pk__in=_involving(body.pk)).order_by("-on", "-pk"))
    standing = [one for one in events if one.done_at and not one.withdrawn_at]
    ends = [one for one in standing if one.kind in ENDINGS]
    here = BodyLink(ref, body.name)
    said = now_called([AsWritten(body.pk, on, body.name)])
    return BodyPage(
        ref=ref,
        name=body.name,
        abbreviation=body.abbreviation,
        kind=body.kind,
        kind_name=body.get_kind_display(),
        place_code=body.place_code,
        parent=_link(body.parent),
        since=body.since,
        until=body.until,
        version=body.version,
        now=next(iter(said.values()), ""),
        names=_names(body),
        parents=_parents(body),
        events=tuple(events),
        predecessors=_others(one.ended for one in ends if here in one.heirs),
        successors=_others(one.heirs for one in ends if here in one.ended),
        touched=touched_by([body]),
    )


def event_page(actor: Actor, ref: str) -> EventPage:
    """Return one event.

    Raises:
        Unseen: not the standing office or the inspector, or there is no such event.
    """
    _look(actor)
    event = BodyEvent.objects.filter(ref=ref).first()
    if event is None:
        raise Unseen
    ended = [
        row.organisation
        for row in event.bodies.filter(part=BodyPart.ENDED).select_related("organisation")
    ]
    return EventPage(
        event=_seen([event])[0],
        touched=touched_by(ended),
        not_confirming=objection_to_confirming_event(actor, event),
        not_withdrawing=objection_to_undoing(event) if event.done_at else None,
    )


def events_waiting(actor: Actor) -> tuple[EventSeen, ...]:
    """Return the ends of bodies that wait for a second person, oldest first.

    Raises:
        Unseen: not the standing office or the inspector.
    """
    _look(actor)
    waiting = BodyEvent.objects.filter(done_at__isnull=True, withdrawn_at__isnull=True)
    return tuple(_seen(waiting.order_by("recorded_at", "pk")))


def touched_by(bodies: Iterable[Organisation]) -> Touched:
    """Return what rests on these bodies."""
    given = list(bodies)
    return Touched(
        people=people_in(given).count(),
        children=tuple(
            BodyLink(child.ref, child.name) for body in given for child in open_children(body)
        ),
        awards=Award.objects.filter(unit__in=given).count(),
    )


def _involving(body_id: int) -> list[int]:
    return list(EventBody.objects.filter(organisation=body_id).values_list("event", flat=True))


def _seen(events: Iterable[BodyEvent]) -> list[EventSeen]:
    rows = list(events)
    parts: dict[tuple[int, str], list[BodyLink]] = {}
    bodies = EventBody.objects.filter(event__in=rows).select_related("organisation")
    for row in bodies.order_by("pk"):
        link = BodyLink(row.organisation.ref, row.organisation.name)
        parts.setdefault((row.event_id, row.part), []).append(link)
    return [
        EventSeen(
            ref=event.ref,
            kind=BodyEventKind(event.kind),
            title=BODY_EVENT_NAMES[BodyEventKind(event.kind)],
            on=event.on,
            decision_no=event.decision_no,
            decided_on=event.decided_on,
            issued_by=event.issued_by,
            note=event.note,
            ended=tuple(parts.get((event.pk, BodyPart.ENDED), ())),
            heirs=tuple(parts.get((event.pk, BodyPart.HEIR), ())),
            changed=tuple(parts.get((event.pk, BodyPart.CHANGED), ())),
            new_names=tuple(one["name"] for one in event.new_bodies),
            recorded_by=event.recorded_by_name,
            recorded_by_ref=event.recorded_by_ref,
            recorded_at=event.recorded_at,
            done_by=event.done_by_name,
            done_at=event.done_at,
            withdrawn_by=event.withdrawn_by_name,
            withdrawn_at=event.withdrawn_at,
            withdrawn_reason=event.withdrawn_reason,
            version=event.version,
        )
        for event in rows
    ]


def _names(body: Organisation) -> tuple[NameSeen, ...]:
    former = FormerName.objects.filter(COUNTS, organisation=body).order_by("until")
    names = [NameSeen(one.name, one.abbreviation, one.since, one.until) for one in former]
    since = names[-1].until or body.since if names else body.since
    return (NameSeen(body.name, body.abbreviation, since, body.until), *reversed(names))


def _parents(body: Organisation) -> tuple[ParentSeen, ...]:
    former = FormerParent.objects.filter(COUNTS, organisation=body).select_related("parent")
    parents = [
        ParentSeen(
            one.parent.ref if one.parent else "",
            one.parent.name if one.parent else "",
            one.since,
            one.until,
        )
        for one in former.order_by("until")
    ]
    since = parents[-1].until or body.since if parents else body.since
    above = body.parent
    today = ParentSeen(above.ref if above else "", above.name if above else "", since, body.until)
    return (today, *reversed(parents))


def _others(links: Iterable[tuple[BodyLink, ...]]) -> tuple[BodyLink, ...]:
    return tuple(dict.fromkeys(link for some in links for link in some))


def _link(body: Organisation | None) -> BodyLink | None:
    return BodyLink(body.ref, body.name) if body else None


def _look(actor: Actor) -> None:
    if not may_read_bars(actor):
        raise Unseen
