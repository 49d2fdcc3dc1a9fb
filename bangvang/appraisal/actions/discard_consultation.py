"""Give up the draft of a public list."""

from datetime import datetime

from django.db import transaction

from bangvang.appraisal.permissions.consultations import objection_to_discarding
from bangvang.appraisal.selectors.consultations import consultation_for
from bangvang.appraisal.states import CONSULTATION_LIFE, ConsultationMove, ConsultationState
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if


@transaction.atomic
def discard_consultation(ref: str, *, actor: Actor, at: datetime) -> None:
    """Let the rows go, so that they can be put on another list; nobody outside has read them.

    Raises:
        Unseen: no such list for this actor.
        Refused: not of the standing office, or opened already.
    """
    consultation = consultation_for(actor, ref, lock=True)
    refuse_if(objection_to_discarding(actor, consultation))
    consultation.rows.all().delete()
    consultation.state = CONSULTATION_LIFE.target(
        ConsultationMove.DISCARD, ConsultationState(consultation.state)
    )
    consultation.version += 1
    consultation.save(update_fields=["state", "version"])
    record(
        actor=actor,
        at=at,
        verb="discard_consultation",
        subject=("consultation", ref),
        said="Bỏ dự thảo danh sách lấy ý kiến Nhân dân.",
    )
