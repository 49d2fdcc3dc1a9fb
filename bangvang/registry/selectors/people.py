"""Reading people: whom a written name may mean, and what their record holds."""

import hashlib
import hmac
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from django.conf import settings
from django.db.models import Q
from django.db.models.expressions import RawSQL

from bangvang.foundation.db.among import among_texts, is_among
from bangvang.foundation.vietnamese import name_key_loose
from bangvang.registry.models import Award, Initiative, Organisation, Person
from bangvang.registry.selectors.body_names import other_names
from bangvang.registry.selectors.holdings import Holding, PersonHistory, histories_held
from bangvang.registry.states import HolderKind

__all__ = [
    "Earlier",
    "Holding",
    "PersonHistory",
    "PersonNear",
    "PersonSeen",
    "awards_in_years",
    "digest_of_identity_number",
    "histories_of",
    "holds_already",
    "initiatives_among",
    "people_born",
    "people_near",
    "people_possibly_meant",
    "people_seen",
    "person_seen",
    "unit_names_of",
]


@dataclass(frozen=True)
class Earlier:
    """How a record described the person that was merged into this one."""

    name: str
    birth_on: date | None
    birth_year: int | None


@dataclass(frozen=True)
class PersonSeen:
    """A person as the working pages show one; `earlier` only where it was asked for."""

    ref: str
    full_name: str
    birth_on: date | None
    birth_year: int | None
    sex: str
    position: str
    organisation_ref: str
    organisation_name: str
    unit_names: tuple[str, ...]
    """What the unit and those above it are called, then what they were called."""
    identity_digest: str | None
    identity_tail: str
    earlier: tuple[Earlier, ...] = ()
    nationality: str = ""
    """The country of a foreigner; empty for everybody else."""
    ethnicity: str = ""


def digest_of_identity_number(number: str) -> str:
    """Return the keyed digest (HMAC-SHA-256) by which identity numbers are compared."""
    return hmac.new(settings.IDENTITY_KEY.encode(), number.encode(), hashlib.sha256).hexdigest()


def people_possibly_meant(names: Iterable[str], digests: Iterable[str]) -> list[PersonSeen]:
    """Return everybody whose folded name or identity digest is among those asked for.

    Also whoever was once entered so and merged since: then the record that stands, with what the
    other one said as `earlier`. Two queries for a whole list, and one for each level of units; the
    caller sorts out who matches which row.
    """
    folded = {name_key_loose(name) for name in names}
    asked = Q(name_fold__in=folded) | Q(identity_digest__in=list(digests))
    merged = Person.with_merged.filter(asked, merged_into__isnull=False).order_by("pk")
    earlier: dict[int, list[Earlier]] = {}
    for one in merged:
        said = Earlier(one.full_name, one.birth_on, one.birth_year)
        earlier.setdefault(one.merged_into_id or 0, []).append(said)
    people = Person.objects.filter(asked | Q(pk__in=list(earlier)))
    rows = list(people.select_related("organisation").order_by("sort_key", "pk"))
    seen = people_seen(rows)
    return [
        replace(one, earlier=tuple(earlier.get(row.pk, ())))
        for one, row in zip(seen, rows, strict=True)
    ]


class PersonNear(NamedTuple):
    """Somebody whom a row of a list may mean, as far as it tells people apart."""

    pk: int
    ref: str
    full_name: str
    name_fold: str
    birth_on: date | None
    birth_year: int | None
    identity_digest: str | None
    organisation_id: int


def people_near(folded: Collection[str], digests: Collection[str]) -> list[PersonNear]:
    """Return who has one of these folded names or identity digests, no merged records."""
    named = Q(name_fold__in=among_texts(folded))
    return _near(named | Q(identity_digest__in=among_texts(digests)) if digests else named)


