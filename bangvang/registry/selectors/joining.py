"""Reading two records that may be one: what both hold, what they contradict, what would move.

Nothing here asks who looks: pages go through `selectors/merges.py`, actions through permissions.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeAlias

from django.apps import apps
from django.db import models
from django.db.models import Q

from bangvang.foundation.objection import Objection, Unseen
from bangvang.foundation.vietnamese import say_date
from bangvang.registry.models import AmendedRow, Grade, Joining, Organisation, Person, Way
from bangvang.registry.selectors.apart_alike import objection_to_joining_apart
from bangvang.registry.selectors.collectives import histories_of_organisations
from bangvang.registry.selectors.holdings import Holding, PersonHistory
from bangvang.registry.selectors.people import histories_of
from bangvang.registry.selectors.years_together import YearsTogether, key_of, years_together
from bangvang.registry.states import HolderKind

Record: TypeAlias = Person | Organisation
KEPT, MERGED = "kept", "merged"
"""The two answers where both records say something: that of the kept one, that of the other."""

TWO_NUMBERS = Objection(
    "TWO_NUMBERS", "Hai bản ghi có hai số định danh khác nhau nên không phải một người."
)
NO_YEAR_WHOLE = Objection(
    "NO_YEAR_WHOLE",
    "Bản ghi này được xác nhận đủ cho những năm mà bản ghi kia có dòng khác; rút xác nhận đủ trước "
    "khi gộp.",
)
OTHER_BODY = Objection(
    "OTHER_BODY",
    "Chỉ gộp hai bản ghi của cùng một tập thể: cùng tên, cùng đơn vị cấp trên. "
    "Đổi tên, sáp nhập theo quyết định không phải là gộp bản ghi.",
)


@dataclass(frozen=True)
class Pointer:
    """A key of a table that points to people or to organisations, and how its rows follow."""

    model: type[models.Model]
    field: str
    joining: Joining

    @property
    def table(self) -> str:
        """The model's label, as changes are kept under it."""
        return self.model._meta.label

    def rows(self, pk: int) -> "models.QuerySet[Any]":
        """Return every row that points there, also those set aside."""
        return self.model._base_manager.filter(**{self.field: pk})


@dataclass(frozen=True)
class Contradiction:
    """What both say differently and a person must answer; values in Vietnamese."""

    key: str
    label: str
    kept: str
    merged: str


@dataclass(frozen=True)
class Compared:
    """Two records side by side, as they stand now.

    `doubled` are facts that both hold, once each; `years` is what will be known to be whole of
    the joined record; `fingerprint` changes with any row of either.
    """

    doubled: tuple[Holding, ...]
    near_doubled: tuple[tuple[Holding, Holding], ...]
    contradictions: tuple[Contradiction, ...]
    years: YearsTogether
    objection: Objection | None
    fingerprint: str


def record_named(of: HolderKind, ref: str, *, lock: bool = False) -> Record:
    """Return a record that stands, not one that was merged.

    Raises:
        Unseen: there is none.
    """
    rows: models.QuerySet[Any] = (
        Person.objects.select_related("organisation")
        if of is HolderKind.PERSON
        else Organisation.with_apart.select_related("parent")
    )
    found = rows.filter(ref=ref)
    record: Record | None = (found.select_for_update(of=("self",)) if lock else found).first()
    if record is None:
        raise Unseen
    return record


def pointers_to(target: type[models.Model]) -> Iterator[Pointer]:
    """Return every key of every table that points there.

    Raises:
        LookupError: a model does not say what becomes of its rows; a test finds it before.
    """
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if field.related_model is target:
                said = getattr(model, "joining", {}).get(field.name)
                if said is None:
                    raise LookupError(f"{model._meta.label}.{field.name} does not say how it joins")
                yield Pointer(model, field.name, said)


def compared(of: HolderKind, kept: Record, merged: Record) -> Compared:
    """Return what stands in the way of making one of them, and what would become of it."""
    histories = _histories(of, [kept.ref, merged.ref])
    mine, theirs = histories[kept.ref], histories[merged.ref]
    known = {key_of(holding) for holding in mine.holdings}
    doubled = tuple(h for h in theirs.holdings if key_of(h) in known)
    years = years_together(of, kept, merged, mine, theirs)
    return Compared(
        doubled=doubled,
        near_doubled=tuple(_near_doubled(mine, theirs)),
        contradictions=(*_contradictions(kept, merged), *_grades_apart(of, kept, merged)),
        years=years,
        objection=_objection(kept, merged) or _clash(kept, merged) or _void(years),
        fingerprint=_fingerprint(kept, merged, years),
    )


def doubled_rows(pointer: Pointer, kept: int, merged: int) -> dict[int, int]:
    """Return the merged record's rows that the kept one has as well: their row and its twin.

    What an undone import left behind is no twin of anything.
    """
    columns = pointer.joining.same
    fields = {field.name for field in pointer.model._meta.concrete_fields}
    standing = Q(set_aside=False) if "set_aside" in fields else Q()
    if {"set_aside", "withdrawn_at"} <= fields:
        standing &= Q(withdrawn_at__isnull=True)
    mine = pointer.rows(kept).filter(standing).values_list(*columns, "pk")
    twins = {tuple(row[:-1]): row[-1] for row in mine}
    theirs = pointer.rows(merged).filter(standing).values_list(*columns, "pk")
    return {row[-1]: twins[tuple(row[:-1])] for row in theirs if tuple(row[:-1]) in twins}


def grades_by_year(of: HolderKind, pk: int) -> dict[int, Grade]:
    """Return the grade of each year."""
    return {grade.year: grade for grade in Grade.objects.filter(**{of.value: pk})}


