"""Take back a bar that was entered wrongly; it stays in view as withdrawn."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.registry.permissions import objection_to_version, objection_to_withdrawing_bar
from bangvang.registry.selectors.bars import bar_for


@transaction.atomic
def withdraw_bar(ref: str, reason: str, *, version: int, actor: Actor, at: datetime) -> None:
    """Let the bar count for nothing from the beginning, with the reason.

    Raises:
        Unseen: this actor has no such bar.
        Refused: not the standing office, withdrawn already, no reason, or somebody else saved in
            between (`STALE`).
    """
    bar = bar_for(actor, ref, lock=True)
    reason = reason.strip()
    refuse_if(objection_to_withdrawing_bar(actor, bar, reason=reason))
    refuse_if(objection_to_version(bar, version))
    bar.withdrawn_reason = reason
    bar.withdrawn_by_ref, bar.withdrawn_by_name = actor.account_ref, actor.name
    bar.withdrawn_at = at
    bar.version += 1
    bar.save()
    record(
        actor=actor,
        at=at,
        verb="withdraw_bar",
        subject=("bar", ref),
        said="Rút một mục dùng khi xét khen thưởng đã ghi nhầm trong sổ.",
    )
