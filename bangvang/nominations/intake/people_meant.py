"""Whom the rows of a list mean among the people of their unit.

A unit reads the records of its own people. Whether anybody else of the name is in the register it
is not told at all: that is found out when the standing office takes the list up (ADR 0046).
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
    """Whom one row means: `person` if that is sure, else whom of the unit it may mean and why."""

    person: PersonSeen | None
    candidates: tuple[tuple[PersonSeen, str], ...] = ()


def people_meant(rows: Sequence[Row], unit: Organisation) -> Mapping[int, PersonMeant]:
    """Return whom each row means, by the sheet's row number; a fixed number of queries."""
    digests = {row.row: digest_of(row) for row in rows}
    near = people_possibly_meant([row.name for row in rows], filter(None, digests.values()))
    inside = people_inside([person.ref for person in near], unit.pk) if near else frozenset()
    people = {person.ref: person for person in near if person.ref in inside}
    known = known_as(people.values())
    meant = {}
    for row in rows:
        asked = Asked(row.name, row.birth, digests[row.row] or None, row.unit or unit.name)
        told = match(asked, known)
        meant[row.row] = PersonMeant(
            people[told.known_key] if told.known_key else None,
            tuple((people[one.key], one.why) for one in told.candidates),
        )
    return meant


def digest_of(row: Row) -> str:
    """Return the digest of the identity number of a row; empty without one."""
    return digest_of_identity_number(row.identity_number) if row.identity_number else ""
