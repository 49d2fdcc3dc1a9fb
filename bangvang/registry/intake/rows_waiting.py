"""The staged rows of an import that are not in the register yet, read portion by portion."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from django.db.models import QuerySet
from django.db.models.functions import Cast

from bangvang.registry.intake.asked_rows import RowAsked, RowSettled, row_asked
from bangvang.registry.models import AwardImport, ImportRow
from bangvang.registry.states import RowState

AT_ONCE = 2_000
_COLUMNS = (
    "pk", "sheet", "sheet_no", "row", "said", "problems", "who", "near", "unit_key", "state",
    "identity", "person_id", "organisation_id", "unit_id", "newcomer", "candidates", "why",
)  # fmt: skip


class RowWaiting(NamedTuple):
    """One row, by number: what settling needs of it, and how it was settled last."""

    pk: int
    asked: RowAsked
    settled: RowSettled


def rows_waiting(award_import: AwardImport, **where: Any) -> Iterator[RowWaiting]:
    """Return the rows that are not in the register yet, in the order of the file."""
    rows = ImportRow.objects.filter(award_import=award_import, **where)
    waiting = rows.exclude(state=RowState.ACCEPTED)
    return (
        _row_waiting(dict(zip(_COLUMNS, row, strict=True)))
        for row in in_portions(waiting, _COLUMNS)
    )


def in_portions(
    rows: QuerySet[ImportRow], columns: tuple[str | Cast, ...]
) -> Iterator[tuple[Any, ...]]:
    """Return these columns of the rows of one import, in the order of the file.

    `sheet_no` and `row` have to be among them. Rows may be changed in between, but for these two.
    """
    numbers = rows.order_by("sheet_no").values_list("sheet_no", flat=True).distinct()
    for number in list(numbers):
        last, of_sheet = 0, rows.filter(sheet_no=number).order_by("row")
        while some := list(of_sheet.filter(row__gt=last).values_list(*columns)[:AT_ONCE]):
            yield from some
            last = some[-1][columns.index("row")]
            if len(some) < AT_ONCE:
                break


def _row_waiting(row: Mapping[str, Any]) -> RowWaiting:
    is_wrong = any(not problem["is_hint"] for problem in row["problems"])
    place = (row["sheet"], row["sheet_no"], row["row"])
    keys = (row["who"], row["near"], row["unit_key"])
    settled = RowSettled(
        row["state"],
        row["identity"],
        row["person_id"],
        row["organisation_id"],
        row["unit_id"],
        row["newcomer"],
        tuple((candidate["key"], candidate["why"]) for candidate in row["candidates"]),
        row["why"],
    )
    return RowWaiting(row["pk"], row_asked(place, row["said"], keys, wrong=is_wrong), settled)
