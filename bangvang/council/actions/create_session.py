"""Set up a session."""

from datetime import datetime

from django.db import transaction

from bangvang.council.actions.session_plan import SessionPlan, fill, when
from bangvang.council.models import Session
from bangvang.council.permissions.sessions import (
    objection_to_preparing,
)
from bangvang.council.selectors.councils import council_for
from bangvang.council.states import SessionState
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if


@transaction.atomic
def create_session(council_ref: str, plan: SessionPlan, *, actor: Actor, at: datetime) -> str:
    """Set up a session and return its reference.

    Raises:
        Unseen: no such council for this actor.
        Refused: not the secretary, a number that is taken, no place, or nobody to chair.
    """
    refuse_if(objection_to_preparing(actor))
    council = council_for(actor, council_ref, lock=True)
    session = Session(council=council, state=SessionState.PREPARING, secretary_name=actor.name)
    fill(session, council, plan)
    session.save()
    record(
        actor=actor,
        at=at,
        verb="create_session",
        subject=("session", session.ref),
        said=f"Lập {session.title}, {when(session)}, tại {session.place}.",
    )
    return session.ref
