"""The sole writer of a nomination's state."""

from datetime import datetime

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.nominations.models import Nomination
from bangvang.nominations.states import LIFE, STATE_NAMES, Move, State


def move(
    nomination: Nomination,
    what: Move,
    *,
    holder: str,
    actor: Actor,
    at: datetime,
    reason: str = "",
) -> None:
    """Move a locked nomination on, say who holds it from now on, and leave one audit entry.

    Args:
        nomination: fetched with a lock in the caller's transaction.
        what: the move.
        holder: who has it from now on, in words people read.
        actor: who moved it.
        at: when.
        reason: why, where the move asks for one; it stays on the row until the next move.

    Raises:
        MoveNotAllowed: the move does not start in the row's state.
    """
    before = State(nomination.state)
    after = LIFE.target(what, before)
    nomination.state = after
    nomination.holder = holder
    nomination.held_since = at
    nomination.reason = reason
    nomination.version += 1
    nomination.save(update_fields=["state", "holder", "held_since", "reason", "version"])
    record(
        actor=actor,
        at=at,
        verb=what.value.lower(),
        subject=("nomination", nomination.ref),
        said=f"{nomination.name}: {STATE_NAMES[after]}." + (f" {reason}" if reason else ""),
        details={"from": before.value, "to": after.value},
    )
