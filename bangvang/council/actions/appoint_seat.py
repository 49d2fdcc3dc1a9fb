"""Write down who holds a seat of the council from a day on."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q

from bangvang.council.models import Council, Seat, SeatRole
from bangvang.council.permissions.councils import objection_to_appointing
from bangvang.council.selectors.councils import council_for
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import say_date, tidy


@dataclass(frozen=True)
class Appointment:
    """One seat by the decision that set it up; an empty `holder_name` is a vacancy.

    `role` is one of `SeatRole`; `post_title` is the post outside the council. A vacancy still
    counts in the total membership.
    """

    number: int
    role: str
    holder_name: str
    post_title: str
    since: date
    decision_no: str
    decided_on: date
    account_ref: str = ""


@transaction.atomic
def appoint_seat(council_ref: str, new: Appointment, *, actor: Actor, at: datetime) -> None:
    """Let somebody hold a seat on `[since, …)`; whoever held it before holds it until then.

    Raises:
        Unseen: no such council for this actor.
        Refused: not the secretary, no decision, a second chair, or not after the last tenure.
    """
    council = council_for(actor, council_ref, lock=True)
    before = Seat.objects.filter(council=council, number=new.number).order_by("-since").first()
    refuse_if(
        objection_to_appointing(
            actor,
            before=before,
            is_second_chair=_is_second_chair(council, new),
            since=new.since,
            decision=(tidy(new.decision_no), new.decided_on),
            on=at.date(),
        )
    )
    if before is not None and (before.until is None or before.until > new.since):
        before.until = new.since
        before.save(update_fields=["until"])
    seat = Seat.objects.create(
        council=council,
        number=new.number,
        role=SeatRole(new.role),
        holder_name=tidy(new.holder_name),
        post_title=tidy(new.post_title),
        account_ref=new.account_ref,
        since=new.since,
        decision_no=tidy(new.decision_no),
        decided_on=new.decided_on,
    )
    record(
        actor=actor,
        at=at,
        verb="appoint_seat",
        subject=("council", council_ref),
        said=f"Ghế {seat.number}, {SeatRole(seat.role).label}: "
        f"{seat.holder_name or 'khuyết'} từ ngày {say_date(seat.since)}, "
        f"Quyết định số {seat.decision_no}.",
        details={"seat": seat.number, "role": seat.role, "since": seat.since.isoformat()},
    )


def _is_second_chair(council: Council, new: Appointment) -> bool:
    if new.role != SeatRole.CHAIR:
        return False
    lasting = Q(until__isnull=True) | Q(until__gt=new.since)
    chairs = Seat.objects.filter(lasting, council=council, role=SeatRole.CHAIR)
    return chairs.exclude(number=new.number).exists()
