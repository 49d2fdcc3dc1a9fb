"""Send a discovery to the unit that answers for it, with a day to answer by."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.days_off import is_day_off
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import say_date
from bangvang.law import after_working_days
from bangvang.nominations.permissions import (
    UNIT_ENDED,
    objection_to_sending,
    objection_to_version,
)
from bangvang.nominations.selectors.discoveries import discovery_for
from bangvang.nominations.states import DISCOVERY_LIFE, DiscoveryMove, DiscoveryState
from bangvang.registry.selectors.organisations import organisation_named


@transaction.atomic
def send_discovery(
    ref: str, unit_ref: str, *, working_days: int, version: int, actor: Actor, at: datetime
) -> None:
    """Send it, or send it elsewhere while nobody has answered; the day counts from this act.

    Raises:
        Unseen: this actor has no such discovery, or there is no such unit.
        Refused: not the office, answered or set aside, no number of days that makes sense, a unit
            that has ended, or changed by somebody else meanwhile.
    """
    discovery = discovery_for(actor, ref, lock=True)
    refuse_if(objection_to_sending(actor, discovery, working_days=working_days))
    refuse_if(objection_to_version(discovery.version, version))
    unit, today = organisation_named(unit_ref), at.date()
    refuse_if(UNIT_ENDED if unit.until is not None and unit.until <= today else None)
    discovery.state = DISCOVERY_LIFE.target(DiscoveryMove.SEND, DiscoveryState(discovery.state))
    due_on = after_working_days(today, working_days, is_off=is_day_off)
    discovery.sent_to, discovery.sent_at, discovery.due_on = unit, at, due_on
    discovery.version += 1
    discovery.save(update_fields=["state", "sent_to", "sent_at", "due_on", "version"])
    record(
        actor=actor,
        at=at,
        verb="send_discovery",
        subject=("discovery", ref),
        said=f"Chuyển tin báo số {discovery.said} cho {unit.name}, trả lời trước khi hết ngày "
        f"{say_date(due_on)}.",
    )
