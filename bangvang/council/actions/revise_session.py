"""Take the call of a session back."""

from datetime import datetime

from django.db import transaction

from bangvang.council.models import Ballot
from bangvang.council.permissions.sessions import objection_to_revising
from bangvang.council.selectors.sessions import session_for
from bangvang.council.states import SESSION_LIFE, SessionMove, SessionState
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import tidy


@transaction.atomic
def revise_session(ref: str, *, reason: str, actor: Actor, at: datetime) -> None:
    """Take the call back, so that the agenda can be changed.

    Raises:
        Unseen: this actor has no such session.
        Refused: not the secretary, not called, no reason, or a list is frozen.
    """
    session = session_for(actor, ref, lock=True)
    reason = tidy(reason)
    has_ballots = Ballot.objects.filter(session=session).exists()
    refuse_if(objection_to_revising(actor, session, has_ballots=has_ballots, reason=reason))
    session.state = SESSION_LIFE.target(SessionMove.REVISE, SessionState(session.state))
    session.version += 1
    session.save(update_fields=["state", "version"])
    record(
        actor=actor,
        at=at,
        verb="revise_session",
        subject=("session", ref),
        said=f"Rút giấy triệu tập để sửa chương trình. {reason}",
    )
