"""People and organisations of the register as those whom a list may mean.

People stand under every name they were entered by.
"""

from collections.abc import Iterable
from datetime import date

from bangvang.registry.intake.matching import Known
from bangvang.registry.selectors.collectives import CollectiveNamed
from bangvang.registry.selectors.people import PersonSeen


def known_as(people: Iterable[PersonSeen]) -> tuple[Known, ...]:
    """Return each person, and once more for every record merged into theirs, by the same key."""
    return tuple(
        Known(
            key=person.ref,
            name=name,
            birth_on=birth_on,
            birth_year=birth_year,
            identity_digest=person.identity_digest,
            unit_names=person.unit_names,
        )
        for person in people
        for name, birth_on, birth_year in _descriptions(person)
    )


def collectives_known_as(bodies: Iterable[CollectiveNamed]) -> tuple[Known, ...]:
    """Return each organisation; its own name and those above it stand where a person's unit does.

    A list that names a body often repeats the name as its unit.
    """
    return tuple(
        Known(
            key=body.ref,
            name=body.name,
            birth_on=None,
            birth_year=None,
            identity_digest=None,
            unit_names=(body.name, *body.above),
        )
        for body in bodies
    )


def _descriptions(person: PersonSeen) -> list[tuple[str, date | None, int | None]]:
    own = (person.full_name, person.birth_on, person.birth_year)
    return [own, *((one.name, one.birth_on, one.birth_year) for one in person.earlier)]
