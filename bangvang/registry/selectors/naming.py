"""Everybody of the register, for sweeps of the standing office: references first, names later."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import Unseen
from bangvang.registry.models import Organisation, Person
from bangvang.registry.models.organisations import OrganisationKind
from bangvang.registry.permissions import may_read_bars
from bangvang.registry.states import HolderKind


@dataclass(frozen=True)
class Named:
    """Who stands behind a reference; `above` is what the person or organisation belongs to."""

    ref: str
    name: str
    above: str
    birth_on: date | None = None
    birth_year: int | None = None


def everybody(actor: Actor, of: HolderKind, *, households: bool = False) -> list[str]:
    """Return the references of all people or of all organisations, by name; one query.

    Foreigners and foreign collectives are left out: nothing domestic is asked of them. Of
    `households` only these.

    Raises:
        Unseen: not the standing office or the inspector.
    """
    _look(actor)
    if households:
        homes = Organisation.with_apart.filter(kind=OrganisationKind.HOUSEHOLD)
        return list(homes.order_by("sort_key", "pk").values_list("ref", flat=True))
    rows = (
        Person.objects.filter(nationality="")
        if of is HolderKind.PERSON
        else Organisation.objects.all()
    )
    return list(rows.order_by("sort_key", "pk").values_list("ref", flat=True))


def named(actor: Actor, of: HolderKind, refs: Collection[str]) -> dict[str, Named]:
    """Return who these are, by reference; one query.

    Raises:
        Unseen: not the standing office or the inspector.
    """
    _look(actor)
    if of is HolderKind.PERSON:
        people = Person.objects.filter(ref__in=list(refs)).select_related("organisation")
        return {
            p.ref: Named(p.ref, p.full_name, p.organisation.name, p.birth_on, p.birth_year)
            for p in people
        }
    found = Organisation.with_apart.filter(ref__in=list(refs)).select_related("parent")
    return {o.ref: Named(o.ref, o.name, o.parent.name if o.parent else "") for o in found}


def _look(actor: Actor) -> None:
    if not may_read_bars(actor):
        raise Unseen
