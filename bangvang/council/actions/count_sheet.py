"""A teller's sheet: whose it is, what stands on it, and whether it can be closed."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bangvang.council.models import Ballot, BallotRow, Count, CountLine
from bangvang.council.permissions.ballots import (
    COUNT_CLOSED,
    COUNT_TAKEN,
    UNKNOWN_ROW,
    objection_to_counting,
    objection_to_version,
)
from bangvang.council.selectors.ballots import rows_in
from bangvang.council.selectors.counts import agreed_valid, free_place, own_count
from bangvang.council.tally import Box, Line, fault_in_box, rows_beyond
from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import Objection, refuse_if

INCOMPLETE = "COUNT_INCOMPLETE"
IMPOSSIBLE = "COUNT_IMPOSSIBLE"


@dataclass(frozen=True)
class CountSheet:
    """What a teller has entered: the box, and papers against and blank by order of row.

    None is what is not entered yet. What a recount does not ask for is passed over.
    """

    collected: int | None = None
    valid: int | None = None
    invalid: int | None = None
    lines: Mapping[int, tuple[int | None, int | None]] = field(default_factory=dict)


def begun(ballot: Ballot, *, version: int, actor: Actor) -> Count:
    """Return the actor's open count of a locked ballot, begun if it was not.

    Raises:
        Refused: no teller, not being counted, two others count, closed, or saved elsewhere.
    """
    refuse_if(objection_to_counting(actor, ballot))
    count = own_count(actor, ballot)
    if count is None:
        place = free_place(actor, ballot)
        refuse_if(objection_to_version(0, version) if place else COUNT_TAKEN)
        return Count(
            ballot=ballot,
            teller_no=place or 0,
            attempt=ballot.attempt,
            teller_ref=actor.account_ref,
            teller_name=actor.name,
            version=0,
        )
    refuse_if(COUNT_CLOSED if count.closed_at else objection_to_version(count.version, version))
    return count


def write(ballot: Ballot, count: Count, sheet: CountSheet) -> None:
    """Save the sheet, as far as the current attempt asks for it, as a newer version.

    Raises:
        Refused: a number below zero, or a row that is not on the list.
    """
    rows = {row.order: row for row in rows_in(ballot)}
    refuse_if(None if sheet.lines.keys() <= rows.keys() else UNKNOWN_ROW)
    refuse_if(_objection_to_negative(sheet))
    if ballot.counts_box:
        count.collected, count.valid, count.invalid = sheet.collected, sheet.valid, sheet.invalid
    count.version += 1
    count.save()
    CountLine.objects.filter(count=count).delete()
    CountLine.objects.bulk_create(
        CountLine(count=count, row=rows[order], no=no, blank=blank)
        for order, (no, blank) in sheet.lines.items()
        if rows[order].counted_now
    )


def objection_to_sheet(ballot: Ballot, count: Count) -> Objection | None:
    """Only a sheet that is whole, and whose numbers can be, is closed."""
    valid = count.valid if ballot.counts_box else agreed_valid(ballot)
    if ballot.counts_box:
        if count.collected is None or count.valid is None or count.invalid is None:
            return Objection(INCOMPLETE, "Chưa nhập đủ số phiếu thu về, hợp lệ và không hợp lệ.")
        box = Box(count.collected, count.valid, count.invalid)
        if fault := fault_in_box(box, issued=ballot.issued or 0):
            return Objection(IMPOSSIBLE, fault)
    lines = CountLine.objects.filter(count=count).select_related("row")
    entered = {
        line.row.order: Line(line.no, line.blank)
        for line in lines
        if line.no is not None and line.blank is not None
    }
    wanted = BallotRow.objects.filter(ballot=ballot, counted_now=True)
    missing = sorted(set(wanted.values_list("order", flat=True)) - entered.keys())
    if missing:
        return Objection(INCOMPLETE, f"Chưa nhập xong dòng {_said(missing)}.")
    beyond = rows_beyond(entered, valid=valid or 0)
    if beyond:
        return Objection(
            IMPOSSIBLE,
            f"Dòng {_said(beyond)}: không đồng ý và để trống cộng lại nhiều hơn {valid} phiếu "
            "hợp lệ.",
        )
    return None


def _objection_to_negative(sheet: CountSheet) -> Objection | None:
    numbers = [sheet.collected, sheet.valid, sheet.invalid]
    numbers += [number for pair in sheet.lines.values() for number in pair]
    if any(number is not None and number < 0 for number in numbers):
        return Objection(IMPOSSIBLE, "Số phiếu không thể là số âm.")
    return None


def _said(orders: list[int]) -> str:
    shown = ", ".join(map(str, orders[:SHOWN]))
    more = len(orders) - SHOWN
    return f"{shown} và {more} dòng khác" if more > 0 else shown


SHOWN = 10
