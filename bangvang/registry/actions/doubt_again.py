"""Take back that two records are different; they may be shown as likely doubles again."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.db.turns import wait_for_turn
from bangvang.foundation.objection import refuse_if
from bangvang.registry.actions.turn import MERGING_TURN
from bangvang.registry.models import LikelyDouble
from bangvang.registry.permissions.merges import NOT_DOUBTED, objection_to_joining
from bangvang.registry.selectors.joining import record_named
from bangvang.registry.states import HolderKind


@transaction.atomic
def doubt_again(ref: str, other_ref: str, *, of: HolderKind, actor: Actor, at: datetime) -> None:
    """Forget that these two are not one.

    Raises:
        Unseen: one of them is not there.
        Refused: not the standing office, the same record twice, or it was never said.
    """
    wait_for_turn(MERGING_TURN)
    refuse_if(objection_to_joining(actor, ref, other_ref))
    first, second = sorted((ref, other_ref))
    names = [str(record_named(of, one)) for one in (first, second)]
    changed = LikelyDouble.objects.filter(
        of=of, first_ref=first, second_ref=second, different_at__isnull=False
    ).update(different_at=None, different_reason="", different_by_ref="", different_by_name="")
    refuse_if(None if changed else NOT_DOUBTED)
    record(
        actor=actor,
        at=at,
        verb="doubt_again",
        subject=(of.value, first),
        said=f"Rút ghi nhận hai bản ghi khác nhau: {names[0]} và {names[1]}.",
        details={"first": first, "second": second},
    )
