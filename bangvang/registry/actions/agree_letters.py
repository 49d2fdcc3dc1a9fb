"""Agree that a file's letters are converted from an old encoding, or take that back."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Objection, refuse_if
from bangvang.registry.actions.take_file import have_it_read
from bangvang.registry.intake.old_letters import NAMES
from bangvang.registry.intake.readers import AWARDS, Reader
from bangvang.registry.permissions.imports import objection_to_reading_again
from bangvang.registry.states import IMPORT_LIFE, ImportMove, ImportState

NOT_AN_ENCODING = Objection(
    "NOT_AN_ENCODING", "Chỉ chuyển được từ TCVN3 (ABC), VNI hoặc Windows-1258."
)


@transaction.atomic
def agree_letters(
    ref: str, encoding: str, *, version: int, of: Reader = AWARDS, actor: Actor, at: datetime
) -> None:
    """Have the file read again with its letters converted; `encoding` "" leaves them as they are.

    Raises:
        Unseen: no such file.
        Refused: not the standing office, out of date, not read yet, rows decided, in the register
            or on the way there, or no such encoding.
    """
    file = of.find(actor, ref, lock=True)
    refuse_if(
        objection_to_reading_again(
            actor, file, seen=version, is_entering=of.is_busy(ref), is_decided=of.is_decided(file)
        )
    )
    refuse_if(NOT_AN_ENCODING if encoding and encoding not in NAMES else None)
    file.encoding = encoding
    file.version += 1
    file.state = IMPORT_LIFE.target(ImportMove.READ_AGAIN, ImportState(file.state))
    file.save()
    record(
        actor=actor,
        at=at,
        verb="agree_letters",
        subject=(of.subject, ref),
        said=f"Đồng ý chuyển chữ trong tệp từ {NAMES[encoding].value} sang Unicode."
        if encoding
        else "Giữ chữ trong tệp như cũ, không chuyển bảng mã.",
        details={"encoding": encoding},
    )
    have_it_read(file, of=of, actor=actor, at=at)
