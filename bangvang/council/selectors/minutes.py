"""Reading minutes."""

from dataclasses import dataclass
from datetime import date

from bangvang.council.models import Ballot, Minutes, MinutesKind, Session
from bangvang.council.selectors.sessions import day_of, session_for, visible_to
from bangvang.council.states import MINUTES_STATE_NAMES, MinutesState
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.selectors import Head
from bangvang.foundation.documents.selectors import KeptPaper, paper_card
from bangvang.foundation.files.selectors import KeptFile, file_card
from bangvang.foundation.objection import Unseen
from bangvang.law import award_name


@dataclass(frozen=True)
class MinutesRow:
    """Minutes as pages show them; `about` is the award of counting minutes."""

    ref: str
    kind: str
    kind_name: str
    about: str
    session_ref: str
    ballot_ref: str
    paper: KeptPaper
    head: Head
    state: str
    state_name: str
    scan: KeptFile | None
    signers: str
    signed_on: date | None

    @property
    def is_signed(self) -> bool:
        """Whether the signed scan is kept."""
        return self.state == MinutesState.SIGNED


def minutes_for_session(actor: Actor, session_ref: str) -> list[MinutesRow]:
    """Return all minutes of a session, counting minutes first.

    Raises:
        Unseen: this actor has no such session.
    """
    session = session_for(actor, session_ref)
    found = Minutes.objects.filter(session=session).order_by("kind", "ballot__item__order", "pk")
    return [_row(minutes) for minutes in found.select_related(*_NEEDS)]


def minutes_of_ballot(ballot: Ballot) -> MinutesRow | None:
    """Return the counting minutes of a ballot, None if they are not printed."""
    minutes = Minutes.objects.filter(ballot=ballot).select_related(*_NEEDS).first()
    return _row(minutes) if minutes else None


def minutes_for(actor: Actor, ref: str, *, lock: bool = False) -> Minutes:
    """Return minutes to act on.

    Raises:
        Unseen: this actor sees no such minutes.
    """
    found = Minutes.objects.filter(ref=ref, session__in=visible_to(actor))
    found = found.select_related("session__council", "ballot__item")
    if lock:
        found = found.select_for_update(of=("self",))
    minutes = found.first()
    if minutes is None:
        raise Unseen
    return minutes


def minutes_page(actor: Actor, ref: str) -> MinutesRow:
    """Return minutes as their page shows them.

    Raises:
        Unseen: this actor sees no such minutes.
    """
    minutes = minutes_for(actor, ref)
    return _row(Minutes.objects.select_related(*_NEEDS).get(pk=minutes.pk))


def unsigned_counting(session: Session) -> int:
    """Return how many ballots of the session have no signed counting minutes."""
    ballots = Ballot.objects.filter(session=session)
    return ballots.exclude(minutes__state=MinutesState.SIGNED).count()


_NEEDS = (
    "session",
    "ballot__item",
    "document__docx",
    "document__pdf",
    "scan",
)


def _row(minutes: Minutes) -> MinutesRow:
    ballot = minutes.ballot
    return MinutesRow(
        ref=minutes.ref,
        kind=minutes.kind,
        kind_name=MinutesKind(minutes.kind).label,
        about=award_name(ballot.item.award_code, day_of(minutes.session)) if ballot else "",
        session_ref=minutes.session.ref,
        ballot_ref=ballot.ref if ballot else "",
        paper=paper_card(minutes.document),
        head=Head(minutes.head_seq, minutes.head_digest),
        state=minutes.state,
        state_name=MINUTES_STATE_NAMES[MinutesState(minutes.state)],
        scan=file_card(minutes.scan) if minutes.scan else None,
        signers=minutes.signers,
        signed_on=minutes.signed_on,
    )
