"""Open a session that has a quorum."""

from datetime import datetime

from django.db import transaction

from bangvang.council.selectors.possible import why_not_open
from bangvang.council.selectors.sessions import attendance_of, session_for
from bangvang.council.states import SESSION_LIFE, SessionMove, SessionState
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if


@transaction.atomic
def open_session(ref: str, *, actor: Actor, at: datetime) -> None:
    """Open a called session.

    Raises:
        Unseen: this actor has no such session.
        Refused: not the secretary, not called, before its day, or no quorum.
    """
    session = session_for(actor, ref, lock=True)
    refuse_if(why_not_open(actor, session, on=at.date()))
    total, roll = attendance_of(session)
    present = sum(row.is_present for row in roll)
    session.state = SESSION_LIFE.target(SessionMove.OPEN, SessionState(session.state))
    session.opened_at = at
    session.version += 1
    session.save(update_fields=["state", "opened_at", "version"])
    record(
        actor=actor,
        at=at,
        verb="open_session",
        subject=("session", ref),
        said=f"Khai mạc {session.title}, có mặt {present}/{total} thành viên.",
        details={"present": present, "members": total},
    )
