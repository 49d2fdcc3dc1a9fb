"""Take back a posting that was entered wrongly; it stays in view and counts for nothing."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import tidy
from bangvang.registry.permissions.merges import objection_to_reason
from bangvang.registry.permissions.postings import objection_to_withdrawing_posting
from bangvang.registry.selectors.postings import posting_for


@transaction.atomic
def withdraw_posting(
    person_ref: str, ref: str, reason: str, *, version: int, actor: Actor, at: datetime
) -> None:
    """Let the posting count for nothing from the beginning; unit and position of today stay.

    Raises:
        Unseen: this actor has no such posting of this person.
        Refused: not the standing office, withdrawn already, no reason or one that holds a long
            number, or somebody else saved in between (`STALE`).
    """
    posting = posting_for(actor, person_ref, ref, lock=True)
    reason = tidy(reason)
    refuse_if(objection_to_withdrawing_posting(actor, posting, reason, seen=version))
    refuse_if(objection_to_reason(reason))
    posting.withdrawn_reason, posting.withdrawn_at = reason, at
    posting.withdrawn_by_name = actor.name
    posting.version += 1
    posting.save()
    record(
        actor=actor,
        at=at,
        verb="withdraw_posting",
        subject=("person", person_ref),
        said=f"Rút một công tác ghi nhầm của {posting.person.full_name}.",
        details={"posting": ref},
    )
