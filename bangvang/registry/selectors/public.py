"""What anybody may read of the register: awards whose decision's day has come, nothing personal.

No birth date, no identity number, no position and nothing of a person's unit of today leaves here:
a name and a unit stand as on the decision, beside the unit what that unit itself is called today.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from django.db.models import Count, F, Min, OuterRef, QuerySet, Subquery
from django.utils.timezone import localtime

from bangvang.foundation.objection import Unseen
from bangvang.foundation.vietnamese import fold
from bangvang.law import UnknownAward, award_name
from bangvang.registry.models import Award
from bangvang.registry.selectors.amended_rows import corrected_at
from bangvang.registry.selectors.body_history import AsWritten, now_called
from bangvang.registry.selectors.narrowing import awards_meant
from bangvang.registry.selectors.public_names import awards_named, awards_signed
from bangvang.registry.selectors.sought import Sought, numbers_like, sought
from bangvang.registry.selectors.spelled import spelled_out

AWARDS_A_PAGE = 20
OTHER_AWARD = "Hình thức khen thưởng khác"


class _Row(NamedTuple):
    """The only columns that are ever read."""

    person__ref: str | None
    name_as_written: str
    unit_as_written: str
    unit_id: int
    code: str
    year: int
    decision_no: str
    decided_on: date
    issued_by: str
    decision_ref: str
    revoked_on: date | None
    corrected_at: datetime | None


@dataclass(frozen=True)
class AwardPublic:
    """One award; `revoked_on` only if that day has come, `decision_ref` empty for old history.

    `person_ref` is empty for the award of an organisation, whose name `name` is.
    """

    person_ref: str
    name: str
    unit_name: str
    code: str
    award_name: str
    year: int
    decision_no: str
    decided_on: date
    issued_by: str
    decision_ref: str
    revoked_on: date | None
    unit_now: str = ""
    """What became of the unit, as "nay là …", where it is called otherwise today."""
    corrected_on: date | None = None
    """The day on which this row took the place of one that was wrong."""


@dataclass(frozen=True)
class AwardsPublic:
    """One page of what was found, and how many there are in all."""

    awards: tuple[AwardPublic, ...]
    count: int
    sought: Sought


@dataclass(frozen=True)
class AwardChoices:
    """What the register can be narrowed to: code and name of awards, years of achievement."""

    awards: tuple[tuple[str, str], ...]
    years: tuple[int, ...]


@dataclass(frozen=True)
class RegisterFigures:
    """How many awards the register shows, and the year of its oldest decision."""

    count: int
    since_year: int | None


@dataclass(frozen=True)
class PersonPublic:
    """Somebody's awards, newest first; name and unit as the newest decision wrote them."""

    ref: str
    name: str
    unit_name: str
    awards: tuple[AwardPublic, ...]


def awards_public(
    query: str = "", code: str = "", year: int | None = None, *, on: date, page: int = 1
) -> AwardsPublic:
    """Return one page of the awards that match, newest decision first.

    Args:
        query: words of a person's name, of a unit's, or of both, with or without marks, a
            decision's number or day, an award, a year, or several of them; also with signs.
        code: only this award, if given.
        year: only this year of achievement, if given.
        on: the day of reading; later decisions do not exist yet.
        page: from 1.

    Raises:
        Unseen: there is no such page.
    """
    found = _decided(on)
    if code:
        found = found.filter(code=code)
    if year is not None:
        found = found.filter(year=year)
    said, count = sought(query), 0
    for narrowed in _asked(said, bool(query.strip()), found, on):
        found, count = narrowed, narrowed.count()
        if count:
            break
    start = (page - 1) * AWARDS_A_PAGE
    if start < 0 or start >= max(count, 1):
        raise Unseen
    return AwardsPublic(_shown(found, on, slice(start, start + AWARDS_A_PAGE)), count, said)


def award_choices_public(on: date) -> AwardChoices:
    """Return the awards and years that the register has something for."""
    decided = _decided(on).order_by()
    codes = decided.values_list("code", flat=True).distinct()
    years = decided.values_list("year", flat=True).distinct()
    named = [(code, _name(code, on)) for code in codes]
    return AwardChoices(
        awards=tuple(sorted(named, key=lambda choice: fold(choice[1]))),
        years=tuple(sorted(years, reverse=True)),
    )


