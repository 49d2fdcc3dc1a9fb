"""Say which person of the register heads a household."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Unseen, refuse_if
from bangvang.registry.models import Householder, Organisation
from bangvang.registry.models.organisations import OrganisationKind
from bangvang.registry.permissions.householders import HEAD_ALREADY, objection_to_heading
from bangvang.registry.selectors.holders import holder_named, person_named
from bangvang.registry.states import HolderKind


@transaction.atomic
def name_householder(
    household_ref: str, person_ref: str, *, seen: str, actor: Actor, at: datetime
) -> None:
    """Link the household to the person, in the place of whoever was named before.

    `seen` is the reference of the person whom the page showed, empty for nobody.

    Raises:
        Unseen: there is no such household or no such person.
        Refused: not the standing office, the same person, or changed since it was seen (`STALE`).
    """
    household = household_named(household_ref)
    stands = Householder.objects.filter(household=household).select_related("person").first()
    refuse_if(objection_to_heading(actor, stands, seen))
    person = person_named(person_ref, lock=True)
    if stands is not None:
        refuse_if(HEAD_ALREADY if stands.person_id == person.pk else None)
        stands.ended_at = at
        stands.save(update_fields=["ended_at"])
    Householder.objects.create(
        household=household,
        person=person,
        named_by_ref=actor.account_ref,
        named_by_name=actor.name,
        named_at=at,
    )
    record(
        actor=actor,
        at=at,
        verb="name_householder",
        subject=("organisation", household.ref),
        said=f"Ghi chủ hộ của {household.name}: {person.full_name}.",
        details={"person": person.ref},
    )


def household_named(ref: str) -> Organisation:
    """Return the household, locked; for one that was merged, the one that stands.

    Raises:
        Unseen: there is none.
    """
    holder = holder_named(HolderKind.ORGANISATION, ref, lock=True)
    if not isinstance(holder, Organisation) or holder.kind != OrganisationKind.HOUSEHOLD:
        raise Unseen
    return holder
