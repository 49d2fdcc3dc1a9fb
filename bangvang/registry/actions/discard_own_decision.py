"""Throw away a draft of a unit's own decision."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.registry.actions.own_changes import draft_to_change, refuse_stale, touch
from bangvang.registry.states import OWN_LIFE, OwnMove, OwnState


@transaction.atomic
def discard_own_decision(ref: str, *, version: int, actor: Actor, at: datetime) -> None:
    """Throw the draft away; the register was not touched by it.

    Raises:
        Unseen: no such decision.
        Refused: not a draft of the own unit, or changed by somebody else meanwhile (`STALE`).
    """
    own = draft_to_change(actor, ref)
    refuse_stale(own, version)
    own.state = OWN_LIFE.target(OwnMove.DISCARD, OwnState(own.state))
    touch(own)
    record(
        actor=actor,
        at=at,
        verb="discard_own_decision",
        subject=("own_decision", ref),
        said="Bỏ bản ghi quyết định đang lập.",
    )
