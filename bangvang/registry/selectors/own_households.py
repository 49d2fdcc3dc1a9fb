"""The households of a unit that is a commune: of today's, and of those that became it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from bangvang.registry.models import Award, Organisation
from bangvang.registry.models.organisations import OrganisationKind
from bangvang.registry.selectors.taken_over import units_taken_over


@dataclass(frozen=True)
class OwnHousehold:
    """A household in the unit's list; `where` is the commune that it was entered in."""

    ref: str
    name: str
    where: str
    awards: int


@dataclass(frozen=True)
class OwnHouseholds:
    """One page of the households, and how many were found in all."""

    households: tuple[OwnHousehold, ...]
    count: int


def households_of(unit: Organisation) -> QuerySet[Organisation]:
    """Return the households entered in this commune, or in one that merged into it alone."""
    here = Q(parent=unit) | Q(parent__in=units_taken_over(unit.ref))
    return Organisation.with_apart.filter(here, kind=OrganisationKind.HOUSEHOLD)


def households_seen(rows: QuerySet[Organisation]) -> Iterator[OwnHousehold]:
    """Return how a list shows them; two queries."""
    some = list(rows)
    held = Award.objects.filter(organisation__in=[one.pk for one in some]).order_by()
    counted = dict(held.values_list("organisation").annotate(count=Count("pk")))
    for one in some:
        where = one.parent.name if one.parent else ""
        yield OwnHousehold(one.ref, one.name, where, counted.get(one.pk, 0))
