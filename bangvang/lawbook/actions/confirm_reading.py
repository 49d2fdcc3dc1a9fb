"""Confirm a value that another person entered; from then on questions are answered with it."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Refused, refuse_if
from bangvang.foundation.vietnamese import say_date
from bangvang.law import Given, NotAccepted, accepted, entry_name
from bangvang.lawbook.actions.turn import next_act
from bangvang.lawbook.models import Reading
from bangvang.lawbook.permissions import (
    Span,
    objection_of_law,
    objection_to_confirming,
    objection_to_overlap,
    objection_to_version,
)
from bangvang.lawbook.selectors.readings import confirmed_days, days_of, reading_for
from bangvang.lawbook.selectors.texts import cite_of, known_instruments, texts_in_use
from bangvang.lawbook.states import LIFE, Move, State


def _days(reading: Reading) -> Span:
    return days_of(reading.entry_id, reading.since, reading.until, reading.instrument)


@transaction.atomic
def confirm_reading(ref: str, *, version: int, actor: Actor, at: datetime) -> None:
    """Lay the value over the shipped ones for its days.

    Raises:
        Unseen: this actor has no such reading.
        Refused: not the office, the one who entered it, two specialists, not waiting, changed
            since it was read, days for which another value was confirmed meanwhile, or no longer
            let in by the law's own rules.
    """
    act_no = next_act()
    reading = reading_for(actor, ref, lock=True)
    refuse_if(
        objection_to_confirming(actor, reading)
        or objection_to_version(reading.version, version)
        or objection_to_overlap(_days(reading), confirmed_days(reading.entry_id))
    )
    _check(reading)
    reading.state = LIFE.target(Move.CONFIRM, State(reading.state))
    reading.decided_by_ref, reading.decided_by_name = actor.account_ref, actor.name
    reading.decided_at, reading.act_no = at, act_no
    reading.version += 1
    reading.save()
    record(
        actor=actor,
        at=at,
        verb="confirm_reading",
        subject=("reading", ref),
        said=f"Xác nhận giá trị đọc trong văn bản: {entry_name(reading.entry_id, reading.since)}; "
        f"áp dụng từ ngày {say_date(reading.since)}.",
        details={"entry": reading.entry_id, "document": reading.document.digest},
    )


def _check(reading: Reading) -> None:
    """Hold it to the law's rules again: what it rests on may have changed since it was entered."""
    given = Given(
        id=reading.entry_id,
        since=reading.since,
        until=reading.until,
        value=reading.value,
        cite=cite_of(reading),
        compared_on=reading.compared_on,
        why_this_day=reading.why_this_day,
    )
    try:
        accepted(given, origin="", among=known_instruments(), used=texts_in_use())
    except NotAccepted as refused:
        raise Refused(objection_of_law(refused)) from refused
