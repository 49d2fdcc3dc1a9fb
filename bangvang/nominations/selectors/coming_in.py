"""Reading files that are coming in: only whoever sends one, for the same unit."""

from dataclasses import dataclass

from bangvang.foundation.actor import Actor
from bangvang.foundation.files import parts
from bangvang.foundation.objection import Unseen
from bangvang.nominations.models import ComingIn


@dataclass(frozen=True)
class Arrived:
    """How far a file has come."""

    ref: str
    name: str
    size_bytes: int
    received_bytes: int

    @property
    def is_whole(self) -> bool:
        """Whether all of it is there."""
        return self.received_bytes == self.size_bytes


def coming_in_for(actor: Actor, ref: str, *, lock: bool = False) -> ComingIn:
    """Return a file on its way.

    Raises:
        Unseen: this account, for this unit, sends no such file; or its day has passed.
    """
    own = ComingIn.objects.filter(account_ref=actor.account_ref, unit_ref=actor.organisation_ref)
    found = own.filter(ref=ref)
    one = (found.select_for_update() if lock else found).first()
    if one is None:
        raise Unseen
    return one


def arrived(actor: Actor, ref: str) -> Arrived:
    """Return how far a file has come.

    Raises:
        Unseen: this account, for this unit, sends no such file.
    """
    one = coming_in_for(actor, ref)
    return Arrived(one.ref, one.name, one.size_bytes, one.received_bytes)


def whole_file(actor: Actor, ref: str) -> tuple[bytes, str] | None:
    """Return content and name of a file that has come in, None while pieces are missing.

    Raises:
        Unseen: this account, for this unit, sends no such file.
    """
    one = coming_in_for(actor, ref)
    if one.received_bytes != one.size_bytes:
        return None
    content = parts.read_whole(one.ref, one.size_bytes)
    return None if content is None else (content, one.name)
