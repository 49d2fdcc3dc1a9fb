"""Reading sessions: lists of them, one to act on, its page, and the record others tell of."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q, QuerySet
from django.utils.timezone import localtime

from bangvang.council.models import (
    AgendaItem,
    AgendaKind,
    Attendance,
    Presence,
    Session,
)
from bangvang.council.models.councils import SeatRole
from bangvang.council.selectors.agenda import AgendaItemRow, agenda_of
from bangvang.council.selectors.councils import (
    READERS,
    RegulationRow,
    SeatRow,
    regulation_on,
    regulation_row,
    seat_row,
    seats_on,
    superior_of,
)
from bangvang.council.states import (
    SESSION_STATE_NAMES,
    BallotState,
    SessionState,
)
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.objection import Unseen
from bangvang.law import award_name
from bangvang.workplan.selectors.tasks import TaskRow, tasks_of_source

PREPARERS = (Role.SECRETARY, Role.OFFICE_HEAD)


@dataclass(frozen=True)
class SessionRow:
    """One session in a list; `title` begins with a capital letter."""

    ref: str
    title: str
    year: int
    number: int
    council_name: str
    place: str
    starts_at: datetime
    state: str
    state_name: str
    row_count: int
    ballot_count: int
    closed_ballot_count: int


@dataclass(frozen=True)
class AttendanceRow:
    """Whether the holder of a seat is there; `presence` is empty while not yet taken."""

    seat: SeatRow
    presence: str
    reason: str

    @property
    def is_present(self) -> bool:
        """Whether the member is there."""
        return self.presence == Presence.PRESENT

    @property
    def is_absent(self) -> bool:
        """Whether the member was noted as absent."""
        return self.presence == Presence.ABSENT


@dataclass(frozen=True)
class SessionPage:
    """One session as its page shows it."""

    row: SessionRow
    council_ref: str
    organisation_name: str
    opened_at: datetime | None
    ends_at: datetime | None
    chair: SeatRow
    secretary_name: str
    version: int
    items: tuple[AgendaItemRow, ...]
    attendance: tuple[AttendanceRow, ...]
    members_total: int
    regulation: RegulationRow | None
    conclusions: tuple[TaskRow, ...]

    @property
    def on(self) -> date:
        """The session's day, by which seats, regulation and law are chosen."""
        return localtime(self.row.starts_at).date()

    @property
    def present(self) -> int:
        """How many members are there."""
        return sum(row.is_present for row in self.attendance)

    @property
    def quorum_needed(self) -> int | None:
        """How many must be there; None without a regulation."""
        return self.regulation.quorum.needed(self.members_total) if self.regulation else None

    @property
    def has_quorum(self) -> bool:
        """Whether enough are there."""
        needed = self.quorum_needed
        return needed is not None and self.present >= needed


@dataclass(frozen=True)
class Conclusion:
    """What the chair asked for: the task, whose it is, and until when."""

    title: str
    owner: str
    due_on: date


@dataclass(frozen=True)
class SessionRecord:
    """What may be told of a session that has been held; no nominee is named or countable."""

    ref: str
    title: str
    number: int
    year: int
    council_name: str
    place: str
    starts_at: datetime
    ends_at: datetime | None
    chair_name: str
    chair_title: str
    regulation: str
    members_total: int
    present: int
    items: tuple[str, ...]
    awards_balloted: tuple[str, ...]
    conclusions: tuple[Conclusion, ...]
    minutes_signed: bool


def visible_to(actor: Actor) -> QuerySet[Session]:
    """Return the sessions an actor may see: secretary and office all, members what was called."""
    if actor.has(*PREPARERS):
        return Session.objects.all()
    if actor.has(*READERS):
        return Session.objects.exclude(state=SessionState.PREPARING)
    return Session.objects.none()


def session_for(actor: Actor, ref: str, *, lock: bool = False) -> Session:
    """Return a session to act on.

    Raises:
        Unseen: this actor has no such session.
    """
    found = (
        visible_to(actor)
        .filter(ref=ref)
        .select_related("council__organisation__parent", "chair_seat")
    )
    if lock:
        found = found.select_for_update(of=("self",))
    session = found.first()
    if session is None:
        raise Unseen
    return session


def day_of(session: Session) -> date:
    """Return the day of the session in the province, which decides seats, regulation and law."""
    return localtime(session.starts_at).date()


def sessions_for(actor: Actor) -> list[SessionRow]:
    """Return the sessions an actor may see, newest first."""
    return [_row(s) for s in _counted(visible_to(actor)).order_by("-starts_at", "-pk")]


