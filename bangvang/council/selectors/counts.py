"""Reading counts: a teller's own sheet, and two counts side by side once both are closed.

This is where blindness is kept: nothing of a count that is open, or whose twin is open, is given
to anybody but the teller whose count it is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bangvang.council.models import Ballot, Count, CountLine
from bangvang.council.selectors.ballots import CountState, ballot_for, count_states, rows_in
from bangvang.council.states import COUNTED_NOW
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.objection import Unseen


@dataclass(frozen=True)
class SheetLine:
    """One row to count: what the teller has entered so far, None for nothing."""

    order: int
    name: str
    position: str
    unit_name: str
    no: int | None
    blank: int | None


@dataclass(frozen=True)
class CountSheetPage:
    """A teller's own sheet of the current attempt; `version` 0 while nothing is saved.

    `valid_before` is the number of valid papers on which both agreed, when the box is not counted
    again. `teller_no` is None until the teller has saved something.
    """

    ballot_ref: str
    attempt: int
    teller_no: int | None
    counts_box: bool
    collected: int | None
    valid: int | None
    invalid: int | None
    valid_before: int | None
    lines: tuple[SheetLine, ...]
    agreed_rows: int
    closed_at: datetime | None
    version: int
    others: tuple[CountState, ...]
    can_count: bool

    @property
    def valid_papers(self) -> int | None:
        """By how many valid papers the rows are held."""
        return self.valid if self.counts_box else self.valid_before


@dataclass(frozen=True)
class ComparedLine:
    """One row of two closed counts, as papers against and blank."""

    order: int
    name: str
    unit_name: str
    first: tuple[int, int]
    second: tuple[int, int]

    @property
    def is_same(self) -> bool:
        """Whether both counted the same."""
        return self.first == self.second


@dataclass(frozen=True)
class ComparedBox:
    """Collected, valid and invalid papers of two closed counts."""

    first: tuple[int, int, int]
    second: tuple[int, int, int]

    @property
    def is_same(self) -> bool:
        """Whether both counted the same."""
        return self.first == self.second


@dataclass(frozen=True)
class ComparedAttempt:
    """Two closed counts of one attempt."""

    attempt: int
    first_teller: str
    second_teller: str
    box: ComparedBox | None
    lines: tuple[ComparedLine, ...]

    @property
    def same(self) -> int:
        """How many rows agree."""
        return sum(line.is_same for line in self.lines)


def count_sheet(actor: Actor, ballot_ref: str) -> CountSheetPage:
    """Return the teller's own sheet; of the other count only who and whether it is closed.

    Raises:
        Unseen: not a teller, or no such ballot.
    """
    if not actor.has(Role.TELLER):
        raise Unseen
    ballot = ballot_for(actor, ballot_ref)
    states = count_states(actor, ballot)
    count = own_count(actor, ballot)
    entered = {line.row_id: line for line in CountLine.objects.filter(count=count)} if count else {}
    rows = rows_in(ballot)
    to_count = [row for row in rows if row.counted_now]
    number = count.teller_no if count else free_place(actor, ballot)
    return CountSheetPage(
        ballot_ref=ballot.ref,
        attempt=ballot.attempt,
        teller_no=number,
        counts_box=ballot.counts_box,
        collected=count.collected if count else None,
        valid=count.valid if count else None,
        invalid=count.invalid if count else None,
        valid_before=agreed_valid(ballot),
        lines=tuple(
            SheetLine(
                row.order,
                row.name,
                row.position,
                row.unit_name,
                entered[row.pk].no if row.pk in entered else None,
                entered[row.pk].blank if row.pk in entered else None,
            )
            for row in to_count
        ),
        agreed_rows=len(rows) - len(to_count),
        closed_at=count.closed_at if count else None,
        version=count.version if count else 0,
        others=tuple(state for state in states if not state.is_mine),
        can_count=ballot.state in COUNTED_NOW
        and number is not None
        and (count is None or count.closed_at is None),
    )


def own_count(actor: Actor, ballot: Ballot) -> Count | None:
    """Return the actor's count of the current attempt, if it was begun."""
    return Count.objects.filter(
        ballot=ballot, attempt=ballot.attempt, teller_ref=actor.account_ref
    ).first()


def free_place(actor: Actor, ballot: Ballot) -> int | None:
    """Return whether the actor would count as 1 or 2, None if two others already do.

    Whoever counted before keeps the place in a recount.
    """
    counts = Count.objects.filter(ballot=ballot).order_by("-attempt", "teller_no")
    holders: dict[int, str] = {}
    for count in counts:
        holders.setdefault(count.teller_no, count.teller_ref)
    for number, holder in holders.items():
        if holder == actor.account_ref:
            return number
    return next((number for number in (1, 2) if number not in holders), None)


def agreed_valid(ballot: Ballot) -> int | None:
    """Return the number of valid papers on which both agreed, None while the box is counted."""
    if ballot.counts_box:
        return None
    counts = Count.objects.filter(ballot=ballot, closed_at__isnull=False, valid__isnull=False)
    return counts.order_by("-attempt", "teller_no").values_list("valid", flat=True).first()


def compared(actor: Actor, ballot_ref: str) -> list[ComparedAttempt]:
    """Return every attempt in which both counts are closed, oldest first.

    Only the counting board compares: these are papers without letters, so whoever sees them beside
    the merged result can tell how an absent member wrote.

    Raises:
        Unseen: not of the counting board, or no such ballot.
    """
    if not actor.has(Role.TELLER):
        raise Unseen
    ballot = ballot_for(actor, ballot_ref)
    return [_compared(attempt, pair) for attempt, pair in closed_pairs(ballot)]


def closed_pairs(ballot: Ballot) -> list[tuple[int, tuple[Count, Count]]]:
    """Return the first and the second count of each attempt in which both are closed."""
    counts = Count.objects.filter(ballot=ballot, closed_at__isnull=False)
    by_attempt: dict[int, list[Count]] = {}
    for count in counts.prefetch_related("lines__row").order_by("attempt", "teller_no"):
        by_attempt.setdefault(count.attempt, []).append(count)
    return [(attempt, (pair[0], pair[1])) for attempt, pair in by_attempt.items() if len(pair) == 2]


def _compared(attempt: int, pair: tuple[Count, Count]) -> ComparedAttempt:
    first, second = pair
    other = {line.row_id: line for line in second.lines.all()}
    lines = sorted(first.lines.all(), key=lambda line: line.row.order)
    return ComparedAttempt(
        attempt=attempt,
        first_teller=first.teller_name,
        second_teller=second.teller_name,
        box=None if first.collected is None else ComparedBox(_box(first), _box(second)),
        lines=tuple(
            ComparedLine(
                line.row.order,
                line.row.name,
                line.row.unit_name,
                _numbers(line),
                _numbers(other[line.row_id]),
            )
            for line in lines
        ),
    )


def _box(count: Count) -> tuple[int, int, int]:
    return (count.collected or 0, count.valid or 0, count.invalid or 0)


def _numbers(line: CountLine) -> tuple[int, int]:
    return (line.no or 0, line.blank or 0)


def closed_counts(ballot: Ballot) -> tuple[Sequence[Count], Sequence[Count]]:
    """Return the closed counts of the first and of the second teller, oldest attempt first."""
    pairs = [pair for _, pair in closed_pairs(ballot)]
    return [first for first, _ in pairs], [second for _, second in pairs]
