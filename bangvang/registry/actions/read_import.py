"""Read a file that came in into rows that wait, in the background."""

from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.db.room import roomy
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.sheets import Unreadable
from bangvang.foundation.sweeping import seldom_swept
from bangvang.registry.actions.incoming_rows import rows_of
from bangvang.registry.actions.staged_rows import Report, plans_kept, remembered, workbook_of
from bangvang.registry.intake.readers import AWARDS, Reader
from bangvang.registry.models import IncomingFile
from bangvang.registry.permissions.imports import objection_to_reading
from bangvang.registry.states import IMPORT_LIFE, ImportMove, ImportState


@roomy()
@seldom_swept()
def read_import(
    ref: str,
    *,
    version: int,
    report: Report,
    last_step: AbstractContextManager[None],
    of: Reader = AWARDS,
    actor: Actor,
    at: datetime,
) -> None:
    """Read the file and stage its rows; one that cannot be read is kept with the reason.

    Args:
        ref: the file, as an import or a list.
        version: the version in which it was to be read.
        report: told how many of how many steps are done.
        last_step: the transaction in which the rows are put; everything before it only reads.
        of: which kind of file it is.
        actor: who asked.
        at: the moment of the act.

    Raises:
        Unseen: no such file.
        Refused: not the standing office, not to be read, or to be read otherwise by now.
    """
    file = of.find(actor, ref)
    refuse_if(objection_to_reading(actor, file, version=version))
    try:
        workbook = workbook_of(file, of=of)
    except Unreadable as trouble:
        with last_step:
            _refuse(_locked(ref, version, actor, of), trouble, of, actor, at)
        return
    if not file.plans:
        file.plans = plans_kept(remembered(workbook, of.source(file)))
    kind = rows_of(of)
    read = kind.read(file, workbook, at, report)
    del workbook
    put = kind.settle(file, read)
    with last_step:
        kind.wait()
        locked = _locked(ref, version, actor, of)
        locked.plans = file.plans
        put(locked, actor, at)


def _locked(ref: str, version: int, actor: Actor, of: Reader) -> Any:
    file = of.find(actor, ref, lock=True)
    refuse_if(objection_to_reading(actor, file, version=version))
    return file


def _refuse(
    file: IncomingFile, trouble: Unreadable, of: Reader, actor: Actor, at: datetime
) -> None:
    file.state = IMPORT_LIFE.target(ImportMove.REFUSE, ImportState(file.state))
    file.trouble = trouble.sentence
    file.version += 1
    file.save()
    called = of.called(file)
    record(
        actor=actor,
        at=at,
        verb=f"refuse_{of.subject}",
        subject=(of.subject, file.ref),
        said=f"{called[0].upper()}{called[1:]} không đọc được.",
        details={"digest": file.digest, "code": trouble.code},
    )
