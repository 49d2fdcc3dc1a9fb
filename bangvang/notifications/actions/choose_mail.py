"""Choose how one's own notices come by mail."""

from datetime import datetime

from django.db import transaction

from bangvang.accounts.models import Account
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Unseen
from bangvang.notifications.models import MailWish
from bangvang.notifications.states import MailWay


@transaction.atomic
def choose_mail(way: MailWay, *, actor: Actor, at: datetime) -> None:
    """Keep the wish of whoever acts; it holds for what is told from now on.

    Raises:
        Unseen: the actor has no account.
    """
    account = Account.objects.select_for_update().filter(ref=actor.account_ref).first()
    if account is None:
        raise Unseen
    MailWish.objects.update_or_create(account=account, defaults={"way": way})
    record(
        actor=actor,
        at=at,
        verb="choose_mail",
        subject=("account", account.ref),
        said=f"Chọn cách nhận thư thông báo: {way.label.lower()}.",
    )
