"""Say that the paper does not say the period that another person entered."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import tidy
from bangvang.privacy.permissions import objection_to_version
from bangvang.privacy.permissions.periods import objection_to_rejecting
from bangvang.privacy.selectors.periods import period_for
from bangvang.privacy.states import PERIOD_LIFE, PeriodMove, PeriodState


@transaction.atomic
def reject_period(ref: str, reason: str, *, version: int, actor: Actor, at: datetime) -> None:
    """End it with a reason; it stays in the list, and may be entered anew.

    Raises:
        Unseen: no such period for this actor.
        Refused: not another person of the office, not waiting, changed meanwhile, or no reason.
    """
    period, reason = period_for(actor, ref, lock=True), tidy(reason)
    refuse_if(
        objection_to_rejecting(actor, period, reason)
        or objection_to_version(period.version, version)
    )
    period.state = PERIOD_LIFE.target(PeriodMove.REJECT, PeriodState(period.state))
    period.decided_by_ref, period.decided_by_name = actor.account_ref, actor.name
    period.decided_at, period.reason = at, reason
    period.version += 1
    period.save()
    record(
        actor=actor,
        at=at,
        verb="reject_period",
        subject=("period", ref),
        said=f"Không xác nhận thời hạn lưu đã nhập: {reason}",
        details={"matter": period.matter},
    )
