"""Ask for the ready rows of a list of postings to be entered."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.db.turns import wait_for_turn
from bangvang.foundation.jobs.enqueue import enqueue
from bangvang.foundation.objection import refuse_if
from bangvang.registry.actions.posting_rows_kept import POSTINGS_TURN
from bangvang.registry.models import PostingRow
from bangvang.registry.permissions.imports import NOTHING_READY, objection_to_import
from bangvang.registry.selectors.import_jobs import job_key
from bangvang.registry.selectors.posting_lists import (
    ENTER_POSTINGS,
    is_entering_postings,
    posting_list_for,
)
from bangvang.registry.states import RowState


@transaction.atomic
def ask_enter_postings(ref: str, *, version: int, actor: Actor, at: datetime) -> None:
    """Have every row that is ready entered in the background; see `enter_posting_list`.

    Of two people who ask at once, one is told that it is under way.

    Raises:
        Unseen: no such list.
        Refused: not the standing office, not read yet, undone, out of date, under way, or no row
            is ready.
    """
    wait_for_turn(POSTINGS_TURN)
    posting_list = posting_list_for(actor, ref, lock=True)
    busy = is_entering_postings(ref)
    refuse_if(objection_to_import(actor, posting_list, seen=version, is_entering=busy))
    ready = PostingRow.objects.filter(posting_list=posting_list, state=RowState.READY)
    refuse_if(None if ready.exists() else NOTHING_READY)
    record(
        actor=actor,
        at=at,
        verb="ask_enter_postings",
        subject=("posting_list", ref),
        said=f"Yêu cầu ghi danh sách {posting_list.file.original_name} vào quá trình công tác.",
    )
    enqueue(
        ENTER_POSTINGS,
        {"posting_list": ref, "version": version},
        key=job_key(ref, version),
        actor=actor,
        at=at,
    )
