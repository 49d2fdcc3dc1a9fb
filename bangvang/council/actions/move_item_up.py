"""Move a point of the agenda one place up."""

from datetime import datetime

from django.db import transaction

from bangvang.council.actions.agenda_order import touch
from bangvang.council.models import AgendaItem
from bangvang.council.permissions.sessions import objection_to_agenda
from bangvang.council.selectors.agenda import item_of
from bangvang.council.selectors.sessions import session_for
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if


@transaction.atomic
def move_item_up(session_ref: str, item_ref: str, *, actor: Actor, at: datetime) -> None:
    """Let a point be dealt with before the one above it; the first stays where it is.

    Raises:
        Unseen: no such session or point.
        Refused: not the secretary, or called already.
    """
    session = session_for(actor, session_ref, lock=True)
    refuse_if(objection_to_agenda(actor, session))
    item = item_of(session, item_ref)
    above = (
        AgendaItem.objects.filter(session=session, order__lt=item.order).order_by("-order").first()
    )
    if above is None:
        return
    item.order, above.order = above.order, item.order
    item.save(update_fields=["order"])
    above.save(update_fields=["order"])
    touch(session)
    record(
        actor=actor,
        at=at,
        verb="move_item_up",
        subject=("session", session_ref),
        said=f"Chuyển lên trước trong chương trình: {item.title}",
        details={"item": item_ref},
    )
