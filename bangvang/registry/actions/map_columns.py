"""Say where a sheet keeps what; remembered for files like it of the same source."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Objection, Unseen, refuse_if
from bangvang.registry.actions.staged_rows import workbook_of
from bangvang.registry.actions.take_file import have_it_read
from bangvang.registry.intake.award_sheets import (
    Plan,
    heading_row,
    headings_digest,
    plan_moved,
)
from bangvang.registry.intake.readers import AWARDS, Reader
from bangvang.registry.models import ColumnChoice
from bangvang.registry.permissions.imports import objection_to_reading_again
from bangvang.registry.states import IMPORT_LIFE, ImportMove, ImportState

NO_NAME = Objection(
    "NO_NAME", "Phải có một cột là “Họ và tên”, “Tên tập thể” hoặc “Tên cá nhân hoặc tập thể”."
)


@transaction.atomic
def map_columns(
    ref: str,
    sheet_no: int,
    plan: Plan,
    *,
    version: int,
    of: Reader = AWARDS,
    actor: Actor,
    at: datetime,
) -> None:
    """Keep the plan of one sheet, from 0, and have the file read again by it.

    Raises:
        Unseen: no such file or sheet.
        Refused: not the standing office, out of date, not read yet, rows decided, in the register
            or on the way there, or no name column.
    """
    file = of.find(actor, ref, lock=True)
    refuse_if(
        objection_to_reading_again(
            actor, file, seen=version, is_entering=of.is_busy(ref), is_decided=of.is_decided(file)
        )
    )
    refuse_if(None if plan.is_list or plan.is_left_out else NO_NAME)
    workbook = workbook_of(file, of=of)
    if not 0 <= sheet_no < len(workbook.grids):
        raise Unseen
    grid = workbook.grids[sheet_no]
    file.plans = {**file.plans, str(sheet_no): plan.kept()}
    file.version += 1
    file.state = IMPORT_LIFE.target(ImportMove.READ_AGAIN, ImportState(file.state))
    file.save()
    ColumnChoice.objects.update_or_create(
        source_ref=of.source(file),
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
        subject=(of.subject, ref),
        said=f"Chọn lại cột ở trang thứ {sheet_no + 1} của {of.called(file)}.",
        details={"sheet": sheet_no, "plan": plan.kept() | {"fixed": sorted(plan.fixed)}},
    )
    have_it_read(file, of=of, actor=actor, at=at)
