"""Put an officer in charge of a unit with everything below it, or of one award."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q

from bangvang.appraisal.models import Charge
from bangvang.appraisal.permissions import objection_to_heading
from bangvang.appraisal.permissions.charges import (
    ONE_MATTER,
    UNIT_ENDED,
    UNKNOWN_AWARD,
    Officer,
    objection_to_double,
    objection_to_receiving,
)
from bangvang.appraisal.selectors.charges import matter_of
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.db.turns import wait_for_turn
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import say_date
from bangvang.law import catalogue
from bangvang.registry.models import Organisation
from bangvang.registry.selectors.organisations import organisation_named

CHARGES_TURN = 4_170_043


@transaction.atomic
def give_charge(
    to: Officer, *, unit_ref: str, award_code: str, since: date, actor: Actor, at: datetime
) -> str:
    """Let somebody follow a matter from a day on, until an end is recorded; return the reference.

    Raises:
        Unseen: there is no such body.
        Refused: not the head of the office, not one matter, a body that is not there that day, an
            unknown award, no specialist or one who serves that body, or somebody is in charge.
    """
    refuse_if(objection_to_heading(actor))
    wait_for_turn(CHARGES_TURN)
    refuse_if(None if bool(unit_ref) != bool(award_code) else ONE_MATTER)
    refuse_if(UNKNOWN_AWARD if award_code and award_code not in catalogue() else None)
    unit = organisation_named(unit_ref) if unit_ref else None
    refuse_if(UNIT_ENDED if unit and not _is_there(unit, since) else None)
    refuse_if(objection_to_receiving(to, (unit_ref,)))
    same = Charge.objects.filter(unit=unit, award_code=award_code)
    running = same.filter(Q(until__isnull=True) | Q(until__gt=since)).order_by("-since", "pk")
    refuse_if(objection_to_double(list(running), since))
    made = Charge.objects.create(
        account_ref=to.ref,
        account_name=to.actor.name,
        unit=unit,
        award_code=award_code,
        since=since,
    )
    record(
        actor=actor,
        at=at,
        verb="give_charge",
        subject=("charge", made.ref),
        said=f"Phân công {to.actor.name} theo dõi {matter_of(made, since)} từ {say_date(since)}.",
        details={"account": to.ref, "unit": unit_ref, "award": award_code},
    )
    return made.ref


def _is_there(unit: Organisation, on: date) -> bool:
    return unit.since <= on and (unit.until is None or unit.until > on)
