"""Finish a submission letter, so that it can be signed, and open it again."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.documents.render import render
from bangvang.foundation.files.keep import keep
from bangvang.foundation.files.kinds import PRINTED
from bangvang.foundation.files.models import StoredFile
from bangvang.foundation.objection import refuse_if
from bangvang.nominations.documents.submission_letter import submission_letter
from bangvang.nominations.permissions import NO_ROWS, objection_to_version
from bangvang.nominations.permissions.submission_letters import (
    LETTER_NOT_FINISHED,
    objection_to_changing_letter,
    objection_to_wording_letter,
)
from bangvang.nominations.selectors.batches import batch_for
from bangvang.nominations.selectors.submission_letters import (
    letter_to_change,
    rows_of_letter,
    text_of,
)

NAME = "to-trinh-de-nghi-khen-thuong"


@transaction.atomic
def finish_letter(batch_ref: str, *, version: int, actor: Actor, at: datetime) -> None:
    """Print the letter with its list, Word and PDF, and keep both; the text does not change now.

    Raises:
        Unseen: this actor has no such list, or nobody has saved its letter.
        Refused: not the actor's to write now, finished already, changed meanwhile, a list without
            rows, or a character that cannot be printed.
    """
    batch = batch_for(actor, batch_ref, lock=True)
    refuse_if(objection_to_wording_letter(actor, batch))
    letter = letter_to_change(batch_ref)
    refuse_if(objection_to_changing_letter(letter))
    refuse_if(objection_to_version(letter.version, version))
    rows = rows_of_letter(actor, batch_ref)
    refuse_if(None if rows else NO_ROWS)
    printed = render(submission_letter(text_of(letter), rows, on=at.date()))

    def kept(content: bytes, ending: str) -> StoredFile:
        name = f"{NAME}{ending}"
        return keep(content, original_name=name, actor=actor, at=at, accept=PRINTED)

    letter.docx, letter.pdf = kept(printed.docx, ".docx"), kept(printed.pdf, ".pdf")
    letter.finished_by, letter.finished_at = actor.name, at
    letter.version += 1
    letter.save(update_fields=["docx", "pdf", "finished_by", "finished_at", "version"])
    record(
        actor=actor,
        at=at,
        verb="finish_letter",
        subject=("batch", batch_ref),
        said=f"Chốt tờ trình và danh sách {len(rows)} dòng để ký.",
        details={"docx": letter.docx.digest, "pdf": letter.pdf.digest},
    )


@transaction.atomic
def reopen_letter(batch_ref: str, *, version: int, actor: Actor, at: datetime) -> None:
    """Open a finished letter for writing; its prints leave it, the stored files stay.

    Raises:
        Unseen: this actor has no such list, or nobody has saved its letter.
        Refused: not the actor's to write now, not finished, or changed meanwhile.
    """
    batch = batch_for(actor, batch_ref, lock=True)
    refuse_if(objection_to_wording_letter(actor, batch))
    letter = letter_to_change(batch_ref)
    refuse_if(None if letter.finished_at else LETTER_NOT_FINISHED)
    refuse_if(objection_to_version(letter.version, version))
    letter.docx = letter.pdf = None
    letter.finished_by, letter.finished_at = "", None
    letter.version += 1
    letter.save(update_fields=["docx", "pdf", "finished_by", "finished_at", "version"])
    record(
        actor=actor,
        at=at,
        verb="reopen_letter",
        subject=("batch", batch_ref),
        said="Mở lại tờ trình để sửa.",
    )
