"""Stop asking for two readings of what is received from a day on."""

from datetime import date, datetime

from django.db import transaction

from bangvang.appraisal.permissions import objection_to_heading
from bangvang.appraisal.permissions.readings import OFF_ALREADY
from bangvang.appraisal.selectors.readings import two_readings_named
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import say_date


@transaction.atomic
def end_two_readings(ref: str, *, until: date, actor: Actor, at: datetime) -> None:
    """Let one appraisal be enough again; an option that has not begun is as if it never was.

    Raises:
        Unseen: there is no such option.
        Refused: not the head, or ended already.
    """
    refuse_if(objection_to_heading(actor))
    found = two_readings_named(ref)
    refuse_if(None if found.until is None else OFF_ALREADY)
    found.until = max(until, found.since)
    found.save(update_fields=["until"])
    record(
        actor=actor,
        at=at,
        verb="end_two_readings",
        subject=("two_readings", ref),
        said=f"Thôi hai ý kiến độc lập đối với hồ sơ nhận từ {say_date(found.until)}.",
    )
