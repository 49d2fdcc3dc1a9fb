"""Moments and actors for the tests of every floor."""

from datetime import datetime
from typing import Protocol

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.clock import HANOI

AT = datetime(2026, 9, 14, 9, 0, tzinfo=HANOI)
DAY = AT.date()


class Named(Protocol):
    """As much of an organisation as an actor needs."""

    ref: str
    name: str


def actor(
    *roles: Role, unit: Named | None = None, ref: str = "actor", name: str = "Lù Văn Suối"
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
