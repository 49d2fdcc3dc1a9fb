"""Take a file of past awards in: kept and read row by row, nothing of it in the register yet."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.db.turns import wait_for_turn
from bangvang.foundation.files.keep import keep
from bangvang.foundation.files.kinds import SHEETS
from bangvang.foundation.objection import Objection, Refused, refuse_if
from bangvang.foundation.sheets import Unreadable, Workbook, read_table
from bangvang.registry.actions.staged_rows import TURN, remembered, stage_rows
from bangvang.registry.models import AwardImport, ImportRow
from bangvang.registry.permissions.imports import objection_to_staging
from bangvang.registry.selectors.imports import import_of_file
from bangvang.registry.selectors.organisations import organisation_named
from bangvang.registry.states import ImportState


@dataclass(frozen=True)
class Staged:
    """The import of a file; not new if just this file was taken in before."""

    ref: str
    is_new: bool


@transaction.atomic
def stage_import(
    data: bytes, *, original_name: str, source_ref: str = "", actor: Actor, at: datetime
) -> Staged:
    """Keep the file and stage its rows; the same file again is told and changes nothing.

    Args:
        data: the file.
        original_name: as whoever brought it named it.
        source_ref: the organisation whose list it is; its rows without a unit belong there.
        actor: somebody of the standing office.
        at: the moment of the act.

    Raises:
        Unseen: there is no such organisation.
        Refused: not the standing office, or not a spreadsheet that can be read.
    """
    refuse_if(objection_to_staging(actor))
    source = organisation_named(source_ref) if source_ref else None
    wait_for_turn(TURN)
    digest = hashlib.sha256(data).hexdigest()
    if twin := import_of_file(digest):
        return Staged(twin.ref, is_new=False)
    workbook = readable(data, original_name)
    file = keep(data, original_name=original_name, actor=actor, at=at, accept=SHEETS)
    plans = remembered(workbook, source_ref)
    award_import = AwardImport.objects.create(
        file=file,
        digest=digest,
        source=source,
        state=ImportState.STAGED,
        plans={str(number): plan.kept() for number, plan in plans.items()},
        staged_by_ref=actor.account_ref,
        staged_by_name=actor.name,
        staged_at=at,
    )
    stage_rows(award_import, workbook, on=at.date())
    count = ImportRow.objects.filter(award_import=award_import).count()
    record(
        actor=actor,
        at=at,
        verb="stage_import",
        subject=("import", award_import.ref),
        said=f"Tải lên tệp khen thưởng các năm trước {file.original_name}: {count} dòng chờ ghi.",
        details={"digest": digest, "rows": count},
    )
    return Staged(award_import.ref, is_new=True)


def readable(data: bytes, original_name: str) -> Workbook:
    """Return the file, parsed.

    Raises:
        Refused: it is no spreadsheet, or cannot be read.
    """
    try:
        return read_table(data, filename=original_name)
    except Unreadable as trouble:
        raise Refused(Objection(trouble.code, trouble.sentence)) from trouble
