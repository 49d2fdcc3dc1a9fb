"""Enter a household, which stands under its commune and is no body."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.db.turns import wait_for_turn
from bangvang.foundation.objection import Refused, refuse_if
from bangvang.foundation.vietnamese import tidy
from bangvang.registry.actions.entering_recipients import enter_apart
from bangvang.registry.actions.turn import RECIPIENTS_TURN
from bangvang.registry.models.organisations import OrganisationKind
from bangvang.registry.permissions.recipients import (
    NOT_A_COMMUNE,
    NOT_A_HOUSEHOLD,
    objection_to_registering,
)
from bangvang.registry.selectors.recipients import (
    commune_named,
    household_key,
    objection_to_household_name,
)


@transaction.atomic
def register_household(
    name: str, *, commune_ref: str, is_other: bool = False, actor: Actor, at: datetime
) -> str:
    """Enter the household as it is written and return its reference.

    `is_other`: somebody saw which households of the commune it may be, and says that it is none.

    Raises:
        Refused: not the standing office, no name, none of a household, not an open commune, or one
            of that name is there.
    """
    written = tidy(name)
    refuse_if(objection_to_registering(actor, written))
    refuse_if(None if household_key(written) else NOT_A_HOUSEHOLD)
    wait_for_turn(RECIPIENTS_TURN)
    commune = commune_named(commune_ref)
    if commune is None:
        raise Refused(NOT_A_COMMUNE)
    refuse_if(objection_to_household_name(written, commune, is_other=is_other))
    household = enter_apart(written, OrganisationKind.HOUSEHOLD, commune, on=at.date())
    record(
        actor=actor,
        at=at,
        verb="register_household",
        subject=("organisation", household.ref),
        said=f"Ghi {written}, {commune.name} vào sổ.",
    )
    return household.ref
