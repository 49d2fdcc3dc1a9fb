"""Answer what the office asked for about a returned row."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.nominations.permissions import (
    NO_REPLY,
    objection_to_completing,
    objection_to_version,
)
from bangvang.nominations.selectors.nominations import nomination_for


@transaction.atomic
def complete_row(ref: str, reply: str, *, version: int, actor: Actor, at: datetime) -> None:
    """Keep the unit's answer; the head hands the row in again.

    Raises:
        Unseen: this actor has no such row.
        Refused: not returned, not the own unit, an empty answer, or changed meanwhile.
    """
    nomination = nomination_for(actor, ref, lock=True)
    refuse_if(objection_to_completing(actor, nomination))
    refuse_if(objection_to_version(nomination.version, version))
    refuse_if(None if reply.strip() else NO_REPLY)
    nomination.reply = reply.strip()
    nomination.version += 1
    nomination.save(update_fields=["reply", "version"])
    record(
        actor=actor,
        at=at,
        verb="complete_row",
        subject=("nomination", ref),
        said=f"Đơn vị trả lời: {reply.strip()}",
    )
