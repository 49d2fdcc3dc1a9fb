"""Attach a signed paper to a draft list, or to a row that was returned."""

from datetime import datetime

from django.conf import settings
from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.files.keep import keep
from bangvang.foundation.files.kinds import FileKind
from bangvang.foundation.jobs.enqueue import enqueue
from bangvang.foundation.objection import refuse_if
from bangvang.nominations.models import Attachment, MissingPaper
from bangvang.nominations.permissions import objection_to_changing_draft, objection_to_completing
from bangvang.nominations.selectors.batches import batch_for
from bangvang.nominations.selectors.nominations import nomination_for
from bangvang.nominations.states import SCAN_PAPER, PaperKind, Scan

SIGNED = frozenset({FileKind.PDF, FileKind.JPEG, FileKind.PNG})
WRITTEN = SIGNED | {FileKind.DOCX, FileKind.XLSX}
ACCEPTED = {
    PaperKind.TO_TRINH: SIGNED,
    PaperKind.BIEN_BAN_BINH_XET: SIGNED,
    PaperKind.BAO_CAO_THANH_TICH: WRITTEN,
    PaperKind.CHUNG_NHAN_SANG_KIEN: SIGNED,
    PaperKind.KHAC: WRITTEN,
}
"""What a file of each kind may be: what is signed on paper comes as a scan."""


@transaction.atomic
def attach_paper(
    batch_ref: str, kind: PaperKind, data: bytes, *, original_name: str, actor: Actor, at: datetime
) -> str:
    """Attach a paper to a draft and return its reference; a reason for its absence falls away.

    Raises:
        Unseen: this actor has no such list.
        Refused: not a draft of the own unit, or the file is not of a kind that is accepted.
    """
    batch = batch_for(actor, batch_ref, lock=True)
    refuse_if(objection_to_changing_draft(actor, batch))
    file = keep(data, original_name=original_name, actor=actor, at=at, accept=ACCEPTED[kind])
    MissingPaper.objects.filter(batch=batch, kind=kind).delete()
    paper = Attachment.objects.create(
        batch=batch, kind=kind, file=file, added_by=actor.name, added_at=at, scan=_scan()
    )
    _ask_scan(paper, actor, at)
    batch.version += 1
    batch.save(update_fields=["version"])
    record(
        actor=actor,
        at=at,
        verb="attach_paper",
        subject=("batch", batch_ref),
        said=f"Đính kèm {kind.label}: {file.original_name}.",
        details={"digest": file.digest},
    )
    return paper.ref


@transaction.atomic
def attach_to_row(
    nomination_ref: str,
    kind: PaperKind,
    data: bytes,
    *,
    original_name: str,
    actor: Actor,
    at: datetime,
) -> str:
    """Attach a paper to a returned row and return its reference.

    Raises:
        Unseen: this actor has no such row.
        Refused: not a returned row of the own unit, or the file is not of an accepted kind.
    """
    nomination = nomination_for(actor, nomination_ref, lock=True)
    refuse_if(objection_to_completing(actor, nomination))
    file = keep(data, original_name=original_name, actor=actor, at=at, accept=ACCEPTED[kind])
    paper = Attachment.objects.create(
        batch=nomination.batch,
        nomination=nomination,
        kind=kind,
        file=file,
        added_by=actor.name,
        added_at=at,
        scan=_scan(),
    )
    _ask_scan(paper, actor, at)
    record(
        actor=actor,
        at=at,
        verb="attach_to_row",
        subject=("nomination", nomination_ref),
        said=f"Bổ sung {kind.label}: {file.original_name}.",
        details={"digest": file.digest},
    )
    return paper.ref


def _scan() -> Scan:
    return Scan.WAITING if settings.BANGVANG_CLAMD else Scan.NOT_ASKED


def _ask_scan(paper: Attachment, actor: Actor, at: datetime) -> None:
    """Have the paper scanned in the background, where a scanner is set up; it is shut till then."""
    if paper.scan == Scan.WAITING:
        enqueue(SCAN_PAPER, {"paper": paper.ref}, key=paper.ref, actor=actor, at=at)
