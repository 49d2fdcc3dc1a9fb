"""Who acts: people without an account from a table, account holders as they sign in."""

from collections.abc import Mapping
from datetime import date

from bangvang.accounts.models import Account
from bangvang.accounts.selectors import actors_of
from bangvang.foundation.actor import Actor, Origin, Role
from demo.places import Places
from demo.tables import tables

BACK_ENTRY = "so-cu"
INSTALLER = "cai-dat"

Cast = Mapping[str, Actor]


def cast_of(places: Places) -> Cast:
    """Return everybody without an account by key; all replay, only the old books are back-entry."""
    return {
        key: Actor(
            account_ref=f"r-{key}",
            name=name,
            title=title,
            organisation_ref=places[place].ref,
            organisation_name=places[place].name,
            roles=frozenset(Role(role) for role in roles.split()),
            origin=Origin.BACK_ENTRY if key == BACK_ENTRY else Origin.REPLAY,
        )
        for rows in tables("cast").values()
        for key, name, title, place, roles in rows
    }


def holder_of(username: str, *, on: date) -> Actor:
    """Return the holder of a demonstration account, acting live on that day."""
    return actors_of(Account.objects.get(username=username), on=on)[0]


def setting_up() -> Actor:
    """Return who enters the first organisations, before there is one to act for."""
    return Actor(
        account_ref=f"r-{BACK_ENTRY}",
        name="Trần Văn Ruộng",
        title="Chuyên viên theo dõi sổ khen thưởng",
        organisation_ref="",
        organisation_name="",
        roles=frozenset({Role.SPECIALIST}),
        origin=Origin.BACK_ENTRY,
    )
