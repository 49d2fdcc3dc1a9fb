"""Take back a notice that was wrong or no longer holds; it stays in view as withdrawn."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import tidy
from bangvang.registry.permissions.agency_lists import objection_to_withdrawing_notice
from bangvang.registry.selectors.notices import notice_for


@transaction.atomic
def withdraw_notice(ref: str, reason: str, *, version: int, actor: Actor, at: datetime) -> None:
    """Let the notice count for nothing from now on, with the reason; its row can be opened again.

    Raises:
        Unseen: this actor has no such notice.
        Refused: not the standing office, withdrawn already, no reason or one that holds a long
            number, or somebody else saved in between (`STALE`).
    """
    notice = notice_for(actor, ref, lock=True)
    reason = tidy(reason)
    refuse_if(objection_to_withdrawing_notice(actor, notice, reason, seen=version))
    notice.withdrawn_reason, notice.withdrawn_at = reason, at
    notice.withdrawn_by_ref, notice.withdrawn_by_name = actor.account_ref, actor.name
    notice.version += 1
    notice.save()
    record(
        actor=actor,
        at=at,
        verb="withdraw_notice",
        subject=("notice", ref),
        said="Rút một lưu ý khi xét.",
    )
