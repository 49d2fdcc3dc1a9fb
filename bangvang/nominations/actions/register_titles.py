"""Register a title for some people or collectives of the own unit."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localtime

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.db.turns import wait_for_turn
from bangvang.foundation.objection import Unseen, refuse_if
from bangvang.law import Subject, award_name
from bangvang.nominations.actions.open_registration_year import REGISTRATION_TURN
from bangvang.nominations.models import RegisteredTitle, Registration, RegistrationYear
from bangvang.nominations.permissions.registrations import (
    NOBODY,
    NOT_A_TITLE,
    NOT_UNIT,
    objection_to_registering,
)
from bangvang.nominations.selectors.registrations import day_of, titles_on, year_for
from bangvang.nominations.states import RegistrationState
from bangvang.registry.models import Organisation
from bangvang.registry.selectors.own_bodies import bodies_below
from bangvang.registry.selectors.own_people import unit_of, visible_to


@transaction.atomic
def register_titles(
    year_ref: str,
    award_code: str,
    refs: Collection[str],
    *,
    subject: Subject,
    actor: Actor,
    at: datetime,
) -> int:
    """Add the title for each and return how many were not there yet.

    The first title begins the unit's registration of the year.

    Raises:
        Unseen: no such year, or one of them is not of the unit.
        Refused: not of a unit, handed in already, nobody, or a title that is not for them.
    """
    wait_for_turn(REGISTRATION_TURN)
    year, unit = year_for(actor, year_ref), unit_of(actor)
    refuse_if(NOT_UNIT if unit is None else None)
    refuse_if(None if refs else NOBODY)
    fits = any(code == award_code and subject in for_ for code, _, for_ in titles_on(year.year))
    refuse_if(None if fits else NOT_A_TITLE)
    registration = _begun(year, unit, actor)
    rows = _rows(registration, award_code, set(refs), subject, actor, at)
    made = [row for row in rows if not _is_there(row)]
    RegisteredTitle.objects.bulk_create(made)
    registration.version += 1
    registration.save(update_fields=["version"])
    record(
        actor=actor,
        at=at,
        verb="register_titles",
        subject=("registration", registration.ref),
        said=f"Đăng ký {award_name(award_code, day_of(year.year))} năm {year.year} cho "
        f"{len(made)} {'người' if subject is Subject.PERSON else 'tập thể'}.",
        details={"award": award_code, "count": len(made)},
    )
    return len(made)


def _begun(year: RegistrationYear, unit: Organisation | None, actor: Actor) -> Registration:
    found = Registration.objects.select_for_update().filter(year=year, unit=unit).first()
    state = RegistrationState(found.state) if found else RegistrationState.DRAFT
    refuse_if(objection_to_registering(actor, state))
    if found is not None or unit is None:
        return found or Registration()
    return Registration.objects.create(year=year, unit=unit, state=RegistrationState.DRAFT)


def _rows(
    registration: Registration,
    code: str,
    refs: set[str],
    subject: Subject,
    actor: Actor,
    at: datetime,
) -> list[RegisteredTitle]:
    """Return a row for each.

    Raises:
        Unseen: one of them is not of the unit.
    """
    of = {"registration": registration, "award_code": code, "subject": subject.value}
    if subject is Subject.PERSON:
        people = visible_to(actor).filter(ref__in=refs)
        rows = [
            RegisteredTitle(**of, person=one, name=one.full_name, sort_key=one.sort_key)
            for one in people
        ]
    else:
        own = Organisation.objects.filter(ref=actor.organisation_ref)
        bodies = bodies_below(actor, on=localtime(at).date()) | own
        rows = [
            RegisteredTitle(**of, body=one, name=one.name, sort_key=one.sort_key)
            for one in bodies.filter(ref__in=refs)
        ]
    if len(rows) != len(refs):
        raise Unseen
    return rows


def _is_there(row: RegisteredTitle) -> bool:
    return RegisteredTitle.objects.filter(
        registration=row.registration, award_code=row.award_code, person=row.person, body=row.body
    ).exists()
