"""Give a unit's own decision to the head, who confirms it with the signed paper."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.registry.actions.own_changes import draft_to_change, refuse_stale, touch
from bangvang.registry.intake.own_preview import own_preview
from bangvang.registry.intake.own_trouble import objection_to_rows
from bangvang.registry.states import OWN_LIFE, OwnMove, OwnState


@transaction.atomic
def hand_own_over(ref: str, *, version: int, actor: Actor, at: datetime) -> None:
    """Let the record wait for the head.

    Raises:
        Unseen: no such decision.
        Refused: not a draft of the own unit, no rows, a row that must be settled first, or
            changed by somebody else meanwhile (`STALE`).
    """
    own = draft_to_change(actor, ref)
    refuse_stale(own, version)
    rows = own_preview(own)
    refuse_if(objection_to_rows(rows))
    own.state = OWN_LIFE.target(OwnMove.HAND_OVER, OwnState(own.state))
    own.sent_back_reason = ""
    touch(own)
    record(
        actor=actor,
        at=at,
        verb="hand_own_over",
        subject=("own_decision", ref),
        said=f"Chuyển thủ trưởng xác nhận quyết định, {len(rows)} người.",
    )
