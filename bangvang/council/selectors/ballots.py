"""Reading ballots: one to act on, and the page of one. No number of an unfinished count is here."""

from dataclasses import dataclass
from datetime import date, datetime

from bangvang.council.models import Ballot, BallotRow, Count, PaperTaken, WrittenOpinion
from bangvang.council.models.ballots import PassSource
from bangvang.council.selectors.agenda import item_of
from bangvang.council.selectors.councils import SeatRow, superior_of
from bangvang.council.selectors.marks import MarkFound, pass_mark_of
from bangvang.council.selectors.minutes import MinutesRow, minutes_of_ballot
from bangvang.council.selectors.results import BallotResult, ballot_result
from bangvang.council.selectors.sessions import (
    AttendanceRow,
    attendance_of,
    day_of,
    session_for,
    visible_to,
)
from bangvang.council.states import BALLOT_STATE_NAMES, BallotState
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.documents.selectors import KeptPaper, documents_about
from bangvang.foundation.objection import Unseen
from bangvang.law import award_name

BOARD = (Role.TELLER, Role.SECRETARY)


@dataclass(frozen=True)
class BallotLineRow:
    """One line of the frozen list."""

    order: int
    nomination_ref: str
    name: str
    position: str
    unit_name: str


@dataclass(frozen=True)
class Elector:
    """A member who is there, and whether the member took a paper."""

    seat: SeatRow
    took: bool


@dataclass(frozen=True)
class CountState:
    """Who counts as first or second, and whether the count is closed; no numbers."""

    teller_no: int
    teller_name: str
    closed_at: datetime | None
    is_mine: bool


@dataclass(frozen=True)
class BallotTab:
    """A ballot of the same session, for going from one to the other."""

    ref: str
    award_name: str
    rows: int
    state_name: str


@dataclass(frozen=True)
class BallotPage:
    """One ballot as its page shows it; `result` only when it is closed."""

    ref: str
    session_ref: str
    session_title: str
    session_state: str
    session_on: date
    starts_at: datetime
    council_name: str
    organisation_name: str
    item_ref: str
    award_code: str
    award_name: str
    achievement_year: int
    state: str
    state_name: str
    manifest_code: str
    total_members: int
    present: int
    absent: int
    issued: int | None
    mark: MarkFound | None
    attempt: int
    rows: tuple[BallotLineRow, ...]
    electors: tuple[Elector, ...]
    counts: tuple[CountState, ...]
    written: int
    papers: tuple[KeptPaper, ...]
    minutes: MinutesRow | None
    result: BallotResult | None
    others: tuple[BallotTab, ...]

    @property
    def needed(self) -> int | None:
        """How many members must agree; None without a pass mark."""
        return self.mark.share.needed(self.total_members) if self.mark else None


def ballot_for(actor: Actor, ref: str, *, lock: bool = False) -> Ballot:
    """Return a ballot to act on.

    Raises:
        Unseen: this actor sees no such ballot.
    """
    found = Ballot.objects.filter(ref=ref, session__in=visible_to(actor))
    found = found.select_related("session__council__organisation__parent", "item")
    if lock:
        found = found.select_for_update(of=("self",))
    ballot = found.first()
    if ballot is None:
        raise Unseen
    return ballot


def rows_in(ballot: Ballot) -> list[BallotRow]:
    """Return the frozen list in order."""
    return list(BallotRow.objects.filter(ballot=ballot).order_by("order"))


def roll_on(ballot: Ballot) -> tuple[AttendanceRow, ...]:
    """Return the roll of the ballot's session; vacant seats are not on it."""
    return attendance_of(ballot.session)[1]


def mark_of(ballot: Ballot) -> MarkFound | None:
    """Return the pass mark: as fixed at opening, else as it would be on the session's day."""
    if ballot.pass_source:
        source = PassSource(ballot.pass_source)
        return MarkFound(ballot.mark, ballot.pass_cite, source, ballot.pass_caveat)
    return pass_mark_of(
        ballot.session.council_id, ballot.item.award_code, on=day_of(ballot.session)
    )


