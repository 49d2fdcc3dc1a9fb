"""Read the file of an import into staged rows, in the background."""

from contextlib import AbstractContextManager
from datetime import datetime

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.db.room import roomy
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.sheets import Unreadable
from bangvang.foundation.sweeping import seldom_swept
from bangvang.registry.actions.staged_rows import (
    Report,
    RowsSettled,
    plans_kept,
    put_rows,
    remembered,
    rows_read,
    rows_settled,
    workbook_of,
)
from bangvang.registry.models import AwardImport
from bangvang.registry.permissions.imports import objection_to_reading
from bangvang.registry.selectors.import_entries import SETTLED_AFTER
from bangvang.registry.selectors.imports import import_for
from bangvang.registry.states import IMPORT_LIFE, ImportMove, ImportState


@roomy()
@seldom_swept()
def read_import(
    ref: str,
    *,
    version: int,
    report: Report,
    last_step: AbstractContextManager[None],
    actor: Actor,
    at: datetime,
) -> None:
    """Read the file and stage its rows; one that cannot be read is kept with the reason.

    Args:
        ref: the import.
        version: the version in which it was to be read.
        report: told how many of how many steps are done.
        last_step: the transaction in which the rows are put; everything before it only reads.
        actor: who asked.
        at: the moment of the act.

    Raises:
        Unseen: no such import.
        Refused: not the standing office, not to be read, or to be read otherwise by now.
    """
    award_import = import_for(actor, ref)
    refuse_if(objection_to_reading(actor, award_import, version=version))
    try:
        workbook = workbook_of(award_import)
    except Unreadable as trouble:
        with last_step:
            _refuse(_locked(ref, version, actor), trouble, actor, at)
        return
    if not award_import.plans:
        source_ref = award_import.source.ref if award_import.source else ""
        award_import.plans = plans_kept(remembered(workbook, source_ref))
    read = rows_read(award_import, workbook, on=at.date(), report=report)
    del workbook
    rows = rows_settled(award_import, read)
    with last_step:
        locked = _locked(ref, version, actor)
        locked.plans = award_import.plans
        put_import(locked, rows, actor, at)


def _locked(ref: str, version: int, actor: Actor) -> AwardImport:
    award_import = import_for(actor, ref, lock=True)
    refuse_if(objection_to_reading(actor, award_import, version=version))
    return award_import


def put_import(award_import: AwardImport, rows: RowsSettled, actor: Actor, at: datetime) -> None:
    """Stage what was read and record it."""
    put_rows(award_import, rows)
    count = rows.read.rows.count
    record(
        actor=actor,
        at=at,
        verb="stage_import",
        subject=("import", award_import.ref),
        said=f"Đọc tệp khen thưởng các năm trước {award_import.file.original_name}: "
        f"{count} dòng chờ ghi.",
        details={
            "digest": award_import.digest,
            "rows": count,
            SETTLED_AFTER: rows.entry,
        },
    )


def _refuse(award_import: AwardImport, trouble: Unreadable, actor: Actor, at: datetime) -> None:
    award_import.state = IMPORT_LIFE.target(ImportMove.REFUSE, ImportState(award_import.state))
    award_import.trouble = trouble.sentence
    award_import.version += 1
    award_import.save()
    record(
        actor=actor,
        at=at,
        verb="refuse_import",
        subject=("import", award_import.ref),
        said=f"Tệp khen thưởng các năm trước {award_import.file.original_name} không đọc được.",
        details={"digest": award_import.digest, "code": trouble.code},
    )
