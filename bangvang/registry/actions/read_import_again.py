"""Have a file read once more whose reading failed or was given up."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Objection, refuse_if
from bangvang.registry.actions.take_file import have_it_read
from bangvang.registry.intake.readers import AWARDS, Reader
from bangvang.registry.permissions.imports import objection_to_reading
from bangvang.registry.selectors.import_jobs import reading_job

UNDER_WAY = Objection("UNDER_WAY", "Tệp này đang chờ đọc hoặc đang được đọc.")


@transaction.atomic
def read_import_again(
    ref: str, *, version: int, of: Reader = AWARDS, actor: Actor, at: datetime
) -> None:
    """Ask for the reading anew.

    Raises:
        Unseen: no such file.
        Refused: not the standing office, not to be read, read otherwise by now, or under way.
    """
    file = of.find(actor, ref, lock=True)
    refuse_if(objection_to_reading(actor, file, version=version))
    job = reading_job(ref, of.job)
    refuse_if(UNDER_WAY if job is not None and job.is_open else None)
    record(
        actor=actor,
        at=at,
        verb="read_import_again",
        subject=(of.subject, ref),
        said=f"Yêu cầu đọc lại {of.called(file)}.",
    )
    have_it_read(file, of=of, actor=actor, at=at)
