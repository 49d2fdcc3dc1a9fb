"""Say another last day for what units register for a year."""

from datetime import date, datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import say_date
from bangvang.nominations.permissions import objection_to_version
from bangvang.nominations.permissions.registrations import objection_to_opening_year
from bangvang.nominations.selectors.registrations import year_for


@transaction.atomic
def move_registration_day(
    ref: str, submit_by: date, *, version: int, actor: Actor, at: datetime
) -> None:
    """Let units hand in until the day; what they did stays.

    Raises:
        Unseen: no such year for this actor.
        Refused: not the head of the office, a day outside the year, or changed meanwhile.
    """
    year = year_for(actor, ref, lock=True)
    refuse_if(objection_to_opening_year(actor, year.year, submit_by))
    refuse_if(objection_to_version(year.version, version))
    before, year.submit_by = year.submit_by, submit_by
    year.version += 1
    year.save(update_fields=["submit_by", "version"])
    record(
        actor=actor,
        at=at,
        verb="move_registration_day",
        subject=("registration_year", ref),
        said=f"Đổi hạn nộp đăng ký thi đua năm {year.year} từ {say_date(before)} thành "
        f"{say_date(submit_by)}.",
    )
