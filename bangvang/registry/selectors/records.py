"""The office's view of the register: finding people and organisations, and one whole record.

Only the standing office and the inspector look here; the record holds bars.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from django.db.models import Count, Exists, OuterRef, QuerySet

from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import Unseen
from bangvang.registry.models import (
    Award,
    Householder,
    Notice,
    Organisation,
    Person,
    PersonMoved,
    Posting,
)
from bangvang.registry.models.organisations import APART, OrganisationKind
from bangvang.registry.permissions import may_read_bars
from bangvang.registry.selectors.amended_rows import amended_rows_of
from bangvang.registry.selectors.bars import BarSeen, bars_of
from bangvang.registry.selectors.body_history import AsWritten, now_called
from bangvang.registry.selectors.holdings import (
    BarHeld,
    PersonHistory,
    histories_held,
    units_named,
)
from bangvang.registry.selectors.householders import (
    HeadSeen,
    HouseholdSeen,
    householder_of,
    households_headed,
)
from bangvang.registry.selectors.people import PersonSeen, person_seen
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
    now: Mapping[AsWritten, str] = field(default_factory=dict)
    """What became of the units that decisions name."""
    is_amended: bool = False
    has_postings: bool = False
    was_moved: bool = False
    has_notices: bool = False
    """Whether there is anything to read of these; most people have none, and are not asked for."""
    heads: tuple[HouseholdSeen, ...] = ()
    """The households that the person heads."""


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
    became: str = ""
    """What became of it, as "nay là …", where it has ended."""
    now: Mapping[AsWritten, str] = field(default_factory=dict)
    """What became of the units that decisions name."""
    is_amended: bool = False
    has_notices: bool = False
    kind: str = ""
    parent_now: str = ""
    """What became of the commune of a household, as "nay là …"."""
    headed_by: HeadSeen | None = None
    """Who heads a household, where somebody said so."""

    @property
    def is_apart(self) -> bool:
        """Whether it is a household, a foreign collective or a country: no body of the tree."""
        return self.kind in APART

    @property
    def is_household(self) -> bool:
        """Whether it is a household."""
        return self.kind == OrganisationKind.HOUSEHOLD

    @property
    def can_be_given(self) -> bool:
        """Whether awards are entered on its own page; those of bodies come another way."""
        return self.is_apart and self.kind != OrganisationKind.COUNTRY


def people_found(actor: Actor, *, page: int = 1) -> PeopleFound:
    """Return one page of all people, by name; words are looked for by ``search``.

    Raises:
        Unseen: not the standing office or the inspector, or there is no such page.
    """
    _look(actor)
    found = Person.objects.all()
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


def collectives_found(actor: Actor, *, page: int = 1) -> CollectivesFound:
    """Return one page of all organisations, by name; words are looked for by ``search``.

    Raises:
        Unseen: not the standing office or the inspector, or there is no such page.
    """
    _look(actor)
    found = Organisation.objects.all()
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
    people = Person.objects.filter(ref=ref).select_related("organisation")
    person = people.annotate(
        is_amended=Exists(amended_rows_of(HolderKind.PERSON)),
        has_postings=Exists(Posting.objects.filter(person=OuterRef("pk"))),
        was_moved=Exists(PersonMoved.objects.filter(person=OuterRef("pk"))),
        has_notices=Exists(Notice.objects.filter(person=OuterRef("pk"))),
        is_head=Exists(Householder.objects.filter(person=OuterRef("pk"))),
    ).first()
    if person is None:
        raise Unseen
    bars = bars_of(actor, HolderKind.PERSON, ref)
    history = _history(HolderKind.PERSON, person, bars)
    unit = person.organisation
    now = _now(history, unit)
    return PersonRecord(
        person_seen(person),
        history,
        bars,
        now.get(_today(unit), ""),
        now,
        is_amended=person.is_amended,
        has_postings=person.has_postings,
        was_moved=person.was_moved,
        has_notices=person.has_notices,
        heads=households_headed(person.pk) if person.is_head else (),
    )


def collective_record(actor: Actor, ref: str) -> CollectiveRecord:
    """Return everything of one organisation.

    Raises:
        Unseen: not the standing office or the inspector, or there is no such organisation.
    """
    _look(actor)
    bodies = Organisation.with_apart.filter(ref=ref).select_related("parent")
    found = bodies.annotate(
        is_amended=Exists(amended_rows_of(HolderKind.ORGANISATION)),
        has_notices=Exists(Notice.objects.filter(organisation=OuterRef("pk"))),
    ).first()
    if found is None:
        raise Unseen
    bars = bars_of(actor, HolderKind.ORGANISATION, ref)
    history = _history(HolderKind.ORGANISATION, found, bars)
    home = found.parent if found.is_apart else None
    now = _now(history, found) | (_now(history, home) if home else {})
    return CollectiveRecord(
        ref=ref,
        name=found.name,
        kind_name=found.get_kind_display(),
        parent_ref=found.parent.ref if found.parent else "",
        parent_name=found.parent.name if found.parent else "",
        since=found.since,
        until=found.until,
        history=history,
        bars=bars,
        became=now.get(_today(found), ""),
        now=now,
        is_amended=found.is_amended,
        has_notices=found.has_notices,
        kind=found.kind,
        parent_now=now.get(_today(home), "") if home else "",
        headed_by=householder_of(found),
    )


def _history(
    of: HolderKind, holder: Person | Organisation, bars: Iterable[BarSeen]
) -> PersonHistory:
    """Return the history with the bars that were read already; withdrawn ones are none."""
    held = histories_held(of, {holder.pk: holder.ref}, with_bars=False)[holder.ref]
    standing = sorted(
        (BarHeld(bar.kind, bar.since, bar.ended_on, bar.level, bar.ref) for bar in bars
         if bar.withdrawn_at is None),
        key=lambda bar: (bar.since, bar.ref),
    )  # fmt: skip
    return replace(held, bars=tuple(standing))


def _now(history: PersonHistory, own: Organisation) -> dict[AsWritten, str]:
    """Return what the bodies that decisions name are today, and this one where it has ended."""
    ended = () if own.until is None else (_today(own),)
    return now_called([*units_named(history), *ended])


def _today(body: Organisation) -> AsWritten:
    return AsWritten(body.pk, date.max, body.name)


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
