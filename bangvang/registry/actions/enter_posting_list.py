"""Enter the ready rows of a list of postings, in the background; all of them or none."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from datetime import datetime

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.db.insert import insert_all
from bangvang.foundation.db.turns import wait_for_turn
from bangvang.foundation.objection import refuse_if
from bangvang.registry.actions.posting_rows_kept import (
    POSTINGS_TURN,
    keep_settled,
    open_rows,
    settled_anew,
)
from bangvang.registry.intake.posting_settling import said_of
from bangvang.registry.models import Posting, PostingRow
from bangvang.registry.permissions.imports import objection_to_import
from bangvang.registry.selectors.posting_lists import is_entering_postings, posting_list_for
from bangvang.registry.states import IMPORT_LIFE, ImportMove, ImportState, RowState

AT_ONCE = 500


def enter_posting_list(
    ref: str,
    *,
    version: int,
    job_ref: str,
    last_step: AbstractContextManager[None],
    actor: Actor,
    at: datetime,
) -> int:
    """Record a posting for every row that is ready by now; return how many.

    Rows are settled in the same transaction, so nothing comes in that the register has by then.
    Nobody is moved: unit and position of today stay what they are.

    Args:
        ref: the list.
        version: the version in which it was to be entered.
        job_ref: the job that does it.
        last_step: the transaction of it all.
        actor: who asked.
        at: the moment of the act.

    Raises:
        Unseen: no such list.
        Refused: not the standing office, undone, or changed since it was asked for.
    """
    with last_step:
        wait_for_turn(POSTINGS_TURN)
        posting_list = posting_list_for(actor, ref, lock=True)
        busy = is_entering_postings(ref, but=job_ref)
        refuse_if(objection_to_import(actor, posting_list, seen=version, is_entering=busy))
        rows, before = settled_anew(open_rows(posting_list), on=at.date())
        keep_settled(rows, before)
        ready = [row for row in rows if row.state == RowState.READY]
        _record(ready, actor, at)
        posting_list.state = IMPORT_LIFE.target(ImportMove.ACCEPT, ImportState(posting_list.state))
        posting_list.version += 1
        posting_list.save()
        record(
            actor=actor,
            at=at,
            verb="enter_posting_list",
            subject=("posting_list", ref),
            said=f"Ghi {len(ready)} dòng của danh sách {posting_list.file.original_name} vào "
            "quá trình công tác.",
            details={"digest": posting_list.digest, "records": len(ready)},
        )
    return len(ready)


def _record(ready: Sequence[PostingRow], actor: Actor, at: datetime) -> None:
    postings = []
    for row in ready:
        said = said_of(row)
        postings.append(
            Posting(
                person=row.person,
                unit=row.organisation,
                position=said.position,
                subject_class=said.subject_class,
                since=said.since,
                until=said.until,
                source=said.source,
                recorded_by_ref=actor.account_ref,
                recorded_by_name=actor.name,
                recorded_at=at,
            )
        )
    insert_all(postings)
    for row, posting in zip(ready, postings, strict=True):
        row.posting, row.state, row.why = posting, RowState.ACCEPTED, ""
        row.accepted_by_name, row.accepted_at = actor.name, at
    names = ["posting", "state", "why", "accepted_by_name", "accepted_at"]
    PostingRow.objects.bulk_update(ready, names, batch_size=AT_ONCE)
