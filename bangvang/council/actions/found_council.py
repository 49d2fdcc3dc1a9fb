"""Enter a council that stands at an organisation."""

from datetime import datetime

from django.db import transaction

from bangvang.council.models import Council
from bangvang.council.permissions.councils import objection_to_keeping_council
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import tidy
from bangvang.registry.selectors.organisations import organisation_named


@transaction.atomic
def found_council(name: str, organisation_ref: str, *, actor: Actor, at: datetime) -> str:
    """Enter a council and return its reference.

    Raises:
        Unseen: there is no such organisation.
        Refused: not the secretary.
    """
    refuse_if(objection_to_keeping_council(actor))
    organisation = organisation_named(organisation_ref)
    council = Council.objects.create(name=tidy(name), organisation=organisation)
    record(
        actor=actor,
        at=at,
        verb="found_council",
        subject=("council", council.ref),
        said=f"Ghi {council.name} vào hệ thống.",
    )
    return council.ref
