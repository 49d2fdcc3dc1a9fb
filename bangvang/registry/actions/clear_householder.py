"""Take back who heads a household: the household stands without a person again."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Refused, refuse_if
from bangvang.registry.actions.name_householder import household_named
from bangvang.registry.models import Householder
from bangvang.registry.permissions.householders import NO_HEAD, objection_to_heading


@transaction.atomic
def clear_householder(household_ref: str, *, seen: str, actor: Actor, at: datetime) -> None:
    """End the link; who was named, and until when, stays in the database.

    Raises:
        Unseen: there is no such household.
        Refused: not the standing office, nobody is named, or changed since it was seen (`STALE`).
    """
    household = household_named(household_ref)
    stands = Householder.objects.filter(household=household).select_related("person").first()
    refuse_if(objection_to_heading(actor, stands, seen))
    if stands is None:
        raise Refused(NO_HEAD)
    stands.ended_at = at
    stands.save(update_fields=["ended_at"])
    record(
        actor=actor,
        at=at,
        verb="clear_householder",
        subject=("organisation", household.ref),
        said=f"Bỏ ghi chủ hộ của {household.name}: {stands.person.full_name}.",
        details={"person": stands.person.ref},
    )
