"""Enter a foreign collective, which stands under its country and in no tree."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.db.turns import wait_for_turn
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import fold, tidy
from bangvang.registry.actions.entering_recipients import country_for, enter_apart
from bangvang.registry.actions.turn import RECIPIENTS_TURN
from bangvang.registry.models.organisations import OrganisationKind
from bangvang.registry.permissions.recipients import objection_to_country, objection_to_registering
from bangvang.registry.selectors.recipients import country_called, objection_to_foreign_name


@transaction.atomic
def register_foreign_collective(
    name: str, *, country: str, is_other: bool = False, actor: Actor, at: datetime
) -> str:
    """Enter the collective as it is written and return its reference; its country too, if new.

    `is_other`: somebody saw which one it may be, and says that it is another.

    Raises:
        Refused: not the standing office, no name, no country, Vietnam, or one of that name is
            there.
    """
    written = tidy(name)
    refuse_if(objection_to_registering(actor, written))
    refuse_if(objection_to_country(fold(tidy(country))))
    wait_for_turn(RECIPIENTS_TURN)
    refuse_if(objection_to_foreign_name(written, country_called(country), is_other=is_other))
    home = country_for(country, actor=actor, at=at)
    collective = enter_apart(written, OrganisationKind.FOREIGN, home, on=at.date())
    record(
        actor=actor,
        at=at,
        verb="register_foreign_collective",
        subject=("organisation", collective.ref),
        said=f"Ghi tập thể người nước ngoài {written}, {home.name} vào sổ.",
    )
    return collective.ref
