"""The office's view of the register: finding people and organisations, and one whole record.

Only the standing office and the inspector look here; the record holds bars.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import Unseen
from bangvang.foundation.vietnamese import fold, name_key_loose
from bangvang.registry.models import Award, Organisation, Person
from bangvang.registry.permissions import may_read_bars
from bangvang.registry.selectors.bars import BarSeen, bars_of
from bangvang.registry.selectors.body_history import AsWritten, bodies_ever_named, now_called
from bangvang.registry.selectors.collectives import histories_of_organisations
from bangvang.registry.selectors.holdings import PersonHistory
from bangvang.registry.selectors.people import PersonSeen, histories_of, people_seen
from bangvang.registry.states import HolderKind

A_PAGE = 30


@dataclass(frozen=True)
class PersonLine:
    """Somebody in the list; `birth_on` tells namesakes apart, else `birth_year`."""

    ref: str
    full_name: str
    birth_on: date | None
    birth_year: int | None
    position: str
    organisation_name: str
    awards: int


@dataclass(frozen=True)
class CollectiveLine:
    """An organisation in the list; `until` is the first day on which it was no more."""

    ref: str
    name: str
    kind_name: str
    parent_name: str
    until: date | None
    awards: int


@dataclass(frozen=True)
class PeopleFound:
    """One page of the people found, and how many there are in all."""

    people: tuple[PersonLine, ...]
    count: int


@dataclass(frozen=True)
class CollectivesFound:
    """One page of the organisations found, and how many there are in all."""

    collectives: tuple[CollectiveLine, ...]
    count: int


@dataclass(frozen=True)
class PersonRecord:
    """All that the register knows of a person."""

    person: PersonSeen
    history: PersonHistory
    bars: tuple[BarSeen, ...]
    unit_now: str = ""
    """What became of the unit, as "nay là …", where the person is still entered in an ended one."""


@dataclass(frozen=True)
class CollectiveRecord:
    """All that the register knows of an organisation as a holder of awards."""

    ref: str
    name: str
    kind_name: str
    parent_ref: str
    parent_name: str
    since: date
    until: date | None
    history: PersonHistory
    bars: tuple[BarSeen, ...]
    now: str = ""
    """What became of it, as "nay là …", where it has ended."""


def people_found(actor: Actor, query: str = "", *, page: int = 1) -> PeopleFound:
    """Return one page of the people whose name or unit holds the words, by name.

    Raises:
        Unseen: not the standing office or the inspector, or there is no such page.
    """
    _look(actor)
    found = Person.objects.all()
    if words := fold(query):
        found = found.filter(
            Q(name_fold__contains=name_key_loose(query))
            | Q(organisation__name_fold__contains=words)
            | Q(organisation__in=bodies_ever_named(words))
        )
    count, part = found.count(), _part(page)
    _refuse_beyond(part, count)
    rows = list(found.select_related("organisation").order_by("sort_key", "pk")[part])
    held = _awards_held(HolderKind.PERSON, [row.pk for row in rows])
    return PeopleFound(
        tuple(
            PersonLine(
                p.ref,
                p.full_name,
                p.birth_on,
                p.birth_year,
                p.position,
                p.organisation.name,
                held.get(p.pk, 0),
            )
            for p in rows
        ),
        count,
    )


def collectives_found(actor: Actor, query: str = "", *, page: int = 1) -> CollectivesFound:
    """Return one page of the organisations whose name holds the words, by name.

    Raises:
        Unseen: not the standing office or the inspector, or there is no such page.
    """
    _look(actor)
    found = Organisation.objects.all()
    if words := fold(query):
        found = found.filter(
            Q(name_fold__contains=words)
            | Q(abbreviation__iexact=query.strip())
            | Q(pk__in=bodies_ever_named(words))
        )
    count, part = found.count(), _part(page)
    _refuse_beyond(part, count)
    rows = list(found.select_related("parent").order_by("sort_key", "pk")[part])
    held = _awards_held(HolderKind.ORGANISATION, [row.pk for row in rows])
    return CollectivesFound(
        tuple(
            CollectiveLine(
                o.ref,
                o.name,
                o.get_kind_display(),
                o.parent.name if o.parent else "",
                o.until,
                held.get(o.pk, 0),
            )
            for o in rows
        ),
        count,
    )


def person_record(actor: Actor, ref: str) -> PersonRecord:
    """Return everything of one person.

    Raises:
        Unseen: not the standing office or the inspector, or there is nobody of this reference.
    """
    _look(actor)
    person = Person.objects.filter(ref=ref).select_related("organisation").first()
    if person is None:
        raise Unseen
    return PersonRecord(
        people_seen([person])[0],
        histories_of([ref])[ref],
        bars_of(actor, HolderKind.PERSON, ref),
        _now(person.organisation),
    )


def collective_record(actor: Actor, ref: str) -> CollectiveRecord:
    """Return everything of one organisation.

    Raises:
        Unseen: not the standing office or the inspector, or there is no such organisation.
    """
    _look(actor)
    found = Organisation.objects.filter(ref=ref).select_related("parent").first()
    if found is None:
        raise Unseen
    return CollectiveRecord(
        ref=ref,
        name=found.name,
        kind_name=found.get_kind_display(),
        parent_ref=found.parent.ref if found.parent else "",
        parent_name=found.parent.name if found.parent else "",
        since=found.since,
        until=found.until,
        history=histories_of_organisations([ref])[ref],
        bars=bars_of(actor, HolderKind.ORGANISATION, ref),
        now=_now(found),
    )


def _now(body: Organisation) -> str:
    if body.until is None:
        return ""
    said = now_called([AsWritten(body.pk, date.max, body.name)])
    return next(iter(said.values()), "")


def _look(actor: Actor) -> None:
    if not may_read_bars(actor):
        raise Unseen


def _part(page: int) -> slice:
    return slice((page - 1) * A_PAGE, page * A_PAGE)


def _refuse_beyond(part: slice, count: int) -> None:
    if part.start < 0 or part.start >= max(count, 1):
        raise Unseen


def _awards_held(holder: HolderKind, ids: list[int]) -> dict[int, int]:
    found: QuerySet[Award] = Award.objects.filter(**{f"{holder}__in": ids})
    counted = found.values_list(f"{holder}_id").annotate(count=Count("pk")).order_by()
    return dict(counted)
