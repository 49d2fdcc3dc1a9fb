"""Open the ballot box."""

from datetime import datetime

from django.db import transaction

from bangvang.council.permissions.ballots import objection_to_changing_papers
from bangvang.council.selectors.ballots import ballot_for
from bangvang.council.states import BALLOT_LIFE, BallotMove, BallotState
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if


@transaction.atomic
def start_counting(ballot_ref: str, *, actor: Actor, at: datetime) -> None:
    """Let the two tellers count; no paper is handed out any more.

    Raises:
        Unseen: this actor sees no such ballot.
        Refused: neither of the counting board nor the secretary, or not open.
    """
    ballot = ballot_for(actor, ballot_ref, lock=True)
    refuse_if(objection_to_changing_papers(actor, ballot))
    ballot.state = BALLOT_LIFE.target(BallotMove.START_COUNT, BallotState(ballot.state))
    ballot.save(update_fields=["state"])
    record(
        actor=actor,
        at=at,
        verb="start_counting",
        subject=("ballot", ballot_ref),
        said="Mở hòm phiếu, bắt đầu kiểm phiếu.",
    )
