"""Where a record of the register came from, when an import brought it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from bangvang.registry.models import RecordSource
from bangvang.registry.selectors.units_named import portions
from bangvang.registry.states import HolderKind

AT_ONCE = 500


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
    for field in ("award", "grade", "initiative"):
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
        row.cells.get("award") or row.cells.get("name", ""),
        source.accepted_by_name,
        source.accepted_at,
    )
