"""Reading kept papers. The caller has already asked its own selector who may see them."""

from dataclasses import dataclass
from datetime import datetime

from bangvang.foundation.documents.models import KeptDocument
from bangvang.foundation.files.selectors import KeptFile, file_card


@dataclass(frozen=True)
class KeptPaper:
    """What a page shows of a paper; files are opened by their `ref`."""

    ref: str
    kind: str
    title: str
    docx: KeptFile | None
    pdf: KeptFile | None
    made_at: datetime
    made_by: str


def documents_about(subject_kind: str, subject_ref: str) -> list[KeptPaper]:
    """Return the papers printed about one thing, oldest first."""
    rows = KeptDocument.objects.filter(subject_kind=subject_kind, subject_ref=subject_ref)
    return [paper_card(row) for row in rows.select_related("docx", "pdf").order_by("made_at", "id")]


def paper_card(row: KeptDocument) -> KeptPaper:
    """Return what a page shows of the row."""
    return KeptPaper(
        ref=row.ref,
        kind=row.kind,
        title=row.title,
        docx=file_card(row.docx) if row.docx else None,
        pdf=file_card(row.pdf) if row.pdf else None,
        made_at=row.made_at,
        made_by=row.made_by_name,
    )
