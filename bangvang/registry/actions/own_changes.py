"""Fetching a draft to change it, and noting that it was changed; not an act of its own."""

from collections.abc import Sequence

from django.db.models import Q

from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import Objection, refuse_if
from bangvang.registry.models import OwnDecision, OwnDecisionRow
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


def put_rows(
    own: OwnDecision, made: Sequence[OwnDecisionRow], *, code: str, too_many: Objection
) -> int:
    """Add the rows of those who are not there yet and return how many; the others take the code.

    Raises:
        Refused: more rows than a decision may have.
    """
    there = OwnDecisionRow.objects.filter(decision=own)
    refuse_if(too_many if there.count() + len(made) > LARGEST else None)
    again = there.filter(
        Q(person__in=[row.person_id for row in made if row.person_id])
        | Q(body__in=[row.body_id for row in made if row.body_id])
    )
    known = set(again.values_list("person_id", "body_id"))
    again.update(code=code)
    new = [row for row in made if (row.person_id, row.body_id) not in known]
    OwnDecisionRow.objects.bulk_create(new)
    touch(own)
    return len(new)


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
