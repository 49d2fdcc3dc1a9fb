"""What may be done with a session now, and why not: the same words for buttons and actions."""

from dataclasses import dataclass
from datetime import date

from bangvang.council.models import AgendaItem, AgendaKind, Session
from bangvang.council.permissions.sessions import (
    objection_to_agenda,
    objection_to_calling,
    objection_to_closing,
    objection_to_concluding,
    objection_to_opening,
)
from bangvang.council.selectors.councils import regulation_on, seats_on
from bangvang.council.selectors.sessions import attendance_of, day_of, session_for
from bangvang.council.states import SESSION_LIFE, BallotState, SessionMove, SessionState
from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import Objection


@dataclass(frozen=True)
class NextMove:
    """The move that comes next in the life of a session, and what stands against it."""

    move: SessionMove
    objection: Objection | None


@dataclass(frozen=True)
class SessionNow:
    """What this actor can do on a session's page; `next_move` None when there is none."""

    next_move: NextMove | None
    agenda: Objection | None
    conclusions: Objection | None


def session_now(actor: Actor, ref: str, *, on: date) -> SessionNow:
    """Return what the actor can do with a session today.

    Raises:
        Unseen: this actor has no such session.
    """
    session = session_for(actor, ref)
    return SessionNow(
        next_move=_next(actor, session, on),
        agenda=objection_to_agenda(actor, session),
        conclusions=objection_to_concluding(actor, session),
    )


def why_not_call(actor: Actor, session: Session, *, on: date) -> Objection | None:
    """Return what stands against calling the session."""
    day = day_of(session)
    return objection_to_calling(
        actor,
        session,
        day=day,
        items=AgendaItem.objects.filter(session=session).count(),
        seats=len(seats_on(session.council_id, day)),
        has_regulation=regulation_on(session.council_id, day) is not None,
        on=on,
    )


def why_not_open(actor: Actor, session: Session, *, on: date) -> Objection | None:
    """Return what stands against opening the session."""
    day = day_of(session)
    regulation = regulation_on(session.council_id, day)
    total, roll = attendance_of(session)
    return objection_to_opening(
        actor,
        session,
        day=day,
        on=on,
        share=regulation.quorum if regulation else None,
        roll=[sum(row.is_present for row in roll), total],
    )


def why_not_close(actor: Actor, session: Session) -> Objection | None:
    """Return what stands against closing the session."""
    to_ballot = AgendaItem.objects.filter(session=session, kind=AgendaKind.BALLOT)
    missing = to_ballot.exclude(ballot__state=BallotState.CLOSED).count()
    return objection_to_closing(actor, session, ballots_missing=missing)


def _next(actor: Actor, session: Session, on: date) -> NextMove | None:
    state = SessionState(session.state)
    if SESSION_LIFE.can(SessionMove.CALL, state):
        return NextMove(SessionMove.CALL, why_not_call(actor, session, on=on))
    if SESSION_LIFE.can(SessionMove.OPEN, state):
        return NextMove(SessionMove.OPEN, why_not_open(actor, session, on=on))
    if SESSION_LIFE.can(SessionMove.CLOSE, state):
        return NextMove(SessionMove.CLOSE, why_not_close(actor, session))
    return None
