"""Say that a row of an agency's list does not mean a person or body, with the reason."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.db.turns import wait_for_turn
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import tidy
from bangvang.registry.actions.agency_list_rows import LISTS_TURN, denial, let_row_wait
from bangvang.registry.models import ListedRow
from bangvang.registry.permissions.agency_lists import (
    NOT_A_MATCH,
    objection_to_deciding,
    objection_to_holder,
    objection_to_list,
    objection_to_why,
)
from bangvang.registry.selectors.agency_lists import list_for
from bangvang.registry.selectors.listed_rows import listed_row_for


@transaction.atomic
def deny_match(
    ref: str,
    sheet_no: int,
    row: int,
    key: str,
    reason: str,
    *,
    version: int,
    actor: Actor,
    at: datetime,
) -> None:
    """Keep that the row does not mean this holder, and match it against the others.

    Raises:
        Unseen: no such list or row.
        Refused: not the standing office, undone, the row decided or seen in another version, not
            whom it may mean, denied before, no reason, or one that holds a long number.
    """
    wait_for_turn(LISTS_TURN)
    agency_list = list_for(actor, ref, lock=True)
    refuse_if(objection_to_list(actor, agency_list))
    found = listed_row_for(agency_list, sheet_no, row)
    reason = tidy(reason)
    refuse_if(
        objection_to_deciding(found, seen=version)
        or objection_to_holder(found, key)
        or (None if key in _possible(found) else NOT_A_MATCH)
        or objection_to_why(reason)
    )
    let_row_wait(found, denial(key, reason, actor, at))
    record(
        actor=actor,
        at=at,
        verb="deny_match",
        subject=("agency_list", ref),
        said=f"Ghi ý kiến: dòng {row} của một danh sách do cơ quan khác gửi không phải người, "
        "tập thể trùng tên.",
        details={"sheet": sheet_no, "row": row},
    )


def _possible(row: ListedRow) -> set[str]:
    meant = {candidate["key"] for candidate in row.candidates}
    if row.person is not None:
        meant.add(f"p:{row.person.ref}")
    if row.organisation is not None:
        meant.add(f"o:{row.organisation.ref}")
    return meant
