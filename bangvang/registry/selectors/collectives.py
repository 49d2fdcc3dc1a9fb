"""Reading organisations as holders of awards, and the roll of their members."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from bangvang.foundation.vietnamese import fold
from bangvang.registry.models import Award, Bar, Completeness, Grade, Organisation, Person
from bangvang.registry.selectors.holdings import PersonHistory, histories_held
from bangvang.registry.selectors.organisations import (
    above_of,
    branch_of,
    organisation_named,
)
from bangvang.registry.states import FROM_CANH_CAO, BarKind, HolderKind

LDTT, CSTDCS = "LDTT", "CSTDCS"
KINDS_OF_A_ROLL = ("AWARD", "GRADE")


@dataclass(frozen=True)
class Roll:
    """The members of an organisation in one year, counted in people.

    Members are the people whom the register has in the organisation or below it today; who has
    left is not among them, and nobody's unit of an earlier year is known. Without `is_complete`
    every number but `people` is a lower bound: of some member it is not known whether the awards
    and grades of that year are all there. `disciplined` (cảnh cáo and heavier, by a discipline
    that begins in the year) is always only what was recorded: no register of disciplines is known
    to be whole.
    """

    organisation_ref: str
    year: int
    people: int
    titled: int
    """How many hold Lao động tiên tiến."""
    fighters: int
    """How many hold Chiến sĩ thi đua cơ sở."""
    grades: Mapping[str, int]
    """How many have which grade, by its code."""
    disciplined: int
    is_complete: bool


@dataclass(frozen=True)
class CollectiveNamed:
    """An organisation that a name may mean, with the names of those above it, lowest first."""

    ref: str
    name: str
    above: tuple[str, ...]


def collectives_named(names: Iterable[str]) -> list[CollectiveNamed]:
    """Return the organisations of these names, folded; two queries and one a level above."""
    wanted = {fold(name) for name in names} - {""}
    found = Organisation.objects.filter(name_fold__in=wanted).order_by("sort_key", "pk")
    rows = list(found.values_list("pk", "ref", "name"))
    lines = above_of(pk for pk, _, _ in rows)
    return [
        CollectiveNamed(ref, name, tuple(one.name for one in lines[pk] if one.pk != pk))
        for pk, ref, name in rows
    ]


def histories_of_organisations(refs: Iterable[str]) -> dict[str, PersonHistory]:
    """Return the history of each of these organisations, in three queries for two thousand."""
    found = Organisation.with_apart.filter(ref__in=list(refs))
    return histories_held(HolderKind.ORGANISATION, dict(found.values_list("pk", "ref")))


def roll_of(organisation_ref: str, year: int) -> Roll:
    """Return the roll of an organisation, its sub-units included, for one achievement year.

    For the law, and for pages of the standing office and the inspector: it tells of disciplines.

    Raises:
        Unseen: there is no such organisation.
    """
    organisation = organisation_named(organisation_ref)
    members = Person.objects.filter(organisation__in=branch_of(organisation.pk))
    ids = set(members.values_list("pk", flat=True))
    graded = Grade.objects.filter(person__in=members, year=year)
    disciplined = Bar.objects.filter(
        person__in=members,
        kind=BarKind.DISCIPLINED,
        level__in=[level.value for level in FROM_CANH_CAO],
        since__year=year,
        withdrawn_at__isnull=True,
    )
    holders = _holders(members, year)
    return Roll(
        organisation_ref=organisation_ref,
        year=year,
        people=len(ids),
        titled=holders.get(LDTT, 0),
        fighters=holders.get(CSTDCS, 0),
        grades=Counter(graded.values_list("code", flat=True)),
        disciplined=len(set(disciplined.values_list("person", flat=True))),
        is_complete=bool(ids) and _are_whole(members, year, ids),
    )


def _holders(members: QuerySet[Person], year: int) -> dict[str, int]:
    """Return how many members hold each of the two titles, revoked ones left out."""
    found = Award.objects.filter(
        person__in=members, code__in=(LDTT, CSTDCS), year=year, revoked_on__isnull=True
    )
    return Counter(code for code, _ in set(found.values_list("code", "person")))


def _are_whole(members: QuerySet[Person], year: int, ids: set[int]) -> bool:
    known = Completeness.objects.filter(
        Q(through_year__isnull=True) | Q(through_year__gte=year),
        person__in=members,
        record_kind__in=KINDS_OF_A_ROLL,
        from_year__lte=year,
    )
    whole = Counter(known.values_list("person", flat=True))
    return all(whole[pk] == len(KINDS_OF_A_ROLL) for pk in ids)
