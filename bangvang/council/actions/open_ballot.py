"""Open a ballot: fix the total and the pass mark, hand out the papers."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localtime

from bangvang.appraisal.permissions import Barred, objection_to_voting
from bangvang.appraisal.selectors.barred import barred_among
from bangvang.council.actions.papers import hand_out
from bangvang.council.models import Ballot, BallotRow
from bangvang.council.permissions.ballots import objection_to_opening
from bangvang.council.permissions.sessions import objection_to_quorum
from bangvang.council.selectors.ballots import ballot_for
from bangvang.council.selectors.councils import regulation_on
from bangvang.council.selectors.marks import pass_mark_of
from bangvang.council.selectors.sessions import attendance_of, day_of, session_for
from bangvang.council.states import BALLOT_LIFE, BallotMove, BallotState
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if


@transaction.atomic
def open_ballot(ballot_ref: str, took: Collection[int], *, actor: Actor, at: datetime) -> None:
    """Open a ballot; `took` are the numbers of the seats whose holders took a paper.

    Raises:
        Unseen: this actor sees no such ballot.
        UnknownAward, NotInForce: the law does not know the award, or nothing of that day.
        Refused: neither of the counting board nor the secretary, the session is not open, no
            quorum any more, no pass mark, a paper for somebody who is not there, or the office
            must look at a row again.
    """
    ballot = _locked(actor, ballot_ref)
    session = ballot.session
    day = day_of(session)
    total, roll = attendance_of(session)
    present = [row.seat.number for row in roll if row.is_present]
    regulation = regulation_on(session.council_id, day)
    mark = pass_mark_of(session.council_id, ballot.item.award_code, on=day, lock=True)
    refuse_if(
        objection_to_opening(actor, ballot, session, has_mark=mark is not None)
        or objection_to_quorum(
            regulation.quorum if regulation else None, present=len(present), total=total
        )
    )
    refuse_if(objection_to_voting(_barred(ballot, at)))
    if mark is not None:
        ballot.pass_num, ballot.pass_den = mark.share.num, mark.share.den
        ballot.pass_more_than = mark.share.more_than
        ballot.pass_cite, ballot.pass_source = mark.cite, mark.source
        ballot.pass_caveat, ballot.pass_resolution_id = mark.caveat, mark.resolution_id
    ballot.state = BALLOT_LIFE.target(BallotMove.OPEN, BallotState(ballot.state))
    ballot.total_members, ballot.electors_present = total, len(present)
    ballot.opened_at = at
    hand_out(ballot, took, present=present)
    ballot.save()
    needed = ballot.mark.needed(total)
    record(
        actor=actor,
        at=at,
        verb="open_ballot",
        subject=("ballot", ballot_ref),
        said=f"Bắt đầu bỏ phiếu: phát {ballot.issued} phiếu; cần {needed}/{total} theo "
        f"{ballot.pass_cite}.",
        details={"issued": ballot.issued, "members": total, "present": len(present)},
    )


def _barred(ballot: Ballot, at: datetime) -> Barred:
    """Return whose row an open bar stops: the office must look at it again."""
    rows = BallotRow.objects.filter(ballot=ballot).values_list("nomination__ref", flat=True)
    return barred_among(rows, on=localtime(at).date())


def _locked(actor: Actor, ballot_ref: str) -> Ballot:
    """Lock the session before the ballot, as every action does, so that the roll rests."""
    session = session_for(actor, ballot_for(actor, ballot_ref).session.ref, lock=True)
    ballot = ballot_for(actor, ballot_ref, lock=True)
    ballot.session = session
    return ballot
