"""Take a list back that was handed in and that nobody has taken up yet."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.nominations.actions.move import move
from bangvang.nominations.models import Nomination
from bangvang.nominations.permissions import (
    TAKEN_UP_ALREADY,
    objection_to_recalling,
    objection_to_version,
)
from bangvang.nominations.selectors.batches import batch_for
from bangvang.nominations.states import BATCH_LIFE, BatchMove, BatchState, Move, State


@transaction.atomic
def recall_batch(ref: str, reason: str, *, version: int, actor: Actor, at: datetime) -> None:
    """Give the whole list back to the head of the unit; its number stays until a new one comes.

    Raises:
        Unseen: this actor has no such list.
        Refused: not the head of the unit, not handed in, taken up already, no reason, or changed
            by somebody else meanwhile.
    """
    batch = batch_for(actor, ref, lock=True)
    refuse_if(objection_to_version(batch.version, version))
    reason = reason.strip()
    refuse_if(objection_to_recalling(actor, batch, reason=reason))
    rows = list(
        Nomination.objects.select_for_update()
        .filter(batch=batch)
        .exclude(state=State.WITHDRAWN)
        .order_by("source_row", "pk")
    )
    is_taken = bool(batch.holder_ref) or any(row.state != State.SUBMITTED for row in rows)
    refuse_if(TAKEN_UP_ALREADY if is_taken else None)
    said = f"Thu hồi danh sách số tiếp nhận {batch.reference}: {reason}"
    batch.state = BATCH_LIFE.target(BatchMove.RECALL, BatchState(batch.state))
    batch.holder, batch.holder_ref, batch.held_since = actor.name, actor.account_ref, at
    batch.late_accepted_by, batch.late_accepted_at, batch.late_accepted_why = "", None, ""
    batch.version += 1
    batch.save()
    for nomination in rows:
        move(nomination, Move.RECALL, holder=actor.name, actor=actor, at=at, reason=reason)
    record(actor=actor, at=at, verb="recall_batch", subject=("batch", ref), said=said)
