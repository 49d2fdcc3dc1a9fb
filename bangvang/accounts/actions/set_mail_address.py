"""Keep the address to which an account's mails go."""

from datetime import datetime

from django.db import transaction

from bangvang.accounts.permissions import ADDRESS_CHANGED
from bangvang.accounts.selectors import account_to_change
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if


@transaction.atomic
def set_mail_address(ref: str, address: str, *, was: str, actor: Actor, at: datetime) -> None:
    """Set the address, or take it away with an empty one; the record does not say which it was.

    Args:
        ref: of the account.
        address: where mails go from now on, already checked for its form.
        was: the address that the administrator saw.
        actor: an administrator.
        at: when.

    Raises:
        Unseen: no such account for this actor.
        Refused: somebody else changed it meanwhile.
    """
    account = account_to_change(actor, ref)
    refuse_if(None if account.mail_address == was else ADDRESS_CHANGED)
    account.mail_address = address
    account.save(update_fields=["mail_address"])
    did = "Ghi địa chỉ thư" if address else "Bỏ địa chỉ thư"
    record(
        actor=actor,
        at=at,
        verb="set_mail_address",
        subject=("account", ref),
        said=f"{did} của tài khoản {account.username}.",
    )
