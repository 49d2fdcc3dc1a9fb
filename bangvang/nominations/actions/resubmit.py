"""Hand a completed row in again."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import refuse_if
from bangvang.nominations.actions.move import move
from bangvang.nominations.actions.submit_batch import OFFICE
from bangvang.nominations.models import Returned
from bangvang.nominations.permissions import objection_to_resubmitting, objection_to_version
from bangvang.nominations.selectors.nominations import nomination_for
from bangvang.nominations.selectors.remarks import remarks_of
from bangvang.nominations.states import Move, State


@transaction.atomic
def resubmit(ref: str, *, version: int, actor: Actor, at: datetime) -> None:
    """Send a returned row back to whoever returned it, the office or the superior.

    The day of receipt stays that of its list.

    Raises:
        Unseen: this actor has no such row.
        Refused: not returned, not the head of the unit, something not answered, or changed
            meanwhile.
    """
    nomination = nomination_for(actor, ref, lock=True)
    unanswered = sum(not one.answer for one in remarks_of(ref))
    refuse_if(objection_to_resubmitting(actor, nomination, unanswered=unanswered))
    refuse_if(objection_to_version(nomination.version, version))
    if nomination.state == State.SENT_BACK:
        move(nomination, Move.SEND_UP, holder=nomination.batch.holder, actor=actor, at=at)
        return
    Returned.objects.filter(nomination=nomination, handed_in_at=None).update(handed_in_at=at)
    move(nomination, Move.RESUBMIT, holder=OFFICE, actor=actor, at=at)
