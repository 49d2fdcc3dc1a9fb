"""Take a returned row back for good."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import refuse_if
from bangvang.nominations.actions.move import move
from bangvang.nominations.permissions import (
    NO_REASON,
    objection_to_completing,
    objection_to_handing_row_in,
)
from bangvang.nominations.selectors.nominations import nomination_for
from bangvang.nominations.states import Move


@transaction.atomic
def withdraw(ref: str, reason: str, *, actor: Actor, at: datetime) -> None:
    """End a row that the unit no longer proposes.

    Raises:
        Unseen: this actor has no such row.
        Refused: not returned, not the head of the unit whose list it is in, or no reason.
    """
    nomination = nomination_for(actor, ref, lock=True)
    refuse_if(objection_to_completing(actor, nomination))
    refuse_if(objection_to_handing_row_in(actor, nomination))
    refuse_if(None if reason.strip() else NO_REASON)
    move(
        nomination,
        Move.WITHDRAW,
        holder=nomination.batch.unit.name,
        actor=actor,
        at=at,
        reason=reason.strip(),
    )
