"""Ask for what a change of law does to the register and to open dossiers."""

from datetime import datetime

from django.db import transaction

from bangvang.appraisal.permissions import objection_to_sweeping
from bangvang.appraisal.selectors.sweeps import (
    SWEEP,
    is_kept,
    stamp_now,
    sweep_code,
    sweep_under_way,
)
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.jobs.enqueue import enqueue
from bangvang.foundation.objection import refuse_if
from bangvang.law import Change


@transaction.atomic
def ask_sweep(change: Change, *, actor: Actor, at: datetime) -> None:
    """Have the change computed in the background.

    Nothing is asked for twice: not while a job about this change waits or runs, and not while
    register, dossiers and law are as they were for the kept result.

    Raises:
        Refused: not of the standing office nor the inspector, or nothing to compare.
    """
    refuse_if(objection_to_sweeping(actor, change))
    under_way, stamp = sweep_under_way(change), stamp_now()
    if (under_way is not None and under_way.is_open) or is_kept(change, stamp):
        return
    record(
        actor=actor,
        at=at,
        verb="ask_sweep",
        subject=("sweep", sweep_code(change)),
        said="Yêu cầu tính thay đổi quy định trên sổ và hồ sơ đang xét.",
    )
    enqueue(
        SWEEP,
        {
            "code": change.code,
            "kind": change.kind.value,
            "subject": change.subject.value,
            "on": change.on.isoformat(),
        },
        key=f"{sweep_code(change)}@{stamp}",
        actor=actor,
        at=at,
    )
