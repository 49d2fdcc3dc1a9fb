"""Call a session: print its agenda and let the members see it."""

from datetime import datetime

from django.db import transaction

from bangvang.council.documents.agenda import agenda_paper
from bangvang.council.selectors.possible import why_not_call
from bangvang.council.selectors.sessions import session_for, session_page
from bangvang.council.states import SESSION_LIFE, SessionMove, SessionState
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.documents.keep import keep_document
from bangvang.foundation.objection import refuse_if


@transaction.atomic
def call_session(ref: str, *, actor: Actor, at: datetime) -> None:
    """Print the agenda and let the members see the session.

    Raises:
        Unseen: this actor has no such session.
        Refused: not the secretary, nothing on the agenda, no members, no regulation, or too late.
    """
    session = session_for(actor, ref, lock=True)
    refuse_if(why_not_call(actor, session, on=at.date()))
    session.state = SESSION_LIFE.target(SessionMove.CALL, SessionState(session.state))
    session.version += 1
    session.save(update_fields=["state", "version"])
    document = keep_document(
        agenda_paper(session_page(actor, ref)),
        kind="AGENDA",
        subject=("session", ref),
        name=f"chuong-trinh-phien-{session.number_in_year}-{session.year}",
        actor=actor,
        at=at,
    )
    record(
        actor=actor,
        at=at,
        verb="call_session",
        subject=("session", ref),
        said=f"Triệu tập {session.title}, in chương trình họp.",
        details={"document": document.ref},
    )
