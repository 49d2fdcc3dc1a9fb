"""Take a file of past awards in, to be read in the background."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.registry.actions.take_file import Staged, have_it_read, kept_file, surely_a_table
from bangvang.registry.intake.readers import AWARDS
from bangvang.registry.models import AwardImport
from bangvang.registry.permissions.imports import objection_to_staging
from bangvang.registry.selectors.organisations import organisation_named


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
    surely_a_table(data, original_name, of=AWARDS)
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
    have_it_read(award_import, of=AWARDS, actor=actor, at=at)
    return Staged(award_import.ref, is_new=True)


def kept_import(
    data: bytes, *, original_name: str, source_ref: str, actor: Actor, at: datetime
) -> tuple[AwardImport, bool]:
    """Return the import of this file, waiting to be read, and whether it is new.

    Raises:
        Unseen: there is no such organisation.
        Refused: not a kind of file that is kept.
    """
    source = organisation_named(source_ref) if source_ref else None
    return kept_file(
        data, {"source": source}, original_name=original_name, of=AWARDS, actor=actor, at=at
    )
