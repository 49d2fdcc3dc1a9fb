"""Confirm a period that another person entered; from its first day on things are forgotten."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.db.turns import wait_for_turn
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import say_date
from bangvang.privacy.actions.propose_period import PERIODS_TURN
from bangvang.privacy.permissions import objection_to_version
from bangvang.privacy.permissions.periods import objection_to_confirming, objection_to_day
from bangvang.privacy.selectors.periods import confirmed_days, length_said, period_for
from bangvang.privacy.states import PERIOD_LIFE, Matter, PeriodMove, PeriodState


@transaction.atomic
def confirm_period(ref: str, *, version: int, actor: Actor, at: datetime) -> None:
    """Let it count; nothing is forgotten by this act itself.

    Raises:
        Unseen: no such period for this actor.
        Refused: not the second person, not waiting, changed meanwhile, or one was confirmed from
            the same day.
    """
    wait_for_turn(PERIODS_TURN)
    period = period_for(actor, ref, lock=True)
    refuse_if(
        objection_to_confirming(actor, period)
        or objection_to_version(period.version, version)
        or objection_to_day(period.since, confirmed_days(period.matter))
    )
    period.state = PERIOD_LIFE.target(PeriodMove.CONFIRM, PeriodState(period.state))
    period.decided_by_ref, period.decided_by_name = actor.account_ref, actor.name
    period.decided_at = at
    period.version += 1
    period.save()
    record(
        actor=actor,
        at=at,
        verb="confirm_period",
        subject=("period", ref),
        said=f"Xác nhận thời hạn lưu: {Matter(period.matter).label}: {length_said(period)}, từ "
        f"ngày {say_date(period.since)}.",
        details={"matter": period.matter},
    )
