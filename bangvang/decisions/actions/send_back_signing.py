"""Send a wrong record of a signing back; the paper is a draft again."""

from datetime import datetime

from django.db import transaction

from bangvang.decisions.permissions import NO_REASON, objection_to_sending_back
from bangvang.decisions.selectors.decisions import decision_for
from bangvang.decisions.states import LIFE, SENDING_BACK, Kind, State
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if


@transaction.atomic
def send_back_signing(ref: str, *, reason: str, actor: Actor, at: datetime) -> None:
    """Refuse the record with a reason; what was recorded stays in view until it is redone.

    Raises:
        Unseen: this actor has no such paper.
        Refused: not the office, no record that waits, or no reason.
    """
    decision = decision_for(actor, ref, lock=True)
    refuse_if(objection_to_sending_back(actor, decision))
    reason = reason.strip()
    refuse_if(None if reason else NO_REASON)
    decision.state = LIFE.target(SENDING_BACK[Kind(decision.kind)], State(decision.state))
    decision.sent_back_reason = reason
    decision.version += 1
    decision.save(update_fields=["state", "sent_back_reason", "version"])
    record(
        actor=actor,
        at=at,
        verb="send_back_signing",
        subject=("decision", ref),
        said=f"Không xác nhận số {decision.number_written}: {reason}",
    )
