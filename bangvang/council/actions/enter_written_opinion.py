"""Enter the signed opinion of an absent member, with its document."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from bangvang.council.models import WrittenLine, WrittenOpinion
from bangvang.council.permissions.ballots import objection_to_opinion
from bangvang.council.selectors.ballots import ballot_for, roll_on, rows_in
from bangvang.council.selectors.councils import seats_on
from bangvang.council.selectors.opinions import objection_now
from bangvang.council.selectors.sessions import day_of
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.files.keep import keep
from bangvang.foundation.files.kinds import SCANS
from bangvang.foundation.objection import refuse_if


@dataclass(frozen=True)
class OpinionEntered:
    """A letter: whose it is, and by order of row whether it agrees; unsaid rows are left out."""

    seat_number: int
    agrees: Mapping[int, bool]
    content: bytes
    original_name: str


@transaction.atomic
def enter_written_opinion(
    ballot_ref: str, letter: OpinionEntered, *, actor: Actor, at: datetime
) -> str:
    """Keep the letter and what it says; return its reference. The audit never says what.

    Raises:
        Unseen: this actor sees no such ballot.
        Refused: not of the counting board, not under way or a count is closed, the rules take no
            letters, the member is there, a letter is entered already, nothing is said, or the file
            is no scan.
    """
    ballot = ballot_for(actor, ballot_ref, lock=True)
    refuse_if(objection_now(actor, ballot))
    rows = {row.order: row for row in rows_in(ballot)}
    absent = [row.seat.number for row in roll_on(ballot) if row.is_absent]
    counted = WrittenOpinion.objects.filter(ballot=ballot, withdrawn_at=None)
    refuse_if(
        objection_to_opinion(
            absent=absent,
            number=letter.seat_number,
            is_there=counted.filter(seat__number=letter.seat_number).exists(),
            answered=letter.agrees,
            orders=rows,
        )
    )
    seats = seats_on(ballot.session.council_id, day_of(ballot.session))
    seat = next(seat for seat in seats if seat.number == letter.seat_number)
    opinion = WrittenOpinion.objects.create(
        ballot=ballot,
        seat=seat,
        file=keep(
            letter.content, original_name=letter.original_name, actor=actor, at=at, accept=SCANS
        ),
        entered_by_ref=actor.account_ref,
        entered_by_name=actor.name,
        entered_at=at,
    )
    WrittenLine.objects.bulk_create(
        WrittenLine(opinion=opinion, row=rows[order], agrees=agrees)
        for order, agrees in sorted(letter.agrees.items())
    )
    record(
        actor=actor,
        at=at,
        verb="enter_written_opinion",
        subject=("ballot", ballot_ref),
        said=f"Nhập ý kiến bằng văn bản của thành viên vắng mặt {seat.holder_name}.",
        details={"opinion": opinion.ref, "seat": seat.number},
    )
    return opinion.ref
