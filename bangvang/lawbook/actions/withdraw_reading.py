"""Take a value back; nothing is deleted."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.lawbook.actions.turn import next_act
from bangvang.lawbook.permissions import (
    objection_to_no_reason,
    objection_to_version,
    objection_to_withdrawing,
)
from bangvang.lawbook.selectors.readings import reading_for
from bangvang.lawbook.states import LIFE, Move, State


@transaction.atomic
def withdraw_reading(ref: str, *, reason: str, version: int, actor: Actor, at: datetime) -> None:
    """Stop answering with it; for its days the shipped rulebook holds again, or nothing is read.

    Answers that were given with it stay as they were kept, with their rulebook version.

    Raises:
        Unseen: this actor has no such reading.
        Refused: not the one who entered it while it waits, not the head once it is in use, ended
            already, changed since it was read, or no reason.
    """
    act_no = next_act()
    reading = reading_for(actor, ref, lock=True)
    refuse_if(
        objection_to_withdrawing(actor, reading)
        or objection_to_version(reading.version, version)
        or objection_to_no_reason(reason)
    )
    reading.state = LIFE.target(Move.WITHDRAW, State(reading.state))
    reading.withdrawn_by_ref, reading.withdrawn_by_name = actor.account_ref, actor.name
    reading.withdrawn_at, reading.act_no = at, act_no
    reading.reason = reason.strip()
    reading.version += 1
    reading.save()
    record(
        actor=actor,
        at=at,
        verb="withdraw_reading",
        subject=("reading", ref),
        said=f"Rút giá trị đã nhập: {reading.reason}",
        details={"entry": reading.entry_id},
    )
