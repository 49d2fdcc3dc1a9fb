"""Take a whole point off the agenda."""

from datetime import datetime

from django.db import transaction

from bangvang.council.actions.agenda_order import touch
from bangvang.council.actions.agenda_rows import has_ballot, let_go
from bangvang.council.models import AgendaRow
from bangvang.council.permissions.sessions import objection_to_taking_off
from bangvang.council.selectors.agenda import item_of
from bangvang.council.selectors.sessions import session_for
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import tidy


@transaction.atomic
def remove_item(
    session_ref: str, item_ref: str, *, reason: str, actor: Actor, at: datetime
) -> None:
    """Take a point off the agenda; its rows wait for another session.

    Raises:
        Unseen: no such session or point.
        Refused: not the secretary, no reason, or the list is frozen.
    """
    session = session_for(actor, session_ref, lock=True)
    item = item_of(session, item_ref)
    reason = tidy(reason)
    refuse_if(objection_to_taking_off(actor, session, has_ballot=has_ballot(item), reason=reason))
    rows = list(AgendaRow.objects.filter(item=item).order_by("order"))
    let_go(rows, reason=reason, actor=actor, at=at)
    title = item.title
    item.delete()
    touch(session)
    record(
        actor=actor,
        at=at,
        verb="remove_item",
        subject=("session", session_ref),
        said=f"Bỏ khỏi chương trình: {title} {reason}",
        details={"item": item_ref, "rows": len(rows)},
    )
