"""Open a file that came in as it came; who opened it and when is kept for ever."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.files.selectors import KeptFile, file_card, read
from bangvang.registry.intake.readers import AWARDS, Reader


@transaction.atomic
def open_incoming_file(
    ref: str, *, of: Reader = AWARDS, actor: Actor, at: datetime
) -> tuple[KeptFile, bytes]:
    """Return the file and its content, which may hold whole identity numbers.

    Raises:
        Unseen: no such file for this actor.
        Removed: its content was taken away when its time was over; nothing is recorded.
        Damaged: the content is gone or has changed; nothing is recorded.
    """
    file = of.find(actor, ref)
    content = read(file.file.ref)
    record(
        actor=actor,
        at=at,
        verb="open_incoming_file",
        subject=(of.subject, ref),
        said=f"Mở tệp gốc của {of.called(file)}.",
    )
    return file_card(file.file), content
