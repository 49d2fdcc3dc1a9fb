"""Record from which day a posting no longer holds."""

from datetime import date, datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import say_date, tidy
from bangvang.registry.permissions.postings import objection_to_ending_posting
from bangvang.registry.selectors.postings import posting_for


@transaction.atomic
def end_posting(
    person_ref: str,
    ref: str,
    until: date,
    source: str,
    *,
    version: int,
    actor: Actor,
    at: datetime,
) -> None:
    """Let the posting hold until the day before `until`.

    Raises:
        Unseen: this actor has no such posting of this person.
        Refused: not the standing office, ended or withdrawn already, no source, a day that cannot
            be, or somebody else saved in between (`STALE`).
    """
    posting = posting_for(actor, person_ref, ref, lock=True)
    source = tidy(source)
    refuse_if(
        objection_to_ending_posting(actor, posting, until, source, seen=version, on=at.date())
    )
    posting.until, posting.end_source = until, source
    posting.version += 1
    posting.save()
    record(
        actor=actor,
        at=at,
        verb="end_posting",
        subject=("person", person_ref),
        said=f"Ghi kết thúc công tác của {posting.person.full_name} tại {posting.unit.name} từ "
        f"ngày {say_date(until)}.",
        details={"posting": ref},
    )
