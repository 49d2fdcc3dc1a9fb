"""Let a proposed merge go: the two records stay as they are."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.db.turns import wait_for_turn
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import tidy
from bangvang.registry.actions.turn import MERGING_TURN
from bangvang.registry.permissions.merges import (
    objection_to_declining_merge,
    objection_to_reason,
    objection_to_seen_merge,
)
from bangvang.registry.selectors.merges import merge_for
from bangvang.registry.states import MergeState


@transaction.atomic
def decline_merge(ref: str, reason: str, *, version: int, actor: Actor, at: datetime) -> None:
    """Close the proposal with a reason; it can be proposed anew.

    Raises:
        Unseen: there is no such merge.
        Refused: not the standing office, decided already, no reason, or changed since it was seen.
    """
    wait_for_turn(MERGING_TURN)
    merge = merge_for(actor, ref, lock=True)
    reason = tidy(reason)
    refuse_if(objection_to_declining_merge(actor, merge) or objection_to_seen_merge(merge, version))
    refuse_if(objection_to_reason(reason))
    merge.state = MergeState.DECLINED
    merge.decided_by_ref, merge.decided_by_name = actor.account_ref, actor.name
    merge.decided_at, merge.decided_reason = at, reason
    merge.version += 1
    merge.save()
    record(
        actor=actor,
        at=at,
        verb="decline_merge",
        subject=("merge", ref),
        said=f"Không gộp bản ghi {merge.merged_name} vào bản ghi {merge.kept_name}.",
        details={"kept": merge.kept_ref, "merged": merge.merged_ref},
    )
