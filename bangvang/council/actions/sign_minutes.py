"""Keep the scan of minutes that were signed on paper."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from bangvang.council.models import Minutes, MinutesKind
from bangvang.council.permissions.minutes import objection_to_signing
from bangvang.council.selectors.minutes import minutes_for, unsigned_counting
from bangvang.council.selectors.sessions import day_of, session_for
from bangvang.council.states import (
    MINUTES_LIFE,
    SESSION_LIFE,
    MinutesMove,
    MinutesState,
    SessionMove,
    SessionState,
)
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.files.keep import keep
from bangvang.foundation.files.kinds import SCANS
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import say_date, tidy


@dataclass(frozen=True)
class SignedScan:
    """The signed paper: who signed, on which day, and its scan."""

    signers: str
    signed_on: date
    content: bytes
    original_name: str


@transaction.atomic
def sign_minutes(ref: str, scan: SignedScan, *, actor: Actor, at: datetime) -> None:
    """Let minutes be signed; with its own minutes, the whole session is.

    Raises:
        Unseen: this actor sees no such minutes.
        Refused: not the secretary, signed already, no signers, a day that cannot be, counting
            minutes still unsigned, or the file is no scan.
    """
    session = session_for(actor, minutes_for(actor, ref).session.ref, lock=True)
    minutes = minutes_for(actor, ref, lock=True)
    is_session = minutes.kind == MinutesKind.SESSION
    signers = tidy(scan.signers)
    refuse_if(
        objection_to_signing(
            actor,
            minutes,
            signers=signers,
            signed_on=scan.signed_on,
            session_on=day_of(session),
            unsigned_counting=unsigned_counting(session) if is_session else 0,
            on=at.date(),
        )
    )
    minutes.state = MINUTES_LIFE.target(MinutesMove.SIGN, MinutesState(minutes.state))
    minutes.scan = keep(
        scan.content, original_name=scan.original_name, actor=actor, at=at, accept=SCANS
    )
    minutes.signers, minutes.signed_on = signers, scan.signed_on
    minutes.signing_recorded_by = actor.name
    minutes.save()
    if is_session:
        session.state = SESSION_LIFE.target(SessionMove.SIGN, SessionState(session.state))
        session.version += 1
        session.save(update_fields=["state", "version"])
    record(
        actor=actor,
        at=at,
        verb="sign_minutes",
        subject=_subject(minutes),
        said=f"Lưu bản quét {MinutesKind(minutes.kind).label.lower()} đã ký ngày "
        f"{say_date(scan.signed_on)}: {signers}.",
        details={"minutes": ref, "scan": minutes.scan.digest},
    )


def _subject(minutes: Minutes) -> tuple[str, str]:
    if minutes.ballot is not None:
        return ("ballot", minutes.ballot.ref)
    return ("session", minutes.session.ref)
