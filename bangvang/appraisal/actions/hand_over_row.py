"""Hand one row under appraisal to another officer, while the list stays where it is."""

from datetime import datetime

from django.db import transaction

from bangvang.appraisal.permissions.bulk import objection_to_handing_row_over
from bangvang.appraisal.permissions.charges import Officer
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.nominations.permissions import objection_to_version
from bangvang.nominations.selectors.nominations import nomination_for


@transaction.atomic
def hand_over_row(
    ref: str, to: Officer, reason: str, *, version: int, actor: Actor, at: datetime
) -> None:
    """Let another officer hold the row.

    Raises:
        Unseen: this actor has no such row.
        Refused: see `objection_to_handing_row_over`; or changed by somebody else meanwhile.
    """
    nomination = nomination_for(actor, ref, lock=True)
    reason = reason.strip()
    refuse_if(objection_to_handing_row_over(actor, nomination, to, reason=reason))
    refuse_if(objection_to_version(nomination.version, version))
    before = nomination.holder
    nomination.holder, nomination.held_since = to.actor.name, at
    nomination.version += 1
    nomination.save(update_fields=["holder", "held_since", "version"])
    record(
        actor=actor,
        at=at,
        verb="hand_over_row",
        subject=("nomination", ref),
        said=f"Chuyển từ {before} sang {to.actor.name}: {reason}",
        details={"account": to.ref},
    )
