"""Record that a unit has a file with a State secret: its number and nothing else."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.db.turns import wait_for_turn
from bangvang.foundation.objection import refuse_if
from bangvang.nominations.models import SecretFile
from bangvang.nominations.permissions import objection_to_preparing
from bangvang.nominations.permissions.secret_files import (
    NUMBER_TAKEN,
    objection_to_secret_number,
)
from bangvang.nominations.states import SecretState
from bangvang.registry.selectors.organisations import organisation_named

SECRET_TURN = 4_170_061
"""Numbers are kept one after the other, so that one number is refused to the second."""


@transaction.atomic
def register_secret(number: str, *, actor: Actor, at: datetime) -> str:
    """Keep the number and return the reference; the unit holds the file.

    Raises:
        Refused: not a unit's officer or head, no number, or a number of another file.
    """
    refuse_if(objection_to_preparing(actor, actor.organisation_ref))
    refuse_if(objection_to_secret_number(number))
    unit = organisation_named(actor.organisation_ref)
    wait_for_turn(SECRET_TURN)
    refuse_if(
        NUMBER_TAKEN if SecretFile.objects.filter(unit=unit, number=number).exists() else None
    )
    file = SecretFile.objects.create(
        number=number, unit=unit, state=SecretState.AT_UNIT, holder=unit.name, held_since=at
    )
    record(
        actor=actor,
        at=at,
        verb="register_secret",
        subject=("secret_file", file.ref),
        said=f"Ghi hồ sơ bí mật nhà nước số {number}.",
    )
    return file.ref
