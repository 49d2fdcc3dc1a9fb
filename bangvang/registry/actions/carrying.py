"""Carrying what belongs to one record over to another, and every value back to where it stood."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from django.apps import apps
from django.db.models import ForeignKey, QuerySet

from bangvang.registry.actions.carrying_years import WHOLE_FIELDS, put_back_years
from bangvang.registry.models import (
    AmendedRow,
    Award,
    Changed,
    Completeness,
    Grade,
    InitiativeUse,
    Merge,
    Organisation,
    Person,
    Way,
    YearStatementOf,
)
from bangvang.registry.selectors.joining import (
    MERGED,
    Compared,
    Pointer,
    Record,
    doubled_rows,
    grades_by_year,
    pointers_to,
)
from bangvang.registry.selectors.years_together import YearsTogether
from bangvang.registry.states import HolderKind

AT_ONCE = 1_000
STATEMENTS = "registry.YearStatementOf"
COMPLETE = "registry.Completeness"
AWARDS, GRADES = "registry.Award", "registry.Grade"


class Carrier:
    """Makes the changes of one merge and keeps, of each, what stood there before."""

    def __init__(self, merge: Merge, kept: Record, merged: Record) -> None:
        self._merge = merge
        self._of = HolderKind(merge.of)
        self._kept = kept
        self._merged = merged
        self._chosen: Mapping[str, str] = merge.chosen
        self._changes: list[Changed] = []
        self._left: frozenset[int] = frozenset()

    def carry(self, compared: Compared) -> int:
        """Make one record of the two and return how many values changed."""
        self._complete(compared.years)
        self._leave(compared.years.disproved)
        self._grades()
        for pointer in pointers_to(type(self._kept)):
            self._follow(pointer)
        self._fields()
        self._set(self._merged, "merged_into_id", self._kept.pk)
        Changed.objects.bulk_create(self._changes)
        return len(self._changes)

    def _follow(self, pointer: Pointer) -> None:
        staying = set(self._staying(pointer))
        if pointer.joining.way is Way.FILL:
            staying |= set(doubled_rows(pointer, self._kept.pk, self._merged.pk))
        if pointer.table == STATEMENTS:
            staying |= self._left
        if pointer.joining.way is Way.ONCE:
            twins = doubled_rows(pointer, self._kept.pk, self._merged.pk)
            for row, twin in twins.items():
                self._update(pointer.table, row, "set_aside", before=False, after=True)
                if pointer.table == "registry.Initiative":
                    self._uses(row, twin)
                if pointer.table == AWARDS:
                    self._revocation(row, twin)
            staying |= set(twins)
        rows = pointer.rows(self._merged.pk).order_by("pk").values_list("pk", flat=True)
        moving = [pk for pk in rows if pk not in staying]
        key = f"{pointer.field}_id"
        pointer.rows(self._merged.pk).exclude(pk__in=staying).update(**{key: self._kept.pk})
        self._changes += [
            self._change(pointer.table, pk, key, self._merged.pk, self._kept.pk) for pk in moving
        ]

    def _staying(self, pointer: Pointer) -> list[int]:
        """Return the rows that stay behind: set aside before, or dealt with by name."""
        rows = pointer.rows(self._merged.pk)
        if pointer.table == COMPLETE or pointer.joining.way is Way.STAY:
            return list(rows.values_list("pk", flat=True))
        if pointer.joining.way in (Way.ONCE, Way.SPECIAL):
            return list(rows.filter(set_aside=True).values_list("pk", flat=True))
        return []

    def _grades(self) -> None:
        mine = grades_by_year(self._of, self._kept.pk)
        theirs = grades_by_year(self._of, self._merged.pk)
        for year in sorted(mine.keys() & theirs.keys()):
            takes_theirs = (
                mine[year].code != theirs[year].code and self._chosen.get(f"grade:{year}") == MERGED
            )
            loser = mine[year] if takes_theirs else theirs[year]
            self._set(loser, "set_aside", after=True)

    def _uses(self, row: int, twin: int) -> None:
        """Let the uses of an initiative count for its twin, unless they are there already."""
        columns = ("award_code", "year", "decision_no")
        there = set(InitiativeUse.objects.filter(initiative=twin).values_list(*columns))
        for use in InitiativeUse.objects.filter(initiative=row).order_by("pk"):
            if (use.award_code, use.year, use.decision_no) not in there:
                self._set(use, "initiative_id", twin)

    def _revocation(self, row: int, twin: int) -> None:
        """Let an award be revoked that was revoked of either record, from the earlier day."""
        days = dict(Award.every.filter(pk__in=[row, twin]).values_list("pk", "revoked_on"))
        revoked = min((day for day in days.values() if day is not None), default=None)
        if revoked != days[twin]:
            self._update(AWARDS, twin, "revoked_on", before=days[twin], after=revoked)

    def _complete(self, years: YearsTogether) -> None:
        """Let the kept record be complete in the years that hold for both together."""
        whose = f"{self._of.value}_id"
        mine = {c.record_kind: c for c in self._complete_rows(self._kept)}
        theirs = {c.record_kind: c for c in self._complete_rows(self._merged)}
        for kind, claim in sorted(years.whole.items()):
            if claim is None:
                continue  # refused before
            row = mine.get(kind) or theirs[kind]
            promised = years.promised.get(kind)
            entered = promised if promised != claim[0] else None
            after = dict(zip(WHOLE_FIELDS, (*claim, entered), strict=True))
            if kind not in mine:
                after[whose] = self._kept.pk
            self._rewrite(row, after)

    def _leave(self, disproved: frozenset[int]) -> None:
        """Leave with the merged record the statements that the other record shows to be wrong."""
        rows = YearStatementOf.objects.filter(pk__in=disproved, person=self._kept.pk).order_by("pk")
        for row in rows:
            self._set(row, "person_id", self._merged.pk)
        self._left = disproved

    def _complete_rows(self, record: Record) -> list[Completeness]:
        return list(Completeness.objects.filter(**{self._of.value: record.pk}))

    def _fields(self) -> None:
        kept, merged = self._kept, self._merged
        if isinstance(kept, Organisation) and isinstance(merged, Organisation):
            if merged.since < kept.since:
                self._set(kept, "since", merged.since)
            if self._chosen.get("until") == MERGED:
                self._set(kept, "until", merged.until)
        elif isinstance(kept, Person) and isinstance(merged, Person):
            self._birth(kept, merged)
            if self._chosen.get("sex") == MERGED or (merged.sex and not kept.sex):
                self._set(kept, "sex", merged.sex)
            if merged.ethnicity and not kept.ethnicity:
                self._set(kept, "ethnicity", merged.ethnicity)
            if merged.identity_digest and not kept.identity_digest:
                digest, tail = merged.identity_digest, merged.identity_tail
                self._set(merged, "identity_digest", None)
                self._set(kept, "identity_digest", digest)
                self._set(kept, "identity_tail", tail)

    def _birth(self, kept: Person, merged: Person) -> None:
        is_fuller = bool(merged.birth_on) and not kept.birth_on
        knows_more = is_fuller and kept.birth_year in (None, merged.birth_year)
        is_first = bool(merged.birth_year) and not kept.birth_year
        if self._chosen.get("birth") == MERGED or knows_more or is_first:
            for name in ("birth_on", "birth_year"):
                if getattr(kept, name) != getattr(merged, name):
                    self._set(kept, name, getattr(merged, name))

    def _rewrite(self, row: Completeness, after: Mapping[str, int | None]) -> None:
        """Change a row at once, since its fields bound each other."""
        if all(getattr(row, field) == value for field, value in after.items()):
            return
        Completeness.objects.filter(pk=row.pk).update(**after)
        self._changes += [
            self._change(COMPLETE, row.pk, field, getattr(row, field), value)
            for field, value in after.items()
        ]

    def _set(self, row: Any, field: str, after: object) -> None:
        self._update(row._meta.label, row.pk, field, before=getattr(row, field), after=after)
        setattr(row, field, after)

    def _update(self, table: str, pk: int, field: str, *, before: object, after: object) -> None:
        apps.get_model(table)._base_manager.filter(pk=pk).update(**{field: after})
        self._changes.append(self._change(table, pk, field, before, after))

    def _change(self, table: str, pk: int, field: str, before: object, after: object) -> Changed:
        return Changed(
            merge=self._merge,
            table=table,
            row=pk,
            field=field,
            before=_plain(before),
            after=_plain(after),
        )


def carry_back(merge: Merge) -> int:
    """Put every value back that still stands as the merge left it; return how many do not.

    Backwards, since a later change may rest on an earlier one; alike changes in a row at once.
    """
    changes = Changed.objects.filter(merge=merge).order_by("-pk")
    left = put_back_years(changes.filter(table=COMPLETE))
    changes = changes.exclude(table=COMPLETE)
    _successors_follow(changes)
    for _, alike in groupby(changes, key=lambda c: (c.table, c.field, c.before, c.after)):
        some = list(alike)
        for start in range(0, len(some), AT_ONCE):
            part = some[start : start + AT_ONCE]
            left += len(part) - _put_back(part)
    return left


def _successors_follow(changes: QuerySet[Changed]) -> None:
    """Let the row that took a moved row's place since the merge go back with it, and so on."""
    whose = changes.filter(table__in=(AWARDS, GRADES), field__in=("person_id", "organisation_id"))
    for table, field, before, after in whose.values_list(
        "table", "field", "before", "after"
    ).distinct():
        model, new = (Award, "new_award") if table == AWARDS else (Grade, "new_grade")
        old = new.removeprefix("new_")
        rows = set(whose.filter(table=table, field=field).values_list("row", flat=True))
        while rows:
            replaced = AmendedRow.objects.filter(**{f"{old}__in": rows, f"{new}__isnull": False})
            rows = set(replaced.values_list(new, flat=True))
            model.every.filter(pk__in=rows, **{field: after}).update(**{field: before})


def _put_back(alike: Sequence[Changed]) -> int:
    change = alike[0]
    before, after = _value(change, change.before), _value(change, change.after)
    rows = apps.get_model(change.table)._base_manager.filter(pk__in=[c.row for c in alike])
    standing = {f"{change.field}__isnull": True} if after is None else {change.field: after}
    count: int = rows.filter(**standing).update(**{change.field: before})
    return count


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _value(change: Changed, plain: object) -> object:
    field = apps.get_model(change.table)._meta.get_field(change.field.removesuffix("_id"))
    if plain is None or isinstance(field, ForeignKey):
        return plain
    value: object = field.to_python(plain)
    return value
