"""Who heads a household, and which households a person heads."""

from dataclasses import dataclass
from datetime import date

from bangvang.registry.models import Householder, Organisation
from bangvang.registry.models.organisations import OrganisationKind


@dataclass(frozen=True)
class HeadSeen:
    """Who heads a household, as the register describes them."""

    ref: str
    full_name: str
    birth_on: date | None
    birth_year: int | None
    unit_name: str


@dataclass(frozen=True)
class HouseholdSeen:
    """A household with its commune."""

    ref: str
    name: str
    where: str


def householder_of(household: Organisation) -> HeadSeen | None:
    """Return who heads it, nobody if nobody was named; no query for what is no household."""
    if household.kind != OrganisationKind.HOUSEHOLD:
        return None
    rows = Householder.objects.filter(household=household)
    found = rows.select_related("person__organisation").first()
    if found is None:
        return None
    who = found.person
    return HeadSeen(who.ref, who.full_name, who.birth_on, who.birth_year, who.organisation.name)


def households_headed(person_id: int) -> tuple[HouseholdSeen, ...]:
    """Return the households that a person heads, by name; one query."""
    standing = Householder.objects.filter(person=person_id, household__merged_into__isnull=True)
    rows = standing.order_by("household__sort_key", "pk")
    named = rows.values_list("household__ref", "household__name", "household__parent__name")
    return tuple(HouseholdSeen(*row) for row in named)
