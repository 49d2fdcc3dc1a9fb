"""Take a period back; from then on nothing more is forgotten by it."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import tidy
from bangvang.privacy.permissions import objection_to_version
from bangvang.privacy.permissions.periods import objection_to_withdrawing
from bangvang.privacy.selectors.periods import period_for
from bangvang.privacy.states import PERIOD_LIFE, Matter, PeriodMove, PeriodState


@transaction.atomic
def withdraw_period(ref: str, reason: str, *, version: int, actor: Actor, at: datetime) -> None:
    """Mark it as withdrawn; what was forgotten by it stays so.

    Raises:
        Unseen: no such period for this actor.
        Refused: not who entered it, nor the head once it counts; ended before; changed meanwhile;
            or no reason.
    """
    period, reason = period_for(actor, ref, lock=True), tidy(reason)
    refuse_if(
        objection_to_withdrawing(actor, period, reason)
        or objection_to_version(period.version, version)
    )
    period.state = PERIOD_LIFE.target(PeriodMove.WITHDRAW, PeriodState(period.state))
    period.reason = reason
    period.version += 1
    period.save()
    record(
        actor=actor,
        at=at,
        verb="withdraw_period",
        subject=("period", ref),
        said=f"Rút thời hạn lưu của {Matter(period.matter).label}: {reason}",
        details={"matter": period.matter},
    )
