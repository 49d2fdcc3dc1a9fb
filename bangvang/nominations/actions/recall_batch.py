"""Take a list back that was handed in, or sent up, and that nobody has taken up yet."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Objection, refuse_if
from bangvang.nominations.actions.move import move
from bangvang.nominations.models import Batch, Nomination
from bangvang.nominations.permissions import (
    TAKEN_UP_ALREADY,
    objection_to_recalling,
    objection_to_version,
)
from bangvang.nominations.permissions.gathering import GATHERED_ALREADY
from bangvang.nominations.selectors.batches import batch_for
from bangvang.nominations.states import BATCH_LIFE, BatchMove, BatchState, Move, State


@transaction.atomic
def recall_batch(ref: str, reason: str, *, version: int, actor: Actor, at: datetime) -> None:
    """Give the whole list back to the head of the unit; its number stays until a new one comes.

    Rows that it gathered from lower lists stay in it.

    Raises:
        Unseen: this actor has no such list.
        Refused: not the head of the unit, not handed in, taken up or gathered already, no reason,
            or changed by somebody else meanwhile.
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
    refuse_if(_objection_to(batch, rows))
    said = f"Thu hồi danh sách {_named(batch)}: {reason}"
    batch.state = BATCH_LIFE.target(BatchMove.RECALL, BatchState(batch.state))
    batch.holder, batch.holder_ref, batch.held_since = actor.name, actor.account_ref, at
    batch.superior, batch.sent_up_by, batch.sent_up_at, batch.route_said = None, "", None, ""
    batch.late_accepted_by, batch.late_accepted_at, batch.late_accepted_why = "", None, ""
    batch.version += 1
    batch.save()
    for nomination in rows:
        what = Move.RECALL_GATHERED if nomination.origin_id else Move.RECALL
        move(nomination, what, holder=actor.name, actor=actor, at=at, reason=reason)
    record(actor=actor, at=at, verb="recall_batch", subject=("batch", ref), said=said)


def _objection_to(batch: Batch, rows: list[Nomination]) -> Objection | None:
    """Refuse where somebody has begun to work with the list."""
    if batch.state == BatchState.AT_SUPERIOR:
        gathered = Nomination.objects.filter(origin=batch).exclude(state=State.WITHDRAWN)
        return GATHERED_ALREADY if gathered.exists() else None
    is_taken = bool(batch.holder_ref) or any(row.state != State.SUBMITTED for row in rows)
    return TAKEN_UP_ALREADY if is_taken else None


def _named(batch: Batch) -> str:
    if batch.state == BatchState.AT_SUPERIOR:
        return f"đã gửi {batch.superior}"
    return f"số tiếp nhận {batch.reference}"
