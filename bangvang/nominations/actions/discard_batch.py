"""Throw a draft away, so that the list can be uploaded again."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.nominations.actions.move import move
from bangvang.nominations.actions.placing import split_rows
from bangvang.nominations.models import Nomination
from bangvang.nominations.permissions import objection_to_changing_draft, objection_to_version
from bangvang.nominations.selectors.batches import batch_for
from bangvang.nominations.selectors.gathered import lists_locked
from bangvang.nominations.states import BATCH_LIFE, BatchMove, BatchState, Move, State


@transaction.atomic
def discard_batch(ref: str, *, version: int, actor: Actor, at: datetime) -> None:
    """Withdraw every row of a draft and close the list; nothing is deleted.

    Rows that were gathered from lower lists go back there and wait again.

    Raises:
        Unseen: this actor has no such list.
        Refused: not a draft of the own unit, or changed by somebody else meanwhile.
    """
    seen = batch_for(actor, ref)
    gathered = Nomination.objects.filter(batch=seen, state=State.GATHERED)
    origins = gathered.values_list("origin", flat=True)
    batch = lists_locked([seen.pk, *(pk for pk in origins if pk)])[seen.pk]
    refuse_if(objection_to_changing_draft(actor, batch))
    refuse_if(objection_to_version(batch.version, version))
    split_rows(list(gathered.values_list("ref", flat=True)), actor=actor, at=at)
    rows = Nomination.objects.select_for_update(of=("self",)).filter(batch=batch, state=State.DRAFT)
    for nomination in rows.order_by("pk"):
        move(nomination, Move.WITHDRAW, holder=batch.unit.name, actor=actor, at=at)
    batch.state = BATCH_LIFE.target(BatchMove.DISCARD, BatchState(batch.state))
    batch.version += 1
    batch.save(update_fields=["state", "version"])
    record(
        actor=actor,
        at=at,
        verb="discard_batch",
        subject=("batch", ref),
        said="Bỏ bản nháp của danh sách.",
    )
