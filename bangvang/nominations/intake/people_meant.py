"""Whom the rows of a list mean among the people of the register, as their unit may read it.

A unit reads the records of its own people. Of somebody whom the register has elsewhere it is told
only that the name is there: whom a row means then is for the standing office to say (ADR 0046).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bangvang.nominations.intake.listed import Row
from bangvang.registry.intake.known import known_as
from bangvang.registry.intake.matching import Asked, match
from bangvang.registry.models import Organisation
from bangvang.registry.selectors.own_people import people_inside
from bangvang.registry.selectors.people import (
    PersonSeen,
    digest_of_identity_number,
    people_possibly_meant,
)


@dataclass(frozen=True)
class PersonMeant:
    """Whom one row means: `person` if that is sure, else whom of the unit it may mean and why.

    `is_elsewhere`: the register has the person outside the unit. `like_elsewhere`: how many more
    people outside the unit the row may mean.
    """

    person: PersonSeen | None
    candidates: tuple[tuple[PersonSeen, str], ...] = ()
    is_elsewhere: bool = False
    like_elsewhere: int = 0


def people_meant(rows: Sequence[Row], unit: Organisation) -> Mapping[int, PersonMeant]:
    """Return whom each row means, by the sheet's row number; a fixed number of queries."""
    digests = {row.row: digest_of(row) for row in rows}
    near = people_possibly_meant([row.name for row in rows], filter(None, digests.values()))
    people = {person.ref: person for person in near}
    inside = people_inside(people, unit.pk) if people else frozenset()
    known = known_as(near)
    meant = {}
    for row in rows:
        asked = Asked(row.name, row.birth, digests[row.row] or None, row.unit or unit.name)
        told = match(asked, known)
        if told.known_key:
            is_elsewhere = told.known_key not in inside
            meant[row.row] = PersonMeant(people[told.known_key], is_elsewhere=is_elsewhere)
            continue
        own = tuple((people[c.key], c.why) for c in told.candidates if c.key in inside)
        meant[row.row] = PersonMeant(None, own, like_elsewhere=len(told.candidates) - len(own))
    return meant


def digest_of(row: Row) -> str:
    """Return the digest of the identity number of a row; empty without one."""
    return digest_of_identity_number(row.identity_number) if row.identity_number else ""
