"""Open a row of an agency's list again: what was said of it is taken back."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.db.turns import wait_for_turn
from bangvang.foundation.objection import refuse_if
from bangvang.registry.actions.agency_list_rows import LISTS_TURN, let_row_wait
from bangvang.registry.permissions.agency_lists import (
    objection_to_list,
    objection_to_reopening,
)
from bangvang.registry.selectors.agency_lists import list_for
from bangvang.registry.selectors.listed_rows import listed_row_for, stands_on


@transaction.atomic
def reopen_listed_row(
    ref: str, sheet_no: int, row: int, *, version: int, actor: Actor, at: datetime
) -> None:
    """Match the row as if nobody had dismissed it or denied a match.

    Raises:
        Unseen: no such list or row.
        Refused: not the standing office, undone, nothing to take back, seen in another version,
            or a notice or bar stands on it.
    """
    wait_for_turn(LISTS_TURN)
    agency_list = list_for(actor, ref, lock=True)
    refuse_if(objection_to_list(actor, agency_list))
    found = listed_row_for(agency_list, sheet_no, row)
    refuse_if(objection_to_reopening(found, seen=version, stands=stands_on(found)))
    found.denied = []
    let_row_wait(found)
    record(
        actor=actor,
        at=at,
        verb="reopen_listed_row",
        subject=("agency_list", ref),
        said=f"Mở lại dòng {row} của một danh sách do cơ quan khác gửi.",
        details={"sheet": sheet_no, "row": row},
    )
