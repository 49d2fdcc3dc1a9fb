"""Hand a list in to the superior that gathers the lists of several units."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.nominations.actions.move import move
from bangvang.nominations.models import Nomination
from bangvang.nominations.permissions import objection_to_handing_in, objection_to_version
from bangvang.nominations.permissions.gathering import GOES_DIRECTLY
from bangvang.nominations.selectors.batches import batch_for, missing_kinds
from bangvang.nominations.selectors.routes import route_of
from bangvang.nominations.states import BATCH_LIFE, BatchMove, BatchState, Move, State


@transaction.atomic
def send_up(ref: str, *, version: int, actor: Actor, at: datetime) -> str:
    """Let the list wait at the superior of this day's route, and return the superior's name.

    It has no receipt yet: that comes when the superior hands in what it gathered.

    Raises:
        Unseen: this actor has no such list.
        Refused: not the head, a paper is missing, no rows, the round is not open, the list goes to
            the office directly, or changed by somebody else meanwhile.
    """
    batch = batch_for(actor, ref, lock=True)
    refuse_if(objection_to_version(batch.version, version))
    rows = list(
        Nomination.objects.select_for_update(of=("self",))
        .filter(batch=batch, state=State.DRAFT)
        .order_by("source_row", "pk")
    )
    missing, on = missing_kinds(batch), at.date()
    refuse_if(objection_to_handing_in(actor, batch, missing=missing, rows=len(rows), on=on))
    route = route_of(batch, on=on)
    refuse_if(None if route.through else GOES_DIRECTLY)
    holder = f"{route.through} (chờ tổng hợp)"
    batch.state = BATCH_LIFE.target(BatchMove.SEND_UP, BatchState(batch.state))
    batch.superior_id, batch.route_said = route.through_id, route.said
    batch.sent_up_by, batch.sent_up_at = actor.name, at
    batch.holder, batch.holder_ref, batch.held_since = holder, "", at
    batch.version += 1
    batch.save()
    for nomination in rows:
        move(nomination, Move.SEND_UP, holder=holder, actor=actor, at=at)
    record(
        actor=actor,
        at=at,
        verb="send_up",
        subject=("batch", ref),
        said=f"Nộp danh sách {len(rows)} dòng lên {route.through} để tổng hợp.",
        details={"rows": len(rows), "route": route.said},
    )
    return route.through
