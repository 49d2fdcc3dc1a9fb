"""Take a row out of a unit's own decision that is still a draft."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.registry.actions.own_changes import draft_to_change, touch
from bangvang.registry.selectors.own_decisions import own_row_named


@transaction.atomic
def remove_own_row(ref: str, row_ref: str, *, actor: Actor, at: datetime) -> None:
    """Take the row out; the register was not touched by it.

    Raises:
        Unseen: no such decision or row.
        Refused: not a draft of the own unit.
    """
    own = draft_to_change(actor, ref)
    row = own_row_named(own, row_ref)
    name = row.name
    row.delete()
    touch(own)
    record(
        actor=actor,
        at=at,
        verb="remove_own_row",
        subject=("own_decision", ref),
        said=f"Bỏ dòng {name} khỏi quyết định.",
    )
