"""Look at what happened and which days draw near, and tell whoever it concerns.

What the worker does beside its jobs, every few seconds. It leaves no entry in the record, which it
only reads: the entry that a notice came from is there already.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.timezone import localtime

from bangvang.foundation.audit.selectors import (
    entries_after,
    newest_number,
    newest_number_before,
)
from bangvang.foundation.days_off import is_day_off
from bangvang.foundation.db.turns import wait_for_turn
from bangvang.law import after_working_days
from bangvang.nominations.models import Batch
from bangvang.nominations.selectors.intake_days import due_days
from bangvang.nominations.states import BatchState
from bangvang.notifications.actions.prepare_mails import prepare_mails
from bangvang.notifications.actions.telling import Wishes, tell
from bangvang.notifications.concerned import Concerned
from bangvang.notifications.models import Watch
from bangvang.notifications.states import UNIT, Kind

NOTICES_TURN = 4_170_091
PORTION = 500
LOOKS_BACK = timedelta(days=14)
"""What is still told, in the application only, when the system looks for the first time."""
NEAR_WORKING_DAYS = 3


def look_out(at: datetime) -> None:
    """Tell all that is new; each portion stands by itself, so it may be killed anywhere."""
    while _tell_portion(at):
        pass
    _tell_days(at)
    prepare_mails(at)


def _tell_portion(at: datetime) -> bool:
    """Tell what the next entries mean; say whether there may be more of them."""
    known = Watch.objects.first()
    if known is not None and known.read_to >= newest_number():
        return False
    with transaction.atomic():
        watch = _watch(at)
        lines = entries_after(watch.read_to, count=PORTION)
        if not lines:
            return False
        for concern in Concerned(localtime(at).date()).of(lines):
            wishes = Wishes(concern.holders)
            is_new = concern.first.happened_at >= watch.began_at
            for holder in concern.holders:
                if holder.account_ref == concern.by_ref:
                    continue
                tell(
                    holder,
                    concern.kind,
                    concern.about_ref,
                    row_refs=concern.row_refs,
                    cause=f"entry:{concern.first.seq}",
                    is_for_mail=is_new and wishes.wants_mail(holder),
                    at=concern.first.happened_at,
                )
        watch.read_to = lines[-1].seq
        watch.save(update_fields=["read_to"])
    return len(lines) == PORTION


def _tell_days(at: datetime) -> None:
    """Tell units once that the last day of a list they have not handed in is near."""
    today = localtime(at).date()
    if Watch.objects.filter(looked_on__gte=today).exists():
        return
    with transaction.atomic():
        watch = _watch(at)
        if watch.looked_on is not None and watch.looked_on >= today:
            return
        until = after_working_days(today, NEAR_WORKING_DAYS, is_off=is_day_off)
        lists = list(
            Batch.objects.filter(state__in=[BatchState.DRAFT, BatchState.WITH_HEAD])
            .select_related("round", "unit")
            .order_by("pk")
        )
        due, concerned = due_days(lists), Concerned(today)
        for batch in lists:
            if not today <= due[batch.pk] <= until:
                continue
            holders = concerned.of_unit(UNIT, batch.unit_id)
            wishes = Wishes(holders)
            for holder in holders:
                tell(
                    holder,
                    Kind.DAY_NEAR,
                    batch.ref,
                    cause=f"day:{batch.ref}:{due[batch.pk].isoformat()}",
                    is_for_mail=wishes.wants_mail(holder),
                    at=at,
                )
        watch.looked_on = today
        watch.save(update_fields=["looked_on"])


def _watch(at: datetime) -> Watch:
    """Return how far the record has been read, holding the turn; the first time, make it."""
    wait_for_turn(NOTICES_TURN)
    watch = Watch.objects.select_for_update().first()
    if watch is None:
        watch = Watch.objects.create(read_to=newest_number_before(at - LOOKS_BACK), began_at=at)
    return watch
