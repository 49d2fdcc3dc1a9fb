"""Give a list back to the officer who prepared it."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.nominations.permissions import NO_REASON, objection_to_heading, objection_to_version
from bangvang.nominations.selectors.batches import batch_for
from bangvang.nominations.states import BATCH_LIFE, BatchMove, BatchState


@transaction.atomic
def hand_back(ref: str, reason: str, *, version: int, actor: Actor, at: datetime) -> None:
    """Make the list a draft again, with the head's reason in its history.

    Raises:
        Unseen: this actor has no such list.
        Refused: not the head, no reason, or changed by somebody else meanwhile.
    """
    batch = batch_for(actor, ref, lock=True)
    refuse_if(objection_to_heading(actor, batch))
    refuse_if(objection_to_version(batch.version, version))
    refuse_if(None if reason.strip() else NO_REASON)
    batch.state = BATCH_LIFE.target(BatchMove.HAND_BACK, BatchState(batch.state))
    batch.holder = batch.prepared_by
    batch.held_since = at
    batch.version += 1
    batch.save(update_fields=["state", "holder", "held_since", "version"])
    record(
        actor=actor,
        at=at,
        verb="hand_back",
        subject=("batch", ref),
        said=f"Thủ trưởng trả lại để sửa: {reason.strip()}",
    )
