"""Send a wrong record of an answer back; the submission waits for its answer again."""

from datetime import datetime

from django.db import transaction

from bangvang.decisions.models import Answer
from bangvang.decisions.permissions import NO_REASON, objection_to_sending_back_answer
from bangvang.decisions.selectors.decisions import decision_for
from bangvang.decisions.states import LIFE, Move, State
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if


@transaction.atomic
def send_back_answer(ref: str, *, reason: str, actor: Actor, at: datetime) -> None:
    """Refuse the record with a reason; what was recorded stays in view until it is redone.

    Raises:
        Unseen: this actor has no such paper.
        Refused: not the office, no answer that waits, or no reason.
    """
    decision = decision_for(actor, ref, lock=True)
    refuse_if(objection_to_sending_back_answer(actor, decision))
    reason = reason.strip()
    refuse_if(None if reason else NO_REASON)
    answer = Answer.objects.get(decision=decision)
    answer.sent_back_reason = reason
    answer.save(update_fields=["sent_back_reason"])
    decision.state = LIFE.target(Move.SEND_BACK_ANSWER, State(decision.state))
    decision.version += 1
    decision.save(update_fields=["state", "version"])
    record(
        actor=actor,
        at=at,
        verb="send_back_answer",
        subject=("decision", ref),
        said=f"Không xác nhận văn bản số {answer.number}: {reason}",
    )
