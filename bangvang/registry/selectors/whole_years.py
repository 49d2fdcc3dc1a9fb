"""Of which years a unit's record is whole, as the unit and the standing office see it.

A year counts as whole of a person if the register says so of the person, or if a head of unit
stated it, also while it still waits for the years between.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import Unseen
from bangvang.registry.models import (
    Award,
    Completeness,
    Grade,
    Organisation,
    OwnDecision,
    Person,
    YearAsked,
    YearStatement,
    YearStatementOf,
)
from bangvang.registry.models.organisations import OrganisationKind
from bangvang.registry.permissions import may_read_bars
from bangvang.registry.selectors.organisations import branch_of
from bangvang.registry.selectors.own_decisions import unit_of
from bangvang.registry.selectors.own_people import UNIT
from bangvang.registry.states import YEARLY_KINDS, OwnState


@dataclass(frozen=True)
class KindYear:
    """One kind and year of one unit: how many people, of how many it is whole, who said so."""

    record_kind: str
    year: int
    people: int
    whole: int
    decisions: int
    stated_by: str = ""
    stated_at: datetime | None = None
    asked_at: datetime | None = None
    asked_by: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether nothing is missing of anybody."""
        return self.people > 0 and self.whole == self.people

    @property
    def open_people(self) -> int:
        """Of how many people it is not known."""
        return self.people - self.whole


@dataclass(frozen=True)
class UnitYear:
    """One unit in the office's table of a year."""

    unit_ref: str
    unit_name: str
    kinds: Mapping[str, KindYear]


@dataclass(frozen=True)
class StatementSeen:
    """What a head stated, withdrawn or not."""

    ref: str
    record_kind: str
    year: int
    people: int
    stated_by: str
    stated_at: datetime
    withdrawn_by: str
    withdrawn_at: datetime | None
    withdrawn_reason: str


def year_table(actor: Actor, year: int, *, on: date) -> list[UnitYear]:
    """Return every unit that has people on the day, by name; a fixed number of queries.

    Units are the bodies under the province, and lower ones that recorded or stated something.

    Raises:
        Unseen: not the standing office or the inspector.
    """
    if not may_read_bars(actor):
        raise Unseen
    existing = Q(since__lte=on) & (Q(until__isnull=True) | Q(until__gt=on))
    units = list(Organisation.objects.order_by("sort_key", "pk"))
    alive = set(Organisation.objects.filter(existing).values_list("pk", flat=True))
    acting = _acting()
    read = {kind: _Read(kind, year) for kind in YEARLY_KINDS}
    below = _branches(units)
    found = [
        UnitYear(u.ref, u.name, {k: read[k].of(u.pk, below[u.pk]) for k in YEARLY_KINDS})
        for u in units
        if u.pk in alive and (_is_a_unit(u) or u.pk in acting)
    ]
    return [row for row in found if row.kinds["AWARD"].people]


def own_years(actor: Actor, years: Iterable[int]) -> list[Mapping[str, KindYear]]:
    """Return the years of the unit for which the actor acts, in the order asked for.

    A fixed number of queries a year, about the unit's people only.

    Raises:
        Unseen: the actor acts for no unit.
    """
    unit = unit_of(actor)
    below = branch_of(unit.pk)
    return [
        {kind: _Read(kind, year, below).of(unit.pk, below) for kind in YEARLY_KINDS}
        for year in years
    ]


def own_statements(actor: Actor) -> list[StatementSeen]:
    """Return what heads of the actor's unit stated, newest first."""
    named = YearStatementOf.objects.filter(statement=OuterRef("pk")).order_by()
    counted = named.values("statement").annotate(count=Count("pk")).values("count")
    found = statements_visible_to(actor).annotate(people=Coalesce(Subquery(counted), 0))
    return [_seen(row) for row in found.order_by("-stated_at", "-pk")]


def statement_for(actor: Actor, ref: str, *, lock: bool = False) -> YearStatement:
    """Return a statement of the actor's unit.

    Raises:
        Unseen: there is none of this reference.
    """
    found = statements_visible_to(actor).filter(ref=ref).select_related("unit")
    row = (found.select_for_update(of=("self",)) if lock else found).first()
    if row is None:
        raise Unseen
    return row


def statements_visible_to(actor: Actor) -> QuerySet[YearStatement]:
    """Return the statements of the unit for which the actor acts."""
    if not actor.has(*UNIT) or not actor.organisation_ref:
        return YearStatement.objects.none()
    return YearStatement.objects.filter(unit__ref=actor.organisation_ref)


def asked_of(actor: Actor) -> list[tuple[str, int, datetime, str]]:
    """Return what the office asked the actor's unit for: kind, year, moment, by whom."""
    if not actor.has(*UNIT):
        return []
    rows = YearAsked.objects.filter(unit__ref=actor.organisation_ref)
    return list(
        rows.order_by("year", "record_kind").values_list(
            "record_kind", "year", "asked_at", "asked_by_name"
        )
    )


def not_whole_among(refs: Collection[str], record_kind: str, year: int) -> frozenset[str]:
    """Return of whom among these people the year is not known to be whole; one query."""
    people = Person.objects.filter(ref__in=list(refs)).exclude(whole_in(record_kind, year))
    return frozenset(people.values_list("ref", flat=True))


