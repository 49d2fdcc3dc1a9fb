"""Make a one-time link by which the owner of an account sets the password."""

from datetime import datetime

from django.contrib.auth.tokens import default_token_generator
from django.db import transaction

from bangvang.accounts.permissions import SUSPENDED
from bangvang.accounts.selectors import account_to_change
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if


@transaction.atomic
def issue_password_link(ref: str, *, actor: Actor, at: datetime) -> str:
    """Return the secret part of the link; it serves once, for three days.

    The secret is not kept and not recorded; a new password or a sign-in makes it worthless.

    Raises:
        Unseen: no such account for this actor.
        Refused: the account is suspended.
    """
    account = account_to_change(actor, ref)
    refuse_if(None if account.is_active else SUSPENDED)
    record(
        actor=actor,
        at=at,
        verb="issue_password_link",
        subject=("account", ref),
        said=f"Cấp liên kết đặt mật khẩu cho {account.username}.",
    )
    return default_token_generator.make_token(account)
