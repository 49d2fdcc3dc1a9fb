"""What the signs of a search mean to the register: conditions on awards, people and bodies.

A sign that is repeated means either; different signs must all hold. What a minus stands before is
left out: every line that it fits.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import F, Q, QuerySet, Value
from django.db.models.expressions import RawSQL
from django.db.models.functions import Concat

from bangvang.foundation.db.search import Words, matching
from bangvang.foundation.vietnamese import fold, name_key, name_key_loose
from bangvang.registry.models import Award, Organisation, Person
from bangvang.registry.selectors.operators import Part, Sign, years_in
from bangvang.registry.selectors.sought import (
    OF_AWARDS,
    Sought,
    codes_named,
    decision_named,
    has_marks,
    numbers_like,
    words_of_name,
    words_of_text,
)
from bangvang.registry.selectors.ways import MOST_UNITS
from bangvang.registry.states import BODIES, PEOPLE

NOBODY = Q(pk__in=())
Called = RawSQL | list[int] | QuerySet[Person, Any]


@dataclass(frozen=True)
class Narrowed:
    """Conditions on people and on organisations; where both are empty, there is nothing to ask."""

    people: Q
    bodies: Q

    def __bool__(self) -> bool:
        """Tell whether anything is asked."""
        return bool(self.people or self.bodies)


def either(signs: Iterable[Part], sign: Sign, *, is_not: bool = False) -> list[Part]:
    """Return the parts of one sign."""
    return [part for part in signs if part.sign is sign and part.is_not == is_not]


def awards_meant(said: Sought, among: QuerySet[Award], *, is_not: bool = False) -> Q:
    """Return the condition that an award is one of those meant by year, name and decision.

    Args:
        said: what was typed.
        among: whose decision numbers may be looked at.
        is_not: the awards meant by the signs with a minus instead, any of them.
    """
    groups = [
        reduce(or_, (_award(part, among) for part in parts))
        for sign in sorted(OF_AWARDS)
        if (parts := either(said.signs, sign, is_not=is_not))
    ]
    whole = Q()
    for group in groups:
        whole = whole | group if is_not else whole & group
    return whole


def by_signs(said: Sought, under: dict[Part, tuple[int, ...]]) -> Narrowed:
    """Return what signs and a day ask of whoever is found, besides awards and the units to stay in.

    Args:
        said: what was typed.
        under: the ids of the units that the signs of units name.
    """
    people, bodies = Q(), Q()
    for part in said.signs:
        if part.sign in {Sign.PHRASE, Sign.NAME}:
            person, body = _named(part)
        elif part.sign is Sign.UNIT and part.is_not and under.get(part):
            words = Words(or_under=under[part])
            person, body = Q(pk__in=matching(PEOPLE, words)), Q(pk__in=matching(BODIES, words))
        else:
            continue
        people &= ~person if part.is_not else person
        bodies &= ~body if part.is_not else body
    if said.day is not None and said.decision is None:
        of_people, of_bodies = _holders(Q(decided_on=said.day))
        people &= Q(birth_on=said.day) | of_people
        bodies &= of_bodies
    left_out = awards_meant(said, Award.objects.all(), is_not=True)
    if left_out:
        of_people, of_bodies = _holders(left_out)
        people &= ~of_people
        bodies &= ~of_bodies
    return Narrowed(people, bodies)


def _holders(meant: Q) -> tuple[Q, Q]:
    """Return the conditions that somebody, and an organisation, holds one of these awards."""
    held = Award.objects.order_by().filter(meant)
    return (
        Q(pk__in=held.filter(person__isnull=False).values("person_id")),
        Q(pk__in=held.filter(organisation__isnull=False).values("organisation_id")),
    )


def people_called(text: str) -> Called:
    """Return the people in whose names these words stand side by side.

    Of words with any marks every mark counts.
    """
    words = words_of_name(text)
    if not words:
        return []
    inside = matching(PEOPLE, Words(words))
    if len(words) == 1:
        return inside
    marked = has_marks(text)
    apart = Concat(Value(" "), F("name_key" if marked else "name_fold"), Value(" "))
    key = name_key(text) if marked else name_key_loose(text)
    found = Person.objects.order_by().filter(pk__in=inside).annotate(apart=apart)
    return found.filter(apart__contains=f" {key} ").values("pk")


def bodies_called(text: str) -> Called:
    """Return the organisations in whose names or abbreviations these words stand side by side."""
    words = words_of_text(text)
    if not words:
        return []
    inside = matching(BODIES, Words(words))
    if len(words) == 1:
        return inside
    rows = Organisation.with_apart.filter(pk__in=inside).order_by()
    named = rows.values_list("pk", "name", "abbreviation")
    return [pk for pk, *names in named if any(_stands_in(text, name) for name in names)]


def _award(part: Part, among: QuerySet[Award]) -> Q:
    if part.sign is Sign.AWARD:
        return Q(code__in=codes_named(part.text))
    if part.sign is Sign.DECISION:
        meant = decision_named(part.text)
        return Q(decision_no__in=numbers_like(meant, among)) if meant else NOBODY
    since, until = years_in(part.text) or (None, None)
    first = Q(year__gte=since) if since is not None else Q()
    return first & (Q(year__lte=until) if until is not None else Q())


def _named(part: Part) -> tuple[Q, Q]:
    """Return the conditions that somebody, and an organisation, is named so.

    A phrase may as well be that of somebody's unit, or of one above it, if few are called so; what
    is left out is what a line shows, so only the unit itself counts.
    """
    person, called = Q(pk__in=people_called(part.text)), bodies_called(part.text)
    body = Q(pk__in=called)
    if part.sign is Sign.PHRASE and part.is_not:
        person |= Q(organisation__in=called)
    elif part.sign is Sign.PHRASE:
        units = Organisation.objects.order_by().filter(pk__in=called)
        ids = tuple(units.values_list("pk", flat=True)[: MOST_UNITS + 1])
        if 0 < len(ids) <= MOST_UNITS:
            person |= Q(pk__in=matching(PEOPLE, Words(or_under=ids)))
    return person, body


def _stands_in(text: str, name: str) -> bool:
    words, own = words_of_text(text), words_of_text(name if has_marks(text) else fold(name))
    return f" {' '.join(words)} " in f" {' '.join(own)} "
