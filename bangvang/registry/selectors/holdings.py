"""What records hold, for the law and for pages: awards, grades, initiatives and bars together."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any, NamedTuple

from django.db.models import (
    BigIntegerField,
    DateField,
    DecimalField,
    Field,
    IntegerField,
    QuerySet,
    Value,
)

from bangvang.registry.models import (
    Award,
    Bar,
    Completeness,
    Grade,
    Initiative,
    InitiativeUse,
    Organisation,
    Person,
)
from bangvang.registry.selectors.body_history import AsWritten
from bangvang.registry.selectors.units_named import portions
from bangvang.registry.states import HolderKind

AT_ONCE = 2_000
"""Holders in one statement, which names each up to four times: SQLite takes 32,766 values."""
WHOLE = "WHOLE"
BORN = "BORN"


def _same(*names: str, **others: str) -> Mapping[str, str]:
    """Return where each column of `_Kept` stands in a table."""
    return MappingProxyType({name: name for name in names} | others)


AWARD = _same(
    "ref", "code", "kind", "year", "decision_no", "decided_on", "revoked_on", "issued_by",
    "decision_ref", "unit_as_written", "unit_id", title="achievement",
)  # fmt: skip
GRADE = _same("ref", "code", "year", "decision_no", "decided_on")
INITIATIVE = _same(
    "ref", "code", "year", "decision_no", "decided_on", "title", "share_percent", "together",
    issued_by="recognised_by", used_for="uses__award_code", used_year="uses__year",
    used_decision="uses__decision_no", used_since="uses__since",
)  # fmt: skip
COMPLETENESS = _same(code="record_kind", year="from_year", used_year="through_year")
BIRTH = _same(year="birth_year")
NULLS: "Mapping[str, Field[Any, Any]]" = MappingProxyType(
    {
        "decided_on": DateField(),
        "revoked_on": DateField(),
        "unit_id": BigIntegerField(),
        "share_percent": DecimalField(),
        "used_year": IntegerField(),
        "used_since": DateField(),
    }
)
"""Columns that are null, not empty text, in a table that does not have them."""


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

    @property
    def unit(self) -> AsWritten:
        """The unit as an award's decision names it, to ask what it is today."""
        on = self.decided_on or date.max
        return AsWritten(self.unit_id or 0, on, self.unit_as_written)


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


class _Kept(NamedTuple):
    """A row of any of the tables as the one statement brings it, told apart by `record_kind`.

    A row of `WHOLE` says since when the kind in `code` is whole: `year` from, `used_year` through;
    one of `BORN` says in which `year` somebody was born. An initiative comes once for each use.
    """

    holder: int
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
    decision_ref: str
    unit_as_written: str
    unit_id: int | None
    share_percent: Decimal | None
    together: str
    used_for: str | None
    used_year: int | None
    used_decision: str | None
    used_since: date | None


def units_named(history: PersonHistory) -> list[AsWritten]:
    """Return the units that the decisions of the awards name."""
    return [held.unit for held in history.holdings if held.record_kind == "AWARD"]


def histories_held(
    holder: HolderKind, refs: Mapping[int, str], *, with_bars: bool = True
) -> dict[str, PersonHistory]:
    """Return the histories of these holders, given as id and reference.

    Two queries for every two thousand of them, whatever they hold; without bars one.
    """
    found: dict[int, dict[str, Holding]] = {pk: {} for pk in refs}
    complete: dict[int, dict[str, int]] = {pk: {} for pk in refs}
    through: dict[int, dict[str, int]] = {pk: {} for pk in refs}
    bars: dict[int, list[BarHeld]] = {pk: [] for pk in refs}
    born: dict[int, int] = {}
    for some in portions(list(refs), AT_ONCE):
        for row in _kept(holder, some):
            if row.record_kind == WHOLE:
                complete[row.holder][row.code] = row.year
                if row.used_year is not None:
                    through[row.holder][row.code] = row.used_year
            elif row.record_kind == BORN:
                born[row.holder] = row.year
            else:
                known = found[row.holder]
                known[row.ref] = _with_use(known.get(row.ref) or _holding(row), row)
        for bar in _bars(holder, some) if with_bars else ():
            bars[_holder_of(bar, holder)].append(_bar(bar))
    return {
        ref: PersonHistory(
            tuple(
                sorted(found[pk].values(), key=lambda h: (-h.year, h.record_kind, h.code, h.ref))
            ),
            complete[pk],
            tuple(sorted(bars[pk], key=lambda b: (b.since, b.ref))),
            through[pk],
            born.get(pk),
        )
        for pk, ref in refs.items()
    }


