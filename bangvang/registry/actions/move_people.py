"""Enter people of a split body in one of its heirs; which one, the decision does not say."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import say_number
from bangvang.registry.models import PersonMoved
from bangvang.registry.permissions.bodies import (
    HEIR_NOT_THEN,
    objection_to_body_version,
    objection_to_moving_people,
)
from bangvang.registry.selectors.bodies import bodies_to_change, parts_of
from bangvang.registry.selectors.body_people import people_concerned, split_of
from bangvang.registry.states import BodyPart


@transaction.atomic
def move_people(
    ref: str,
    person_refs: Collection[str],
    heir_ref: str,
    *,
    version: int,
    actor: Actor,
    at: datetime,
) -> int:
    """Let the people be in the heir from now on; return how many. Their awards stay as written.

    Who was moved wrongly is moved once more, to another heir.

    Raises:
        Unseen: one of the bodies is not there for this actor, or the body was not split.
        Refused: not the standing office, nobody chosen, no heir of the body, somebody who is not
            concerned, or somebody else saved in between (`STALE`).
    """
    body, *others = bodies_to_change(actor, [ref, heir_ref])
    event = split_of(body)
    refuse_if(objection_to_body_version(body, version))
    heirs = {heir.pk for heir in parts_of(event, BodyPart.HEIR)}
    refuse_if(None if others and others[0].pk in heirs else HEIR_NOT_THEN)
    concerned = people_concerned(body, event).filter(ref__in=set(person_refs))
    people = list(concerned.order_by("pk"))
    complete = len(people) == len(set(person_refs))
    refuse_if(objection_to_moving_people(actor, len(people), are_known=complete))
    heir = others[0]
    for person in people:
        PersonMoved.objects.get_or_create(event=event, person=person, defaults={"came_from": body})
        person.organisation = heir
        person.save(update_fields=["organisation"])
    body.version += 1
    body.save(update_fields=["version"])
    record(
        actor=actor,
        at=at,
        verb="move_people",
        subject=("organisation", ref),
        said=f"Chuyển {say_number(len(people))} người của {body.name} sang {heir.name}.",
        details={"event": event.ref, "people": [person.ref for person in people]},
    )
    return len(people)
