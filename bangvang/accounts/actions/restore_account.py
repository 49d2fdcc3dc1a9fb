"""Open a suspended account again."""

from datetime import datetime

from django.db import transaction

from bangvang.accounts.permissions import NOT_SUSPENDED
from bangvang.accounts.selectors import account_to_change
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if


@transaction.atomic
def restore_account(ref: str, *, actor: Actor, at: datetime) -> None:
    """Let a suspended account sign in again.

    Raises:
        Unseen: no such account for this actor.
        Refused: it is not suspended.
    """
    account = account_to_change(actor, ref)
    refuse_if(NOT_SUSPENDED if account.is_active else None)
    account.is_active = True
    account.save(update_fields=["is_active"])
    record(
        actor=actor,
        at=at,
        verb="restore_account",
        subject=("account", ref),
        said=f"Mở lại tài khoản {account.username}.",
    )
