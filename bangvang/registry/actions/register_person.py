"""Enter a person into the register."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.vietnamese import name_key, name_key_loose, person_sort_key, tidy
from bangvang.registry.models import Person
from bangvang.registry.selectors.organisations import organisation_named


@dataclass(frozen=True)
class PersonAsKnown:
    """What is known of a person when the register first hears of them.

    `birth_year` may stand alone when only the year is known. `identity_digest` is a keyed digest,
    never the number.
    """

    full_name: str
    organisation_ref: str
    birth_on: date | None = None
    birth_year: int | None = None
    sex: str = ""
    position: str = ""
    identity_digest: str | None = None
    identity_tail: str = ""


@transaction.atomic
def register_person(known: PersonAsKnown, *, actor: Actor, at: datetime) -> str:
    """Enter a person and return the reference; whether it is a new person was settled before.

    Raises:
        Unseen: there is no such organisation.
    """
    written = tidy(known.full_name)
    person = Person.objects.create(
        full_name=written,
        name_fold=name_key_loose(written),
        name_key=name_key(written),
        sort_key=person_sort_key(written),
        birth_on=known.birth_on,
        birth_year=known.birth_on.year if known.birth_on else known.birth_year,
        sex=known.sex,
        identity_digest=known.identity_digest,
        identity_tail=known.identity_tail,
        position=known.position,
        organisation=organisation_named(known.organisation_ref),
    )
    record(
        actor=actor,
        at=at,
        verb="register_person",
        subject=("person", person.ref),
        said=f"Ghi {written} vào sổ.",
    )
    return person.ref
