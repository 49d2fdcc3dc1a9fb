"""Whom of the whole register the rows of people may mean, as the standing office reads it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bangvang.foundation.vietnamese import ReadDate, name_key_loose
from bangvang.nominations.models import Nomination
from bangvang.registry.intake.known import known_as
from bangvang.registry.intake.matching import Asked, Known, Match, match
from bangvang.registry.selectors.people import PersonSeen, people_possibly_meant


@dataclass(frozen=True)
class Namesake:
    """Somebody of the register, and what speaks for and against it, in Vietnamese.

    `is_full`: born on the day that the row names, or of its identity number.
    """

    person: PersonSeen
    why: str
    is_full: bool


def namesakes_of(nomination: Nomination) -> tuple[Namesake, ...]:
    """Return whom the row may mean, likeliest first: by name or identity number, all units."""
    people, told = matched([nomination])
    found = told[nomination.pk]
    if found.known_key:
        return (_namesake(nomination, people[found.known_key], found.why),)
    return tuple(_namesake(nomination, people[one.key], one.why) for one in found.candidates)


def matched(rows: Sequence[Nomination]) -> tuple[Mapping[str, PersonSeen], Mapping[int, Match]]:
    """Return people by reference, and for each row whom it means; a fixed number of queries."""
    digests = {row.identity_digest for row in rows} - {""}
    near = people_possibly_meant({row.name for row in rows}, digests)
    by_name: defaultdict[str, list[Known]] = defaultdict(list)
    by_digest: defaultdict[str, list[Known]] = defaultdict(list)
    for known in known_as(near):
        by_name[name_key_loose(known.name)].append(known)
        if known.identity_digest:
            by_digest[known.identity_digest].append(known)
    told = {}
    for row in rows:
        digest = row.identity_digest
        among = [*by_name[name_key_loose(row.name)], *(by_digest[digest] if digest else ())]
        tried = (
            match(Asked(row.name, _birth(row), digest or None, unit), among) for unit in _units(row)
        )
        told[row.pk] = max(tried, key=lambda found: found.kind == "linked")
    return {person.ref: person for person in near}, told


def _units(row: Nomination) -> list[str]:
    """Return where the row says the person works, first as it is written, then the unit itself."""
    return [row.unit_name, row.unit_name.rpartition(", ")[2], row.batch.unit.name]


def _namesake(nomination: Nomination, person: PersonSeen, why: str) -> Namesake:
    is_born_then = nomination.birth_on is not None and nomination.birth_on == person.birth_on
    digest = nomination.identity_digest
    return Namesake(person, why, is_born_then or bool(digest and digest == person.identity_digest))


def _birth(nomination: Nomination) -> ReadDate | None:
    if on := nomination.birth_on:
        return ReadDate(on.year, on.month, on.day)
    return ReadDate(nomination.birth_year) if nomination.birth_year else None
