"""Have an import read once more whose reading failed or was given up."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Objection, refuse_if
from bangvang.registry.actions.take_import import have_it_read
from bangvang.registry.permissions.imports import objection_to_reading
from bangvang.registry.selectors.import_jobs import reading_job
from bangvang.registry.selectors.imports import import_for

UNDER_WAY = Objection("UNDER_WAY", "Tệp này đang chờ đọc hoặc đang được đọc.")


@transaction.atomic
def read_import_again(ref: str, *, version: int, actor: Actor, at: datetime) -> None:
    """Ask for the reading anew.

    Raises:
        Unseen: no such import.
        Refused: not the standing office, not to be read, read otherwise by now, or under way.
    """
    award_import = import_for(actor, ref, lock=True)
    refuse_if(objection_to_reading(actor, award_import, version=version))
    job = reading_job(ref)
    refuse_if(UNDER_WAY if job is not None and job.is_open else None)
    record(
        actor=actor,
        at=at,
        verb="read_import_again",
        subject=("import", ref),
        said=f"Yêu cầu đọc lại tệp {award_import.file.original_name}.",
    )
    have_it_read(award_import, actor=actor, at=at)
