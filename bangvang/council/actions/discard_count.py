"""Throw a teller's own draft away, to count from the beginning or to leave it to another."""

from datetime import datetime

from django.db import transaction

from bangvang.council.actions.count_sheet import begun
from bangvang.council.selectors.ballots import ballot_for
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record


@transaction.atomic
def discard_count(ballot_ref: str, *, version: int, actor: Actor, at: datetime) -> None:
    """Forget the numbers of the actor's open count.

    Raises:
        Unseen: this actor sees no such ballot.
        Refused: as for `save_count`.
    """
    ballot = ballot_for(actor, ballot_ref, lock=True)
    count = begun(ballot, version=version, actor=actor)
    if count.version == 0:
        return
    number, attempt = count.teller_no, count.attempt
    count.delete()
    record(
        actor=actor,
        at=at,
        verb="discard_count",
        subject=("ballot", ballot_ref),
        said=f"Người đếm thứ {number} bỏ bản nháp để đếm lại từ đầu, lượt {attempt}.",
        details={"teller": number, "attempt": attempt},
    )
