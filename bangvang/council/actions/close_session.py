"""Close a session in which every ballot has a result."""

from datetime import datetime

from django.db import transaction

from bangvang.council.selectors.possible import why_not_close
from bangvang.council.selectors.sessions import session_for
from bangvang.council.states import SESSION_LIFE, SessionMove, SessionState
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if


@transaction.atomic
def close_session(ref: str, *, actor: Actor, at: datetime) -> None:
    """Close an open session; every ballot on its agenda has a result.

    Raises:
        Unseen: this actor has no such session.
        Refused: not the secretary, not open, or a ballot without a result.
    """
    session = session_for(actor, ref, lock=True)
    refuse_if(why_not_close(actor, session))
    session.state = SESSION_LIFE.target(SessionMove.CLOSE, SessionState(session.state))
    session.ends_at = at
    session.version += 1
    session.save(update_fields=["state", "ends_at", "version"])
    record(
        actor=actor,
        at=at,
        verb="close_session",
        subject=("session", ref),
        said=f"Bế mạc {session.title}.",
    )
