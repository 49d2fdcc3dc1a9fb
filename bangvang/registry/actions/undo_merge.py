"""Take two merged records apart again: every value goes back to where it stood."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.db.turns import wait_for_turn
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import tidy
from bangvang.registry.actions.carrying import carry_back
from bangvang.registry.actions.join_years import YEARS_TURN, join_years
from bangvang.registry.actions.turn import MERGING_TURN
from bangvang.registry.models import Merge, Person
from bangvang.registry.permissions.merges import (
    UNDO_LATER_FIRST,
    objection_to_reason,
    objection_to_seen_merge,
    objection_to_undoing_merge,
)
from bangvang.registry.selectors.joining import record_named
from bangvang.registry.selectors.merges import is_followed, merge_for
from bangvang.registry.states import YEARLY_KINDS, HolderKind, MergeState


@transaction.atomic
def undo_merge(ref: str, reason: str, *, version: int, actor: Actor, at: datetime) -> int:
    """Put everything back and return how many values were changed meanwhile and stay as they are.

    What was entered after the merge stays with the kept record; which years are whole is reckoned
    anew for both.

    Raises:
        Unseen: there is no such merge.
        Refused: not the head of the office, not merged, no reason, changed since it was seen, or a
            later merge rests on this one.
    """
    wait_for_turn(MERGING_TURN)
    merge = merge_for(actor, ref, lock=True)
    reason = tidy(reason)
    refuse_if(objection_to_undoing_merge(actor, merge) or objection_to_seen_merge(merge, version))
    refuse_if(objection_to_reason(reason))
    refuse_if(UNDO_LATER_FIRST if is_followed(merge) else None)
    of = HolderKind(merge.of)
    if of is HolderKind.PERSON:
        wait_for_turn(YEARS_TURN)
    record_named(of, merge.kept_ref, lock=True)
    left = carry_back(merge)
    if of is HolderKind.PERSON:
        _reckon_years(merge)
    merge.state = MergeState.UNDONE
    merge.undone_by_ref, merge.undone_by_name = actor.account_ref, actor.name
    merge.undone_at, merge.undone_reason = at, reason
    merge.version += 1
    merge.save()
    record(
        actor=actor,
        at=at,
        verb="undo_merge",
        subject=("merge", ref),
        said=f"Tách lại bản ghi {merge.merged_name} khỏi bản ghi {merge.kept_name}.",
        details={
            "merge": ref,
            "kept": merge.kept_ref,
            "merged": merge.merged_ref,
            "left": left,
        },
    )
    return left


def _reckon_years(merge: Merge) -> None:
    """Let each record be whole in the years that are stated of it, also if some came meanwhile."""
    refs = [merge.kept_ref, merge.merged_ref]
    people = list(Person.with_merged.filter(ref__in=refs).values_list("pk", flat=True))
    for kind in YEARLY_KINDS:
        join_years(people, kind)