def _histories(of: HolderKind, refs: list[str]) -> dict[str, PersonHistory]:
    return histories_of(refs) if of is HolderKind.PERSON else histories_of_organisations(refs)


def _near_doubled(mine: PersonHistory, theirs: PersonHistory) -> Iterator[tuple[Holding, Holding]]:
    """Return awards of one code and year that stand on two decisions; perhaps one is a slip."""
    for other in theirs.holdings:
        for own in mine.holdings:
            same = (own.record_kind, own.code, own.kind, own.year)
            if (
                own.record_kind == "AWARD"
                and same == (other.record_kind, other.code, other.kind, other.year)
                and own.decision_no != other.decision_no
            ):
                yield own, other


def _contradictions(kept: Record, merged: Record) -> Iterator[Contradiction]:
    if isinstance(kept, Organisation) or isinstance(merged, Organisation):
        ends = [_day(getattr(one, "until", None)) or "đang hoạt động" for one in (kept, merged)]
        if ends[0] != ends[1]:
            yield Contradiction("until", "Hoạt động đến trước ngày", *ends)
        return
    births = [_born(kept), _born(merged)]
    if all(births) and _births_differ(kept, merged):
        yield Contradiction("birth", "Ngày sinh", *births)
    if kept.sex and merged.sex and kept.sex != merged.sex:
        yield Contradiction("sex", "Giới tính", kept.get_sex_display(), merged.get_sex_display())


def _births_differ(one: Person, other: Person) -> bool:
    if one.birth_on and other.birth_on:
        return one.birth_on != other.birth_on
    return one.birth_year != other.birth_year


def _born(person: Person) -> str:
    return _day(person.birth_on) or (f"năm {person.birth_year}" if person.birth_year else "")


def _day(day: date | None) -> str:
    return say_date(day) if day else ""


def _grades_apart(of: HolderKind, kept: Record, merged: Record) -> Iterator[Contradiction]:
    mine, theirs = grades_by_year(of, kept.pk), grades_by_year(of, merged.pk)
    for year in sorted(mine.keys() & theirs.keys()):
        if mine[year].code != theirs[year].code:
            yield Contradiction(
                f"grade:{year}", f"Xếp loại năm {year}", mine[year].code, theirs[year].code
            )


def _objection(kept: Record, merged: Record) -> Objection | None:
    if isinstance(kept, Organisation) and isinstance(merged, Organisation):
        if kept.is_apart or merged.is_apart:
            return objection_to_joining_apart(kept, merged)
        same = kept.name_fold == merged.name_fold and kept.parent_id == merged.parent_id
        return None if same else OTHER_BODY
    digests = {getattr(one, "identity_digest", None) for one in (kept, merged)} - {None}
    return TWO_NUMBERS if len(digests) > 1 else None


def _void(years: YearsTogether) -> Objection | None:
    return NO_YEAR_WHOLE if None in years.whole.values() else None


BEING_AMENDED = Objection(
    "BEING_AMENDED",
    "Có lượt khen, xếp loại của một trong hai bản ghi đang chờ xác nhận thay đổi; hãy giải quyết "
    "trước khi gộp.",
)


def _clash(kept: Record, merged: Record) -> Objection | None:
    """Return what a table says when a row cannot go over beside one of the kept record.

    What is being amended has to be settled first: the row might be set aside under the amendment.
    """
    mine = [kept.pk, merged.pk]
    field = "person" if isinstance(kept, Person) else "organisation"
    of_both = Q(**{f"award__{field}__in": mine}) | Q(**{f"grade__{field}__in": mine})
    if AmendedRow.objects.filter(of_both, is_open=True).exists():
        return BEING_AMENDED
    for pointer in pointers_to(type(kept)):
        if pointer.joining.way is Way.MOVE and _excludes(pointer, kept.pk, merged.pk):
            sentence = pointer.joining.clash or "Hai bản ghi có những dòng không thể cùng tồn tại."
            return Objection("ROWS_CLASH", sentence)
    return None


def _excludes(pointer: Pointer, kept: int, merged: int) -> bool:
    for constraint in pointer.model._meta.constraints:
        if not isinstance(constraint, models.UniqueConstraint):
            continue
        if pointer.field not in constraint.fields:
            continue
        others = [name for name in constraint.fields if name != pointer.field]
        condition = constraint.condition or Q()
        mine = set(pointer.rows(kept).filter(condition).values_list(*others))
        if mine.intersection(pointer.rows(merged).filter(condition).values_list(*others)):
            return True
    return False


def _fingerprint(kept: Record, merged: Record, years: YearsTogether) -> str:
    said: list[object] = [_fields(kept), _fields(merged), years.whole, years.promised]
    for pointer in pointers_to(type(kept)):
        for record in (kept, merged):
            rows = pointer.rows(record.pk).order_by("pk").values_list(*_telling(pointer))
            said.append([pointer.table, pointer.field, [list(row) for row in rows]])
    text = json.dumps(said, default=str, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _telling(pointer: Pointer) -> Iterable[str]:
    """Return the columns of a row whose change is worth a second look."""
    names = {field.name for field in pointer.model._meta.concrete_fields}
    wanted = ("pk", "code", "year", "from_year", "revoked_on", "set_aside", "version", "state")
    return [name for name in wanted if name == "pk" or name in names]


def _fields(record: Record) -> dict[str, object]:
    return {
        field.attname: value if not isinstance(value, datetime) else value.isoformat()
        for field in record._meta.concrete_fields
        if (value := getattr(record, field.attname)) is not None
    }
