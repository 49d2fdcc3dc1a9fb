"""Undo a whole list of postings with a reason: what came of it is withdrawn."""

from datetime import datetime

from django.db import transaction
from django.db.models import F

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.db.turns import wait_for_turn
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import tidy
from bangvang.registry.actions.posting_rows_kept import POSTINGS_TURN
from bangvang.registry.models import Posting, PostingRow
from bangvang.registry.permissions.agency_lists import objection_to_why
from bangvang.registry.permissions.imports import objection_to_taking_back
from bangvang.registry.selectors.posting_lists import is_entering_postings, posting_list_for
from bangvang.registry.states import IMPORT_LIFE, ImportMove, ImportState


@transaction.atomic
def undo_posting_list(ref: str, reason: str, *, version: int, actor: Actor, at: datetime) -> int:
    """Withdraw every posting of the list and return how many; file and rows are kept.

    Raises:
        Unseen: no such list.
        Refused: not the standing office, already undone, out of date, on the way in, no reason,
            or one that holds a long number.
    """
    wait_for_turn(POSTINGS_TURN)
    posting_list = posting_list_for(actor, ref, lock=True)
    reason = tidy(reason)
    busy = is_entering_postings(ref)
    refuse_if(
        objection_to_taking_back(actor, posting_list, seen=version, is_entering=busy)
        or objection_to_why(reason)
    )
    made = PostingRow.objects.filter(posting_list=posting_list, posting__isnull=False)
    standing = Posting.with_set_aside.filter(
        pk__in=made.values("posting"), withdrawn_at__isnull=True
    )
    count = standing.update(
        withdrawn_reason=reason,
        withdrawn_by_name=actor.name,
        withdrawn_at=at,
        version=F("version") + 1,
    )
    posting_list.state = IMPORT_LIFE.target(ImportMove.UNDO, ImportState(posting_list.state))
    posting_list.undone_reason, posting_list.undone_at = reason, at
    posting_list.undone_by_ref, posting_list.undone_by_name = actor.account_ref, actor.name
    posting_list.version += 1
    posting_list.save()
    record(
        actor=actor,
        at=at,
        verb="undo_posting_list",
        subject=("posting_list", ref),
        said=f"Hủy danh sách {posting_list.file.original_name}: rút {count} công tác.",
        details={"digest": posting_list.digest, "records": count},
    )
    return count
