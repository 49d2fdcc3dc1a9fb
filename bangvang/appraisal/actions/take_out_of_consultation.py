"""Take a row off an open public list; it keeps its place and its trace."""

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localtime

from bangvang.appraisal.models import ConsultedRow
from bangvang.appraisal.permissions.consultations import objection_to_taking_out
from bangvang.appraisal.selectors.consultations import consultation_for
from bangvang.appraisal.selectors.consulted import open_row_of
from bangvang.appraisal.states import ConsultationState
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Unseen, refuse_if
from bangvang.foundation.vietnamese import say_date, tidy
from bangvang.nominations.models import Nomination


@transaction.atomic
def take_out_of_consultation(
    ref: str, order: int, reason: str, *, actor: Actor, at: datetime
) -> None:
    """Mark the row; the public reads that its place is empty since this day, and no more.

    Raises:
        Unseen: no such list or row for this actor.
        Refused: not of the standing office, not open, gone already, or no reason.
    """
    consultation = consultation_for(actor, ref, lock=True)
    row = ConsultedRow.objects.filter(consultation=consultation, order=order).first()
    if row is None:
        raise Unseen
    reason = tidy(reason)
    refuse_if(
        objection_to_taking_out(
            actor, consultation, has_left=row.left_on is not None, reason=reason
        )
    )
    _leave(row, reason, actor, at)


def leave_public_list(nomination: Nomination, reason: str, *, actor: Actor, at: datetime) -> None:
    """Let a row that goes back, or ends, leave the list it stands on; part of that act.

    A draft that nobody outside has read forgets it.
    """
    row = open_row_of(nomination)
    if row is None:
        return
    if row.consultation.state == ConsultationState.PREPARING:
        row.delete()
    else:
        _leave(row, reason, actor, at)


def _leave(row: ConsultedRow, reason: str, actor: Actor, at: datetime) -> None:
    on: date = localtime(at).date()
    row.left_on, row.left_reason, row.left_by_name = on, reason, actor.name
    row.save(update_fields=["left_on", "left_reason", "left_by_name"])
    record(
        actor=actor,
        at=at,
        verb="take_out_of_consultation",
        subject=("consultation", row.consultation.ref),
        said=f"Rút dòng {row.order} khỏi danh sách lấy ý kiến ngày {say_date(on)}. {reason}",
        details={"order": row.order},
    )
