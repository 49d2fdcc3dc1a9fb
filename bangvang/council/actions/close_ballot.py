"""Close a ballot on whose count both tellers agree: the result, and what becomes of every row."""

from datetime import datetime

from django.db import transaction

from bangvang.council.actions.close_count import counted
from bangvang.council.models import Ballot, BallotRow
from bangvang.council.permissions.ballots import objection_to_closing
from bangvang.council.selectors.ballots import ballot_for, rows_in
from bangvang.council.selectors.opinions import letters_counted
from bangvang.council.states import BALLOT_LIFE, BallotMove, BallotState
from bangvang.council.tally import Box, Letter, RowTotal, result_digest, totals
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.nominations.actions.move import move
from bangvang.nominations.models import Nomination
from bangvang.nominations.states import Move

OFFICE = "Phòng Thi đua, khen thưởng (chờ trình quyết định)"
NOBODY = "Đã kết thúc"


@transaction.atomic
def close_ballot(ballot_ref: str, *, actor: Actor, at: datetime) -> None:
    """Merge papers and letters, hold every row to the pass mark, and move the nominations on.

    Raises:
        Unseen: this actor sees no such ballot.
        Refused: neither of the counting board nor the secretary, or the counts do not agree yet.
    """
    ballot = ballot_for(actor, ballot_ref, lock=True)
    refuse_if(objection_to_closing(actor, ballot))
    agreed, _ = counted(ballot)
    letters = _letters(ballot)
    total_members = ballot.total_members or 0
    results = totals(agreed, letters, mark=ballot.mark, total_members=total_members)
    rows = rows_in(ballot)
    _keep(rows, results)
    _close(ballot, agreed.box or Box(0, 0, 0), len(letters), rows, results, at)
    _move_on(ballot, rows, actor=actor, at=at)
    passed = sum(result.passed for result in results)
    record(
        actor=actor,
        at=at,
        verb="close_ballot",
        subject=("ballot", ballot_ref),
        said=f"Công bố kết quả: {passed}/{len(results)} trường hợp đạt tỷ lệ phiếu.",
        details={
            "result": ballot.result_digest,
            "members": total_members,
            "rows": [[t.order, t.yes, t.no, t.blank, t.passed] for t in results],
        },
    )


def _letters(ballot: Ballot) -> list[Letter]:
    return [
        Letter(
            agrees=frozenset(line.row.order for line in letter.lines.all() if line.agrees),
            disagrees=frozenset(line.row.order for line in letter.lines.all() if not line.agrees),
        )
        for letter in letters_counted(ballot)
    ]


def _keep(rows: list[BallotRow], results: list[RowTotal]) -> None:
    for row, result in zip(rows, results, strict=True):
        row.yes, row.no, row.blank = result.yes, result.no, result.blank
        row.passed = result.passed
    BallotRow.objects.bulk_update(rows, ["yes", "no", "blank", "passed"], batch_size=200)


def _close(
    ballot: Ballot,
    box: Box,
    written: int,
    rows: list[BallotRow],
    results: list[RowTotal],
    at: datetime,
) -> None:
    refs = dict(
        Nomination.objects.filter(pk__in=[row.nomination_id for row in rows]).values_list(
            "pk", "ref"
        )
    )
    ballot.state = BALLOT_LIFE.target(BallotMove.CLOSE, BallotState(ballot.state))
    ballot.collected, ballot.valid, ballot.invalid = box
    ballot.written = written
    ballot.closed_at = at
    ballot.result_digest = result_digest(
        [(refs[row.nomination_id], result) for row, result in zip(rows, results, strict=True)],
        manifest_code=ballot.manifest_code,
        total_members=ballot.total_members or 0,
        mark=ballot.mark,
    )
    ballot.save()


def _move_on(ballot: Ballot, rows: list[BallotRow], *, actor: Actor, at: datetime) -> None:
    total = ballot.total_members or 0
    needed = ballot.mark.needed(total)
    wanted = [row.nomination_id for row in rows]
    locked = Nomination.objects.select_for_update(of=("self",)).filter(pk__in=wanted)
    by_id = {nomination.pk: nomination for nomination in locked.order_by("pk")}
    for row in rows:
        move(
            by_id[row.nomination_id],
            Move.VOTE_FOR if row.passed else Move.VOTE_AGAINST,
            holder=OFFICE if row.passed else NOBODY,
            actor=actor,
            at=at,
            reason=f"Đạt {row.yes}/{total} phiếu, cần {needed}/{total}.",
        )
