"""Let one row go on unasked where no text that was read says whether the people are asked."""

from datetime import datetime

from django.db import transaction

from bangvang.appraisal.models import ConsultationWaiver
from bangvang.appraisal.permissions.consultations import objection_to_waiving
from bangvang.appraisal.selectors.consulted import asked_of_row, open_row_of
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import tidy
from bangvang.nominations.selectors.nominations import nomination_for


@transaction.atomic
def waive_consultation(ref: str, reason: str, *, actor: Actor, at: datetime) -> None:
    """Keep the head's reason; where a paper or a text that was read asks, nobody can.

    Raises:
        Unseen: this actor has no such row.
        Refused: not the head, something says what is right, said already, on a list, no reason.
    """
    nomination = nomination_for(actor, ref, lock=True)
    reason = tidy(reason)
    refuse_if(
        objection_to_waiving(
            actor,
            asked=asked_of_row(nomination).asked,
            is_waived=ConsultationWaiver.objects.filter(nomination=nomination).exists(),
            is_listed=open_row_of(nomination) is not None,
            reason=reason,
        )
    )
    ConsultationWaiver.objects.create(
        nomination=nomination,
        reason=reason,
        by_ref=actor.account_ref,
        by_name=actor.name,
        given_at=at,
    )
    record(
        actor=actor,
        at=at,
        verb="waive_consultation",
        subject=("nomination", ref),
        said=f"Không lấy ý kiến Nhân dân, Trưởng phòng quyết định. {reason}",
    )
