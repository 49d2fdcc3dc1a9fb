"""Hand a list that one officer has taken up to another."""

from datetime import datetime

from django.db import transaction

from bangvang.appraisal.permissions.charges import Officer, objection_to_handing_over
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.nominations.models import Nomination
from bangvang.nominations.permissions import objection_to_version
from bangvang.nominations.selectors.batches import batch_for
from bangvang.nominations.states import State


@transaction.atomic
def hand_over_list(
    batch_ref: str, to: Officer, reason: str, *, version: int, actor: Actor, at: datetime
) -> int:
    """Let another officer hold the list and its rows under appraisal; return how many rows.

    Rows that are concluded, with the unit or with the head stay where they are.

    Raises:
        Unseen: this actor has no such list.
        Refused: not the head of the office, nothing under appraisal, no specialist, one who
            serves the unit or holds the list already, no reason, or changed meanwhile.
    """
    batch = batch_for(actor, batch_ref, lock=True)
    rows = list(
        Nomination.objects.select_for_update(of=("self",))
        .filter(batch=batch, state=State.CHECKED)
        .order_by("pk")
    )
    reason = reason.strip()
    held_by = batch.holder_ref if rows else ""
    refuse_if(
        objection_to_handing_over(
            actor, to, held_by=held_by, unit_ref=batch.unit.ref, reason=reason
        )
    )
    refuse_if(objection_to_version(batch.version, version))
    before = batch.holder
    for row in rows:
        row.holder, row.held_since = to.actor.name, at
        row.version += 1
        row.save(update_fields=["holder", "held_since", "version"])
    batch.holder, batch.holder_ref, batch.held_since = to.actor.name, to.ref, at
    batch.version += 1
    batch.save(update_fields=["holder", "holder_ref", "held_since", "version"])
    said = f"Chuyển từ {before} sang {to.actor.name}"
    for row in rows:
        record(
            actor=actor,
            at=at,
            verb="hand_over_list",
            subject=("nomination", row.ref),
            said=f"{said}.",
        )
    record(
        actor=actor,
        at=at,
        verb="hand_over_list",
        subject=("batch", batch_ref),
        said=f"{said}, {len(rows)} dòng đang thẩm định: {reason}",
        details={"account": to.ref},
    )
    return len(rows)
