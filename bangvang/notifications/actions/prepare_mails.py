"""Gather what waits to be mailed into mails, and ask the worker to hand each over."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import groupby

from django.conf import settings
from django.db import transaction
from django.utils.timezone import localtime

from bangvang.foundation.actor import Actor
from bangvang.foundation.db.turns import wait_for_turn
from bangvang.foundation.jobs.enqueue import enqueue
from bangvang.notifications.models import Mail, MailWish, Notification
from bangvang.notifications.states import SEND_MAIL, USUAL_WAY, MailState, MailWay

MAILS_TURN = 4_170_092
QUIET = timedelta(minutes=10)
"""How long a notice waits for more rows of the same list before a mail of its own takes it."""
DIGEST_FROM_HOUR = 7
WORKER = Actor("", "Tiến trình chạy nền", "", "", "", frozenset())
_PENDING = {"is_for_mail": True, "mail": None, "read_at": None}


def prepare_mails(at: datetime) -> None:
    """Make the mails that are due: a quiet while after the notice, or the day's digest.

    A notice is in one mail at most; what was read meanwhile is in none.
    """
    if not settings.BANGVANG_MAILS or not Notification.objects.filter(**_PENDING).exists():
        return
    with transaction.atomic():
        wait_for_turn(MAILS_TURN)
        waiting = (
            Notification.objects.select_for_update()
            .filter(**_PENDING)
            .order_by("account", "made_at", "pk")
        )
        for account_id, of_one in groupby(waiting, key=lambda one: one.account_id):
            _prepare_for(account_id, list(of_one), at)


def _prepare_for(account_id: int, waiting: Sequence[Notification], at: datetime) -> None:
    wish = MailWish.objects.filter(account=account_id).first()
    way = MailWay(wish.way) if wish else USUAL_WAY
    if way is MailWay.EACH:
        for one in waiting:
            if one.made_at <= at - QUIET:
                _make(account_id, way, [one], at)
    elif way is MailWay.DIGEST and _is_time_for_digest(account_id, at):
        _make(account_id, way, waiting, at)


def _is_time_for_digest(account_id: int, at: datetime) -> bool:
    now = localtime(at)
    made = Mail.objects.filter(account=account_id, way=MailWay.DIGEST, on=now.date())
    return now.hour >= DIGEST_FROM_HOUR and not made.exists()


def _make(account_id: int, way: MailWay, told: Sequence[Notification], at: datetime) -> None:
    mail = Mail.objects.create(
        account_id=account_id,
        way=way,
        on=localtime(at).date(),
        state=MailState.WAITING,
        made_at=at,
    )
    Notification.objects.filter(pk__in=[one.pk for one in told]).update(mail=mail)
    enqueue(SEND_MAIL, {"mail": mail.ref}, key=mail.ref, actor=WORKER, at=at)
