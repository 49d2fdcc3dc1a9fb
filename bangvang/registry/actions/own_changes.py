"""Fetching a draft to change it, and noting that it was changed; not an act of its own."""

from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import refuse_if
from bangvang.registry.models import OwnDecision
from bangvang.registry.permissions import STALE
from bangvang.registry.permissions.own import objection_to_changing_own
from bangvang.registry.selectors.own_decisions import own_decision_for

LARGEST = 5_000
"""How many people one decision may name; the largest annexes seen have some hundreds."""


def draft_to_change(actor: Actor, ref: str) -> OwnDecision:
    """Return the draft, locked.

    Raises:
        Unseen: this actor has no such decision.
        Refused: not an officer of the unit, or no draft any more.
    """
    own = own_decision_for(actor, ref, lock=True)
    refuse_if(objection_to_changing_own(actor, own))
    return own


def touch(own: OwnDecision) -> None:
    """Note that the rows changed, so that a form seen before is noticed."""
    own.version += 1
    own.save()


def refuse_stale(own: OwnDecision, seen: int) -> None:
    """Refuse somebody who has not seen the newest rows.

    Raises:
        Refused: somebody else changed it in between (`STALE`).
    """
    refuse_if(None if own.version == seen else STALE)
