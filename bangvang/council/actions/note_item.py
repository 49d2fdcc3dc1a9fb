"""Write down what was said on a point, for the minutes."""

from datetime import datetime

from django.db import transaction

from bangvang.council.actions.agenda_order import touch
from bangvang.council.permissions.sessions import objection_to_noting, objection_to_version
from bangvang.council.selectors.agenda import item_of
from bangvang.council.selectors.sessions import session_for
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if


@transaction.atomic
def note_item(
    session_ref: str, item_ref: str, notes: str, *, version: int, actor: Actor, at: datetime
) -> None:
    """Keep the notes of a point; each line becomes a paragraph of the minutes.

    Raises:
        Unseen: no such session or point.
        Refused: not the secretary, not yet open, signed already, or changed meanwhile.
    """
    session = session_for(actor, session_ref, lock=True)
    refuse_if(objection_to_noting(actor, session) or objection_to_version(session.version, version))
    item = item_of(session, item_ref)
    item.notes = notes.strip()
    item.save(update_fields=["notes"])
    touch(session)
    record(
        actor=actor,
        at=at,
        verb="note_item",
        subject=("session", session_ref),
        said=f"Ghi diễn biến: {item.title}",
        details={"item": item_ref},
    )
