"""Enter a foreigner, named as written."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.db.turns import wait_for_turn
from bangvang.foundation.objection import Unseen, refuse_if
from bangvang.foundation.vietnamese import fold, name_key, name_key_loose, text_sort_key, tidy
from bangvang.registry.actions.entering_recipients import country_for
from bangvang.registry.actions.turn import RECIPIENTS_TURN
from bangvang.registry.models import Organisation, Person
from bangvang.registry.permissions.recipients import (
    UNIT_OVER,
    ForeignerSaid,
    objection_to_birth,
    objection_to_country,
    objection_to_registering,
)
from bangvang.registry.selectors.holders import holder_named
from bangvang.registry.selectors.recipients import objection_to_foreigner
from bangvang.registry.states import HolderKind


@transaction.atomic
def register_foreigner(
    said: ForeignerSaid, *, is_other: bool = False, actor: Actor, at: datetime
) -> str:
    """Enter the person and return the reference; the country too, if the register has it not.

    The name stays as it is written and is sorted so: which of its words is the given name is not
    known. `is_other`: somebody saw who it may be, and says that it is somebody else.

    Raises:
        Unseen: there is no such unit.
        Refused: not the standing office, no name, no country, Vietnam, a birth that cannot be, a
            unit that has ended, or a namesake of that country is there.
    """
    written, country = tidy(said.full_name), tidy(said.country)
    refuse_if(objection_to_registering(actor, written))
    refuse_if(objection_to_country(fold(country)))
    refuse_if(objection_to_birth(said, on=at.date()))
    wait_for_turn(RECIPIENTS_TURN)
    refuse_if(objection_to_foreigner(written, country, is_other=is_other))
    home = country_for(country, actor=actor, at=at)
    person = Person.objects.create(
        full_name=written,
        name_fold=name_key_loose(written),
        name_key=name_key(written),
        sort_key=text_sort_key(written),
        birth_on=said.birth_on,
        birth_year=said.birth_on.year if said.birth_on else said.birth_year,
        sex=said.sex,
        position=tidy(said.position),
        organisation=_unit(said.unit_ref) if said.unit_ref else home,
        nationality=home.name,
    )
    record(
        actor=actor,
        at=at,
        verb="register_foreigner",
        subject=("person", person.ref),
        said=f"Ghi người nước ngoài {written}, {home.name} vào sổ.",
    )
    return person.ref


def _unit(ref: str) -> Organisation:
    unit = holder_named(HolderKind.ORGANISATION, ref)
    if not isinstance(unit, Organisation):  # pragma: no cover  # for the type checker
        raise Unseen
    refuse_if(UNIT_OVER if unit.until is not None else None)
    return unit