def people_born(born: Collection[tuple[str, date]]) -> list[PersonNear]:
    """Return who has one of these folded names and was, or may have been, born on its day."""
    names = {name for name, _ in born}
    undated = _near(Q(birth_on__isnull=True, name_fold__in=among_texts(names)))
    return [*_near(is_among(Person, ("name_fold", "birth_on"), born)), *undated]


def _near(asked: Q | RawSQL) -> list[PersonNear]:
    rows = Person.objects.filter(asked).order_by("sort_key", "pk")
    return [PersonNear(*row) for row in rows.values_list(*PersonNear._fields)]


def unit_names_of(organisation_ids: Collection[int]) -> dict[int, tuple[str, ...]]:
    """Return what each of these and those above it are called, then what they were called."""
    return {pk: tuple(names) for pk, names in _names_above(set(organisation_ids)).items()}


def histories_of(refs: Iterable[str]) -> dict[str, PersonHistory]:
    """Return the history of each of these people, in three queries for two thousand."""
    ids = dict(Person.objects.filter(ref__in=list(refs)).values_list("pk", "ref"))
    return histories_held(HolderKind.PERSON, ids)


def holds_already(ref: str, *, code: str, kind: str, year: int, decision_no: str) -> bool:
    """Tell whether the person holds just this award of just this decision."""
    return Award.objects.filter(
        person__ref=ref, code=code, kind=kind, year=year, decision_no=decision_no
    ).exists()


def awards_in_years(refs: Iterable[str], years: Iterable[int]) -> dict[tuple[str, int], list[str]]:
    """Return the codes of the awards that these people hold of these years, revoked ones left out.

    By person and achievement year; one query.
    """
    held = Award.objects.filter(person__ref__in=list(refs), year__in=list(years), revoked_on=None)
    found: dict[tuple[str, int], list[str]] = {}
    for ref, year, code in held.order_by("decided_on", "pk").values_list(
        "person__ref", "year", "code"
    ):
        found.setdefault((ref, year), []).append(code)
    return found


def initiatives_among(person_ref: str, refs: Iterable[str]) -> frozenset[str]:
    """Return which of these references of records are initiatives of the person."""
    found = Initiative.objects.filter(person__ref=person_ref, ref__in=list(refs))
    return frozenset(found.values_list("ref", flat=True))


def people_seen(people: Iterable[Person]) -> list[PersonSeen]:
    """Return people as the working pages show them, with the units above each."""
    rows = list(people)
    above = _names_above({row.organisation_id for row in rows})
    return [person_seen(p, tuple(above[p.organisation_id])) for p in rows]


def person_seen(p: Person, unit_names: tuple[str, ...] = ()) -> PersonSeen:
    """Return one person as the working pages show one; asks nothing if the unit was read."""
    return PersonSeen(
        ref=p.ref,
        full_name=p.full_name,
        birth_on=p.birth_on,
        birth_year=p.birth_year,
        sex=p.sex,
        position=p.position,
        organisation_ref=p.organisation.ref,
        organisation_name=p.organisation.name,
        unit_names=unit_names,
        identity_digest=p.identity_digest,
        identity_tail=p.identity_tail,
        nationality=p.nationality,
        ethnicity=p.ethnicity,
    )


def _names_above(organisation_ids: set[int]) -> dict[int, Sequence[str]]:
    """Return, for each organisation, its own name and those of what it belongs to, old ones too."""
    known: dict[int, tuple[str, int | None]] = {}
    wanted: set[int] = set(organisation_ids)
    while wanted:
        rows = Organisation.with_apart.filter(pk__in=wanted).values_list("pk", "name", "parent_id")
        known |= {pk: (name, parent) for pk, name, parent in rows}
        wanted = {parent for _, parent in known.values() if parent is not None} - known.keys()
    others = other_names(known)
    chains: dict[int, Sequence[str]] = {}
    for start in organisation_ids:
        names: list[str] = []
        older: list[str] = []
        here: int | None = start
        while here is not None:
            older += others[here]
            name, here = known[here]
            names.append(name)
        chains[start] = [*names, *older]
    return chains