@dataclass(frozen=True)
class InYear:
    """The people of a unit today, and of how many of them a year is not known to be whole."""

    ids: tuple[int, ...]
    fresh: int


def unit_in_year(unit: Organisation, record_kind: str, year: int) -> InYear:
    """Return everybody in the unit or below it, and of how many the year is still open."""
    people = Person.objects.filter(organisation__in=branch_of(unit.pk))
    ids = people.order_by("pk").values_list("pk", flat=True)
    return InYear(tuple(ids), people.exclude(whole_in(record_kind, year)).count())


def whole_in(record_kind: str, year: int) -> Q:
    """Return the condition on people that this kind and year of theirs is whole."""
    known = Completeness.objects.filter(
        Q(through_year__isnull=True) | Q(through_year__gte=year),
        person=OuterRef("pk"),
        record_kind=record_kind,
        from_year__lte=year,
    )
    stated = YearStatementOf.objects.filter(
        person=OuterRef("pk"),
        statement__record_kind=record_kind,
        statement__year=year,
        statement__withdrawn_at__isnull=True,
    )
    return Q(Exists(known)) | Q(Exists(stated))


class _Read:
    """One kind and year, of everybody or within some organisations; five queries."""

    def __init__(self, record_kind: str, year: int, within: Collection[int] | None = None) -> None:
        self.record_kind, self.year = record_kind, year
        there = Q() if within is None else Q(organisation__in=within)
        units = Q() if within is None else Q(unit__in=within)
        people = Person.objects.filter(there)
        self.people = _by_organisation(people)
        self.whole = _by_organisation(people.filter(whole_in(record_kind, year)))
        of_year = units & Q(record_kind=record_kind, year=year)
        decided = OwnDecision.objects.filter(of_year, state=OwnState.CONFIRMED)
        self.decisions = Counter(decided.values_list("unit_id", flat=True))
        stated = YearStatement.objects.filter(of_year, withdrawn_at__isnull=True)
        self.stated = {row.unit_id: row for row in stated.order_by("stated_at", "pk")}
        self.asked = {row.unit_id: row for row in YearAsked.objects.filter(of_year)}

    def of(self, unit_id: int, below: Collection[int]) -> KindYear:
        """Return what is known of a unit and everything below it."""
        stated, asked = self.stated.get(unit_id), self.asked.get(unit_id)
        return KindYear(
            record_kind=self.record_kind,
            year=self.year,
            people=sum(self.people.get(pk, 0) for pk in below),
            whole=sum(self.whole.get(pk, 0) for pk in below),
            decisions=sum(self.decisions.get(pk, 0) for pk in below),
            stated_by=stated.stated_by_name if stated else "",
            stated_at=stated.stated_at if stated else None,
            asked_at=asked.asked_at if asked else None,
            asked_by=asked.asked_by_name if asked else "",
        )


def _by_organisation(people: QuerySet[Person]) -> dict[int, int]:
    counted = people.values_list("organisation_id").annotate(count=Count("pk")).order_by()
    return dict(counted)


def _is_a_unit(organisation: Organisation) -> bool:
    return organisation.kind not in (OrganisationKind.PROVINCE, OrganisationKind.SUB_UNIT)


def _acting() -> set[int]:
    """Return the organisations that recorded or stated something themselves."""
    decided = OwnDecision.objects.filter(state=OwnState.CONFIRMED).values_list("unit_id", flat=True)
    stated = YearStatement.objects.values_list("unit_id", flat=True)
    return set(decided.distinct()) | set(stated.distinct())


def _branches(units: Iterable[Organisation]) -> dict[int, set[int]]:
    """Return each organisation with everything below it."""
    parents = {unit.pk: unit.parent_id for unit in units}
    below: defaultdict[int, set[int]] = defaultdict(set)
    for pk in parents:
        above: int | None = pk
        while above is not None:
            below[above].add(pk)
            above = parents[above]
    return below


def _seen(row: YearStatement) -> StatementSeen:
    return StatementSeen(
        ref=row.ref,
        record_kind=row.record_kind,
        year=row.year,
        people=row.people,  # type: ignore[attr-defined]  # annotated by `own_statements`
        stated_by=row.stated_by_name,
        stated_at=row.stated_at,
        withdrawn_by=row.withdrawn_by_name,
        withdrawn_at=row.withdrawn_at,
        withdrawn_reason=row.withdrawn_reason,
    )


def own_held_in(actor: Actor, record_kind: str, year: int) -> list[tuple[str, int]]:
    """Return how many of the unit's people hold what of a year, by code.

    Raises:
        Unseen: the actor acts for no unit.
    """
    people = Person.objects.filter(organisation__in=branch_of(unit_of(actor).pk))
    of_year: QuerySet[Award] | QuerySet[Grade] = (
        Grade.objects.filter(person__in=people, year=year)
        if record_kind == "GRADE"
        else Award.objects.filter(person__in=people, year=year, revoked_on=None)
    )
    counted = of_year.values_list("code").annotate(count=Count("person", distinct=True))
    return list(counted.order_by("code"))
