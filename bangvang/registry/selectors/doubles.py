"""Reading likely doubles: pairs of records that may be one, with what speaks for and against."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, Q, QuerySet

from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import Objection, Unseen
from bangvang.registry.linking import Described, Reasons, reasons
from bangvang.registry.linking.levels import (
    birth_level,
    identity_level,
    name_level,
    sex_level,
    unit_level,
)
from bangvang.registry.models import Award, LikelyDouble, Organisation, Person
from bangvang.registry.permissions import may_read_bars
from bangvang.registry.permissions.merges import objection_to_looking_for_doubles
from bangvang.registry.selectors.apart_alike import told_apart
from bangvang.registry.states import HolderKind

A_PAGE = 20
AT_ONCE = 20_000


@dataclass(frozen=True)
class PairSide:
    """One record of a pair, as the list shows it; births of people only."""

    ref: str
    name: str
    above: str
    position: str
    birth_on: date | None
    birth_year: int | None
    identity_tail: str
    awards: int


@dataclass(frozen=True)
class Pair:
    """Two records that may be one; `different_*` when somebody said that they are not."""

    first: PairSide
    second: PairSide
    reasons: Reasons
    different_reason: str
    different_by: str
    different_at: datetime | None


@dataclass(frozen=True)
class PairsFound:
    """One page of pairs, likeliest first, how many in all, and when they were looked for."""

    pairs: tuple[Pair, ...]
    count: int
    found_at: datetime | None
    not_looking: Objection | None


def pairs_found(
    actor: Actor, of: HolderKind, *, different: bool = False, page: int = 1
) -> PairsFound:
    """Return one page of the pairs that wait, or of those said to be different; few queries.

    Raises:
        Unseen: not the standing office or the inspector, or there is no such page.
    """
    if not may_read_bars(actor):
        raise Unseen
    standing = _rows(of).values("ref")
    found = LikelyDouble.objects.filter(
        of=of,
        different_at__isnull=not different,
        first_ref__in=standing,
        second_ref__in=standing,
    )
    count, start = found.count(), (page - 1) * A_PAGE
    if start < 0 or start >= max(count, 1):
        raise Unseen
    rows = list(found.order_by("-score", "pk")[start : start + A_PAGE])
    newest = LikelyDouble.objects.filter(of=of, different_at__isnull=True).order_by("-found_at")
    return PairsFound(
        tuple(_pairs(of, rows)),
        count,
        newest.values_list("found_at", flat=True).first(),
        objection_to_looking_for_doubles(actor),
    )


def said_different(of: HolderKind) -> frozenset[tuple[str, str]]:
    """Return the pairs that somebody said are two; of merged records, those they became."""
    rows = LikelyDouble.objects.filter(of=of, different_at__isnull=False)
    pairs = list(rows.values_list("first_ref", "second_ref"))
    refs = {ref for pair in pairs for ref in pair}
    into = dict(
        _all(of)
        .filter(ref__in=refs, merged_into__isnull=False)
        .values_list("ref", "merged_into__ref")
    )
    return frozenset(_ordered(into.get(a, a), into.get(b, b)) for a, b in pairs)


def everybody_described() -> tuple[list[str], list[Described], dict[str, list[str]]]:
    """Return the references of all people, how each is described, and what stands above a unit.

    A unit is its number, since many are called alike. Two queries for any number of people.
    """
    refs, people = [], []
    rows = Person.objects.order_by("pk").values_list(
        "ref", "name_fold", "name_key", "birth_on", "birth_year", "organisation", "sex",
        "identity_digest",
    )  # fmt: skip
    for ref, loose, key, on, year, unit, sex, digest in rows.iterator(AT_ONCE):
        refs.append(ref)
        people.append(Described(loose, key, _birth(on, year), str(unit), digest or "", sex))
    parents = dict(Organisation.with_apart.values_list("pk", "parent"))
    return refs, people, {str(pk): list(map(str, _chain(pk, parents))) for pk in parents}


def bodies_alike() -> Iterator[tuple[str, str]]:
    """Return the pairs of bodies with the same folded name under the same parent; two queries."""
    twice = (
        Organisation.objects.values("name_fold", "parent").annotate(n=Count("pk")).filter(n__gt=1)
    )
    names = {row["name_fold"] for row in twice}
    alike: dict[tuple[str, int | None], list[str]] = {}
    bodies = Organisation.objects.filter(name_fold__in=names).order_by("pk")
    for ref, name, parent in bodies.values_list("ref", "name_fold", "parent_id"):
        alike.setdefault((name, parent), []).append(ref)
    for refs in alike.values():
        for place, one in enumerate(refs):
            yield from (_ordered(one, other) for other in refs[place + 1 :])


def _ordered(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def _chain(pk: int, parents: Mapping[int, int | None]) -> Iterator[int]:
    above = parents[pk]
    while above is not None:
        yield above
        above = parents.get(above)


def _birth(on: date | None, year: int | None) -> int:
    if on is not None:
        return on.year * 10_000 + on.month * 100 + on.day
    return (year or 0) * 10_000


def _rows(of: HolderKind) -> "QuerySet[Any]":
    return Person.objects.all() if of is HolderKind.PERSON else Organisation.with_apart.all()


def _all(of: HolderKind) -> "QuerySet[Any]":
    rows = Person.with_merged if of is HolderKind.PERSON else Organisation.with_merged
    return rows.all()


def _pairs(of: HolderKind, rows: Collection[LikelyDouble]) -> Iterator[Pair]:
    above = "organisation" if of is HolderKind.PERSON else "parent"
    refs = {ref for row in rows for ref in (row.first_ref, row.second_ref)}
    records = {r.ref: r for r in _rows(of).filter(ref__in=refs).select_related(above)}
    ids = [record.pk for record in records.values()]
    awards = Award.objects.filter(Q(**{f"{of.value}__in": ids})).order_by()
    held = dict(awards.values_list(f"{of.value}_id").annotate(count=Count("pk")))
    namesakes = _namesakes(of, {record.name_fold for record in records.values()})
    for row in rows:
        first, second = records[row.first_ref], records[row.second_ref]
        yield Pair(
            _side(first, held.get(first.pk, 0)),
            _side(second, held.get(second.pk, 0)),
            _reasons(first, second, namesakes.get(first.name_fold, 1)),
            row.different_reason,
            row.different_by_name,
            row.different_at,
        )


def reasons_of(of: HolderKind, refs: tuple[str, str]) -> Reasons:
    """Return what speaks for and against these two being one; two queries.

    Raises:
        Unseen: one of them is not there.
    """
    above = "organisation" if of is HolderKind.PERSON else "parent"
    records = {r.ref: r for r in _rows(of).filter(ref__in=refs).select_related(above)}
    if len(records) != len(refs):
        raise Unseen
    first, second = (records[ref] for ref in refs)
    return _reasons(first, second, _namesakes(of, {first.name_fold}).get(first.name_fold, 1))


def _namesakes(of: HolderKind, names: Collection[str]) -> dict[str, int]:
    rows = _rows(of).filter(name_fold__in=names).order_by().values_list("name_fold")
    return dict(rows.annotate(count=Count("pk")))


def _side(record: Person | Organisation, awards: int) -> PairSide:
    if isinstance(record, Organisation):
        parent = record.parent.name if record.parent else ""
        kind = record.get_kind_display()
        return PairSide(record.ref, record.name, parent, kind, None, None, "", awards)
    return PairSide(
        record.ref,
        record.full_name,
        record.organisation.name,
        record.position,
        record.birth_on,
        record.birth_year,
        record.identity_tail,
        awards,
    )


def _reasons(
    first: Person | Organisation, second: Person | Organisation, namesakes: int
) -> Reasons:
    if isinstance(first, Organisation) and isinstance(second, Organisation):
        if first.is_apart or second.is_apart:
            return Reasons(*told_apart(first, second))
        same_end = first.until == second.until
        against = () if same_end else ("Thời gian hoạt động khác nhau",)
        return Reasons(("Cùng tên", "Cùng đơn vị cấp trên"), against)
    if isinstance(first, Organisation) or isinstance(second, Organisation):
        return Reasons((), ("Một bên là người, một bên là tập thể",))
    return reasons(
        name_level(first.name_fold, first.name_key, second.name_fold, second.name_key),
        birth_level(
            _birth(first.birth_on, first.birth_year), _birth(second.birth_on, second.birth_year)
        ),
        unit_level(str(first.organisation_id), {str(second.organisation_id)}),
        identity_level(first.identity_digest or "", second.identity_digest or ""),
        sex_level(first.sex, second.sex),
        namesakes=namesakes,
    )
