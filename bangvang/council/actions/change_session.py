"""Change when and where a session is."""

from datetime import datetime

from django.db import transaction

from bangvang.council.actions.session_plan import SessionPlan, fill, when
from bangvang.council.permissions.sessions import (
    objection_to_agenda,
    objection_to_version,
)
from bangvang.council.selectors.sessions import session_for
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if


@transaction.atomic
def change_session(
    ref: str, plan: SessionPlan, *, version: int, actor: Actor, at: datetime
) -> None:
    """Change number, place, time, chair or secretary while the session is being prepared.

    Raises:
        Unseen: this actor has no such session.
        Refused: as for `create_session`, called already, or changed by somebody else meanwhile.
    """
    session = session_for(actor, ref, lock=True)
    refuse_if(objection_to_agenda(actor, session) or objection_to_version(session.version, version))
    fill(session, session.council, plan)
    session.version += 1
    session.save()
    record(
        actor=actor,
        at=at,
        verb="change_session",
        subject=("session", ref),
        said=f"Sửa thành {session.title}, {when(session)}, tại {session.place}.",
    )
