"""Say whom a row of a list of postings means, or take that back."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.db.turns import wait_for_turn
from bangvang.foundation.objection import Objection, Unseen, refuse_if
from bangvang.registry.actions.posting_rows_kept import POSTINGS_TURN, settle_open
from bangvang.registry.models import PostingRow
from bangvang.registry.permissions.imports import objection_to_import
from bangvang.registry.selectors.posting_lists import (
    AS_PERSON,
    is_entering_postings,
    posting_list_for,
)
from bangvang.registry.states import RowState

AGAIN = "again"
NOT_A_MATCH = Objection("NOT_A_MATCH", "Dòng này không nêu người đó là có thể trùng.")
IN_ALREADY = Objection("IN_ALREADY", "Dòng này đã ghi vào sổ.")


@transaction.atomic
def choose_posted(
    ref: str,
    sheet_no: int,
    row: int,
    choice: str,
    *,
    version: int,
    actor: Actor,
    at: datetime,
) -> None:
    """Keep that the row means this person, `p:` and the reference; `again` takes it back.

    Raises:
        Unseen: no such list or row.
        Refused: not the standing office, out of date, not read yet, on the way in, in the
            register, or not one of those it may mean.
    """
    wait_for_turn(POSTINGS_TURN)
    posting_list = posting_list_for(actor, ref, lock=True)
    busy = is_entering_postings(ref)
    refuse_if(objection_to_import(actor, posting_list, seen=version, is_entering=busy))
    found = PostingRow.objects.filter(posting_list=posting_list, sheet_no=sheet_no, row=row).first()
    if found is None:
        raise Unseen
    refuse_if(IN_ALREADY if found.state == RowState.ACCEPTED else None)
    is_one = choice == AGAIN or choice in {one["key"] for one in found.candidates}
    refuse_if(None if is_one else NOT_A_MATCH)
    found.chosen = "" if choice == AGAIN else choice.removeprefix(AS_PERSON)
    found.save(update_fields=["chosen"])
    posting_list.version += 1
    posting_list.save(update_fields=["version"])
    settle_open(posting_list, on=at.date())
    record(
        actor=actor,
        at=at,
        verb="choose_posted",
        subject=("posting_list", ref),
        said=f"Chọn người cho dòng {row} của một danh sách quá trình công tác.",
        details={"sheet": sheet_no, "row": row},
    )
