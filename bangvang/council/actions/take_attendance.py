"""Call the roll."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from bangvang.council.actions.agenda_order import touch
from bangvang.council.models import Attendance, Ballot, PaperTaken, Presence, Session
from bangvang.council.permissions.sessions import objection_to_roll, objection_to_version
from bangvang.council.selectors.councils import seats_on
from bangvang.council.selectors.sessions import day_of, session_for
from bangvang.council.states import UNDER_WAY
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Objection, refuse_if
from bangvang.foundation.vietnamese import tidy


@dataclass(frozen=True)
class RollEntry:
    """One member by the number of the seat; an absent one with a reason."""

    number: int
    is_present: bool
    reason: str = ""


@transaction.atomic
def take_attendance(
    ref: str, roll: Sequence[RollEntry], *, version: int, actor: Actor, at: datetime
) -> None:
    """Write down who is there, for every seat that is held.

    Raises:
        Unseen: this actor has no such session.
        Refused: not the secretary, not called, a ballot is under way, somebody is missing on the
            roll, an absence without a reason, absent though a ballot paper was taken, or changed
            meanwhile.
    """
    session = session_for(actor, ref, lock=True)
    seats = {s.number: s for s in seats_on(session.council_id, day_of(session)) if not s.is_vacant}
    reasons = {entry.number: tidy(entry.reason) for entry in roll if not entry.is_present}
    refuse_if(
        objection_to_roll(
            actor,
            session,
            expected=seats,
            called=[entry.number for entry in roll],
            absent_reasons=reasons.values(),
            ballot_under_way=Ballot.objects.filter(session=session, state__in=UNDER_WAY).exists(),
        )
        or objection_to_version(session.version, version)
    )
    refuse_if(_objection_to_voters(session, reasons))
    for entry in roll:
        presence = Presence.PRESENT if entry.is_present else Presence.ABSENT
        Attendance.objects.update_or_create(
            session=session,
            seat=seats[entry.number],
            defaults={"presence": presence, "reason": reasons.get(entry.number, "")},
        )
    touch(session)
    present = len(roll) - len(reasons)
    record(
        actor=actor,
        at=at,
        verb="take_attendance",
        subject=("session", ref),
        said=f"Điểm danh: có mặt {present}, vắng mặt {len(reasons)}.",
        details={"present": present, "absent": len(reasons)},
    )


def _objection_to_voters(session: Session, absent: Collection[int]) -> Objection | None:
    """Who took a paper was there; that somebody left early stands in the notes of the session."""
    taken = PaperTaken.objects.filter(ballot__session=session, seat__number__in=list(absent))
    name = taken.order_by("seat__number").values_list("seat__holder_name", flat=True).first()
    if name is None:
        return None
    sentence = (
        f"{name} đã nhận phiếu tại phiên này nên không ghi vắng mặt được; "
        "việc về trước ghi vào diễn biến phiên họp."
    )
    return Objection("TOOK_A_PAPER", sentence)
