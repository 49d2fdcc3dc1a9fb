"""Keep a teller's own numbers, not yet closed."""

from datetime import datetime

from django.db import transaction

from bangvang.council.actions.count_sheet import CountSheet, begun, write
from bangvang.council.selectors.ballots import ballot_for
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record


@transaction.atomic
def save_count(
    ballot_ref: str, sheet: CountSheet, *, version: int, actor: Actor, at: datetime
) -> int:
    """Keep the numbers entered so far and return the sheet's new version.

    The first two tellers who save or close are the two who count.

    Raises:
        Unseen: this actor sees no such ballot.
        Refused: no teller, not being counted, two others count, closed already, or saved elsewhere
            meanwhile.
    """
    ballot = ballot_for(actor, ballot_ref, lock=True)
    count = begun(ballot, version=version, actor=actor)
    write(ballot, count, sheet)
    record(
        actor=actor,
        at=at,
        verb="save_count",
        subject=("ballot", ballot_ref),
        said=f"Người đếm thứ {count.teller_no} lưu nháp số đếm, lượt {count.attempt}.",
        details={"teller": count.teller_no, "attempt": count.attempt},
    )
    return count.version
