"""Files as cards, and reading what a form uploads."""

from __future__ import annotations

from django.core.files.uploadedfile import UploadedFile

from bangvang.foundation.files.kinds import FileKind
from bangvang.nominations.selectors.batches import PaperSeen
from bangvang.web.components.pieces import FileCard


def paper_card(paper: PaperSeen, href: str) -> FileCard:
    """Return a paper of a list or row as a card."""
    return FileCard(
        name=paper.original_name,
        kind=FileKind(paper.media_kind).name_vi,
        size=paper.size_bytes,
        fingerprint=paper.digest,
        href=href,
        note=f"{paper.kind_name}, {paper.added_by} đính kèm",
    )


def contents(upload: UploadedFile[bytes]) -> tuple[bytes, str]:
    """Return the bytes and the name of an uploaded file."""
    return upload.read(), upload.name or "tệp"
