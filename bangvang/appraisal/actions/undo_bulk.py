"""Undo what was done to many rows, of those rows that nobody touched since."""

from datetime import datetime

from django.db import transaction

from bangvang.appraisal.actions.judge import judge
from bangvang.appraisal.models import BulkAct, BulkRow, Reading, Verdict
from bangvang.appraisal.permissions.bulk import objection_to_undoing
from bangvang.appraisal.selectors.bulk import bulk_act_for, why_kept
from bangvang.appraisal.selectors.findings import newest_finding
from bangvang.appraisal.states import BulkWork
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.nominations.actions.move import move
from bangvang.nominations.models import Nomination
from bangvang.nominations.states import Move

AT_ONCE = 25


def undo_bulk(ref: str, *, actor: Actor, at: datetime) -> int:
    """Put the rows back under appraisal, or with who held them; return how many went back.

    In portions, each row wholly or not at all; one that was cut short can be called again.

    Raises:
        Unseen: this actor has no such act.
        Refused: somebody else's and not the head, or undone already.
    """
    count, is_first = 0, True
    while True:
        with transaction.atomic():
            act = bulk_act_for(actor, ref, lock=True)
            left = _left(act)
            if is_first:
                refuse_if(objection_to_undoing(actor, act, left=len(left)))
            if not left:
                return count
            count += _undo(act, left[:AT_ONCE], actor, at)
            is_first = False


def _left(act: BulkAct) -> list[BulkRow]:
    lines = BulkRow.objects.filter(
        act=act, version_after__isnull=False, is_undone=False, why_kept=""
    )
    return list(lines.order_by("nomination__source_row", "pk"))


def _undo(act: BulkAct, lines: list[BulkRow], actor: Actor, at: datetime) -> int:
    if act.undone_at is None:
        act.undone_at, act.undone_by_name = at, actor.name
        act.save(update_fields=["undone_at", "undone_by_name"])
    locked = Nomination.objects.select_for_update(of=("self",)).order_by("pk")
    rows = {row.pk: row for row in locked.filter(pk__in=[one.nomination_id for one in lines])}
    back = []
    for line in lines:
        line.act, line.nomination = act, rows[line.nomination_id]
        objection = why_kept(line)
        if objection:
            line.why_kept = objection.sentence
        else:
            _put_back(line, actor, at)
            line.is_undone = True
            back.append(line.nomination)
        line.save(update_fields=["why_kept", "is_undone"])
    said = f"Rút lại việc {BulkWork(act.work).label.lower()} hàng loạt {len(back)} dòng"
    record(
        actor=actor,
        at=at,
        verb="undo_bulk",
        subject=("batch", act.batch.ref),
        said=f"{said}, giữ nguyên {len(lines) - len(back)} dòng đã được làm tiếp.",
        details={"act": act.ref, "undone": [row.ref for row in back]},
    )
    return len(back)


def _put_back(line: BulkRow, actor: Actor, at: datetime) -> None:
    row, work = line.nomination, BulkWork(line.act.work)
    if work is not BulkWork.HAND_OVER:
        reason = f"Rút lại việc {work.label.lower()} hàng loạt."
        finding = newest_finding(row.pk)
        judge(row, finding, Verdict.TAKEN_BACK, reason=reason, actor=actor, at=at)
        move(row, Move.TAKE_BACK, holder=line.holder_before, actor=actor, at=at)
        ended_by_it = Reading.objects.filter(nomination=row, over_at=line.act.done_at)
        ended_by_it.update(over_at=None)
        return
    row.holder, row.held_since = line.holder_before, at
    row.version += 1
    row.save(update_fields=["holder", "held_since", "version"])
    record(
        actor=actor,
        at=at,
        verb="hand_over_row",
        subject=("nomination", row.ref),
        said=f"Chuyển lại cho {line.holder_before}.",
    )
