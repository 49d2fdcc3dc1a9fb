"""Read a file into staged rows, and settle rows anew; what several actions on imports share."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from bangvang.foundation.db.insert import insert_all
from bangvang.foundation.files.selectors import read
from bangvang.foundation.sheets import Workbook, read_table
from bangvang.foundation.sheets.grid import column_letters
from bangvang.registry.intake.award_lists import ListsRead, SheetRead, read_awards, texts_of
from bangvang.registry.intake.award_sheets import (
    FIELDS,
    Plan,
    heading_row,
    headings_digest,
    plan_kept,
    plan_moved,
)
from bangvang.registry.intake.old_letters import letters_of, proposed, samples
from bangvang.registry.intake.settling import row_of, settle
from bangvang.registry.models import AwardImport, ImportRow
from bangvang.registry.selectors.imports import columns_chosen
from bangvang.registry.states import RowState

TURN = 4_170_006
"""Imports come into the register one after the other: two may bring the same new person."""
AT_ONCE = 500


@dataclass(frozen=True)
class FileRead:
    """A file as read by its plans: the rows, and what is said of the sheets without any."""

    lists: ListsRead
    proposed_encoding: str
    samples: list[tuple[str, str]]


def workbook_of(award_import: AwardImport) -> Workbook:
    """Return the file of the import, parsed."""
    file = award_import.file
    return read_table(read(file.ref), filename=file.original_name)


def remembered(workbook: Workbook, source_ref: str) -> dict[int, Plan]:
    """Return the plans that were chosen for sheets like these of this source, by number."""
    digests = {n: headings_digest(grid) for n, grid in enumerate(workbook.grids) if grid.rows}
    chosen = columns_chosen(source_ref, digests.values())
    return {
        number: plan_moved(plan_kept(chosen[digest]), heading_row(workbook.grids[number]))
        for number, digest in digests.items()
        if digest in chosen
    }


def plans_of(award_import: AwardImport) -> dict[int, Plan]:
    """Return what was said of the sheets of this import."""
    return {int(number): plan_kept(kept) for number, kept in award_import.plans.items()}


def file_read(
    workbook: Workbook, plans: Mapping[int, Plan], encoding: str, *, on: date
) -> FileRead:
    """Return the file as read; nothing is kept."""
    texts = list(texts_of(workbook))
    lists = read_awards(workbook, plans, letters_of(texts, encoding), on=on)
    found = encoding or proposed(texts)
    shown = samples(texts, found) if found else []
    return FileRead(lists, "" if encoding else found, shown)


def stage_rows(award_import: AwardImport, workbook: Workbook, *, on: date) -> None:
    """Put the rows of the file in the place of those staged before, and keep the import."""
    found = file_read(workbook, plans_of(award_import), award_import.encoding, on=on)
    rows = [row_of(written, award_import) for written in found.lists.rows]
    settle(award_import, rows)
    ImportRow.objects.filter(award_import=award_import).delete()
    insert_all(rows)
    award_import.proposed_encoding = found.proposed_encoding
    award_import.samples = found.samples
    award_import.sheets = [
        _sheet_kept(sheet) for sheet in found.lists.sheets if workbook.grids[sheet.number].rows
    ]
    award_import.save()


def _sheet_kept(sheet: SheetRead) -> dict[str, Any]:
    """Return how a sheet was read, as its page shows it."""
    columns = sorted(
        (at, name)
        for name, places in (sheet.plan.places.items() if sheet.plan else ())
        for at in places[:1]
    )
    return {
        "number": sheet.number,
        "name": sheet.name,
        "rows": len(sheet.rows),
        "is_list": sheet.is_list,
        "is_left_out": sheet.plan is not None and sheet.plan.is_left_out,
        "columns": [[column_letters(at), name] for at, name in columns if name in FIELDS],
    }


def settle_again(award_import: AwardImport, rows: Iterable[ImportRow]) -> None:
    """Settle rows that are not in the register anew, with all that may mean the same people."""
    near = {row.near for row in rows}
    waiting = rows_waiting(award_import)
    asked = [row for row in waiting if row.near in near]
    settle(award_import, asked)
    holders = {_holder(row) for row in asked} - {(None, None)}
    beside = [row for row in waiting if row.near not in near and _holder(row) in holders]
    if beside:
        settle(award_import, [*asked, *beside])
    replace_rows([*asked, *beside])


def _holder(row: ImportRow) -> tuple[int | None, int | None]:
    return row.person_id, row.organisation_id


def rows_waiting(award_import: AwardImport) -> list[ImportRow]:
    """Return the rows that are not in the register yet, in the order of the file."""
    rows = ImportRow.objects.filter(award_import=award_import).exclude(state=RowState.ACCEPTED)
    return list(rows.order_by("sheet_no", "row"))


def replace_rows(rows: Iterable[ImportRow]) -> None:
    """Write these rows in the place of their old versions; nothing points at a waiting row."""
    kept = list(rows)
    ImportRow.objects.filter(pk__in=[row.pk for row in kept]).delete()
    for row in kept:
        row.pk = None
        row._state.adding = True
    insert_all(kept)
