"""Open an account; its owner sets the password by a one-time link."""

from datetime import datetime

from django.db import transaction

from bangvang.accounts.models import Account
from bangvang.accounts.permissions import USERNAME_TAKEN, objection_to_administering
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if


@transaction.atomic
def create_account(username: str, *, full_name: str, title: str, actor: Actor, at: datetime) -> str:
    """Create an account without a password and return its reference.

    Raises:
        Refused: the actor is no administrator, or the sign-in name is taken.
    """
    refuse_if(objection_to_administering(actor))
    refuse_if(USERNAME_TAKEN if Account.objects.filter(username=username).exists() else None)
    account = Account(username=username, full_name=full_name, title=title)
    account.set_unusable_password()
    account.save()
    record(
        actor=actor,
        at=at,
        verb="create_account",
        subject=("account", account.ref),
        said=f"Mở tài khoản {username} cho {full_name}.",
    )
    return account.ref
