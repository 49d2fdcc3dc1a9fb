"""Agree that an import's letters are converted from an old encoding, or take that back."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Objection, refuse_if
from bangvang.registry.actions.take_import import have_it_read
from bangvang.registry.intake.old_letters import NAMES
from bangvang.registry.permissions.imports import objection_to_reading_again
from bangvang.registry.selectors.import_jobs import is_entering
from bangvang.registry.selectors.imports import import_for
from bangvang.registry.states import IMPORT_LIFE, ImportMove, ImportState

NOT_AN_ENCODING = Objection(
    "NOT_AN_ENCODING", "Chỉ chuyển được từ TCVN3 (ABC), VNI hoặc Windows-1258."
)


@transaction.atomic
def agree_letters(ref: str, encoding: str, *, version: int, actor: Actor, at: datetime) -> None:
    """Have the file read again with its letters converted; `encoding` "" leaves them as they are.

    Raises:
        Unseen: no such import.
        Refused: not the standing office, out of date, not read yet, already in the register or
            on the way there, or no such encoding.
    """
    award_import = import_for(actor, ref, lock=True)
    busy = is_entering(ref)
    refuse_if(objection_to_reading_again(actor, award_import, seen=version, is_entering=busy))
    refuse_if(NOT_AN_ENCODING if encoding and encoding not in NAMES else None)
    award_import.encoding = encoding
    award_import.version += 1
    award_import.state = IMPORT_LIFE.target(ImportMove.READ_AGAIN, ImportState(award_import.state))
    award_import.save()
    record(
        actor=actor,
        at=at,
        verb="agree_letters",
        subject=("import", ref),
        said=f"Đồng ý chuyển chữ trong tệp từ {NAMES[encoding].value} sang Unicode."
        if encoding
        else "Giữ chữ trong tệp như cũ, không chuyển bảng mã.",
        details={"encoding": encoding},
    )
    have_it_read(award_import, actor=actor, at=at)
