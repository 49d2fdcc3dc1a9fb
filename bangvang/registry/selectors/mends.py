"""What people mended in rows that wait: who changed which cell from what to what."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from bangvang.registry.models import CellMend, IncomingFile


class Mend(NamedTuple):
    """One change of a cell; of an identity number no more than its end."""

    field: str
    cell: str
    before: str
    after: str
    by: str
    at: datetime


def mends_of(file: IncomingFile) -> dict[tuple[int, int], tuple[Mend, ...]]:
    """Return the changes by number of sheet and row, oldest first."""
    found: defaultdict[tuple[int, int], list[Mend]] = defaultdict(list)
    for mend in CellMend.objects.filter(**{file.link: file.pk}).order_by("pk"):
        found[mend.sheet_no, mend.row].append(
            Mend(
                mend.field, mend.cell, mend.before, mend.after, mend.mended_by_name, mend.mended_at
            )
        )
    return {place: tuple(mends) for place, mends in found.items()}


def texts_mended(file: IncomingFile) -> dict[int, Mapping[tuple[int, int], str]]:
    """Return by number of sheet what stands in mended cells now: (row, column), from 0."""
    found: defaultdict[int, dict[tuple[int, int], str]] = defaultdict(dict)
    for mend in CellMend.objects.filter(**{file.link: file.pk}).order_by("pk"):
        if mend.field != "identity_number":
            found[mend.sheet_no][mend.row - 1, mend.column] = mend.after
    return dict(found)
