"""Take a file of past awards in, to be read in the background."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.files.keep import keep
from bangvang.foundation.files.kinds import SHEETS, FileKind
from bangvang.foundation.jobs.enqueue import enqueue
from bangvang.foundation.objection import Objection, Refused, refuse_if
from bangvang.foundation.sheets import Unreadable, look_at
from bangvang.registry.intake.award_sheets import LIMITS
from bangvang.registry.models import AwardImport
from bangvang.registry.permissions.imports import objection_to_staging
from bangvang.registry.selectors.import_jobs import READ_IMPORT, job_key
from bangvang.registry.selectors.imports import import_of_file
from bangvang.registry.selectors.organisations import organisation_named
from bangvang.registry.states import ImportState

TAKEN = SHEETS | {FileKind.DOCX}


@dataclass(frozen=True)
class Staged:
    """The import of a file; not new if just this file was taken in before."""

    ref: str
    is_new: bool


@transaction.atomic
def take_import(
    data: bytes, *, original_name: str, source_ref: str = "", actor: Actor, at: datetime
) -> Staged:
    """Keep the file and have it read; the same file again is told and changes nothing.

    Args:
        data: the file.
        original_name: as whoever brought it named it.
        source_ref: the organisation whose list it is; its rows without a unit belong there.
        actor: somebody of the standing office.
        at: the moment of the act.

    Raises:
        Unseen: there is no such organisation.
        Refused: not the standing office, or surely no spreadsheet.
    """
    refuse_if(objection_to_staging(actor))
    try:
        look_at(data, filename=original_name, limits=LIMITS, accept_word=True)
    except Unreadable as trouble:
        raise Refused(Objection(trouble.code, trouble.sentence)) from trouble
    award_import, is_new = kept_import(
        data, original_name=original_name, source_ref=source_ref, actor=actor, at=at
    )
    if not is_new:
        return Staged(award_import.ref, is_new=False)
    record(
        actor=actor,
        at=at,
        verb="take_import",
        subject=("import", award_import.ref),
        said=f"Tải lên tệp khen thưởng các năm trước {award_import.file.original_name} để đọc.",
        details={"digest": award_import.digest},
    )
    have_it_read(award_import, actor=actor, at=at)
    return Staged(award_import.ref, is_new=True)


def kept_import(
    data: bytes, *, original_name: str, source_ref: str, actor: Actor, at: datetime
) -> tuple[AwardImport, bool]:
    """Return the import of this file, waiting to be read, and whether it is new.

    Of two people who bring the same file at once, one makes the import and the other finds it.

    Raises:
        Unseen: there is no such organisation.
        Refused: not a kind of file that is kept.
    """
    source = organisation_named(source_ref) if source_ref else None
    digest = hashlib.sha256(data).hexdigest()
    if twin := import_of_file(digest):
        return twin, False
    try:
        with transaction.atomic():
            file = keep(data, original_name=original_name, actor=actor, at=at, accept=TAKEN)
            made = AwardImport.objects.create(
                file=file,
                digest=digest,
                source=source,
                state=ImportState.READING,
                staged_by_ref=actor.account_ref,
                staged_by_name=actor.name,
                staged_at=at,
            )
    except IntegrityError:
        twin = import_of_file(digest)
        if twin is None:
            raise
        return twin, False
    return made, True


def have_it_read(award_import: AwardImport, *, actor: Actor, at: datetime) -> None:
    """Ask for the import to be read as it is said to be read now."""
    ref, version = award_import.ref, award_import.version
    enqueue(
        READ_IMPORT,
        {"import": ref, "version": version},
        key=job_key(ref, version),
        actor=actor,
        at=at,
    )
