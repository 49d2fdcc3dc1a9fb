"""Reading organisations."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import Q

from bangvang.foundation.objection import Unseen
from bangvang.registry.models import Organisation


@dataclass(frozen=True)
class OrganisationName:
    """An organisation as a choice on a form."""

    ref: str
    name: str
    kind: str


def organisation_named(ref: str) -> Organisation:
    """Return the organisation with this reference.

    Raises:
        Unseen: there is none.
    """
    organisation = Organisation.objects.filter(ref=ref).first()
    if organisation is None:
        raise Unseen
    return organisation


def organisations_on(on: date, *, kinds: tuple[str, ...] = ()) -> list[OrganisationName]:
    """Return the organisations that exist on a day, by name; only of `kinds` if any is given."""
    found = Organisation.objects.filter(
        Q(since__lte=on) & (Q(until__isnull=True) | Q(until__gt=on))
    )
    if kinds:
        found = found.filter(kind__in=kinds)
    return [
        OrganisationName(o.ref, o.name, o.get_kind_display())
        for o in found.order_by("sort_key", "pk")
    ]


def branch_of(organisation_id: int) -> set[int]:
    """Return the ids of the organisation and of everything below it."""
    found, edge = {organisation_id}, {organisation_id}
    while edge:
        edge = (
            set(Organisation.objects.filter(parent__in=edge).values_list("pk", flat=True)) - found
        )
        found |= edge
    return found


class Above(NamedTuple):
    """An organisation in a line upwards."""

    pk: int
    name: str


def above_of(organisation_ids: Iterable[int]) -> dict[int, tuple[Above, ...]]:
    """Return each organisation with all that it belongs to, lowest first; a query a level."""
    known: dict[int, tuple[Above, int | None]] = {}
    wanted = set(organisation_ids)
    starts = frozenset(wanted)
    while wanted:
        rows = Organisation.with_apart.filter(pk__in=wanted).values_list("pk", "name", "parent_id")
        known |= {pk: (Above(pk, name), parent) for pk, name, parent in rows}
        wanted = {parent for _, parent in known.values() if parent is not None} - known.keys()
    lines = {}
    for start in starts:
        line: list[Above] = []
        here: int | None = start
        while here is not None:
            one, here = known[here]
            line.append(one)
        lines[start] = tuple(line)
    return lines
