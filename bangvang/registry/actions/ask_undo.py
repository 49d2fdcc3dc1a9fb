"""Ask for a whole import to be undone."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.jobs.enqueue import enqueue
from bangvang.foundation.objection import refuse_if
from bangvang.registry.permissions.imports import objection_to_undoing
from bangvang.registry.selectors.import_jobs import UNDO_IMPORT, is_entering, job_key
from bangvang.registry.selectors.imports import import_for


@transaction.atomic
def ask_undo(ref: str, reason: str, *, version: int, actor: Actor, at: datetime) -> None:
    """Have an import undone in the background; see `undo_import`.

    Of two people who ask at once, one is told that it is under way.

    Raises:
        Unseen: no such import.
        Refused: not the standing office, already undone, out of date, under way, or no reason.
    """
    award_import = import_for(actor, ref, lock=True)
    busy = is_entering(ref)
    refuse_if(
        objection_to_undoing(actor, award_import, seen=version, reason=reason, is_entering=busy)
    )
    award_import.undone_reason = reason
    award_import.save(update_fields=["undone_reason"])
    record(
        actor=actor,
        at=at,
        verb="ask_undo_import",
        subject=("import", ref),
        said=f"Yêu cầu hủy lần nhập tệp {award_import.file.original_name}. Lý do: {reason}",
    )
    enqueue(
        UNDO_IMPORT,
        {"import": ref, "version": version},
        key=job_key(ref, version),
        actor=actor,
        at=at,
    )
