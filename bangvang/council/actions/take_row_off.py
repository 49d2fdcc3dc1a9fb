"""Take a row off the agenda."""

from datetime import datetime

from django.db import transaction

from bangvang.council.actions.agenda_order import touch
from bangvang.council.actions.agenda_rows import has_ballot, let_go
from bangvang.council.models import AgendaRow
from bangvang.council.permissions.sessions import objection_to_taking_off
from bangvang.council.selectors.sessions import session_for
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Unseen, refuse_if
from bangvang.foundation.vietnamese import tidy


@transaction.atomic
def take_row_off(
    session_ref: str, nomination_ref: str, *, reason: str, actor: Actor, at: datetime
) -> None:
    """Let one row wait for another session.

    Raises:
        Unseen: no such session, or the row is not on its agenda.
        Refused: not the secretary, no reason, or the list is frozen.
    """
    session = session_for(actor, session_ref, lock=True)
    row = (
        AgendaRow.objects.filter(item__session=session, nomination__ref=nomination_ref)
        .select_related("item")
        .first()
    )
    if row is None:
        raise Unseen
    reason = tidy(reason)
    refuse_if(
        objection_to_taking_off(actor, session, has_ballot=has_ballot(row.item), reason=reason)
    )
    let_go([row], reason=reason, actor=actor, at=at)
    touch(session)
    record(
        actor=actor,
        at=at,
        verb="take_row_off",
        subject=("session", session_ref),
        said=f"Rút 1 hồ sơ khỏi chương trình. {reason}",
        details={"nomination": nomination_ref},
    )
