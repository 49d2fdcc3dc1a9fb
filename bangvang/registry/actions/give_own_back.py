"""Give a unit's own decision back to whoever prepared it."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import in_words
from bangvang.registry.actions.own_changes import refuse_stale, touch
from bangvang.registry.permissions.own import OWN_NO_REASON, objection_to_heading_own
from bangvang.registry.selectors.own_decisions import own_decision_for
from bangvang.registry.states import OWN_LIFE, OwnMove, OwnState


@transaction.atomic
def give_own_back(ref: str, reason: str, *, version: int, actor: Actor, at: datetime) -> None:
    """Let it be a draft again, with the reason.

    Raises:
        Unseen: no such decision.
        Refused: not the head, not waiting for the head, no reason, or changed by somebody else
            meanwhile (`STALE`).
    """
    own = own_decision_for(actor, ref, lock=True)
    refuse_if(objection_to_heading_own(actor, own))
    refuse_stale(own, version)
    reason = reason.strip()
    refuse_if(None if in_words(reason) else OWN_NO_REASON)
    own.state = OWN_LIFE.target(OwnMove.GIVE_BACK, OwnState(own.state))
    own.sent_back_reason = reason
    touch(own)
    record(
        actor=actor,
        at=at,
        verb="give_own_back",
        subject=("own_decision", ref),
        said=f"Trả lại cán bộ lập: {reason}",
    )
