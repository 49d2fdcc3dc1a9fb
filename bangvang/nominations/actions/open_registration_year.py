"""Let units register the titles they strive for in a year."""

from datetime import date, datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.db.turns import wait_for_turn
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import say_date
from bangvang.nominations.models import RegistrationYear
from bangvang.nominations.permissions.registrations import (
    YEAR_OPEN_ALREADY,
    objection_to_opening_year,
)

REGISTRATION_TURN = 4_170_075


@transaction.atomic
def open_registration_year(year: int, submit_by: date, *, actor: Actor, at: datetime) -> str:
    """Open the year until the day and return its reference.

    Raises:
        Refused: not the head of the office, a day outside the year, or open already.
    """
    wait_for_turn(REGISTRATION_TURN)
    refuse_if(objection_to_opening_year(actor, year, submit_by))
    refuse_if(YEAR_OPEN_ALREADY if RegistrationYear.objects.filter(year=year).exists() else None)
    made = RegistrationYear.objects.create(
        year=year, submit_by=submit_by, opened_by_name=actor.name, opened_at=at
    )
    record(
        actor=actor,
        at=at,
        verb="open_registration_year",
        subject=("registration_year", made.ref),
        said=f"Mở đăng ký thi đua năm {year}, nhận đến hết ngày {say_date(submit_by)}.",
    )
    return made.ref
