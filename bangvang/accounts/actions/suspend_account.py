"""Close an account for the time being; its roles stay on record."""

from datetime import datetime

from django.db import transaction

from bangvang.accounts.permissions import objection_to_suspending
from bangvang.accounts.selectors import account_to_change
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if


@transaction.atomic
def suspend_account(ref: str, *, actor: Actor, at: datetime) -> None:
    """Suspend an account; open sessions end with the next request.

    Raises:
        Unseen: no such account for this actor.
        Refused: the own account, or already suspended.
    """
    account = account_to_change(actor, ref)
    refuse_if(objection_to_suspending(actor, account))
    account.is_active = False
    account.save(update_fields=["is_active"])
    record(
        actor=actor,
        at=at,
        verb="suspend_account",
        subject=("account", ref),
        said=f"Tạm khóa tài khoản {account.username}.",
    )
