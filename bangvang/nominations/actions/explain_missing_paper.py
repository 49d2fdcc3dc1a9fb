"""Say why a list comes without a paper that is asked for."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Objection, refuse_if
from bangvang.nominations.models import Attachment, MissingPaper
from bangvang.nominations.permissions import NO_REASON, objection_to_changing_draft
from bangvang.nominations.selectors.batches import batch_for
from bangvang.nominations.states import PaperKind, Scan

ATTACHED = Objection("ATTACHED", "Giấy này đã đính kèm nên không cần lý do thiếu.")


@transaction.atomic
def explain_missing_paper(
    batch_ref: str, kind: PaperKind, reason: str, *, actor: Actor, at: datetime
) -> None:
    """Record the reason; it is shown to the head and to the standing office.

    Raises:
        Unseen: this actor has no such list.
        Refused: not a draft of the own unit, no reason, or the paper is attached.
    """
    batch = batch_for(actor, batch_ref, lock=True)
    refuse_if(objection_to_changing_draft(actor, batch))
    refuse_if(None if reason.strip() else NO_REASON)
    papers = Attachment.objects.filter(batch=batch, kind=kind, nomination=None)
    attached = papers.exclude(scan=Scan.INFECTED).exists()
    refuse_if(ATTACHED if attached else None)
    MissingPaper.objects.update_or_create(
        batch=batch, kind=kind, defaults={"reason": reason.strip()}
    )
    batch.version += 1
    batch.save(update_fields=["version"])
    record(
        actor=actor,
        at=at,
        verb="explain_missing_paper",
        subject=("batch", batch_ref),
        said=f"Nêu lý do chưa có {kind.label}: {reason.strip()}",
    )
