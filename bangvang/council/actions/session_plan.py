"""When and where a session is, and who chairs it."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import localtime

from bangvang.council.models import Council, Seat, SeatRole, Session
from bangvang.council.permissions.sessions import (
    objection_to_plan,
)
from bangvang.council.selectors.councils import seats_on
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import say_date, tidy


@dataclass(frozen=True)
class SessionPlan:
    """When and where a session is; `chair_seat` is a seat's number, None for the chair's own."""

    number: int
    place: str
    starts_at: datetime
    chair_seat: int | None = None
    secretary_name: str = ""


def fill(session: Session, council: Council, plan: SessionPlan) -> None:
    """Let a session be as planned, without saving it.

    Raises:
        Refused: a number that is taken, no place, or nobody to chair.
    """
    day = localtime(plan.starts_at).date()
    seats = seats_on(council.pk, day)
    chair = next((seat for seat in seats if _chairs(seat, plan)), None)
    twins = Session.objects.filter(council=council, year=day.year, number_in_year=plan.number)
    place = tidy(plan.place)
    refuse_if(
        objection_to_plan(
            number=plan.number,
            place=place,
            chair=chair,
            taken=twins.exclude(pk=session.pk).exists(),
        )
    )
    session.year, session.number_in_year = day.year, plan.number
    session.place, session.starts_at = place, plan.starts_at
    session.chair_seat = chair  # type: ignore[assignment]  # refused above when there is none
    session.secretary_name = tidy(plan.secretary_name) or session.secretary_name


def when(session: Session) -> str:
    """Return "14 giờ 00 ngày 19/04/2022"."""
    local = localtime(session.starts_at)
    return f"{local:%H giờ %M} ngày {say_date(local.date())}"


def _chairs(seat: Seat, plan: SessionPlan) -> bool:
    if plan.chair_seat is None:
        return seat.role == SeatRole.CHAIR
    return seat.number == plan.chair_seat
