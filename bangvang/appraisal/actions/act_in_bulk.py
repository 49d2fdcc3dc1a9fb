"""Do one thing to many rows of a list: in portions, each row wholly or not at all."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from bangvang.appraisal.actions.accept import accept
from bangvang.appraisal.actions.hand_over_row import hand_over_row
from bangvang.appraisal.actions.return_row import return_row
from bangvang.appraisal.models import BulkAct, BulkRow
from bangvang.appraisal.permissions.bulk import (
    NOTHING_CHOSEN,
    ON_PUBLIC_LIST,
    objection_to_accepting_with_others,
    objection_to_bulk,
)
from bangvang.appraisal.permissions.charges import Officer
from bangvang.appraisal.permissions.readings import READINGS_DIFFER, differ
from bangvang.appraisal.selectors.consulted import open_row_of
from bangvang.appraisal.selectors.findings import newest_finding
from bangvang.appraisal.selectors.readings import readings_given
from bangvang.appraisal.states import BulkWork
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Refused, Unseen, refuse_if
from bangvang.nominations.models import Nomination
from bangvang.nominations.selectors.batches import batch_for

AT_ONCE = 25
NEVER_ASKED = "Chưa đối chiếu với luật."


def act_in_bulk(
    batch_ref: str,
    work: BulkWork,
    chosen: Mapping[str, int],
    reason: str,
    *,
    to: Mapping[str, Officer] | None = None,
    actor: Actor,
    at: datetime,
) -> str:
    """Do it to the rows chosen, given with the version that was seen; return the act's reference.

    `to` says who gets which row, where rows are handed over.

    Each portion is a transaction of its own with an audit entry that names its rows; what is done
    to a row is done by the same action as on its page, so that a row that may not is left and says
    why. An act that is cut short has done its first portions, and says how many were chosen.

    Raises:
        Unseen: this actor has no such list.
        Refused: see `objection_to_bulk`.
    """
    batch = batch_for(actor, batch_ref)
    reason = reason.strip()
    to = to or {}
    refuse_if(objection_to_bulk(actor, work, chosen, reason=reason, to=to))
    found = Nomination.objects.filter(batch=batch, ref__in=list(chosen))
    rows = list(found.order_by("source_row", "pk"))
    refuse_if(None if rows else NOTHING_CHOSEN)
    act = BulkAct(
        batch=batch,
        work=work,
        reason=reason,
        chosen=len(rows),
        by_ref=actor.account_ref,
        by_name=actor.name,
        done_at=at,
    )
    for number, some in enumerate(_portions(rows)):
        with transaction.atomic():
            if number == 0:
                act.save()
            lines = [_line(act, row, chosen[row.ref], to.get(row.ref), actor, at) for row in some]
            BulkRow.objects.bulk_create(lines)
            _record(act, lines, actor, at)
    return act.ref


def _portions(rows: list[Nomination]) -> list[list[Nomination]]:
    return [rows[start : start + AT_ONCE] for start in range(0, len(rows), AT_ONCE)]


def _line(
    act: BulkAct, row: Nomination, version: int, to: Officer | None, actor: Actor, at: datetime
) -> BulkRow:
    try:
        with transaction.atomic():
            _act_on(act, row, version, to, actor, at)
    except Refused as refusal:
        return BulkRow(act=act, nomination=row, why_left=refusal.objection.sentence)
    except Unseen:
        return BulkRow(act=act, nomination=row, why_left=NEVER_ASKED)
    after = Nomination.objects.values_list("version", flat=True).get(pk=row.pk)
    return BulkRow(
        act=act,
        nomination=row,
        version_after=after,
        to_name=to.actor.name if to else "",
        holder_before=row.holder,
    )


def _act_on(
    act: BulkAct, row: Nomination, version: int, to: Officer | None, actor: Actor, at: datetime
) -> None:
    match act.work:
        case BulkWork.ACCEPT:
            refuse_if(objection_to_accepting_with_others(row, newest_finding(row.pk)))
            refuse_if(READINGS_DIFFER if differ(readings_given(row)) else None)
            accept(row.ref, act.reason, version=version, actor=actor, at=at)
        case BulkWork.RETURN:
            refuse_if(ON_PUBLIC_LIST if open_row_of(row) else None)
            return_row(row.ref, act.reason, version=version, actor=actor, at=at)
        case BulkWork.HAND_OVER if to is not None:
            hand_over_row(row.ref, to, act.reason, version=version, actor=actor, at=at)


def _record(act: BulkAct, lines: list[BulkRow], actor: Actor, at: datetime) -> None:
    done = [line.nomination.source_row for line in lines if not line.why_left]
    left = [line.nomination.source_row for line in lines if line.why_left]
    said = f"{BulkWork(act.work).label} hàng loạt {len(done)} dòng"
    numbers = f": {', '.join(map(str, done))}" if done else ""
    record(
        actor=actor,
        at=at,
        verb="act_in_bulk",
        subject=("batch", act.batch.ref),
        said=f"{said}{numbers}." + (f" Để lại {len(left)} dòng." if left else ""),
        details={
            "act": act.ref,
            "done": [line.nomination.ref for line in lines if not line.why_left],
            "left": [line.nomination.ref for line in lines if line.why_left],
        },
    )
