"""The demonstration accounts, whose password everybody knows; production refuses them."""

from datetime import date, datetime

from django.contrib.auth.hashers import make_password

from bangvang.accounts.actions.create_account import create_account
from bangvang.accounts.actions.give_role import give_role
from bangvang.accounts.models import Account
from bangvang.foundation.actor import Actor, Role
from demo.places import Places
from demo.tables import Row, tables

PASSWORD = "demo"  # noqa: S105  printed on the first page of the demonstration
SEATED_SINCE = "2025-09-22"


def open_accounts(places: Places, *, actor: Actor, at: datetime) -> int:
    """Open all accounts, give them their roles and the one password; return how many.

    The password is hashed once for all: these accounts guard nothing.
    """
    rows = [*tables("accounts")["accounts"], *_members()]
    for username, full_name, title, place, roles, since in rows:
        ref = create_account(username, full_name=full_name, title=title, actor=actor, at=at)
        for role in roles.split():
            give_role(
                ref,
                Role(role),
                places[place].ref,
                since=date.fromisoformat(since),
                actor=actor,
                at=at,
            )
    Account.objects.filter(username__in=[row[0] for row in rows]).update(
        password=make_password(PASSWORD), is_demonstration=True
    )
    return len(rows)


def _members() -> list[Row]:
    """Return a line for every seat whose holder has no account yet."""
    known = {row[0] for row in tables("accounts")["accounts"]}
    return [
        [username, name, f"{post}, Ủy viên", "council", "MEMBER", SEATED_SINCE]
        for _, _, name, post, username in tables("council")["seats_2026"]
        if username not in known
    ]
