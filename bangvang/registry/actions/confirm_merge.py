"""Make one record of two, as another person proposed: all of it at once, or nothing."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.db.turns import wait_for_turn
from bangvang.foundation.objection import refuse_if
from bangvang.registry.actions.carrying import Carrier
from bangvang.registry.actions.join_years import YEARS_TURN
from bangvang.registry.actions.propose_merge import objection_to_answers
from bangvang.registry.actions.turn import MERGING_TURN
from bangvang.registry.permissions.merges import (
    CHANGED_SINCE,
    objection_to_confirming_merge,
    objection_to_seen_merge,
)
from bangvang.registry.selectors.joining import compared, record_named
from bangvang.registry.selectors.merges import merge_for
from bangvang.registry.states import HolderKind, MergeState


@transaction.atomic
def confirm_merge(ref: str, *, version: int, actor: Actor, at: datetime) -> None:
    """Let the kept record have all that points to the other, which stays out of view.

    Raises:
        Unseen: there is no such merge, or one of the records is gone.
        Refused: not the standing office, the one who proposed, two specialists, decided already,
            or one of the records changed since it was compared.
    """
    wait_for_turn(MERGING_TURN)
    merge = merge_for(actor, ref, lock=True)
    refuse_if(
        objection_to_confirming_merge(actor, merge) or objection_to_seen_merge(merge, version)
    )
    of = HolderKind(merge.of)
    if of is HolderKind.PERSON:
        wait_for_turn(YEARS_TURN)
    kept = record_named(of, merge.kept_ref, lock=True)
    merged = record_named(of, merge.merged_ref, lock=True)
    found = compared(of, kept, merged)
    refuse_if(found.objection)
    refuse_if(CHANGED_SINCE if found.fingerprint != merge.fingerprint else None)
    refuse_if(objection_to_answers(found, merge.chosen))
    changes = Carrier(merge, kept, merged).carry(found)
    merge.state = MergeState.DONE
    merge.decided_by_ref, merge.decided_by_name = actor.account_ref, actor.name
    merge.decided_at = at
    merge.version += 1
    merge.save()
    record(
        actor=actor,
        at=at,
        verb="confirm_merge",
        subject=("merge", ref),
        said=f"Gộp bản ghi {merge.merged_name} vào bản ghi {merge.kept_name}.",
        details={
            "merge": ref,
            "kept": merge.kept_ref,
            "merged": merge.merged_ref,
            "changes": changes,
        },
    )
