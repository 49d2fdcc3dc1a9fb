"""What waits for somebody of the council."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import Exists, OuterRef, QuerySet

from bangvang.council.models import Ballot, Count, Minutes, Session
from bangvang.council.selectors.sessions import day_of, visible_to
from bangvang.council.states import BallotState, MinutesState, SessionState
from bangvang.foundation.actor import Actor, Role
from bangvang.law import award_name


class Errand(StrEnum):
    """What is to be done."""

    PREPARE = "PREPARE"
    OPEN = "OPEN"
    RUN = "RUN"
    WRITE_MINUTES = "WRITE_MINUTES"
    KEEP_SCAN = "KEEP_SCAN"
    HAND_OUT = "HAND_OUT"
    OPEN_BOX = "OPEN_BOX"
    COUNT = "COUNT"
    COUNT_AGAIN = "COUNT_AGAIN"
    ANNOUNCE = "ANNOUNCE"
    PRINT_COUNTING = "PRINT_COUNTING"
    ATTEND = "ATTEND"


@dataclass(frozen=True)
class Waiting:
    """One errand about a session or one of its ballots; `about` is the award of a ballot."""

    errand: Errand
    session_ref: str
    session_title: str
    session_on: date
    ref: str
    about: str


OF_SESSIONS = {
    SessionState.PREPARING: Errand.PREPARE,
    SessionState.CALLED: Errand.OPEN,
    SessionState.OPEN: Errand.RUN,
    SessionState.CLOSED: Errand.WRITE_MINUTES,
}
OF_BALLOTS = {
    BallotState.PREPARED: Errand.HAND_OUT,
    BallotState.OPEN: Errand.OPEN_BOX,
    BallotState.COUNTING: Errand.COUNT,
    BallotState.RECOUNT: Errand.COUNT_AGAIN,
    BallotState.AGREED: Errand.ANNOUNCE,
    BallotState.CLOSED: Errand.PRINT_COUNTING,
}
COUNTS = frozenset({Errand.COUNT, Errand.COUNT_AGAIN})


def waiting_for(actor: Actor) -> list[Waiting]:
    """Return what the actor can do now, nearest session first."""
    sessions = visible_to(actor).exclude(state=SessionState.SIGNED)
    found: list[Waiting] = []
    if actor.has(Role.TELLER):
        found += _of_ballots(actor, sessions)
    if actor.has(Role.SECRETARY):
        found += _of_sessions(sessions, OF_SESSIONS) + _of_scans(sessions)
    elif actor.has(Role.CHAIR, Role.MEMBER):
        called = {SessionState.CALLED: Errand.ATTEND, SessionState.OPEN: Errand.ATTEND}
        found += _of_sessions(sessions, called)
    return sorted(found, key=lambda w: (w.session_on, w.session_ref))


def _of_sessions(sessions: QuerySet[Session], errands: dict[SessionState, Errand]) -> list[Waiting]:
    return [
        _waiting(errands[SessionState(s.state)], s, s.ref, "")
        for s in sessions.filter(state__in=list(errands)).order_by("starts_at", "pk")
    ]


def _of_ballots(actor: Actor, sessions: QuerySet[Session]) -> list[Waiting]:
    has_minutes = Exists(Minutes.objects.filter(ballot=OuterRef("pk")))
    ballots = Ballot.objects.filter(
        ~has_minutes, session__in=sessions, session__state=SessionState.OPEN
    )
    mine = Count.objects.filter(teller_ref=actor.account_ref, closed_at__isnull=False)
    done = set(mine.values_list("ballot_id", "attempt"))
    found = []
    for ballot in ballots.select_related("session", "item").order_by("item__order", "pk"):
        errand = OF_BALLOTS[BallotState(ballot.state)]
        if errand in COUNTS and (ballot.pk, ballot.attempt) in done:
            continue
        on = day_of(ballot.session)
        found.append(
            _waiting(errand, ballot.session, ballot.ref, award_name(ballot.item.award_code, on))
        )
    return found


def _of_scans(sessions: QuerySet[Session]) -> list[Waiting]:
    unsigned = Minutes.objects.filter(session__in=sessions, state=MinutesState.PRINTED)
    return [
        _waiting(Errand.KEEP_SCAN, m.session, m.ref, m.document.title)
        for m in unsigned.select_related("session", "document").order_by("pk")
    ]


def _waiting(errand: Errand, session: Session, ref: str, about: str) -> Waiting:
    return Waiting(errand, session.ref, session.title, day_of(session), ref, about)
