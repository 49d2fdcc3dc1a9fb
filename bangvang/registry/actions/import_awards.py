"""Bring a whole file of past awards in at once: what is clear is entered, the rest staged."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import Objection, Refused, refuse_if
from bangvang.registry.actions.accept_import import accept_import
from bangvang.registry.actions.stage_import import readable, stage_import
from bangvang.registry.actions.staged_rows import plans_kept, remembered, rows_read, rows_settled
from bangvang.registry.intake.staging import row_unsaved
from bangvang.registry.models import AwardImport
from bangvang.registry.permissions.imports import NOTHING_READY, STILL_READING, objection_to_staging
from bangvang.registry.selectors.import_rows import RowSeen, all_rows, rows_before_staging
from bangvang.registry.selectors.imports import import_for
from bangvang.registry.states import NEW_BODY, ImportState

NO_LIST = Objection(
    "NO_LIST", "Không tìm thấy danh sách nào có cột họ tên hoặc tên tập thể trong tệp."
)


@dataclass(frozen=True)
class Imported:
    """The import, whether the file is new, what came into the register, and every row.

    `bodies`: households and collectives that are new.
    `ref` is empty when it was only tried.
    """

    ref: str
    is_new: bool
    records: int
    newcomers: int
    bodies: int
    rows: tuple[RowSeen, ...]


@transaction.atomic
def import_awards(data: bytes, *, original_name: str, actor: Actor, at: datetime) -> Imported:
    """Stage the file, or find it again, and enter every row that is clear; all or nothing.

    Raises:
        Refused: not the standing office, not a spreadsheet, no list in it, or it waits to be read.
    """
    staged = stage_import(data, original_name=original_name, actor=actor, at=at)
    if not all_rows(actor, staged.ref):
        is_waiting = import_for(actor, staged.ref).state == ImportState.READING
        raise Refused(STILL_READING if is_waiting else NO_LIST)
    records = newcomers = bodies = 0
    try:
        accepted = accept_import(
            staged.ref,
            version=import_for(actor, staged.ref).version,
            with_newcomers=True,
            actor=actor,
            at=at,
        )
        records, newcomers, bodies = accepted.records, accepted.newcomers, accepted.bodies
    except Refused as refusal:
        if refusal.objection is not NOTHING_READY:
            raise
    rows = all_rows(actor, staged.ref)
    return Imported(staged.ref, staged.is_new, records, newcomers, bodies, rows)


def try_awards(data: bytes, *, original_name: str, actor: Actor, at: datetime) -> Imported:
    """Say what `import_awards` would do; nothing is kept, not even the file.

    Raises:
        Refused: not the standing office, not a spreadsheet, or no list in it.
    """
    refuse_if(objection_to_staging(actor))
    workbook = readable(data, original_name)
    unsaved = AwardImport(plans=plans_kept(remembered(workbook, "")))
    found = rows_settled(unsaved, rows_read(unsaved, workbook, on=at.date()))
    read = found.read
    refuse_if(None if read.rows.count else NO_LIST)
    ready = [settled for settled in found.settled if settled.state == "READY"]
    bodies = {settled.newcomer for settled in ready if settled.identity == NEW_BODY}
    newcomers = {settled.newcomer for settled in ready} - bodies - {""}
    rows = [row_unsaved(*both) for both in zip(read.rows, found.settled, strict=True)]
    shown = rows_before_staging(rows)
    return Imported("", True, len(ready), len(newcomers), len(bodies), shown)
