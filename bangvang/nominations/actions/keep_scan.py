"""Keep what the scanner said of a paper."""

from contextlib import AbstractContextManager
from datetime import datetime

from django.conf import settings

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.files.clamd import malware_in
from bangvang.foundation.files.selectors import read
from bangvang.nominations.models import Attachment
from bangvang.nominations.states import PaperKind, Scan

LONGEST_NAME = 200


def keep_scan(
    paper_ref: str, *, actor: Actor, at: datetime, last_step: AbstractContextManager[None]
) -> None:
    """Scan a paper that waits, and let it out or keep it shut; one that was removed is let be.

    Raises:
        ScannerAway: the scanner does not answer; the paper goes on waiting.
    """
    paper = Attachment.objects.filter(ref=paper_ref, scan=Scan.WAITING).first()
    found = ""
    if paper is not None:
        found = malware_in(read(paper.file.ref), address=settings.BANGVANG_CLAMD)
    with last_step:
        _keep(paper_ref, found[:LONGEST_NAME], actor, at)


def _keep(paper_ref: str, found: str, actor: Actor, at: datetime) -> None:
    papers = Attachment.objects.select_for_update(of=("self",)).select_related("batch", "file")
    paper = papers.filter(ref=paper_ref, scan=Scan.WAITING).first()
    if paper is None:
        return
    paper.scan, paper.scan_found, paper.scanned_at = (
        Scan.INFECTED if found else Scan.CLEAN, found, at,
    )  # fmt: skip
    paper.save(update_fields=["scan", "scan_found", "scanned_at"])
    if found:
        record(
            actor=actor,
            at=at,
            verb="quarantine_paper",
            subject=("batch", paper.batch.ref),
            said=f"Cách ly {PaperKind(paper.kind).label} vì có mã độc: {found}.",
            details={"digest": paper.file.digest},
        )
