"""What records hold, for the law and for pages: awards, grades, initiatives and bars together."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from django.db.models import Manager, QuerySet

from bangvang.registry.models import (
    Award,
    Bar,
    Completeness,
    Grade,
    Initiative,
    InitiativeUse,
    Person,
)
from bangvang.registry.states import HolderKind


class UsedFor(NamedTuple):
    """An award that an initiative was used for, with the decision and the day it counts from."""

    award_code: str
    year: int
    decision_no: str
    since: date


@dataclass(frozen=True)
class Holding:
    """One fact of a record, as the law and the pages need it; `record_kind` says which table."""

    record_kind: str
    ref: str
    code: str
    kind: str
    year: int
    decision_no: str
    decided_on: date | None
    revoked_on: date | None
    title: str
    issued_by: str
    used_for: tuple[UsedFor, ...] = ()
    decision_ref: str = ""
    share_percent: Decimal | None = None
    together: str = ""
    """What the authors of one recognition have in common; empty for a single one of old books."""
    unit_as_written: str = ""
    """The unit as the decision names it, for an award."""
    unit_id: int | None = None


@dataclass(frozen=True)
class BarHeld:
    """A bar as the law needs it, on `[since, until)`; `until` None while it is open."""

    kind: str
    since: date
    until: date | None
    level: str
    ref: str


@dataclass(frozen=True)
class PersonHistory:
    """What a person, or an organisation, holds, newest year first; since when each kind is whole.

    `bars` are sensitive: only the standing office and the inspector may be shown them, so they are
    left out of what this prints as. Withdrawn ones are not among them. `complete_through` is the
    last whole year of a kind that is whole only up to a year. `born` is the year of a person's
    birth.
    """

    holdings: tuple[Holding, ...] = ()
    complete_from: Mapping[str, int] = field(default_factory=dict)
    bars: tuple[BarHeld, ...] = field(default=(), repr=False)
    complete_through: Mapping[str, int] = field(default_factory=dict)
    born: int | None = None


def histories_held(
    holder: HolderKind, refs: Mapping[int, str], *, with_bars: bool = True
) -> dict[str, PersonHistory]:
    """Return the histories of these holders, given as id and reference.

    At most seven queries for any number of them; without bars one less.
    """
    found: dict[int, list[Holding]] = {pk: [] for pk in refs}
    for award in _of(Award.objects, holder, refs):
        found[_id(award, holder)].append(_award(award))
    for grade in _of(Grade.objects, holder, refs):
        found[_id(grade, holder)].append(_grade(grade))
    born: dict[int, int | None] = {}
    if holder is HolderKind.PERSON:
        born = dict(Person.objects.filter(pk__in=refs).values_list("pk", "birth_year"))
        used = _uses(refs)
        for made in Initiative.objects.filter(person__in=refs):
            found[made.person_id].append(_initiative(made, tuple(used.get(made.pk, ()))))
    complete: dict[int, dict[str, int]] = {pk: {} for pk in refs}
    through: dict[int, dict[str, int]] = {pk: {} for pk in refs}
    for row in _of(Completeness.objects, holder, refs):
        complete[_id(row, holder)][row.record_kind] = row.from_year
        if row.through_year is not None:
            through[_id(row, holder)][row.record_kind] = row.through_year
    bars: dict[int, list[BarHeld]] = {pk: [] for pk in refs}
    standing = _of(Bar.objects, holder, refs).filter(withdrawn_at__isnull=True)
    for bar in standing if with_bars else ():
        bars[_id(bar, holder)].append(_bar(bar))
    return {
        ref: PersonHistory(
            tuple(sorted(found[pk], key=lambda h: (-h.year, h.record_kind, h.code, h.ref))),
            complete[pk],
            tuple(sorted(bars[pk], key=lambda b: (b.since, b.ref))),
            through[pk],
            born.get(pk),
        )
        for pk, ref in refs.items()
    }


def _of(rows: "Manager[Any]", holder: HolderKind, refs: Mapping[int, str]) -> "QuerySet[Any]":
    return rows.filter(**{f"{holder}__in": list(refs)})


def _id(row: Award | Grade | Completeness | Bar, holder: HolderKind) -> int:
    found: int = getattr(row, f"{holder}_id")
    return found


def _uses(refs: Mapping[int, str]) -> dict[int, list[UsedFor]]:
    used: dict[int, list[UsedFor]] = {}
    found = InitiativeUse.objects.filter(initiative__person__in=refs)
    for use in found.order_by("year", "award_code", "decision_no"):
        said = UsedFor(use.award_code, use.year, use.decision_no, use.since)
        used.setdefault(use.initiative_id, []).append(said)
    return used


def _award(award: Award) -> Holding:
    return Holding(
        "AWARD",
        award.ref,
        award.code,
        award.kind,
        award.year,
        award.decision_no,
        award.decided_on,
        award.revoked_on,
        award.achievement,
        award.issued_by,
        decision_ref=award.decision_ref,
        unit_as_written=award.unit_as_written,
        unit_id=award.unit_id,
    )


def _grade(grade: Grade) -> Holding:
    return Holding(
        "GRADE",
        grade.ref,
        grade.code,
        "",
        grade.year,
        grade.decision_no,
        grade.decided_on,
        None,
        "",
        "",
    )


def _initiative(made: Initiative, used_for: tuple[UsedFor, ...]) -> Holding:
    return Holding(
        "INITIATIVE",
        made.ref,
        made.code,
        "",
        made.year,
        made.decision_no,
        made.decided_on,
        None,
        made.title,
        made.recognised_by,
        used_for,
        share_percent=made.share_percent,
        together=made.together,
    )


def _bar(bar: Bar) -> BarHeld:
    return BarHeld(bar.kind, bar.since, bar.ended_on, bar.level, bar.ref)