def histories_without_bars(of: HolderKind, refs: Collection[str]) -> dict[str, PersonHistory]:
    """Return the histories of these people or organisations, bars left aside."""
    holders = Person if of is HolderKind.PERSON else Organisation
    ids = dict(holders._default_manager.filter(ref__in=list(refs)).values_list("pk", "ref"))
    return histories_held(of, ids, with_bars=False)


def uses_of(initiatives: Collection[int]) -> dict[int, list[UsedFor]]:
    """Return what each of these initiatives was used for, by number; one query."""
    used: dict[int, list[UsedFor]] = {}
    found = InitiativeUse.objects.filter(initiative__in=initiatives)
    for use in found.order_by("year", "award_code", "decision_no"):
        said = UsedFor(use.award_code, use.year, use.decision_no, use.since)
        used.setdefault(use.initiative_id, []).append(said)
    return used


def _kept(holder: HolderKind, some: Sequence[int]) -> Iterator[_Kept]:
    """Read all tables of these holders by one statement.

    PostgreSQL settles a column's type by the first two parts: one of them must have the column.
    """
    whose, whose_id = {f"{holder}__in": some}, f"{holder}_id"
    parts: list[QuerySet[Any, Any]] = [
        Award.objects.filter(**whose).values_list(*_columns(whose_id, "AWARD", AWARD)),
        Completeness.objects.filter(**whose).values_list(*_columns(whose_id, WHOLE, COMPLETENESS)),
        Grade.objects.filter(**whose).values_list(*_columns(whose_id, "GRADE", GRADE)),
    ]
    if holder is HolderKind.PERSON:
        made = Initiative.objects.filter(**whose)
        parts.insert(0, made.values_list(*_columns(whose_id, "INITIATIVE", INITIATIVE)))
        alive = Person.objects.filter(pk__in=some, birth_year__isnull=False)
        parts.append(alive.values_list(*_columns("pk", BORN, BIRTH)))
    first, *others = (part.order_by() for part in parts)
    return map(_Kept._make, first.union(*others, all=True))


def _columns(whose_id: str, record_kind: str, of: Mapping[str, str]) -> Iterator[Any]:
    """Yield what the statement selects, in the order of `_Kept`."""
    yield whose_id
    yield Value(record_kind)
    for name in _Kept._fields[2:]:
        yield of.get(name, Value(None, output_field=NULLS[name]) if name in NULLS else Value(""))


def _bars(holder: HolderKind, some: Sequence[int]) -> "QuerySet[Bar]":
    return Bar.objects.filter(**{f"{holder}__in": some, "withdrawn_at__isnull": True})


def _holder_of(bar: Bar, holder: HolderKind) -> int:
    found: int = getattr(bar, f"{holder}_id")
    return found


def _holding(row: _Kept) -> Holding:
    return Holding(
        row.record_kind,
        row.ref,
        row.code,
        row.kind,
        row.year,
        row.decision_no,
        row.decided_on,
        row.revoked_on,
        row.title,
        row.issued_by,
        (),
        row.decision_ref,
        row.share_percent,
        row.together,
        row.unit_as_written,
        row.unit_id,
    )


def _with_use(held: Holding, row: _Kept) -> Holding:
    """Add the use that this row brings, if it brings one."""
    if row.used_for is None or row.used_year is None or row.used_since is None:
        return held
    use = UsedFor(row.used_for, row.used_year, row.used_decision or "", row.used_since)
    uses = sorted((*held.used_for, use), key=lambda u: (u.year, u.award_code, u.decision_no))
    return replace(held, used_for=tuple(uses))


def _bar(bar: Bar) -> BarHeld:
    return BarHeld(bar.kind, bar.since, bar.ended_on, bar.level, bar.ref)
