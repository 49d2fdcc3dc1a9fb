"""Set a password by a one-time link."""

from datetime import datetime

from django.contrib.auth.tokens import default_token_generator
from django.db import transaction

from bangvang.accounts.models import Account
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Objection, Refused

LINK_SPENT = Objection(
    "LINK_SPENT", "Liên kết đã dùng hoặc đã hết hạn. Hãy xin quản trị hệ thống cấp liên kết mới."
)


def link_is_good(ref: str, secret: str) -> bool:
    """Tell whether the link still serves."""
    account = Account.objects.filter(ref=ref, is_active=True).first()
    return account is not None and default_token_generator.check_token(account, secret)


@transaction.atomic
def set_password(ref: str, secret: str, password: str, *, at: datetime) -> None:
    """Set the password of the account the link was made for; the link is spent by it.

    Raises:
        Refused: the link is spent, expired or not of this account.
    """
    account = (
        Account.objects.select_for_update(of=("self",)).filter(ref=ref, is_active=True).first()
    )
    if account is None or not default_token_generator.check_token(account, secret):
        raise Refused(LINK_SPENT)
    account.set_password(password)
    account.save(update_fields=["password"])
    record(
        actor=Actor(account.ref, account.full_name, account.title, "", ""),
        at=at,
        verb="set_password",
        subject=("account", ref),
        said=f"{account.full_name} đặt mật khẩu bằng liên kết dùng một lần.",
    )
