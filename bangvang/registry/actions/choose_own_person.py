"""Say which of several namesakes a row of a unit's own decision means, or nobody known."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Objection, refuse_if
from bangvang.registry.actions.own_changes import draft_to_change, touch
from bangvang.registry.intake.own_preview import NEW, own_preview
from bangvang.registry.selectors.own_decisions import own_row_named

NOT_A_CANDIDATE = Objection("NOT_A_CANDIDATE", "Người được chọn không khớp với dòng này.")


@transaction.atomic
def choose_own_person(ref: str, row_ref: str, choice: str, *, actor: Actor, at: datetime) -> None:
    """Keep the choice: a person's reference, or `new`.

    Raises:
        Unseen: no such decision or row.
        Refused: not a draft of the own unit, or not one of those whom the row may mean.
    """
    own = draft_to_change(actor, ref)
    row = own_row_named(own, row_ref)
    shown = next(found for found in own_preview(own) if found.ref == row_ref)
    among = {NEW, *(candidate.person.ref for candidate in shown.candidates)}
    refuse_if(None if shown.is_open and choice in among else NOT_A_CANDIDATE)
    row.choice = choice
    row.save(update_fields=["choice"])
    touch(own)
    record(
        actor=actor,
        at=at,
        verb="choose_own_person",
        subject=("own_decision", ref),
        said=f"Chọn đúng người cho dòng {row.name}.",
    )
