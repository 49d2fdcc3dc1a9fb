"""Whom of the whole register the row of a person may mean, as the standing office reads it."""

from dataclasses import dataclass

from bangvang.foundation.vietnamese import ReadDate
from bangvang.nominations.models import Nomination
from bangvang.registry.intake.known import known_as
from bangvang.registry.intake.matching import Asked, match
from bangvang.registry.selectors.people import PersonSeen, people_possibly_meant


@dataclass(frozen=True)
class Namesake:
    """Somebody of the register, and what speaks for and against it, in Vietnamese."""

    person: PersonSeen
    why: str


def namesakes_of(nomination: Nomination) -> tuple[Namesake, ...]:
    """Return whom the row may mean, likeliest first: by name or identity number, all units."""
    digest = nomination.identity_digest
    people = people_possibly_meant([nomination.name], [digest] if digest else [])
    asked = Asked(nomination.name, _birth(nomination), digest or None, nomination.batch.unit.name)
    told = match(asked, known_as(people))
    by_ref = {person.ref: person for person in people}
    if told.known_key:
        return (Namesake(by_ref[told.known_key], told.why),)
    return tuple(Namesake(by_ref[one.key], one.why) for one in told.candidates)


def _birth(nomination: Nomination) -> ReadDate | None:
    if on := nomination.birth_on:
        return ReadDate(on.year, on.month, on.day)
    return ReadDate(nomination.birth_year) if nomination.birth_year else None
