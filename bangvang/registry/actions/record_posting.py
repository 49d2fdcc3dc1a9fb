"""Record where somebody works or worked, as what, and to which class they belong."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Objection, refuse_if
from bangvang.foundation.vietnamese import say_date, tidy
from bangvang.registry.models import Organisation, Person, Posting
from bangvang.registry.permissions.postings import (
    OPEN_ALREADY,
    SAID_ALREADY,
    PostingSaid,
    objection_to_posting,
    objection_to_unit,
)
from bangvang.registry.selectors.holders import person_named
from bangvang.registry.selectors.organisations import organisation_named

AS_IT_STOOD = "Nơi công tác ghi trong sổ trước đó; không rõ từ ngày nào."


@transaction.atomic
def record_posting(
    person_ref: str, said: PostingSaid, *, is_now: bool, actor: Actor, at: datetime
) -> str:
    """Record the posting and return its reference.

    With `is_now` unit and position of today become those of the posting; what stood there before
    is kept as a posting that ended with it. Awards and files stay with the units they name.

    Raises:
        Unseen: there is no such person or unit.
        Refused: not the standing office, no source, neither position nor class, days that cannot
            be, a unit that did not exist then, the same once more, or, for the posting of today,
            another one elsewhere that goes on.
    """
    said = PostingSaid(
        said.unit_ref, tidy(said.position), said.subject_class, said.since, said.until,
        tidy(said.source),
    )  # fmt: skip
    person = person_named(person_ref, lock=True)
    refuse_if(objection_to_posting(actor, said, is_now=is_now, on=at.date()))
    unit = organisation_named(said.unit_ref)
    refuse_if(objection_to_unit(unit, said))
    refuse_if(_objection_to_twin(person, unit, said))
    if is_now:
        _move(person, unit, said, actor, at)
    posting = _posting(person, unit, said, actor, at)
    record(
        actor=actor,
        at=at,
        verb="record_posting",
        subject=("person", person.ref),
        said=f"Ghi quá trình công tác của {person.full_name}: {unit.name}"
        + (f", từ ngày {say_date(said.since)}" if said.since else "")
        + (", là nơi công tác hiện nay." if is_now else "."),
        details={"posting": posting.ref, "unit": unit.ref},
    )
    return posting.ref


def _objection_to_twin(person: Person, unit: Organisation, said: PostingSaid) -> Objection | None:
    same = Posting.objects.filter(
        person=person,
        unit=unit,
        position=said.position,
        subject_class=said.subject_class,
        since=said.since,
        until=said.until,
        withdrawn_at__isnull=True,
    )
    return SAID_ALREADY if same.exists() else None


def _move(
    person: Person, unit: Organisation, said: PostingSaid, actor: Actor, at: datetime
) -> None:
    """Let the person be in the unit from now on, and keep where they were."""
    going_on = Posting.objects.filter(
        person=person, until__isnull=True, withdrawn_at__isnull=True
    ).exclude(unit=unit)
    refuse_if(OPEN_ALREADY if going_on.exists() else None)
    before = person.organisation
    kept = Q(until__isnull=True) | Q(until=said.since)
    known = Posting.objects.filter(kept, person=person, unit=before, withdrawn_at__isnull=True)
    if before.pk != unit.pk and not known.exists():
        was = PostingSaid(before.ref, person.position, "", None, said.since, AS_IT_STOOD)
        _posting(person, before, was, actor, at)
    person.organisation = unit
    person.position = said.position or person.position
    person.save(update_fields=["organisation", "position"])


def _posting(
    person: Person, unit: Organisation, said: PostingSaid, actor: Actor, at: datetime
) -> Posting:
    return Posting.objects.create(
        person=person,
        unit=unit,
        position=said.position,
        subject_class=said.subject_class,
        since=said.since,
        until=said.until,
        source=said.source,
        recorded_by_ref=actor.account_ref,
        recorded_by_name=actor.name,
        recorded_at=at,
    )
