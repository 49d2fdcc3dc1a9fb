"""Say that a row of an agency's list becomes nothing, with the reason."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.db.turns import wait_for_turn
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import tidy
from bangvang.registry.actions.agency_list_rows import LISTS_TURN
from bangvang.registry.models import ListedState
from bangvang.registry.permissions.agency_lists import (
    objection_to_deciding,
    objection_to_list,
    objection_to_why,
)
from bangvang.registry.selectors.agency_lists import list_for
from bangvang.registry.selectors.listed_rows import listed_row_for


@transaction.atomic
def dismiss_listed_row(
    ref: str, sheet_no: int, row: int, reason: str, *, version: int, actor: Actor, at: datetime
) -> None:
    """Leave the row out for good; it stays in view, and can be opened again.

    Raises:
        Unseen: no such list or row.
        Refused: not the standing office, undone, the row decided or seen in another version, no
            reason, or one that holds a long number.
    """
    wait_for_turn(LISTS_TURN)
    agency_list = list_for(actor, ref, lock=True)
    refuse_if(objection_to_list(actor, agency_list))
    found = listed_row_for(agency_list, sheet_no, row)
    reason = tidy(reason)
    refuse_if(objection_to_deciding(found, seen=version) or objection_to_why(reason))
    found.state, found.decided_why = ListedState.DISMISSED, reason
    found.decided_by_ref, found.decided_by_name = actor.account_ref, actor.name
    found.decided_at = at
    found.version += 1
    found.save()
    record(
        actor=actor,
        at=at,
        verb="dismiss_listed_row",
        subject=("agency_list", ref),
        said=f"Không ghi dòng {row} của một danh sách do cơ quan khác gửi.",
        details={"sheet": sheet_no, "row": row},
    )
