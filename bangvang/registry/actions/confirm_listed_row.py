"""Confirm whom a row of an agency's list means and what it becomes: a notice, or a bar."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.db.turns import wait_for_turn
from bangvang.foundation.objection import refuse_if
from bangvang.registry.actions.agency_list_rows import LISTS_TURN, Becomes, become
from bangvang.registry.permissions.agency_lists import objection_to_deciding, objection_to_list
from bangvang.registry.selectors.agency_lists import list_for
from bangvang.registry.selectors.listed_rows import listed_row_for


@transaction.atomic
def confirm_listed_row(
    ref: str,
    sheet_no: int,
    row: int,
    key: str,
    becomes: Becomes,
    *,
    version: int,
    actor: Actor,
    at: datetime,
) -> None:
    """Record what the row says of this person or body; `key` as `agency_settling.key_of` writes it.

    Anybody of the register may be named, not only whom matching found: names are written in many
    ways. The audit entry names neither the holder nor the matter.

    Raises:
        Unseen: no such list, row, person or organisation.
        Refused: not the standing office, undone, the row decided, wrong at a cell, held already
            or seen in another version, this holder denied, or what the bar or notice refuses.
    """
    wait_for_turn(LISTS_TURN)
    agency_list = list_for(actor, ref, lock=True)
    refuse_if(objection_to_list(actor, agency_list))
    found = listed_row_for(agency_list, sheet_no, row)
    refuse_if(objection_to_deciding(found, seen=version))
    become(found, key, becomes, actor=actor, at=at)
    record(
        actor=actor,
        at=at,
        verb="confirm_listed_row",
        subject=("agency_list", ref),
        said=f"Xác nhận dòng {row} của một danh sách do cơ quan khác gửi.",
        details={"sheet": sheet_no, "row": row},
    )
