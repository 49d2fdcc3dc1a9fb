"""A unit's view of its own people: whoever the register has in it or below it.

Nothing of other units is here, and no bars: those are the standing office's to read.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.db.search import Words, matching
from bangvang.foundation.objection import Unseen
from bangvang.foundation.vietnamese import fold, name_key_loose
from bangvang.registry.models import Organisation, Person
from bangvang.registry.models.organisations import APART, OrganisationKind
from bangvang.registry.permissions import may_read_bars
from bangvang.registry.selectors.body_history import AsWritten, now_called
from bangvang.registry.selectors.holdings import PersonHistory, histories_held, units_named
from bangvang.registry.selectors.organisations import branch_of
from bangvang.registry.selectors.own_households import (
    OwnHouseholds,
    households_of,
    households_seen,
)
from bangvang.registry.selectors.people import PersonSeen, people_seen, person_seen
from bangvang.registry.states import BODIES, PEOPLE, HolderKind

A_PAGE = 30
UNIT = (Role.UNIT_OFFICER, Role.UNIT_HEAD)


@dataclass(frozen=True)
class OwnPeople:
    """One page of the unit's people, and how many were found in all."""

    people: tuple[PersonSeen, ...]
    count: int


@dataclass(frozen=True)
class OwnPerson:
    """One of the unit's people; the history holds no bars."""

    person: PersonSeen
    history: PersonHistory
    now: Mapping[AsWritten, str]
    """What became of the units that decisions name."""


@dataclass(frozen=True)
class OwnCollective:
    """The unit, a sub-unit or a household as a holder of awards; the history holds no bars."""

    ref: str
    name: str
    kind_name: str
    parent_name: str
    since: date
    until: date | None
    history: PersonHistory
    now: Mapping[AsWritten, str]
    """What became of the units that decisions name."""
    is_household: bool = False


def own_people(actor: Actor, query: str = "", *, page: int = 1) -> OwnPeople:
    """Return one page of the people whose name or sub-unit holds the words, by name.

    Raises:
        Unseen: there is no such page.
    """
    found = _found(actor, query)
    count, start = found.count(), (page - 1) * A_PAGE
    if start < 0 or start >= max(count, 1):
        raise Unseen
    rows = found.select_related("organisation").order_by("sort_key", "pk")
    return OwnPeople(tuple(people_seen(rows[start : start + A_PAGE])), count)


def own_person(actor: Actor, ref: str) -> OwnPerson:
    """Return one of the unit's people.

    Raises:
        Unseen: nobody of this reference is in the actor's unit.
    """
    found = visible_to(actor).filter(ref=ref).select_related("organisation").first()
    if found is None:
        raise Unseen
    history = histories_held(HolderKind.PERSON, {found.pk: ref}, with_bars=False)[ref]
    return OwnPerson(person_seen(found), history, now_called(units_named(history)))


def own_histories(actor: Actor, refs: Collection[str]) -> Mapping[str, PersonHistory]:
    """Return the histories, without bars, of those of the people who are in the unit."""
    found = dict(visible_to(actor).filter(ref__in=list(refs)).values_list("pk", "ref"))
    return histories_held(HolderKind.PERSON, found, with_bars=False) if found else {}


def own_collective(actor: Actor, ref: str) -> OwnCollective:
    """Return the unit itself, one of its sub-units, or a household of its commune.

    Raises:
        Unseen: nothing of this reference is in the actor's unit.
    """
    unit = unit_of(actor)
    if unit is None:
        raise Unseen
    own = Q(pk__in=matching(BODIES, Words(under=((unit.pk,),)))) & ~Q(kind__in=APART)
    readable = Organisation.with_apart.filter(own | Q(pk__in=households_of(unit)))
    found = readable.filter(ref=ref).select_related("parent").first()
    if found is None:
        raise Unseen
    history = histories_held(HolderKind.ORGANISATION, {found.pk: ref}, with_bars=False)[ref]
    return OwnCollective(
        ref,
        found.name,
        found.get_kind_display(),
        found.parent.name if found.parent else "",
        found.since,
        found.until,
        history,
        now_called(units_named(history)),
        is_household=found.kind == OrganisationKind.HOUSEHOLD,
    )


def visible_to(actor: Actor) -> QuerySet[Person]:
    """Return the people of the unit for which the actor acts, sub-units included."""
    unit = unit_of(actor)
    if unit is None:
        return Person.objects.none()
    return Person.objects.filter(pk__in=matching(PEOPLE, Words(under=((unit.pk,),))))


def unit_of(actor: Actor) -> Organisation | None:
    """Return the unit for which an officer or a head of a unit acts."""
    if not actor.has(*UNIT):
        return None
    return Organisation.objects.filter(ref=actor.organisation_ref).first()


def own_households(actor: Actor, query: str = "", *, page: int = 1) -> OwnHouseholds:
    """Return one page of the households of the unit's commune whose name holds the words.

    Raises:
        Unseen: not for a unit that is a commune, or there is no such page.
    """
    unit = unit_of(actor)
    if unit is None or not has_households(actor):
        raise Unseen
    found = households_of(unit).filter(name_fold__contains=fold(query))
    count, start = found.count(), (page - 1) * A_PAGE
    if start < 0 or start >= max(count, 1):
        raise Unseen
    rows = found.select_related("parent").order_by("sort_key", "pk")
    return OwnHouseholds(tuple(households_seen(rows[start : start + A_PAGE])), count)


def has_households(actor: Actor) -> bool:
    """Tell whether the actor's unit is a commune: households are entered under nothing else."""
    unit = unit_of(actor)
    return unit is not None and unit.kind == OrganisationKind.COMMUNE


def _found(actor: Actor, query: str) -> QuerySet[Person]:
    found = visible_to(actor)
    if words := fold(query):
        found = found.filter(
            Q(name_fold__contains=name_key_loose(query))
            | Q(organisation__name_fold__contains=words)
        )
    return found


def people_inside(refs: Iterable[str], unit_id: int) -> frozenset[str]:
    """Return who of these people the register has in the unit or below it; two queries or more."""
    found = Person.objects.filter(ref__in=list(refs), organisation__in=branch_of(unit_id))
    return frozenset(found.values_list("ref", flat=True))


def all_own_people(actor: Actor, query: str = "") -> list[str]:
    """Return the references of everybody whom `own_people` finds, by name."""
    return list(_found(actor, query).order_by("sort_key", "pk").values_list("ref", flat=True))


def own_units(actor: Actor) -> list[tuple[str, str]]:
    """Return the unit and everything below it that the register has, as choices of a form."""
    unit = Organisation.objects.filter(ref=actor.organisation_ref).first()
    if unit is None:
        return []
    found = Organisation.objects.filter(pk__in=branch_of(unit.pk)).exclude(pk=unit.pk)
    below = found.order_by("sort_key", "pk").values_list("ref", "name")
    return [(unit.ref, unit.name), *below]


def readable_among(actor: Actor, refs: Collection[str]) -> frozenset[str]:
    """Return which of these people's records this actor may read: all for the office, one query.

    A unit reads those of the people whom the register has in it or below it today.
    """
    if may_read_bars(actor):
        return frozenset(refs)
    mine = visible_to(actor).filter(ref__in=list(refs))
    return frozenset(mine.values_list("ref", flat=True))
