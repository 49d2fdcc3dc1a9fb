"""Take a paper off a draft again."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Unseen, refuse_if
from bangvang.nominations.models import Attachment
from bangvang.nominations.permissions import objection_to_changing_draft
from bangvang.nominations.selectors.batches import batch_for
from bangvang.nominations.states import PaperKind


@transaction.atomic
def remove_paper(batch_ref: str, paper_ref: str, *, actor: Actor, at: datetime) -> None:
    """Take the paper off the list; the stored file and the audit entry stay.

    Raises:
        Unseen: this actor has no such list, or the list no such paper.
        Refused: not a draft of the own unit.
    """
    batch = batch_for(actor, batch_ref, lock=True)
    refuse_if(objection_to_changing_draft(actor, batch))
    papers = Attachment.objects.select_related("file")
    paper = papers.filter(batch=batch, ref=paper_ref, nomination=None).first()
    if paper is None:
        raise Unseen
    batch.version += 1
    batch.save(update_fields=["version"])
    record(
        actor=actor,
        at=at,
        verb="remove_paper",
        subject=("batch", batch_ref),
        said=f"Gỡ {PaperKind(paper.kind).label}: {paper.file.original_name}.",
        details={"digest": paper.file.digest},
    )
    paper.delete()
