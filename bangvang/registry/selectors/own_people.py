"""A unit's view of its own people: whoever the register has in it or below it.

Nothing of other units is here, and no bars: those are the standing office's to read.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.db.models import Q, QuerySet

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.objection import Unseen
from bangvang.foundation.vietnamese import fold, name_key_loose
from bangvang.registry.models import Organisation, Person
from bangvang.registry.selectors.holdings import PersonHistory
from bangvang.registry.selectors.organisations import branch_of
from bangvang.registry.selectors.people import PersonSeen, histories_of, people_seen

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
    found = people_seen(visible_to(actor).filter(ref=ref).select_related("organisation"))
    if not found:
        raise Unseen
    return OwnPerson(found[0], replace(histories_of([ref])[ref], bars=()))


def visible_to(actor: Actor) -> QuerySet[Person]:
    """Return the people of the unit for which the actor acts, sub-units included."""
    unit = Organisation.objects.filter(ref=actor.organisation_ref).first()
    if unit is None or not actor.has(*UNIT):
        return Person.objects.none()
    return Person.objects.filter(organisation__in=branch_of(unit.pk))


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
