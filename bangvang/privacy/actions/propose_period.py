"""Enter how long something is kept, as a paper says; it counts once another has confirmed it."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localtime

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.audit.record import record
from bangvang.foundation.db.turns import wait_for_turn
from bangvang.foundation.files.keep import keep
from bangvang.foundation.files.kinds import SCANS
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import say_date, tidy
from bangvang.privacy.models import Period
from bangvang.privacy.permissions.periods import (
    ALREADY_WAITING,
    objection_to_day,
    objection_to_length,
    objection_to_proposing,
)
from bangvang.privacy.selectors.periods import (
    confirmed_days,
    is_waiting,
    length_said,
    paper_said,
)
from bangvang.privacy.states import Matter, PeriodState

PERIODS_TURN = 4_170_071


@dataclass(frozen=True)
class PeriodEntered:
    """A period as a paper says it; `amount` None and no `unit`: kept for good."""

    matter: str
    amount: int | None
    unit: str
    since: date
    number: str
    issued_on: date
    clause: str
    scan: bytes
    scan_name: str


@transaction.atomic
def propose_period(new: PeriodEntered, *, actor: Actor, at: datetime) -> str:
    """Keep it, waiting for the second person, and return its reference.

    Raises:
        Refused: not of the office, no number, clause or scan, days in the wrong order, no length,
            one of the matter waits, or one was confirmed from the same day.
    """
    wait_for_turn(PERIODS_TURN)
    matter, number, clause = Matter(new.matter), tidy(new.number), tidy(new.clause)
    refuse_if(
        objection_to_proposing(
            actor,
            number=number,
            clause=clause,
            issued_on=new.issued_on,
            since=new.since,
            has_scan=bool(new.scan),
            on=localtime(at).date(),
        )
        or objection_to_length(new.amount, new.unit)
        or (ALREADY_WAITING if is_waiting(matter) else None)
        or objection_to_day(new.since, confirmed_days(matter))
    )
    period = Period.objects.create(
        matter=matter,
        amount=new.amount,
        unit=new.unit,
        since=new.since,
        number=number,
        issued_on=new.issued_on,
        clause=clause,
        scan=keep(new.scan, original_name=new.scan_name, actor=actor, at=at, accept=SCANS),
        state=PeriodState.PROPOSED,
        proposed_by_ref=actor.account_ref,
        proposed_by_name=actor.name,
        proposed_by_head=actor.has(Role.OFFICE_HEAD),
        proposed_at=at,
    )
    record(
        actor=actor,
        at=at,
        verb="propose_period",
        subject=("period", period.ref),
        said=f"Nhập thời hạn lưu: {matter.label}: {length_said(period)}, từ ngày "
        f"{say_date(period.since)}, theo {paper_said(period)}.",
        details={"matter": matter.value, "scan": period.scan.digest},
    )
    return period.ref
