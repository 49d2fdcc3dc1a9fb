"""Papers as pages show them, and which of them nobody can open."""

from dataclasses import dataclass
from datetime import datetime

from bangvang.foundation.objection import Objection
from bangvang.nominations.models import Attachment
from bangvang.nominations.states import QUARANTINED, PaperKind, Scan

SHUT = {
    Scan.WAITING: Objection(
        "PAPER_NOT_SCANNED", "Tệp đang chờ quét mã độc; vài phút nữa mở lại trang này."
    ),
    Scan.INFECTED: Objection(
        "PAPER_INFECTED", "Tệp có mã độc nên đã cách ly, không ai mở được; hãy đính kèm tệp khác."
    ),
}


@dataclass(frozen=True)
class PaperSeen:
    """A paper of a list or row, as pages show it."""

    ref: str
    kind: str
    kind_name: str
    original_name: str
    media_kind: str
    size_bytes: int
    digest: str
    added_by: str
    added_at: datetime
    scan: Scan = Scan.NOT_ASKED
    scan_found: str = ""

    @property
    def is_shut(self) -> bool:
        """Whether nobody can open it: it waits for the scanner, or malware was found."""
        return self.scan in QUARANTINED


@dataclass(frozen=True)
class PaperAsked:
    """A paper asked for with every list: what is attached, or why it is missing."""

    kind: str
    kind_name: str
    papers: tuple[PaperSeen, ...]
    reason: str

    @property
    def is_there(self) -> bool:
        """Whether a paper is attached in which no malware was found."""
        return any(paper.scan is not Scan.INFECTED for paper in self.papers)


def objection_to_opening(paper: Attachment) -> Objection | None:
    """A paper is opened once the scanner, where there is one, found nothing in it."""
    return SHUT.get(Scan(paper.scan))


def paper_seen(attachment: Attachment) -> PaperSeen:
    """Return a paper as pages show it; its file must have been fetched along."""
    return PaperSeen(
        attachment.ref,
        attachment.kind,
        PaperKind(attachment.kind).label,
        attachment.file.original_name,
        attachment.file.media_kind,
        attachment.file.size_bytes,
        attachment.file.digest,
        attachment.added_by,
        attachment.added_at,
        Scan(attachment.scan),
        attachment.scan_found,
    )
