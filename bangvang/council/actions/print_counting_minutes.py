"""Print the counting minutes of a closed ballot, with the head of the audit chain."""

from datetime import datetime

from django.db import transaction

from bangvang.council.actions.kept_minutes import keep_minutes
from bangvang.council.documents.counting_minutes import counting_minutes
from bangvang.council.models import Minutes, MinutesKind
from bangvang.council.permissions.minutes import objection_to_counting_minutes
from bangvang.council.selectors.ballots import ballot_for
from bangvang.council.selectors.records import counting_record
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.audit.selectors import head
from bangvang.foundation.objection import refuse_if


@transaction.atomic
def print_counting_minutes(ballot_ref: str, *, actor: Actor, at: datetime) -> str:
    """Print the minutes, again until they are signed, and return their reference.

    Raises:
        Unseen: this actor sees no such ballot.
        Refused: neither of the counting board nor the secretary, no result yet, or signed already.
    """
    ballot = ballot_for(actor, ballot_ref, lock=True)
    minutes = Minutes.objects.filter(ballot=ballot).select_for_update(of=("self",)).first()
    refuse_if(objection_to_counting_minutes(actor, ballot, minutes))
    now = head()
    kept = keep_minutes(
        minutes or Minutes(session=ballot.session, kind=MinutesKind.COUNTING, ballot=ballot),
        counting_minutes(counting_record(ballot), head_printed=now.printed),
        head=now,
        name=f"bien-ban-kiem-phieu-{ballot.manifest_said.lower()}",
        actor=actor,
        at=at,
    )
    record(
        actor=actor,
        at=at,
        verb="print_counting_minutes",
        subject=("ballot", ballot_ref),
        said=f"In biên bản kiểm phiếu, dấu mốc nhật ký {now.printed}.",
        details={"minutes": kept.ref, "document": kept.document.ref},
    )
    return kept.ref
