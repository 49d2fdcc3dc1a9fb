"""Let a row be read anew by two officers: what was read before is over."""

from datetime import datetime

from django.db import transaction

from bangvang.appraisal.models import Reading
from bangvang.appraisal.permissions.readings import objection_to_reading_anew
from bangvang.appraisal.selectors.readings import readings_given
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.nominations.models import Nomination
from bangvang.nominations.selectors.nominations import nomination_for


@transaction.atomic
def read_anew(ref: str, reason: str, *, actor: Actor, at: datetime) -> None:
    """Unlock the row for two new readings; it stays where it is.

    Raises:
        Unseen: this actor has no such row.
        Refused: see `objection_to_reading_anew`.
    """
    nomination = nomination_for(actor, ref, lock=True)
    reason = reason.strip()
    refuse_if(
        objection_to_reading_anew(actor, nomination, readings_given(nomination), reason=reason)
    )
    end_readings(nomination, at=at)
    record(
        actor=actor,
        at=at,
        verb="read_anew",
        subject=("nomination", ref),
        said=f"Mở lại hai ý kiến thẩm định độc lập: {reason}",
    )


def end_readings(nomination: Nomination, *, at: datetime) -> None:
    """Let what was read be over, as part of an act after which the row is another one."""
    Reading.objects.filter(nomination=nomination, over_at=None).update(over_at=at)
