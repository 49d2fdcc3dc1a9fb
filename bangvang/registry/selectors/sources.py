"""Where a record of the register came from, when an import brought it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import or_

from django.db.models import DateTimeField, DecimalField, JSONField, Q, Value
from django.db.models.functions import Coalesce

from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import Unseen
from bangvang.registry.models import Initiative, RecordSource
from bangvang.registry.permissions import may_read_bars
from bangvang.registry.selectors.initiatives import Author
from bangvang.registry.selectors.units_named import portions
from bangvang.registry.states import HolderKind

AT_ONCE = 500
RECORDS = ("award", "grade", "initiative")
_AUTHOR = (
    "together", "person__ref", "person__full_name", "person__sort_key", "pk",
    Value(None, JSONField()), Value(""), Value(None, DateTimeField()), "share_percent",
)  # fmt: skip
_SOURCE = (
    Coalesce("award__ref", "grade__ref", "initiative__ref"), "row__award_import__ref",
    "row__award_import__file__original_name", "row__sheet", "row__row", "row__cells",
    "accepted_by_name", "accepted_at", Value(None, DecimalField()),
)  # fmt: skip
"""Column by column beside the ones of an author: whose, ref, name, where, which, and the rest."""


@dataclass(frozen=True)
class Source:
    """Where a record came from: file, sheet, row and cell, and who accepted it when."""

    import_ref: str
    file_name: str
    sheet: str
    row: int
    cell: str
    accepted_by: str
    accepted_at: datetime


def sources_of(refs: Collection[str]) -> dict[str, Source]:
    """Return where these records came from, by the reference of award, grade or initiative."""
    found: dict[str, Source] = {}
    for field in RECORDS:
        for some in portions(sorted(refs), AT_ONCE):
            rows = RecordSource.objects.filter(**{f"{field}__ref__in": some})
            for source in rows.select_related(field, "row__award_import__file"):
                found[getattr(source, field).ref] = _source(source)
    return found


def sources_held_by(of: HolderKind, ref: str) -> dict[str, Source]:
    """Return where a holder's records came from, by their reference; one query for any number."""
    whose = Q(**{f"award__{of}__ref": ref}) | Q(**{f"grade__{of}__ref": ref})
    if of is HolderKind.PERSON:
        whose |= Q(initiative__person__ref=ref)
    rows = RecordSource.objects.filter(whose)
    found = rows.select_related("award", "grade", "initiative", "row__award_import__file")
    return {_record(source): _source(source) for source in found}


def sources_and_authors(
    actor: Actor, person_ref: str
) -> tuple[dict[str, Source], Mapping[str, tuple[Author, ...]]]:
    """Return where a person's records came from, and who made their initiatives with them.

    The first by reference of the record, the second by what the authors have in common, the
    largest part first. One query.

    Raises:
        Unseen: not the standing office or the inspector.
    """
    if not may_read_bars(actor):
        raise Unseen
    together = Initiative.objects.filter(person__ref=person_ref).exclude(together="")
    authors = Initiative.objects.filter(together__in=together.order_by().values("together"))
    whose = (Q(**{f"{record}__person__ref": person_ref}) for record in RECORDS)
    sources = RecordSource.objects.filter(reduce(or_, whose))
    found = authors.order_by().values_list(Value("AUTHOR"), *_AUTHOR)
    rows = found.union(sources.order_by().values_list(Value("SOURCE"), *_SOURCE), all=True)
    came: dict[str, Source] = {}
    made: defaultdict[str, list[tuple[Author, tuple[str, int]]]] = defaultdict(list)
    for what, of, ref, name, where, number, cells, by, at, share in rows:
        if what == "AUTHOR":
            made[of].append((Author(ref, name, share), (where, number)))
        else:
            came[of] = Source(ref, name, where, number, _cell(cells), by, at)
    return came, {of: _by_share(authors) for of, authors in made.items()}


def _by_share(authors: Iterable[tuple[Author, tuple[str, int]]]) -> tuple[Author, ...]:
    """Return authors, each given with what orders equal ones: the largest part first."""
    ordered = sorted(authors, key=lambda one: (-(one[0].share_percent or 0), one[1]))
    return tuple(author for author, _ in ordered)


def _cell(cells: Mapping[str, str]) -> str:
    return cells.get("award") or cells.get("name", "")


def _record(source: RecordSource) -> str:
    record = source.award or source.grade or source.initiative
    return record.ref if record else ""


def _source(source: RecordSource) -> Source:
    row = source.row
    return Source(
        row.award_import.ref,
        row.award_import.file.original_name,
        row.sheet,
        row.row,
        _cell(row.cells),
        source.accepted_by_name,
        source.accepted_at,
    )
