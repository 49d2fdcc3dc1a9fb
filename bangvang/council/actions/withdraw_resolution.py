"""Take back a resolution that was entered by mistake."""

from datetime import datetime

from django.db import transaction

from bangvang.council.permissions.resolutions import objection_to_withdrawing_resolution
from bangvang.council.selectors.councils import council_for
from bangvang.council.selectors.resolutions import has_ballot, resolution_for
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import tidy
from bangvang.law import award_name


@transaction.atomic
def withdraw_resolution(ref: str, *, reason: str, actor: Actor, at: datetime) -> None:
    """Let a resolution hold no longer; its days go back to the one before, the row stays.

    A list frozen under it stays frozen, and opens only if there is another mark by then.

    Raises:
        Unseen: no such resolution for this actor, or withdrawn already.
        Refused: not the secretary, a ballot was opened under it, or no reason.
    """
    council = council_for(actor, resolution_for(actor, ref).council.ref, lock=True)
    resolution = resolution_for(actor, ref, lock=True)
    reason = tidy(reason)
    refuse_if(
        objection_to_withdrawing_resolution(actor, reason=reason, has_ballot=has_ballot(resolution))
    )
    resolution.withdrawn_at, resolution.withdrawn_by_name = at, actor.name
    resolution.withdrawn_reason = reason
    resolution.save(update_fields=["withdrawn_at", "withdrawn_by_name", "withdrawn_reason"])
    record(
        actor=actor,
        at=at,
        verb="withdraw_resolution",
        subject=("council", council.ref),
        said=f"Rút việc ghi nghị quyết, kết luận số {resolution.number} về tỷ lệ của "
        f"{award_name(resolution.award_code, resolution.since)}. {reason}",
        details={"resolution": ref, "award": resolution.award_code},
    )
