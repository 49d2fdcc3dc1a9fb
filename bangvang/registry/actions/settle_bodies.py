"""What the end of a body does to everything around it, and undoing just that.

Called by the actions beside it, in their transaction; records nothing itself.
"""

from collections.abc import Sequence
from datetime import date, datetime

from django.db.models import ProtectedError

from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import Refused, refuse_if
from bangvang.registry.actions.register_organisation import register_organisation
from bangvang.registry.models import (
    BodyEvent,
    EventBody,
    FormerParent,
    Organisation,
    Person,
    PersonMoved,
)
from bangvang.registry.permissions.bodies import RESTED_ON, Decided, NewBody, objection_to_heirs
from bangvang.registry.selectors.bodies import (
    objection_to_change_of,
    objection_to_heirs_then,
    objection_to_leaving_children,
    objection_to_name,
    open_children,
    parts_of,
    people_in,
    placed_since,
)
from bangvang.registry.selectors.organisations import organisation_named
from bangvang.registry.states import BodyEventKind, BodyPart


def propose_end(
    kind: BodyEventKind,
    ended: Sequence[Organisation],
    heirs: Sequence[Organisation],
    new: Sequence[NewBody],
    decided: Decided,
    *,
    actor: Actor,
    at: datetime,
) -> BodyEvent:
    """Write down the end of locked bodies for a second person to confirm; nothing moves yet.

    Raises:
        Refused: it cannot be so, see `refuse_end`.
    """
    refuse_end(kind, ended, heirs, new, decided.on)
    event = BodyEvent.objects.create(
        kind=kind.value,
        on=decided.on,
        decision_no=decided.decision_no,
        decided_on=decided.decided_on,
        issued_by=decided.issued_by,
        note=decided.note,
        new_bodies=[{"name": one.name, "abbreviation": one.abbreviation} for one in new],
        recorded_by_ref=actor.account_ref,
        recorded_by_name=actor.name,
        recorded_at=at,
    )
    EventBody.objects.bulk_create(
        EventBody(
            event=event,
            organisation=body,
            part=part,
            was_over=part is BodyPart.ENDED and body.until is not None,
        )
        for part, bodies in ((BodyPart.ENDED, ended), (BodyPart.HEIR, heirs))
        for body in bodies
    )
    for body in ended:
        body.version += 1
        body.save(update_fields=["version"])
    return event


def refuse_end(
    kind: BodyEventKind,
    ended: Sequence[Organisation],
    heirs: Sequence[Organisation],
    new: Sequence[NewBody],
    on: date,
    *,
    besides: BodyEvent | None = None,
) -> None:
    """Raise `Refused` if these bodies cannot end so on that day; `besides` is the event itself."""
    named = all(one.name for one in new)
    refuse_if(objection_to_heirs(kind, len(heirs), len(new), names_are_given=named))
    for body in ended:
        refuse_if(objection_to_change_of(body, kind, on, besides=besides))
    refuse_if(objection_to_heirs_then(ended, heirs, on))
    refuse_if(objection_to_leaving_children(ended, on, heirs=len(heirs) + len(new)))
    for one in new:
        over = [body.pk for body in ended]
        refuse_if(objection_to_name(one.name, ended[0].parent_id, besides=over))


def carry_out(event: BodyEvent, *, actor: Actor, at: datetime) -> None:
    """End the bodies, bring the new ones into being, move people and sub-units to a single heir."""
    ended = parts_of(event, BodyPart.ENDED)
    for body in ended:
        body.until = event.on
        body.version += 1
        body.save(update_fields=["until", "version"])
    heirs = [*parts_of(event, BodyPart.HEIR), *_born(event, ended[0], actor, at)]
    if len(heirs) == 1:
        _move_to(heirs[0], ended, event)
    if actor.account_ref != event.recorded_by_ref:
        event.done_by_ref, event.done_by_name = actor.account_ref, actor.name
    event.done_at = at
    event.version += 1
    event.save()


def _born(event: BodyEvent, beside: Organisation, actor: Actor, at: datetime) -> list[Organisation]:
    born = [
        organisation_named(
            register_organisation(
                one["name"],
                kind=beside.kind,
                since=event.on,
                parent_ref=beside.parent.ref if beside.parent else None,
                abbreviation=one["abbreviation"],
                actor=actor,
                at=at,
            )
        )
        for one in event.new_bodies
    ]
    EventBody.objects.bulk_create(
        EventBody(event=event, organisation=body, part=BodyPart.HEIR, is_new=True) for body in born
    )
    return born


def _move_to(heir: Organisation, ended: Sequence[Organisation], event: BodyEvent) -> None:
    for body in ended:
        for child in open_children(body):
            EventBody.objects.create(event=event, organisation=child, part=BodyPart.CHANGED)
            change_parent(child, heir, event)
    people = people_in(ended)
    PersonMoved.objects.bulk_create(
        PersonMoved(event=event, person=person, came_from_id=person.organisation_id)
        for person in people
    )
    people.update(organisation=heir)


def change_parent(body: Organisation, parent: Organisation | None, event: BodyEvent) -> None:
    """Let the body belong to the parent from the day of the event on."""
    FormerParent.objects.create(
        organisation=body,
        parent_id=body.parent_id,
        since=placed_since(body),
        until=event.on,
        event=event,
    )
    body.parent = parent
    body.version += 1
    body.save(update_fields=["parent", "version"])


def put_back(event: BodyEvent) -> None:
    """Undo what the event did to parents, people and bodies; the event's own row stays.

    What came into being by the event and nothing refers to is removed: it never was. The database
    itself knows of every reference, also from the stages above.

    Raises:
        Refused: something was recorded for a new body meanwhile, or its name was given anew.
    """
    heirs = [body.pk for body in parts_of(event, BodyPart.HEIR)]
    for former in FormerParent.objects.filter(event=event).select_related("organisation"):
        child = former.organisation
        if objection_to_name(child.name, former.parent_id, besides=[child.pk]):
            raise Refused(RESTED_ON)
        child.parent_id = former.parent_id
        child.version += 1
        child.save(update_fields=["parent", "version"])
    for moved in PersonMoved.objects.filter(event=event):
        Person.objects.filter(pk=moved.person_id, organisation__in=heirs).update(
            organisation=moved.came_from_id
        )
    _remove_born(event)
    for row in event.bodies.filter(part=BodyPart.ENDED).select_related("organisation"):
        _open_again(row)


def _remove_born(event: BodyEvent) -> None:
    for row in event.bodies.filter(is_new=True).select_related("organisation"):
        row.delete()
        try:
            row.organisation.delete()
        except ProtectedError as held:
            raise Refused(RESTED_ON) from held


def _open_again(row: EventBody) -> None:
    body = row.organisation
    if not row.was_over:
        if objection_to_name(body.name, body.parent_id, besides=[body.pk]):
            raise Refused(RESTED_ON)
        body.until = None
    body.version += 1
    body.save(update_fields=["until", "version"])
