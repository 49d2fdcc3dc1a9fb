"""End a bar by the paper that concludes it."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localtime

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.registry.permissions import Lifting, objection_to_lifting_bar, objection_to_version
from bangvang.registry.selectors.bars import bar_for


@transaction.atomic
def lift_bar(ref: str, lifting: Lifting, *, version: int, actor: Actor, at: datetime) -> None:
    """Let the bar end on the day of the lifting; what it said stays.

    Raises:
        Unseen: this actor has no such bar.
        Refused: not the standing office, over already, no paper, days that cannot be, or somebody
            else saved in between (`STALE`).
    """
    bar = bar_for(actor, ref, lock=True)
    refuse_if(objection_to_lifting_bar(actor, bar, lifting, on=localtime(at).date()))
    refuse_if(objection_to_version(bar, version))
    bar.lifted_on = lifting.lifted_on
    bar.result_no, bar.result_on = lifting.result_no, lifting.result_on
    bar.result_by, bar.result_note = lifting.result_by, lifting.note
    bar.lifted_by_ref, bar.lifted_by_name, bar.lifted_at = actor.account_ref, actor.name, at
    bar.version += 1
    bar.save()
    record(
        actor=actor,
        at=at,
        verb="lift_bar",
        subject=("bar", ref),
        said="Ghi kết thúc một mục dùng khi xét khen thưởng trong sổ.",
    )
