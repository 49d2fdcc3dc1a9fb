"""Hold the rows of a list of postings that wait against the register of now."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.db.turns import wait_for_turn
from bangvang.foundation.objection import refuse_if
from bangvang.registry.actions.posting_rows_kept import POSTINGS_TURN, settle_open
from bangvang.registry.permissions.imports import objection_to_import
from bangvang.registry.selectors.posting_lists import is_entering_postings, posting_list_for


@transaction.atomic
def match_postings_again(ref: str, *, actor: Actor, at: datetime) -> int:
    """Settle every row that waits anew; return how many stand otherwise.

    Raises:
        Unseen: no such list.
        Refused: not the standing office, not read yet, undone, or on the way in.
    """
    wait_for_turn(POSTINGS_TURN)
    posting_list = posting_list_for(actor, ref, lock=True)
    busy = is_entering_postings(ref)
    refuse_if(objection_to_import(actor, posting_list, seen=posting_list.version, is_entering=busy))
    changed = settle_open(posting_list, on=at.date())
    record(
        actor=actor,
        at=at,
        verb="match_postings_again",
        subject=("posting_list", ref),
        said=f"Đối chiếu lại một danh sách quá trình công tác với sổ: {changed} dòng đổi.",
        details={"changed": changed},
    )
    return changed
