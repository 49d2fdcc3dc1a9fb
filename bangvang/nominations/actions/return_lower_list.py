"""Give a whole lower list back to the head of its unit."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.nominations.actions.move import move
from bangvang.nominations.models import Nomination
from bangvang.nominations.permissions import objection_to_version
from bangvang.nominations.permissions.gathering import objection_to_returning_list
from bangvang.nominations.selectors.batches import batch_for
from bangvang.nominations.states import BATCH_LIFE, BatchMove, BatchState, Move, State


@transaction.atomic
def return_lower_list(ref: str, reason: str, *, version: int, actor: Actor, at: datetime) -> None:
    """Let the head of the unit hold the list again; what was gathered of it must be out first.

    Raises:
        Unseen: this actor has no such list.
        Refused: not a list at the own unit, rows of it are gathered, no reason, or changed by
            somebody else meanwhile.
    """
    batch = batch_for(actor, ref, lock=True)
    reason = reason.strip()
    gathered = Nomination.objects.filter(origin=batch).exclude(state=State.WITHDRAWN).count()
    refuse_if(objection_to_returning_list(actor, batch, gathered=gathered, reason=reason))
    refuse_if(objection_to_version(batch.version, version))
    rows = list(
        Nomination.objects.select_for_update(of=("self",))
        .filter(batch=batch, state__in=(State.SENT_UP, State.SENT_BACK))
        .order_by("source_row", "pk")
    )
    holder, superior = f"Thủ trưởng {batch.unit.name}", batch.superior
    batch.state = BATCH_LIFE.target(BatchMove.GIVE_BACK, BatchState(batch.state))
    batch.holder, batch.holder_ref, batch.held_since = holder, "", at
    batch.superior, batch.sent_up_by, batch.sent_up_at, batch.route_said = None, "", None, ""
    batch.version += 1
    batch.save()
    for nomination in rows:
        move(nomination, Move.GIVE_BACK, holder=holder, actor=actor, at=at, reason=reason)
    record(
        actor=actor,
        at=at,
        verb="return_lower_list",
        subject=("batch", ref),
        said=f"{superior} trả lại cả danh sách: {reason}",
    )
