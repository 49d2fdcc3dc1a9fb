"""The whole record of a ballot and of a session, as minutes are printed from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from bangvang.council.models import Ballot, Count, PaperTaken, Session, WrittenOpinion
from bangvang.council.selectors.councils import seats_on, superior_of
from bangvang.council.selectors.counts import closed_pairs
from bangvang.council.selectors.results import BallotResult, ballot_result
from bangvang.council.selectors.sessions import (
    AttendanceRow,
    SessionPage,
    attendance_of,
    day_of,
    session_page,
)
from bangvang.council.states import BallotState
from bangvang.foundation.actor import Actor
from bangvang.foundation.vietnamese import say_date
from bangvang.law import award_name


@dataclass(frozen=True)
class Recount:
    """One round in which what differed was counted again: rows by their order on the list."""

    box: bool
    rows: tuple[int, ...]


@dataclass(frozen=True)
class CountingRecord:
    """One closed ballot; `took_no_part` says who gave neither a paper nor a letter, and why."""

    result: BallotResult
    organisation_name: str
    award_name: str
    place: str
    opened_at: datetime
    set_up_by: str
    manifest_code: str
    tellers: tuple[str, ...]
    recounts: tuple[Recount, ...]
    wrote: tuple[str, ...]
    took_no_part: tuple[str, ...]


@dataclass(frozen=True)
class SessionFile:
    """One session with the results of its ballots, by the ballot's reference."""

    page: SessionPage
    results: Mapping[str, BallotResult]


def counting_record(ballot: Ballot) -> CountingRecord:
    """Return what the counting minutes say of a closed ballot.

    Raises:
        Unseen: the ballot has no result.
    """
    session = ballot.session
    day = day_of(session)
    _, roll = attendance_of(session)
    wrote = _numbers(WrittenOpinion.objects.filter(ballot=ballot, withdrawn_at=None))
    took = set(PaperTaken.objects.filter(ballot=ballot).values_list("seat__number", flat=True))
    tellers = Count.objects.filter(ballot=ballot, attempt=1).order_by("teller_no")
    return CountingRecord(
        result=ballot_result(ballot.ref),
        organisation_name=superior_of(session.council),
        award_name=award_name(ballot.item.award_code, day),
        place=session.place,
        opened_at=ballot.opened_at or session.starts_at,
        set_up_by=_set_up_by(session),
        manifest_code=ballot.manifest_said,
        tellers=tuple(tellers.values_list("teller_name", flat=True)),
        recounts=_recounts(ballot),
        wrote=tuple(row.seat.holder_name for row in roll if row.seat.number in wrote),
        took_no_part=(
            *(_why(row) for row in roll if row.seat.number not in wrote | took),
            *_vacancies(session),
        ),
    )


def session_file(actor: Actor, session: Session) -> SessionFile:
    """Return what the minutes of a session say.

    Raises:
        Unseen: this actor sees no such session.
    """
    closed = Ballot.objects.filter(session=session, state=BallotState.CLOSED).order_by("pk")
    return SessionFile(
        page=session_page(actor, session.ref),
        results={ref: ballot_result(ref) for ref in closed.values_list("ref", flat=True)},
    )


def _recounts(ballot: Ballot) -> tuple[Recount, ...]:
    return tuple(
        Recount(
            box=first.collected is not None,
            rows=tuple(sorted(line.row.order for line in first.lines.all())),
        )
        for attempt, (first, _) in closed_pairs(ballot)
        if attempt > 1
    )


def _set_up_by(session: Session) -> str:
    """Return the newest decision on the composition, number and day."""
    newest = max(
        seats_on(session.council_id, day_of(session)), key=lambda seat: (seat.decided_on, seat.pk)
    )
    return f"{newest.decision_no} ngày {say_date(newest.decided_on)}"


def _vacancies(session: Session) -> tuple[str, ...]:
    vacant = sum(seat.is_vacant for seat in seats_on(session.council_id, day_of(session)))
    return (f"{vacant} ghế khuyết",) if vacant else ()


def _why(row: AttendanceRow) -> str:
    if row.is_present:
        return f"{row.seat.holder_name}: có mặt, không nhận phiếu"
    return f"{row.seat.holder_name}: vắng mặt, {row.reason}"


def _numbers(letters: QuerySet[WrittenOpinion]) -> set[int]:
    return set(letters.values_list("seat__number", flat=True))
