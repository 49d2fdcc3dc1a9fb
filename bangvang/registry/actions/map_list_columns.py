"""Say where a sheet of an agency's list keeps what; remembered for the agency's next list."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localtime

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.db.turns import wait_for_turn
from bangvang.foundation.objection import Unseen, refuse_if
from bangvang.registry.actions.agency_list_rows import (
    LISTS_TURN,
    list_read,
    put_list,
    workbook_of_list,
)
from bangvang.registry.actions.agree_letters import NOT_AN_ENCODING
from bangvang.registry.actions.map_columns import NO_NAME
from bangvang.registry.intake.agency_rows import agency_key
from bangvang.registry.intake.award_sheets import (
    Plan,
    heading_row,
    headings_digest,
    plan_moved,
)
from bangvang.registry.intake.old_letters import NAMES
from bangvang.registry.models import ColumnChoice
from bangvang.registry.permissions.agency_lists import objection_to_reading_list_again
from bangvang.registry.selectors.agency_lists import list_for
from bangvang.registry.selectors.listed_rows import are_decided


@transaction.atomic
def map_list_columns(
    ref: str,
    sheet_no: int,
    plan: Plan,
    *,
    encoding: str = "",
    version: int,
    actor: Actor,
    at: datetime,
) -> None:
    """Keep the plan of one sheet, from 0, and read the file again by it.

    `encoding` is the old encoding that the letters of the file are converted from, "" for none.

    Raises:
        Unseen: no such list or sheet.
        Refused: not the standing office, out of date, undone, rows decided already, no name
            column, or no such encoding.
    """
    wait_for_turn(LISTS_TURN)
    agency_list = list_for(actor, ref, lock=True)
    decided = are_decided(agency_list)
    refuse_if(
        objection_to_reading_list_again(actor, agency_list, seen=version, are_decided=decided)
    )
    refuse_if(None if plan.is_list or plan.is_left_out else NO_NAME)
    refuse_if(None if not encoding or encoding in NAMES else NOT_AN_ENCODING)
    workbook = workbook_of_list(agency_list)
    if not 0 <= sheet_no < len(workbook.grids):
        raise Unseen
    grid = workbook.grids[sheet_no]
    agency_list.plans = {**agency_list.plans, str(sheet_no): plan.kept()}
    agency_list.encoding = encoding
    agency_list.version += 1
    put_list(agency_list, list_read(agency_list, workbook, on=localtime(at).date()))
    ColumnChoice.objects.update_or_create(
        source_ref=agency_key(agency_list.agency),
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
        verb="map_list_columns",
        subject=("agency_list", ref),
        said="Chọn lại cột của một danh sách do cơ quan khác gửi.",
        details={"sheet": sheet_no},
    )
