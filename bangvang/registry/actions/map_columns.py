"""Say where a sheet of an import keeps what; remembered for lists like it of the same source."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Objection, Unseen, refuse_if
from bangvang.registry.actions.staged_rows import workbook_of
from bangvang.registry.actions.take_import import have_it_read
from bangvang.registry.intake.award_sheets import (
    Plan,
    heading_row,
    headings_digest,
    plan_moved,
)
from bangvang.registry.models import ColumnChoice
from bangvang.registry.permissions.imports import objection_to_reading_again
from bangvang.registry.selectors.import_jobs import is_entering
from bangvang.registry.selectors.imports import import_for
from bangvang.registry.states import IMPORT_LIFE, ImportMove, ImportState

NO_NAME = Objection(
    "NO_NAME", "Phải có một cột là “Họ và tên”, “Tên tập thể” hoặc “Tên cá nhân hoặc tập thể”."
)


@transaction.atomic
def map_columns(
    ref: str, sheet_no: int, plan: Plan, *, version: int, actor: Actor, at: datetime
) -> None:
    """Keep the plan of one sheet, from 0, and have the file read again by it.

    Raises:
        Unseen: no such import or sheet.
        Refused: not the standing office, out of date, not read yet, already in the register or
            on the way there, or no name column.
    """
    award_import = import_for(actor, ref, lock=True)
    busy = is_entering(ref)
    refuse_if(objection_to_reading_again(actor, award_import, seen=version, is_entering=busy))
    refuse_if(None if plan.is_list or plan.is_left_out else NO_NAME)
    workbook = workbook_of(award_import)
    if not 0 <= sheet_no < len(workbook.grids):
        raise Unseen
    grid = workbook.grids[sheet_no]
    award_import.plans = {**award_import.plans, str(sheet_no): plan.kept()}
    award_import.version += 1
    award_import.state = IMPORT_LIFE.target(ImportMove.READ_AGAIN, ImportState(award_import.state))
    award_import.save()
    ColumnChoice.objects.update_or_create(
        source_ref=award_import.source.ref if award_import.source else "",
        headings=headings_digest(grid),
        defaults={
            "plan": plan_moved(plan, -heading_row(grid)).kept(),
            "chosen_by_name": actor.name,
            "chosen_at": at,
        },
    )
    record(
        actor=actor,
        at=at,
        verb="map_columns",
        subject=("import", ref),
        said=f"Chọn lại cột của trang “{grid.name}”.",
        details={"sheet": sheet_no, "plan": plan.kept()},
    )
    have_it_read(award_import, actor=actor, at=at)