def register_figures(on: date) -> RegisterFigures:
    """Return the figures of the register on a day."""
    figures = _decided(on).aggregate(count=Count("pk"), first=Min("decided_on"))
    first: date | None = figures["first"]
    return RegisterFigures(figures["count"], first.year if first else None)


def newest_award(on: date) -> AwardPublic | None:
    """Return the newest award, as an example of what can be looked up."""
    return next(iter(_shown(_decided(on), on, slice(0, 1))), None)


def person_public(ref: str, *, on: date) -> PersonPublic:
    """Return what a person holds.

    Raises:
        Unseen: there is nobody of this reference who holds an award on that day.
    """
    awards = _shown(_decided(on).filter(person__ref=ref), on)
    if not awards:
        raise Unseen
    return PersonPublic(ref, awards[0].name, awards[0].unit_name, awards)


def _decided(on: date) -> QuerySet[Award]:
    found = Award.objects.filter(decided_on__lte=on)
    return found.order_by("-decided_on", "decision_no", F("order_no").asc(nulls_last=True), "pk")


def _asked(
    said: Sought, is_asked: bool, found: QuerySet[Award], on: date
) -> Iterator[QuerySet[Award]]:
    """Narrow by what was typed: names, units, a decision's number and day, awards, years.

    Yields one reading after the other; the first with anything in it counts.
    """
    if is_asked and not (said.pieces or said.signs or said.day or said.asks_awards):
        found = found.none()
    if said.signs:
        left_out = awards_meant(said, _decided(on), is_not=True)
        found = found.filter(awards_signed(said), awards_meant(said, _decided(on)))
        found = found.exclude(left_out) if left_out else found
    if said.codes:
        found = found.filter(code__in=said.codes)
    if said.since is not None:
        found = found.filter(year__gte=said.since, year__lte=said.until)
    found = _of_decision(said, found, on)
    if not said.pieces:
        yield found
    for pieces in (said.pieces, spelled_out(said.pieces)):
        for named in awards_named(pieces):
            yield found.filter(named)


def _of_decision(said: Sought, found: QuerySet[Award], on: date) -> QuerySet[Award]:
    """Narrow by a decision's number and by its day; nobody's day of birth is asked here."""
    if said.decision is not None:
        found = found.filter(decision_no__in=numbers_like(said.decision, _decided(on)))
    return found if said.day is None else found.filter(decided_on=said.day)


def _shown(found: QuerySet[Award], on: date, part: slice = slice(None)) -> tuple[AwardPublic, ...]:
    told = found.annotate(corrected_at=Subquery(corrected_at(OuterRef("pk"))))
    read: Iterable[tuple[object, ...]] = told.values_list(*_Row._fields)[part]
    rows = [_Row(*row) for row in read]  # type: ignore[arg-type]  # the columns of _Row
    now = now_called(map(_unit, rows))
    return tuple(_award(row, on, now.get(_unit(row), "")) for row in rows)


def _unit(row: _Row) -> AsWritten:
    return AsWritten(row.unit_id, row.decided_on, row.unit_as_written)


def _award(row: _Row, on: date, unit_now: str) -> AwardPublic:
    corrected_on = localtime(row.corrected_at).date() if row.corrected_at else None
    revoked = row.revoked_on if row.revoked_on is not None and row.revoked_on <= on else None
    return AwardPublic(
        person_ref=row.person__ref or "",
        name=row.name_as_written,
        unit_name=row.unit_as_written,
        code=row.code,
        award_name=_name(row.code, row.decided_on),
        year=row.year,
        decision_no=row.decision_no,
        decided_on=row.decided_on,
        issued_by=row.issued_by,
        decision_ref=row.decision_ref,
        revoked_on=revoked,
        unit_now=unit_now,
        corrected_on=corrected_on if corrected_on is not None and corrected_on <= on else None,
    )


def _name(code: str, on: date) -> str:
    try:
        return award_name(code, on)
    except UnknownAward:
        return OTHER_AWARD
