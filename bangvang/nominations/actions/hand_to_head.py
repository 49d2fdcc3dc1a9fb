"""Give a draft to the head of the unit."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.nominations.permissions import objection_to_changing_draft, objection_to_version
from bangvang.nominations.selectors.batches import batch_for
from bangvang.nominations.states import BATCH_LIFE, BatchMove, BatchState


@transaction.atomic
def hand_to_head(ref: str, *, version: int, actor: Actor, at: datetime) -> None:
    """Let the head hold the list; from now on it does not change until handed back.

    Raises:
        Unseen: this actor has no such list.
        Refused: not a draft of the own unit, or changed by somebody else meanwhile.
    """
    batch = batch_for(actor, ref, lock=True)
    refuse_if(objection_to_changing_draft(actor, batch))
    refuse_if(objection_to_version(batch.version, version))
    batch.state = BATCH_LIFE.target(BatchMove.HAND_TO_HEAD, BatchState(batch.state))
    batch.holder = f"Thủ trưởng {batch.unit.name}"
    batch.holder_ref = ""
    batch.held_since = at
    batch.version += 1
    batch.save(update_fields=["state", "holder", "holder_ref", "held_since", "version"])
    record(
        actor=actor,
        at=at,
        verb="hand_to_head",
        subject=("batch", ref),
        said="Chuyển thủ trưởng xem và nộp.",
    )
