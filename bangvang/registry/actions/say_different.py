"""Say of two records that they are two different people or bodies; they are not shown again."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.db.turns import wait_for_turn
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import tidy
from bangvang.registry.actions.turn import MERGING_TURN
from bangvang.registry.models import LikelyDouble
from bangvang.registry.permissions.merges import (
    MERGE_PROPOSED,
    SAID_DIFFERENT,
    objection_to_joining,
    objection_to_reason,
)
from bangvang.registry.selectors.joining import record_named
from bangvang.registry.selectors.merges import has_open_proposal
from bangvang.registry.states import HolderKind


@transaction.atomic
def say_different(
    ref: str, other_ref: str, *, of: HolderKind, reason: str, actor: Actor, at: datetime
) -> None:
    """Remember that these two are not one.

    Raises:
        Unseen: one of them is not there.
        Refused: not the standing office, the same record twice, no reason, said before, or a
            proposal to merge one of them waits.
    """
    wait_for_turn(MERGING_TURN)
    refuse_if(objection_to_joining(actor, ref, other_ref))
    reason = tidy(reason)
    refuse_if(objection_to_reason(reason))
    first, second = sorted((ref, other_ref))
    names = [str(record_named(of, one)) for one in (first, second)]
    refuse_if(MERGE_PROPOSED if has_open_proposal(of, {ref, other_ref}) else None)
    pair, _ = LikelyDouble.objects.get_or_create(
        of=of, first_ref=first, second_ref=second, defaults={"score": 0.0, "found_at": at}
    )
    refuse_if(SAID_DIFFERENT if pair.different_at is not None else None)
    pair.different_reason, pair.different_at = reason, at
    pair.different_by_ref, pair.different_by_name = actor.account_ref, actor.name
    pair.save()
    record(
        actor=actor,
        at=at,
        verb="say_different",
        subject=(of.value, first),
        said=f"Ghi nhận hai bản ghi khác nhau: {names[0]} và {names[1]}.",
        details={"first": first, "second": second},
    )
