"""Accept a list that came after its last day."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.nominations.permissions import objection_to_judging_late, objection_to_version
from bangvang.nominations.selectors.batches import batch_for


@transaction.atomic
def accept_late(ref: str, reason: str, *, version: int, actor: Actor, at: datetime) -> None:
    """Let a late list be taken up; who accepted it and why stays with it.

    Raises:
        Unseen: this actor has no such list.
        Refused: not the head of the office, the list is not late or was accepted, no reason, or
            changed by somebody else meanwhile.
    """
    batch = batch_for(actor, ref, lock=True)
    reason = reason.strip()
    refuse_if(objection_to_judging_late(actor, batch, reason=reason))
    refuse_if(objection_to_version(batch.version, version))
    batch.late_accepted_by, batch.late_accepted_at, batch.late_accepted_why = actor.name, at, reason
    batch.version += 1
    batch.save(
        update_fields=["late_accepted_by", "late_accepted_at", "late_accepted_why", "version"]
    )
    record(
        actor=actor,
        at=at,
        verb="accept_late",
        subject=("batch", ref),
        said=f"Chấp nhận danh sách nộp muộn: {reason}",
    )
