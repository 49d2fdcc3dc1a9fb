"""Say that two records are one: the second person confirms before anything changes."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.audit.record import record
from bangvang.foundation.db.turns import wait_for_turn
from bangvang.foundation.objection import Objection, refuse_if
from bangvang.foundation.vietnamese import tidy
from bangvang.registry.actions.turn import MERGING_TURN
from bangvang.registry.models import Merge, Organisation
from bangvang.registry.permissions.merges import (
    CHANGED_SINCE,
    objection_to_joining,
    objection_to_reason,
)
from bangvang.registry.selectors.joining import KEPT, MERGED, Compared, compared, record_named
from bangvang.registry.selectors.merges import objection_to_pair
from bangvang.registry.states import HolderKind, MergeState


@transaction.atomic
def propose_merge(
    kept_ref: str,
    merged_ref: str,
    *,
    of: HolderKind,
    reason: str,
    chosen: Mapping[str, str],
    seen: str,
    actor: Actor,
    at: datetime,
) -> str:
    """Propose to merge the second record into the first and return the merge's reference.

    `chosen` answers every contradiction with "kept" or "merged"; `seen` is the fingerprint of what
    was compared.

    Raises:
        Unseen: one of them is not there.
        Refused: not the standing office, the same record twice, no reason, a proposal waits for
            one of them, said to be different, contradictions that exclude it or are not answered,
            or changed since it was compared.
    """
    wait_for_turn(MERGING_TURN)
    refuse_if(objection_to_joining(actor, kept_ref, merged_ref))
    reason = tidy(reason)
    refuse_if(objection_to_reason(reason))
    kept, merged = record_named(of, kept_ref, lock=True), record_named(of, merged_ref, lock=True)
    refuse_if(objection_to_pair(of, kept_ref, merged_ref))
    found = compared(of, kept, merged)
    refuse_if(CHANGED_SINCE if found.fingerprint != seen else None)
    refuse_if(found.objection or objection_to_answers(found, chosen))
    names = [one.name if isinstance(one, Organisation) else one.full_name for one in (kept, merged)]
    merge = Merge.objects.create(
        of=of,
        kept_ref=kept_ref,
        kept_name=names[0],
        merged_ref=merged_ref,
        merged_name=names[1],
        state=MergeState.PROPOSED,
        reason=reason,
        chosen={one.key: chosen[one.key] for one in found.contradictions},
        fingerprint=found.fingerprint,
        proposed_by_ref=actor.account_ref,
        proposed_by_name=actor.name,
        proposed_by_head=actor.has(Role.OFFICE_HEAD),
        proposed_at=at,
    )
    record(
        actor=actor,
        at=at,
        verb="propose_merge",
        subject=("merge", merge.ref),
        said=f"Đề nghị gộp bản ghi {names[1]} vào bản ghi {names[0]}; chờ người thứ hai xác nhận.",
        details={"of": of.value, "kept": kept_ref, "merged": merged_ref},
    )
    return merge.ref


def objection_to_answers(found: Compared, chosen: Mapping[str, str]) -> Objection | None:
    """Every contradiction is answered by a person; nothing is guessed."""
    for one in found.contradictions:
        if chosen.get(one.key) not in (KEPT, MERGED):
            sentence = f"{one.label}: hai bản ghi khác nhau, cần chọn bên đúng."
            return Objection(f"UNANSWERED:{one.key}", sentence)
    return None