def mark_of_item(actor: Actor, session_ref: str, item_ref: str) -> MarkFound | None:
    """Return the pass mark of a point that is balloted on, None if nobody set one.

    Raises:
        Unseen: this actor sees no such session, or it has no such point.
        NotInForce: the rulebook does not know the law of the session's day.
    """
    session = session_for(actor, session_ref)
    item = item_of(session, item_ref)
    ballot = Ballot.objects.filter(item=item).select_related("session", "item").first()
    if ballot is not None:
        return mark_of(ballot)
    return pass_mark_of(session.council_id, item.award_code, on=day_of(session))


def opinions_received(ballot: Ballot) -> int:
    """Return how many written opinions count."""
    return WrittenOpinion.objects.filter(ballot=ballot, withdrawn_at=None).count()


def count_states(actor: Actor, ballot: Ballot) -> tuple[CountState, ...]:
    """Return who counts in the current attempt and who has finished; never a number."""
    counts = Count.objects.filter(ballot=ballot, attempt=ballot.attempt).order_by("teller_no")
    return tuple(
        CountState(c.teller_no, c.teller_name, c.closed_at, c.teller_ref == actor.account_ref)
        for c in counts
    )


def ballot_page(actor: Actor, ref: str) -> BallotPage:
    """Return everything the page of a ballot shows.

    Raises:
        Unseen: this actor sees no such ballot.
    """
    ballot = ballot_for(actor, ref)
    session = ballot.session
    on = day_of(session)
    total, roll = attendance_of(session)
    took = set(PaperTaken.objects.filter(ballot=ballot).values_list("seat__number", flat=True))
    is_closed = ballot.state == BallotState.CLOSED
    return BallotPage(
        ref=ballot.ref,
        session_ref=session.ref,
        session_title=session.title,
        session_state=session.state,
        session_on=on,
        starts_at=session.starts_at,
        council_name=session.council.name,
        organisation_name=superior_of(session.council),
        item_ref=ballot.item.ref,
        award_code=ballot.item.award_code,
        award_name=award_name(ballot.item.award_code, on),
        achievement_year=ballot.item.achievement_year or 0,
        state=ballot.state,
        state_name=BALLOT_STATE_NAMES[BallotState(ballot.state)],
        manifest_code=ballot.manifest_said,
        total_members=total if ballot.total_members is None else ballot.total_members,
        present=sum(row.is_present for row in roll),
        absent=sum(row.is_absent for row in roll),
        issued=ballot.issued,
        mark=mark_of(ballot),
        attempt=ballot.attempt,
        rows=tuple(_line(row) for row in _rows_with_refs(ballot)),
        electors=tuple(Elector(r.seat, r.seat.number in took) for r in roll if r.is_present),
        counts=count_states(actor, ballot),
        written=opinions_received(ballot),
        papers=tuple(documents_about("ballot", ref)) if actor.has(*BOARD) else (),
        minutes=minutes_of_ballot(ballot),
        result=ballot_result(ref) if is_closed else None,
        others=_tabs(ballot, on),
    )


def _rows_with_refs(ballot: Ballot) -> list[BallotRow]:
    rows = BallotRow.objects.filter(ballot=ballot).select_related("nomination")
    return list(rows.order_by("order"))


def _line(row: BallotRow) -> BallotLineRow:
    return BallotLineRow(row.order, row.nomination.ref, row.name, row.position, row.unit_name)


def _tabs(ballot: Ballot, on: date) -> tuple[BallotTab, ...]:
    ballots = Ballot.objects.filter(session=ballot.session).select_related("item")
    counted = ballots.prefetch_related("rows").order_by("item__order", "pk")
    return tuple(
        BallotTab(
            b.ref,
            award_name(b.item.award_code, on),
            len(b.rows.all()),
            BALLOT_STATE_NAMES[BallotState(b.state)],
        )
        for b in counted
    )