def session_page(actor: Actor, ref: str) -> SessionPage:
    """Return everything the page of a session shows.

    Raises:
        Unseen: this actor has no such session.
    """
    session = _counted(visible_to(actor)).filter(ref=ref).select_related("chair_seat").first()
    if session is None:
        raise Unseen
    on = day_of(session)
    regulation = regulation_on(session.council_id, on)
    members_total, roll = attendance_of(session)
    return SessionPage(
        row=_row(session),
        council_ref=session.council.ref,
        organisation_name=superior_of(session.council),
        opened_at=session.opened_at,
        ends_at=session.ends_at,
        chair=seat_row(session.chair_seat),
        secretary_name=session.secretary_name,
        version=session.version,
        items=agenda_of(session),
        attendance=roll,
        members_total=members_total,
        regulation=regulation_row(regulation, on) if regulation else None,
        conclusions=tuple(tasks_of_source("session", ref)),
    )


def attendance_of(session: Session) -> tuple[int, tuple[AttendanceRow, ...]]:
    """Return the total membership on the session's day, and the roll of the seats that are held."""
    seats = [seat_row(seat) for seat in seats_on(session.council_id, day_of(session))]
    taken = Attendance.objects.filter(session=session).values_list(
        "seat__number", "presence", "reason"
    )
    by_number = {number: (presence, reason) for number, presence, reason in taken}
    roll = tuple(
        AttendanceRow(seat, *by_number.get(seat.number, ("", "")))
        for seat in seats
        if not seat.is_vacant
    )
    return len(seats), roll


def next_number_of(council_ref: str, year: int) -> int:
    """Return the number that the next session of the year would have."""
    numbers = Session.objects.filter(council__ref=council_ref, year=year)
    newest = numbers.order_by("-number_in_year").values_list("number_in_year", flat=True).first()
    return (newest or 0) + 1


def session_record(ref: str) -> SessionRecord:
    """Return what may be told of a session, for whoever writes about it.

    Raises:
        Unseen: there is no such session, or it has not ended.
    """
    session = (
        Session.objects.filter(ref=ref, state__in=[SessionState.CLOSED, SessionState.SIGNED])
        .select_related("council", "chair_seat")
        .first()
    )
    if session is None:
        raise Unseen
    on = day_of(session)
    regulation = regulation_on(session.council_id, on)
    items = list(AgendaItem.objects.filter(session=session).order_by("order", "pk"))
    present = Attendance.objects.filter(session=session, presence=Presence.PRESENT)
    return SessionRecord(
        ref=session.ref,
        title=session.title,
        number=session.number_in_year,
        year=session.year,
        council_name=session.council.name,
        place=session.place,
        starts_at=session.opened_at or session.starts_at,
        ends_at=session.ends_at,
        chair_name=session.chair_seat.holder_name,
        chair_title=f"{session.chair_seat.post_title}, {SeatRole(session.chair_seat.role).label}",
        regulation=regulation_row(regulation, on).cite if regulation else "",
        members_total=len(seats_on(session.council_id, on)),
        present=present.count(),
        items=tuple(item.title for item in items),
        awards_balloted=tuple(
            f"{award_name(item.award_code, on)} năm {item.achievement_year}"
            for item in items
            if item.kind == AgendaKind.BALLOT
        ),
        conclusions=tuple(
            Conclusion(task.title, task.owner_name, task.due_on)
            for task in tasks_of_source("session", ref)
        ),
        minutes_signed=session.state == SessionState.SIGNED,
    )


def _counted(sessions: QuerySet[Session]) -> QuerySet[Session]:
    closed = Q(ballots__state=BallotState.CLOSED)
    return sessions.select_related("council__organisation__parent").annotate(
        row_count=Count("items__rows", distinct=True),
        ballot_count=Count("ballots", distinct=True),
        closed_ballot_count=Count("ballots", filter=closed, distinct=True),
    )


def _row(session: Session) -> SessionRow:
    counts = {
        name: getattr(session, name)
        for name in ("row_count", "ballot_count", "closed_ballot_count")
    }
    title = session.title
    return SessionRow(
        ref=session.ref,
        title=title[:1].upper() + title[1:],
        year=session.year,
        number=session.number_in_year,
        council_name=session.council.name,
        place=session.place,
        starts_at=session.starts_at,
        state=session.state,
        state_name=SESSION_STATE_NAMES[SessionState(session.state)],
        **counts,
    )
