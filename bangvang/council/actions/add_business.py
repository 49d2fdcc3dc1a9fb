"""Put something to be talked over on the agenda."""

from datetime import datetime

from django.db import transaction

from bangvang.council.actions.agenda_order import next_order, touch
from bangvang.council.models import AgendaItem, AgendaKind
from bangvang.council.permissions.sessions import NO_TITLE, objection_to_agenda
from bangvang.council.selectors.sessions import session_for
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import tidy


@transaction.atomic
def add_business(session_ref: str, title: str, *, actor: Actor, at: datetime) -> str:
    """Add a point of business at the end of the agenda and return its reference.

    Raises:
        Unseen: this actor has no such session.
        Refused: not the secretary, called already, or no words.
    """
    session = session_for(actor, session_ref, lock=True)
    title = tidy(title)
    refuse_if(objection_to_agenda(actor, session) or (None if title else NO_TITLE))
    item = AgendaItem.objects.create(
        session=session, order=next_order(session), kind=AgendaKind.BUSINESS, title=title
    )
    touch(session)
    record(
        actor=actor,
        at=at,
        verb="add_business",
        subject=("session", session_ref),
        said=f"Thêm vào chương trình: {title}",
        details={"item": item.ref},
    )
    return item.ref
