"""Give a body another name by a decision; the name until then stays in its history."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Objection, refuse_if
from bangvang.foundation.vietnamese import fold, say_date, text_sort_key, tidy
from bangvang.registry.models import BodyEvent, EventBody, FormerName, Organisation
from bangvang.registry.permissions.bodies import (
    NO_NAME,
    NOTHING_NEW,
    Decided,
    objection_to_body_version,
    objection_to_event,
)
from bangvang.registry.selectors.bodies import (
    bodies_to_change,
    named_since,
    objection_to_change_of,
    objection_to_name,
)
from bangvang.registry.states import BodyEventKind, BodyPart


@transaction.atomic
def rename_organisation(
    ref: str,
    name: str,
    decided: Decided,
    *,
    abbreviation: str = "",
    version: int,
    actor: Actor,
    at: datetime,
) -> str:
    """Let the body bear the name from the day on; return the reference of the event.

    Awards keep the name that their decision wrote.

    Raises:
        Unseen: there is no such body for this actor.
        Refused: not the standing office, no decision, a day that cannot be, an ended body, a name
            that a sibling bears, nothing new, or somebody else saved in between (`STALE`).
    """
    body = bodies_to_change(actor, [ref])[0]
    name, abbreviation = tidy(name), tidy(abbreviation)
    refuse_if(objection_to_event(actor, decided, today=at.date()))
    refuse_if(objection_to_body_version(body, version))
    refuse_if(_objection_to_words(body, name, abbreviation))
    refuse_if(objection_to_change_of(body, BodyEventKind.RENAMED, decided.on))
    refuse_if(objection_to_name(name, body.parent_id, besides=[body.pk]))
    event = BodyEvent.objects.create(
        kind=BodyEventKind.RENAMED.value,
        on=decided.on,
        decision_no=decided.decision_no,
        decided_on=decided.decided_on,
        issued_by=decided.issued_by,
        note=decided.note,
        recorded_by_ref=actor.account_ref,
        recorded_by_name=actor.name,
        recorded_at=at,
        done_at=at,
    )
    EventBody.objects.create(event=event, organisation=body, part=BodyPart.CHANGED)
    FormerName.objects.create(
        organisation=body,
        name=body.name,
        name_fold=body.name_fold,
        abbreviation=body.abbreviation,
        since=named_since(body),
        until=decided.on,
        event=event,
    )
    before = body.name
    body.name, body.abbreviation = name, abbreviation
    body.name_fold, body.sort_key = fold(name), text_sort_key(name)
    body.version += 1
    body.save()
    record(
        actor=actor,
        at=at,
        verb="rename_organisation",
        subject=("organisation", ref),
        said=f"Đổi tên {before} thành {name} từ ngày {say_date(decided.on)}, theo "
        f"{decided.decision_no} ngày {say_date(decided.decided_on)}.",
        details={"event": event.ref},
    )
    return event.ref


def _objection_to_words(body: Organisation, name: str, abbreviation: str) -> Objection | None:
    if not name:
        return NO_NAME
    return NOTHING_NEW if (name, abbreviation) == (body.name, body.abbreviation) else None
