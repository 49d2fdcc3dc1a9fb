"""Reading results: closed ballots with merged totals, and nothing else of how it was voted.

`passed_ballots` and `ballot_result` are for the stages above, which ask their own permission.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet

from bangvang.council.models import Ballot, BallotRow
from bangvang.council.selectors.sessions import day_of
from bangvang.council.states import BallotState, SessionState
from bangvang.foundation.objection import Unseen
from bangvang.nominations.states import State

UNDECIDED = frozenset({State.VOTED_FOR})


@dataclass(frozen=True)
class ResultRow:
    """One line of a result; `yes` of `total` members agreed."""

    nomination_ref: str
    order: int
    name: str
    birth_year: int | None
    sex: str
    position: str
    unit_name: str
    unit_ref: str
    yes: int
    no: int
    blank: int
    total: int
    passed: bool
    nomination_state: str


@dataclass(frozen=True)
class BallotResult:
    """A closed ballot; `minutes_signed` says that the session's minutes are signed."""

    ballot_ref: str
    session_ref: str
    session_title: str
    session_on: date
    council_name: str
    award_code: str
    achievement_year: int
    total_members: int
    electors_present: int
    issued: int
    collected: int
    valid: int
    invalid: int
    written: int
    needed: int
    pass_text: str
    pass_cite: str
    pass_caveat: str
    rows: tuple[ResultRow, ...]
    result_digest: str
    minutes_signed: bool

    @property
    def passed_rows(self) -> tuple[ResultRow, ...]:
        """The rows that reached the mark, in the order of the list."""
        return tuple(row for row in self.rows if row.passed)

    @property
    def by_votes(self) -> tuple[ResultRow, ...]:
        """All rows, most votes first, as counting minutes list them."""
        return tuple(sorted(self.rows, key=lambda row: (-row.yes, row.order)))


def passed_ballots(*, decided: bool | None = None) -> list[BallotResult]:
    """Return closed ballots in which somebody passed, oldest first.

    Args:
        decided: False for those with a passed row of which nothing was decided yet, True for
            those without, None for all.
    """
    found = [result for result in _results(_closed()) if result.passed_rows]
    if decided is None:
        return found
    return [result for result in found if is_decided(result) is decided]


def is_decided(result: BallotResult) -> bool:
    """Tell whether something was decided of every passed row."""
    return all(row.nomination_state not in UNDECIDED for row in result.passed_rows)


def ballot_result(ballot_ref: str) -> BallotResult:
    """Return the result of one closed ballot.

    Raises:
        Unseen: no such ballot, or it has no result yet.
    """
    results = _results(_closed().filter(ref=ballot_ref))
    if not results:
        raise Unseen
    return results[0]


def _closed() -> QuerySet[Ballot]:
    return Ballot.objects.filter(state=BallotState.CLOSED).order_by("session__starts_at", "pk")


def _results(ballots: QuerySet[Ballot]) -> list[BallotResult]:
    rows = BallotRow.objects.select_related("nomination__unit").order_by("order")
    fetched = ballots.select_related("session__council", "item")
    return [_result(b) for b in fetched.prefetch_related(Prefetch("rows", queryset=rows))]


def _result(ballot: Ballot) -> BallotResult:
    total = ballot.total_members or 0
    return BallotResult(
        ballot_ref=ballot.ref,
        session_ref=ballot.session.ref,
        session_title=ballot.session.title,
        session_on=day_of(ballot.session),
        council_name=ballot.session.council.name,
        award_code=ballot.item.award_code,
        achievement_year=ballot.item.achievement_year or 0,
        total_members=total,
        electors_present=ballot.electors_present or 0,
        issued=ballot.issued or 0,
        collected=ballot.collected or 0,
        valid=ballot.valid or 0,
        invalid=ballot.invalid or 0,
        written=ballot.written or 0,
        needed=ballot.mark.needed(total),
        pass_text=f"{ballot.mark.text} tổng số thành viên Hội đồng",
        pass_cite=ballot.pass_cite,
        pass_caveat=ballot.pass_caveat,
        rows=tuple(_row(row, total) for row in _in_order(ballot.rows.all())),
        result_digest=ballot.result_digest,
        minutes_signed=ballot.session.state == SessionState.SIGNED,
    )


def _in_order(rows: Iterable[BallotRow]) -> list[BallotRow]:
    return sorted(rows, key=lambda row: row.order)


def _row(row: BallotRow, total: int) -> ResultRow:
    return ResultRow(
        nomination_ref=row.nomination.ref,
        order=row.order,
        name=row.name,
        birth_year=row.birth_year,
        sex=row.sex,
        position=row.position,
        unit_name=row.unit_name,
        unit_ref=row.nomination.unit.ref,
        yes=row.yes or 0,
        no=row.no or 0,
        blank=row.blank or 0,
        total=total,
        passed=bool(row.passed),
        nomination_state=row.nomination.state,
    )
