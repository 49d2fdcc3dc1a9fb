"""Close a teller's count; the second one to close lets both be compared."""

from datetime import datetime

from django.db import transaction

from bangvang.council.actions.count_sheet import CountSheet, begun, objection_to_sheet, write
from bangvang.council.models import Ballot, BallotRow, Count, CountLine
from bangvang.council.selectors.ballots import ballot_for
from bangvang.council.selectors.counts import closed_counts
from bangvang.council.states import BALLOT_LIFE, BallotMove, BallotState
from bangvang.council.tally import Box, Counted, Difference, Line, difference, latest
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if


@transaction.atomic
def close_count(
    ballot_ref: str, sheet: CountSheet, *, version: int, actor: Actor, at: datetime
) -> None:
    """Close the sheet for good. When both are closed: equal counts stand, others are done again.

    Only the rows that differ, and the box if it does, are counted again, blind as before.

    Raises:
        Unseen: this actor sees no such ballot.
        Refused: as for `save_count`; or the sheet is not whole, or its numbers cannot be.
    """
    ballot = ballot_for(actor, ballot_ref, lock=True)
    count = begun(ballot, version=version, actor=actor)
    write(ballot, count, sheet)
    refuse_if(objection_to_sheet(ballot, count))
    count.closed_at = at
    count.save(update_fields=["closed_at"])
    record(
        actor=actor,
        at=at,
        verb="close_count",
        subject=("ballot", ballot_ref),
        said=f"Người đếm thứ {count.teller_no} chốt số đếm, lượt {count.attempt}.",
        details={"teller": count.teller_no, "attempt": count.attempt},
    )
    closed = Count.objects.filter(ballot=ballot, attempt=ballot.attempt, closed_at__isnull=False)
    if closed.count() == 2:
        _compare(ballot, actor=actor, at=at)


def counted(ballot: Ballot) -> tuple[Counted, Counted]:
    """Return both closed counts as they stand after all attempts."""
    first, second = closed_counts(ballot)
    return latest([_plain(c) for c in first]), latest([_plain(c) for c in second])


def _compare(ballot: Ballot, *, actor: Actor, at: datetime) -> None:
    differs = difference(*counted(ballot))
    what = BallotMove.DIFFER if differs else BallotMove.AGREE
    ballot.state = BALLOT_LIFE.target(what, BallotState(ballot.state))
    rows = BallotRow.objects.filter(ballot=ballot)
    rows.update(counted_now=False)
    rows.filter(order__in=differs.rows).update(counted_now=True)
    ballot.counts_box = differs.box
    if differs:
        ballot.attempt += 1
    ballot.save(update_fields=["state", "counts_box", "attempt"])
    record(
        actor=actor,
        at=at,
        verb="compare_counts",
        subject=("ballot", ballot.ref),
        said=_said(differs),
        details={"rows": list(differs.rows), "box": differs.box},
    )


def _said(differs: Difference) -> str:
    if not differs:
        return "Hai lần đếm khớp nhau."
    parts = [f"lệch {len(differs.rows)} dòng"] if differs.rows else []
    if differs.box:
        parts.append("lệch số phiếu thu về hoặc hợp lệ")
    return f"Hai lần đếm {', '.join(parts)}; phải đếm lại."


def _plain(count: Count) -> Counted:
    lines: list[CountLine] = list(count.lines.all())
    box = None
    if count.collected is not None and count.valid is not None and count.invalid is not None:
        box = Box(count.collected, count.valid, count.invalid)
    return Counted(box, {line.row.order: Line(line.no or 0, line.blank or 0) for line in lines})
