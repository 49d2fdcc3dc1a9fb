"""Say which of several namesakes, people or bodies, a row means, or that it means somebody new."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Objection, refuse_if
from bangvang.nominations.intake.preview import preview_of
from bangvang.nominations.intake.previewed import NEW
from bangvang.nominations.models import Batch
from bangvang.nominations.permissions import ALREADY_SAVED, objection_to_preparing
from bangvang.nominations.selectors.batches import upload_for

NOT_A_CHOICE = Objection("NOT_A_CHOICE", "Dòng này không có lựa chọn đó.")


@transaction.atomic
def choose_person(
    upload_ref: str, row: int, person_ref: str, *, actor: Actor, at: datetime
) -> None:
    """Keep the choice for one row of an upload.

    Args:
        upload_ref: the upload under preview.
        row: the sheet's own row number.
        person_ref: one of the candidates shown for the row, or `"new"`.
        actor: an officer or the head of the unit.
        at: the moment of the act.

    Raises:
        Unseen: the unit has no such upload.
        Refused: the person is not among the row's candidates, or the upload is saved already.
    """
    upload = upload_for(actor, upload_ref, lock=True)
    refuse_if(objection_to_preparing(actor, upload.unit.ref))
    refuse_if(ALREADY_SAVED if Batch.objects.filter(upload=upload).exists() else None)
    choices = {
        line.row: {candidate.ref for candidate in line.candidates} | {NEW}
        for line in preview_of(upload).rows
        if line.candidates
    }
    refuse_if(None if person_ref in choices.get(row, set()) else NOT_A_CHOICE)
    upload.choices = upload.choices | {str(row): person_ref}
    upload.save(update_fields=["choices"])
    record(
        actor=actor,
        at=at,
        verb="choose_person",
        subject=("upload", upload_ref),
        said=f"Chọn người, tập thể cho dòng {row}.",
        details={"row": row, "person": person_ref},
    )
