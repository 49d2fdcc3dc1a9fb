"""Finding people and organisations by whatever is remembered of them, with the reason of each.

The standing office and the inspector search the whole register, a unit its own branch and, if it is
a commune, its households; nobody else anything: what the public may find is in ``public.py``. Bars
are never searched nor shown.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.db import search as index
from bangvang.foundation.objection import Unseen
from bangvang.registry.models import Award, Organisation, Person
from bangvang.registry.models.organisations import APART
from bangvang.registry.permissions import may_read_bars
from bangvang.registry.selectors.hits import (
    A_PAGE,
    Hit,
    Ids,
    People,
    Stretch,
    bodies_in_order,
    body_hits,
    people_hits,
    people_in_order,
    people_rows,
)
from bangvang.registry.selectors.narrowing import awards_meant, by_signs, either
from bangvang.registry.selectors.operators import Part, Sign
from bangvang.registry.selectors.own_households import households_of
from bangvang.registry.selectors.postings import people_of_class
from bangvang.registry.selectors.sought import Sought, numbers_like, sought
from bangvang.registry.selectors.taken_over import units_taken_over
from bangvang.registry.selectors.ways import MOST, MOST_UNITS, Way, ways_to_read
from bangvang.registry.states import BODIES, PEOPLE, HolderKind

UNIT = (Role.UNIT_OFFICER, Role.UNIT_HEAD)


@dataclass(frozen=True)
class Asked:
    """The box and the filters beside it; what is empty asks nothing.

    ``kind`` is ``person``, ``organisation`` or the kind of an organisation; years are years of
    achievement, both included; ``unit`` is a name or an abbreviation. ``subject_class`` is the
    class of a person by a posting that counts ``on`` that day. ``with_apart``: households, foreign
    collectives and countries too, of which a unit sees the households of its commune alone.
    """

    text: str = ""
    code: str = ""
    since: int | None = None
    until: int | None = None
    unit: str = ""
    kind: str = ""
    subject_class: str = ""
    on: date = date.max
    with_apart: bool = True


@dataclass(frozen=True)
class Results:
    """One page of what was found: organisations first, then people, each by name.

    ``people`` and ``bodies`` count everything; of each at most ``MOST`` can be leafed through,
    ``shown`` together. ``is_too_short``: not searched. ``ignores_marks``: nothing was written with
    just the marks that were typed, so they were left aside. ``begins``: the last word was taken as
    the beginning of one. ``unit_unknown``: what was meant to name a unit and names none.
    """

    sought: Sought
    hits: tuple[Hit, ...] = ()
    people: int = 0
    bodies: int = 0
    shown: int = 0
    is_asked: bool = True
    is_too_short: bool = False
    ignores_marks: bool = False
    begins: bool = False
    unit_unknown: str = ""

    @property
    def count(self) -> int:
        """How many people and organisations were found."""
        return self.people + self.bodies


def search(actor: Actor, asked: Asked, *, page: int = 1) -> Results:
    """Return one page of the people and organisations that are meant, with the reason of each.

    Any text is an answer: what is no sign is words or nothing, what is too long is cut.

    Raises:
        Unseen: the actor has nothing to search, or there is no such page.
    """
    unit = _unit(actor)
    branch = () if unit is None else (unit.pk,)
    if unit is not None:  # postings are nobody else's to read
        asked = replace(asked, subject_class="")
    said = _narrowed(sought(asked.text), asked)
    if not (said.pieces or said.signs or said.day or said.asks_awards or _is_narrowed(asked)):
        return Results(said, is_asked=False)
    if said.is_too_short:
        return Results(said, is_too_short=True)
    units, unknown = _units(said, asked.unit, branch)
    if unknown:
        return Results(said, unit_unknown=unknown)
    under = tuple(part for part in (branch, *units) if part)
    awards = _awards(said) if said.asks_awards else None
    signs = by_signs(said, _left_out(said, branch))
    for way in ways_to_read(said.pieces, under):
        bodies = _bodies(way, asked, awards, signs.bodies, unit)
        people = _people(way, asked, awards, signs.people, _after(bodies, page))
        if bodies.count or people.count:
            return _page(said, way, bodies, people, _told(said, awards), page)
    if page != 1:
        raise Unseen
    return Results(said)


@dataclass(frozen=True)
class _Ordered:
    """How many there are, and the first of them in order."""

    count: int = 0
    ids: Ids = ()


def _unit(actor: Actor) -> Organisation | None:
    """Return the unit to stay in, nothing for the whole register."""
    if may_read_bars(actor):
        return None
    unit = Organisation.objects.filter(ref=actor.organisation_ref).first()
    if unit is None or not actor.has(*UNIT):
        raise Unseen
    return unit


def _is_narrowed(asked: Asked) -> bool:
    return bool(asked.unit or asked.kind or asked.subject_class)


def _narrowed(said: Sought, asked: Asked) -> Sought:
    """Lay the filters over what was typed; both must hold."""
    years = [year for year in (said.since, asked.since) if year is not None]
    last = [year for year in (said.until, asked.until) if year is not None]
    codes = said.codes
    if asked.code:
        codes = (asked.code,) if not codes or asked.code in codes else ("",)
    return replace(said, since=max(years, default=None), until=min(last, default=None), codes=codes)


def _units_named(text: str, branch: tuple[int, ...]) -> tuple[int, ...]:
    if not text:
        return ()
    under = (branch,) if branch else ()
    found = (way.bodies.ids[:MOST_UNITS] for way in ways_to_read(sought(text).pieces, under))
    return next((ids for ids in found if ids), ())


def _units(
    said: Sought, filtered: str, branch: tuple[int, ...]
) -> tuple[tuple[tuple[int, ...], ...], str]:
    """Return the units to stay in, by the filter and by the signs, or the name that names none."""
    named = [part.text for part in either(said.signs, Sign.UNIT)]
    asked = [[text] for text in (filtered,) if text] + ([named] if named else [])
    found = [
        tuple(dict.fromkeys(pk for text in texts for pk in _units_named(text, branch)))
        for texts in asked
    ]
    unknown = next((texts[0] for texts, ids in zip(asked, found, strict=True) if not ids), "")
    return tuple(found), unknown


def _left_out(said: Sought, branch: tuple[int, ...]) -> dict[Part, tuple[int, ...]]:
    parts = either(said.signs, Sign.UNIT, is_not=True)
    return {part: _units_named(part.text, branch) for part in parts}


def _awards(said: Sought) -> QuerySet[Award]:
    held = Award.objects.order_by().filter(awards_meant(said, Award.objects.all()))
    if said.codes:
        held = held.filter(code__in=said.codes)
    if said.since is not None:
        held = held.filter(year__gte=said.since)
    if said.until is not None:
        held = held.filter(year__lte=said.until)
    if said.decision is not None:
        held = held.filter(decision_no__in=numbers_like(said.decision, Award.objects.all()))
    if said.decision is not None and said.day is not None:
        held = held.filter(decided_on=said.day)
    return held


def _told(said: Sought, awards: QuerySet[Award] | None) -> QuerySet[Award] | None:
    """Return the awards that the reasons speak of: those asked for, or those of the day."""
    if awards is not None or said.day is None:
        return awards
    return Award.objects.order_by().filter(decided_on=said.day)


def _bodies(
    way: Way,
    asked: Asked,
    awards: QuerySet[Award] | None,
    signs: Q,
    unit: Organisation | None,
) -> _Ordered:
    if asked.kind == HolderKind.PERSON or asked.subject_class:
        return _Ordered()
    is_any = asked.kind in ("", HolderKind.ORGANISATION)
    is_plain = is_any and asked.with_apart and awards is None and not signs and unit is None
    if way.body_words is not None and is_plain:
        return _Ordered(way.bodies.count, bodies_in_order(way.bodies.ids, way.text))
    every = Organisation.with_apart if asked.with_apart else Organisation.objects
    found = every.filter(signs)
    if way.body_words is not None:
        matches = Q(pk__in=index.matching(BODIES, way.body_words))
        found = found.filter(matches if unit is None else _readable(unit, way.body_words, matches))
    if not is_any:
        found = found.filter(kind=asked.kind)
    if awards is not None:
        held = awards.filter(organisation__isnull=False)
        found = found.filter(pk__in=held.values("organisation_id"))
    rows = found.order_by("sort_key", "pk").values_list("pk", flat=True)
    return _counted(rows)


def _readable(unit: Organisation, words: index.Words, matches: Q) -> Q:
    """Return the condition on what a unit may find: its bodies, and the households of its commune.

    Those entered in a commune that merged into it stand outside its branch, and are its own too.
    """
    homes = (unit.pk, *units_taken_over(unit.ref))
    wider = replace(words, under=(homes, *words.under[1:]))
    own = Q(pk__in=index.matching(BODIES, wider)) & Q(pk__in=households_of(unit).values("pk"))
    return matches & ~Q(kind__in=APART) | own


def _after(bodies: _Ordered, page: int) -> Stretch:
    """Return which people a page shows: they come after the organisations."""
    start = max(0, (page - 1) * A_PAGE)
    own = len(bodies.ids[start : start + A_PAGE])
    return Stretch(max(0, start - len(bodies.ids)), A_PAGE - own)


def _people(
    way: Way, asked: Asked, awards: QuerySet[Award] | None, signs: Q, part: Stretch
) -> People:
    if asked.kind not in ("", HolderKind.PERSON):
        return People()
    is_plain = awards is None and not asked.subject_class and not signs
    if way.people_words is not None and is_plain:
        return people_in_order(way.text, way.people_words, part)
    people = Person.objects.filter(signs)
    if way.people_words is not None:
        people = people.filter(pk__in=index.matching(PEOPLE, way.people_words))
    if awards is not None:
        held = awards.filter(person__isnull=False)
        people = people.filter(pk__in=held.values("person_id"))
    if asked.subject_class:
        of_class = people_of_class(asked.subject_class, asked.on)
        people = people.filter(pk__in=of_class.values("person_id"))
    found = _counted(people.order_by("sort_key", "pk").values_list("pk", flat=True))
    return People(found.count, len(found.ids), people_rows(part.of(found.ids)))


def _counted(rows: QuerySet[Any, int]) -> _Ordered:
    ids = tuple(rows[:MOST])
    return _Ordered(len(ids) if len(ids) < MOST else rows.count(), ids)


def _page(
    said: Sought,
    way: Way,
    bodies: _Ordered,
    people: People,
    awards: QuerySet[Award] | None,
    page: int,
) -> Results:
    shown = len(bodies.ids) + people.ordered
    start = (page - 1) * A_PAGE
    if start < 0 or start >= shown:
        raise Unseen
    return Results(
        sought=said,
        hits=(
            *body_hits(bodies.ids[start : start + A_PAGE], way, said, awards),
            *people_hits(people.rows, way, said, awards),
        ),
        people=people.count,
        bodies=bodies.count,
        shown=shown,
        ignores_marks=way.ignores_marks,
        begins=way.begins,
    )
