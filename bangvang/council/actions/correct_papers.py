"""Put right who took a paper, while papers are out."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from bangvang.council.actions.papers import hand_out
from bangvang.council.permissions.ballots import objection_to_changing_papers
from bangvang.council.selectors.ballots import ballot_for, roll_on
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if


@transaction.atomic
def correct_papers(ballot_ref: str, took: Collection[int], *, actor: Actor, at: datetime) -> None:
    """Let exactly these seats' holders have taken a paper.

    Raises:
        Unseen: this actor sees no such ballot.
        Refused: neither of the counting board nor the secretary, the box is opened already, or a
            paper for somebody who is not there.
    """
    ballot = ballot_for(actor, ballot_ref, lock=True)
    refuse_if(objection_to_changing_papers(actor, ballot))
    present = [row.seat.number for row in roll_on(ballot) if row.is_present]
    hand_out(ballot, took, present=present)
    ballot.save(update_fields=["issued"])
    record(
        actor=actor,
        at=at,
        verb="correct_papers",
        subject=("ballot", ballot_ref),
        said=f"Sửa danh sách nhận phiếu: phát {ballot.issued} phiếu.",
        details={"issued": ballot.issued},
    )
