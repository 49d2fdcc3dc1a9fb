"""Reading kept files. The caller has already asked its own selector who may open them."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.timezone import localtime

from bangvang.foundation.files import disk
from bangvang.foundation.files.kinds import FileKind
from bangvang.foundation.files.models import StoredFile
from bangvang.foundation.objection import Unseen


class Removed(Exception):
    """The file's time to be kept was over and its content was taken away on that day."""

    def __init__(self, name: str, on: date) -> None:
        """Keep what the file was called and when it went."""
        super().__init__(f"removed on {on}")
        self.name, self.on = name, on


class Damaged(Exception):
    """The file on the disk is gone or is not what was kept."""


@dataclass(frozen=True)
class KeptFile:
    """What a page shows of a file, and what a download needs."""

    ref: str
    name: str
    kind: FileKind
    size_bytes: int
    digest: str
    stored_at: datetime
    uploaded_by: str
    removed_at: datetime | None = None


def file_card(stored: StoredFile) -> KeptFile:
    """Return what a page shows of the row."""
    return KeptFile(
        ref=stored.ref,
        name=stored.original_name,
        kind=FileKind(stored.media_kind),
        size_bytes=stored.size_bytes,
        digest=stored.digest,
        stored_at=stored.stored_at,
        uploaded_by=stored.uploaded_by_name,
        removed_at=stored.removed_at,
    )


def kept_file(ref: str) -> KeptFile:
    """Return what a page shows of the file.

    Raises:
        Unseen: there is no such file.
    """
    stored = StoredFile.objects.filter(ref=ref).first()
    if stored is None:
        raise Unseen
    return file_card(stored)


def read(ref: str) -> bytes:
    """Return the content, checked against its fingerprint.

    Raises:
        Unseen: there is no such file.
        Removed: its content was taken away when its time was over.
        Damaged: the content is gone or has changed.
    """
    kept = kept_file(ref)
    if kept.removed_at is not None:
        raise Removed(kept.name, localtime(kept.removed_at).date())
    try:
        content = disk.place_of(kept.digest).read_bytes()
    except FileNotFoundError as error:
        raise Damaged(f"file {ref} is gone") from error
    if disk.fingerprint(content) != kept.digest:
        raise Damaged(f"file {ref} has changed")
    return content
