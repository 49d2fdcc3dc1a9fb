"""Take a seat out of the council: the total membership is one less from that day."""

from datetime import date, datetime

from django.db import transaction

from bangvang.council.models import Seat
from bangvang.council.permissions.councils import objection_to_ending
from bangvang.council.selectors.councils import council_for
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import say_date, tidy


@transaction.atomic
def end_seat(
    council_ref: str, number: int, *, until: date, decision_no: str, actor: Actor, at: datetime
) -> None:
    """End the seat on a day by a new decision; a vacancy alone does not change the total.

    Raises:
        Unseen: no such council for this actor.
        Refused: not the secretary, no decision, or no such seat on that day.
    """
    council = council_for(actor, council_ref, lock=True)
    seat = (
        Seat.objects.filter(council=council, number=number, since__lt=until, until=None)
        .order_by("-since")
        .first()
    )
    decision_no = tidy(decision_no)
    refuse_if(objection_to_ending(actor, seat, decision_no=decision_no))
    Seat.objects.filter(council=council, number=number, until=None).update(until=until)
    record(
        actor=actor,
        at=at,
        verb="end_seat",
        subject=("council", council_ref),
        said=f"Bỏ ghế {number} từ ngày {say_date(until)}, Quyết định số {decision_no}.",
        details={"seat": number, "until": until.isoformat()},
    )
