"""Give the people more time for an open public list; never less."""

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localtime

from bangvang.appraisal.models import Prolongation
from bangvang.appraisal.permissions.consultations import objection_to_prolonging
from bangvang.appraisal.selectors.consultations import consultation_for
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.days_off import is_day_off
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import say_date, tidy
from bangvang.nominations.permissions import objection_to_version


@transaction.atomic
def prolong_consultation(
    ref: str, last_on: date, reason: str, *, version: int, actor: Actor, at: datetime
) -> None:
    """Set a later last day, a working day, with a reason that the public reads.

    Raises:
        Unseen: no such list for this actor.
        Refused: not the head, not open or over, not later, too far, a day off, no reason, or
            changed since it was seen.
    """
    consultation = consultation_for(actor, ref, lock=True)
    reason = tidy(reason)
    refuse_if(
        objection_to_prolonging(
            actor,
            consultation,
            last_on=last_on,
            is_off=is_day_off(last_on),
            reason=reason,
            on=localtime(at).date(),
        )
        or objection_to_version(consultation.version, version)
    )
    assert consultation.last_on is not None  # noqa: S101  an open list has its last day
    Prolongation.objects.create(
        consultation=consultation,
        before=consultation.last_on,
        last_on=last_on,
        reason=reason,
        by_name=actor.name,
        given_at=at,
    )
    consultation.last_on = last_on
    consultation.version += 1
    consultation.save(update_fields=["last_on", "version"])
    record(
        actor=actor,
        at=at,
        verb="prolong_consultation",
        subject=("consultation", ref),
        said=f"Gia hạn lấy ý kiến Nhân dân đến hết ngày {say_date(last_on)}. {reason}",
        details={"last_on": last_on.isoformat()},
    )
