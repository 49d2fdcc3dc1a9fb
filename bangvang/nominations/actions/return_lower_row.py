"""Give one row of a lower list back to its unit; the others go their way."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import refuse_if
from bangvang.nominations.actions.move import move
from bangvang.nominations.actions.placing import put_back
from bangvang.nominations.models import Batch
from bangvang.nominations.permissions import STALE
from bangvang.nominations.permissions.gathering import objection_to_returning_row
from bangvang.nominations.selectors.gathered import lists_locked, rows_locked
from bangvang.nominations.selectors.nominations import nomination_for
from bangvang.nominations.states import Move, State


@transaction.atomic
def return_lower_row(ref: str, reason: str, *, version: int, actor: Actor, at: datetime) -> str:
    """Let the unit complete the row and return the unit's name; from a draft it is split off too.

    Raises:
        Unseen: this actor has no such row.
        Refused: not a row that waits at the own unit or is in a draft of it, no reason, or changed
            by somebody else meanwhile.
    """
    seen = nomination_for(actor, ref)
    lists = lists_locked([seen.batch_id, *([seen.origin_id] if seen.origin_id else [])])
    row = rows_locked([ref])[0]
    refuse_if(None if row.batch_id in lists else STALE)
    reason = reason.strip()
    refuse_if(objection_to_returning_row(actor, row, reason=reason, version=version))
    was_gathered, holder = row.state == State.GATHERED, (row.origin or row.batch).unit.name
    move(row, Move.SEND_BACK, holder=holder, actor=actor, at=at, reason=reason)
    if was_gathered:
        _changed(lists[row.batch_id])
        put_back(row)
    return holder


def _changed(batch: Batch) -> None:
    batch.version += 1
    batch.save(update_fields=["version"])
