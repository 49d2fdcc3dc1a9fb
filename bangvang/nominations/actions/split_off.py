"""Take gathered rows out of a draft again; they wait in their own lists as before."""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.nominations.actions.placing import split_rows
from bangvang.nominations.models import Nomination
from bangvang.nominations.permissions import objection_to_version
from bangvang.nominations.permissions.gathering import objection_to_splitting
from bangvang.nominations.selectors.batches import batch_for
from bangvang.nominations.selectors.gathered import lists_locked, rows_locked


@transaction.atomic
def split_off(
    ref: str, chosen: Mapping[str, int], *, version: int, actor: Actor, at: datetime
) -> int:
    """Put the rows back where they came from and return how many; a whole list or some rows of it.

    Args:
        ref: the superior's draft.
        chosen: references of the rows with the version that the person saw of each.
        version: of the draft as the person saw it.
        actor: officer or head of the superior.
        at: the moment of the act.

    Raises:
        Unseen: this actor has no such list.
        Refused: not a draft of the own unit, nothing chosen, a row that is not here or not from a
            lower list, or changed by somebody else meanwhile.
    """
    seen = batch_for(actor, ref)
    origins = Nomination.objects.filter(batch=seen, ref__in=chosen).values_list("origin", flat=True)
    batch = lists_locked([seen.pk, *(pk for pk in origins if pk)])[seen.pk]
    rows = [row for row in rows_locked(chosen) if row.batch_id == batch.pk]
    refuse_if(objection_to_splitting(actor, batch, rows, asked=len(chosen)))
    refuse_if(objection_to_version(batch.version, version))
    for row in rows:
        refuse_if(objection_to_version(row.version, chosen[row.ref]))
    units = Counter(row.origin.unit.name for row in rows if row.origin)
    split_rows(chosen, actor=actor, at=at)
    batch.version += 1
    batch.save(update_fields=["version"])
    of = "; ".join(f"{count} dòng của {name}" for name, count in units.items())
    record(
        actor=actor,
        at=at,
        verb="split_off",
        subject=("batch", ref),
        said=f"Tách khỏi danh sách tổng hợp: {of}.",
        details={"rows": len(rows)},
    )
    return len(rows)
