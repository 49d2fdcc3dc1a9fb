"""Open sign-in again for an account that failed too often."""

from datetime import datetime

from django.db import transaction

from bangvang.accounts.lockout import forget_failures
from bangvang.accounts.selectors import account_to_change
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record


@transaction.atomic
def lift_lockout(ref: str, *, actor: Actor, at: datetime) -> None:
    """Forget the failed sign-ins of an account at every address.

    Raises:
        Unseen: no such account for this actor.
    """
    account = account_to_change(actor, ref)
    forget_failures(account.username)
    record(
        actor=actor,
        at=at,
        verb="lift_lockout",
        subject=("account", ref),
        said=f"Gỡ chặn đăng nhập cho {account.username}.",
    )
