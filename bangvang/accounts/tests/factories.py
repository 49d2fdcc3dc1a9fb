"""Accounts and actors for tests."""

from datetime import date

from bangvang.accounts.models import Account, RoleHeld
from bangvang.foundation.actor import Role
from bangvang.registry.models import Organisation
from bangvang.registry.tests.factories import organisation


def account(
    username: str,
    *roles: Role,
    unit: Organisation | None = None,
    since: date = date(2020, 1, 1),
    until: date | None = None,
    password: str = "",
    is_demonstration: bool = False,
) -> Account:
    """Return an account that holds the roles for the unit."""
    made = Account(
        username=username,
        full_name=f"Lù Thị {username.capitalize()}",
        title="Cán bộ",
        is_demonstration=is_demonstration,
    )
    made.set_password(password or None)
    made.save()
    if roles:
        where = unit or organisation(f"Cơ quan của {username}")
        for role in roles:
            RoleHeld.objects.create(
                account=made, role=role, organisation=where, since=since, until=until
            )
    return made


def end_roles(of: Account, *, on: date) -> None:
    """Let every role of the account end on a day."""
    RoleHeld.objects.filter(account=of).update(until=on)


def add_role(of: Account, role: Role, *, unit: Organisation, since: date) -> None:
    """Let the account hold a further role, for another organisation perhaps."""
    RoleHeld.objects.create(account=of, role=role, organisation=unit, since=since)
