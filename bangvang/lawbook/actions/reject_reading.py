"""Say that a value is not as another person entered it."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.lawbook.actions.turn import next_act
from bangvang.lawbook.permissions import (
    objection_to_no_reason,
    objection_to_rejecting,
    objection_to_version,
)
from bangvang.lawbook.selectors.readings import reading_for
from bangvang.lawbook.states import LIFE, Move, State


@transaction.atomic
def reject_reading(ref: str, *, reason: str, version: int, actor: Actor, at: datetime) -> None:
    """End it with a reason; it stays in the list, and the value may be entered anew.

    Raises:
        Unseen: this actor has no such reading.
        Refused: not the office, the one who entered it, not waiting, changed since it was read,
            or no reason.
    """
    act_no = next_act()
    reading = reading_for(actor, ref, lock=True)
    refuse_if(
        objection_to_rejecting(actor, reading)
        or objection_to_version(reading.version, version)
        or objection_to_no_reason(reason)
    )
    reading.state = LIFE.target(Move.REJECT, State(reading.state))
    reading.decided_by_ref, reading.decided_by_name = actor.account_ref, actor.name
    reading.decided_at, reading.act_no = at, act_no
    reading.reason = reason.strip()
    reading.version += 1
    reading.save()
    record(
        actor=actor,
        at=at,
        verb="reject_reading",
        subject=("reading", ref),
        said=f"Không xác nhận giá trị đã nhập: {reading.reason}",
        details={"entry": reading.entry_id},
    )
