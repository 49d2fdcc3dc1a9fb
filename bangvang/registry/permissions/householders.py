"""Why an actor may not say who heads a household, or nothing if they may."""

from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import Objection
from bangvang.registry.models import Householder
from bangvang.registry.permissions import NOT_OFFICE, OFFICE, STALE

HEAD_ALREADY = Objection("HEAD_ALREADY", "Sổ đang ghi đúng người này là chủ hộ.")
NO_HEAD = Objection("NO_HEAD", "Hộ này chưa ghi chủ hộ.")


def objection_to_heading(actor: Actor, stands: Householder | None, seen: str) -> Objection | None:
    """The standing office says so, having seen who was named until now."""
    if not actor.has(*OFFICE):
        return NOT_OFFICE
    return None if (stands.person.ref if stands else "") == seen else STALE
