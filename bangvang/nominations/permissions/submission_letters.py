"""Why an actor may not write the submission letter of a list now, or nothing if they may."""

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.objection import Objection
from bangvang.nominations.models import Batch, SubmissionLetter
from bangvang.nominations.permissions import (
    NOT_DRAFT,
    objection_to_heading,
    objection_to_preparing,
)
from bangvang.nominations.states import BatchState

LETTER_FINISHED = Objection(
    "LETTER_FINISHED", "Tờ trình đã chốt để ký; muốn sửa thì mở lại tờ trình trước."
)
LETTER_NOT_FINISHED = Objection("LETTER_NOT_FINISHED", "Tờ trình này đang mở, chưa chốt.")


def objection_to_wording_letter(actor: Actor, batch: Batch) -> Objection | None:
    """Officer and head write it while the list is a draft, the head while the head has it."""
    if batch.state == BatchState.DRAFT:
        return objection_to_preparing(actor, batch.unit.ref)
    if batch.state == BatchState.WITH_HEAD and actor.has(Role.UNIT_HEAD):
        return objection_to_heading(actor, batch)
    return NOT_DRAFT


def objection_to_changing_letter(letter: SubmissionLetter) -> Objection | None:
    """Nothing is written on a finished letter."""
    return LETTER_FINISHED if letter.finished_at else None
