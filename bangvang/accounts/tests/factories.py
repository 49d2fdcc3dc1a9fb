"""Accounts and actors for tests."""

from datetime import date, datetime

from bangvang.accounts.models import Account, RoleHeld
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.clock import HANOI
from bangvang.registry.models import Organisation
from bangvang.registry.tests.factories import organisation

AT = datetime(2026, 9, 14, 9, 0, tzinfo=HANOI)
DAY = AT.date()


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


def actor(
    *roles: Role, unit: Organisation | None = None, ref: str = "actor", name: str = "Lù Văn Suối"
) -> Actor:
    """Return an actor without an account, in the roles, for the unit."""
    return Actor(
        ref,
        name,
        "Cán bộ",
        unit.ref if unit else "",
        unit.name if unit else "",
        frozenset(roles),
    )
