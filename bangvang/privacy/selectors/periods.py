"""Reading periods: all that were entered, and the one that counts on a day."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import QuerySet
from django.utils.timezone import make_aware

from bangvang.foundation.actor import Actor
from bangvang.foundation.files.selectors import KeptFile, file_card
from bangvang.foundation.objection import Unseen
from bangvang.privacy.models import Period
from bangvang.privacy.permissions import READERS
from bangvang.privacy.permissions.periods import (
    objection_to_confirming,
    objection_to_rejecting,
    objection_to_withdrawing,
)
from bangvang.privacy.states import PERIOD_STATE_NAMES, Matter, PeriodState, Unit

FOR_GOOD = "lưu lâu dài"


@dataclass(frozen=True)
class PeriodSeen:
    """One period as its list and its page show it; `may_*` for whoever reads it now."""

    ref: str
    matter: Matter
    length: str
    since: date
    paper: str
    scan: KeptFile
    state: PeriodState
    state_name: str
    proposed_by: str
    proposed_at: datetime
    decided_by: str
    decided_at: datetime | None
    reason: str
    version: int
    may_confirm: bool
    may_reject: bool
    may_withdraw: bool


def periods_for(actor: Actor) -> list[PeriodSeen]:
    """Return every period, newest first; none to whoever may not read them."""
    return [_seen(actor, one) for one in _read(actor).order_by("-since", "-pk")]


def period_seen(actor: Actor, ref: str) -> PeriodSeen:
    """Return one period.

    Raises:
        Unseen: there is none for this actor.
    """
    return _seen(actor, period_for(actor, ref))


def period_for(actor: Actor, ref: str, *, lock: bool = False) -> Period:
    """Return the record.

    Raises:
        Unseen: there is none for this actor.
    """
    found = _read(actor).filter(ref=ref)
    period = (found.select_for_update(of=("self",)) if lock else found).first()
    if period is None:
        raise Unseen
    return period


def confirmed_days(matter: str) -> list[date]:
    """Return the first days of the confirmed periods of a matter."""
    found = Period.objects.filter(matter=matter, state=PeriodState.CONFIRMED)
    return list(found.values_list("since", flat=True))


def is_waiting(matter: str) -> bool:
    """Tell whether a period of the matter waits for its second person."""
    return Period.objects.filter(matter=matter, state=PeriodState.PROPOSED).exists()


def period_on(matter: Matter, on: date) -> Period | None:
    """Return the confirmed period that counts on a day; without one nothing is forgotten."""
    found = Period.objects.filter(matter=matter, state=PeriodState.CONFIRMED, since__lte=on)
    return found.order_by("-since").first()


def length_said(period: Period) -> str:
    """Return how long, as people say it."""
    if period.amount is None:
        return FOR_GOOD
    return f"{period.amount} {Unit(period.unit).label}"


def paper_said(period: Period) -> str:
    """Return where the period stands."""
    return f"{period.clause} {period.number}, ngày {period.issued_on:%d/%m/%Y}"


def kept_since(period: Period, on: date) -> datetime | None:
    """Return the moment before which things are past their period; None if they are for good."""
    if period.amount is None:
        return None
    return make_aware(datetime.combine(day_before(on, period.amount, period.unit), time.min))


def day_before(on: date, amount: int, unit: str) -> date:
    """Return the day so many days, months or years before; the last of a shorter month."""
    if unit == Unit.DAY:
        return on - timedelta(days=amount)
    months = on.year * 12 + on.month - 1 - amount * (12 if unit == Unit.YEAR else 1)
    year, month = divmod(months, 12)
    return date(year, month + 1, min(on.day, monthrange(year, month + 1)[1]))


def _read(actor: Actor) -> QuerySet[Period]:
    found = Period.objects.select_related("scan")
    return found if actor.has(*READERS) else found.none()


def _seen(actor: Actor, one: Period) -> PeriodSeen:
    state = PeriodState(one.state)
    return PeriodSeen(
        ref=one.ref,
        matter=Matter(one.matter),
        length=length_said(one),
        since=one.since,
        paper=paper_said(one),
        scan=file_card(one.scan),
        state=state,
        state_name=PERIOD_STATE_NAMES[state],
        proposed_by=one.proposed_by_name,
        proposed_at=one.proposed_at,
        decided_by=one.decided_by_name,
        decided_at=one.decided_at,
        reason=one.reason,
        version=one.version,
        may_confirm=objection_to_confirming(actor, one) is None,
        may_reject=objection_to_rejecting(actor, one, "-") is None,
        may_withdraw=objection_to_withdrawing(actor, one, "-") is None,
    )
