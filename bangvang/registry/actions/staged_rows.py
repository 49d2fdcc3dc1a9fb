"""Read a file into staged rows, and settle rows anew; what several actions on imports share."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from bangvang.foundation.db.insert import insert_all
from bangvang.foundation.files.selectors import read
from bangvang.foundation.sheets import Limits, Workbook, read_table
from bangvang.foundation.sheets.grid import column_letters
from bangvang.foundation.sheets.kinds import old_encoding, suspected
from bangvang.registry.actions.keep_identity_numbers import keep_identity_numbers
from bangvang.registry.intake.award_lists import ListsRead, SheetRead, read_awards, texts_of, untold
from bangvang.registry.intake.award_sheets import (
    FIELDS,
    LIMITS,
    Plan,
    heading_row,
    headings_digest,
    plan_kept,
    plan_moved,
)
from bangvang.registry.intake.mending import IDENTITY, IDENTITY_AGAIN
from bangvang.registry.intake.old_letters import letters_of, proposed, samples
from bangvang.registry.intake.settling import row_of, settle
from bangvang.registry.models import AwardImport, ImportRow
from bangvang.registry.selectors.imports import columns_chosen
from bangvang.registry.selectors.mends import mends_of, texts_mended
from bangvang.registry.selectors.units_named import portions
from bangvang.registry.states import IMPORT_LIFE, ImportMove, ImportState, RowState

TURN = 4_170_006
"""Imports come into the register one after the other: two may bring the same new person."""
AT_ONCE = 500
Report = Callable[[int, int], None]
"""Told how many of how many steps are done."""


def tell_nobody(_done: int, _of: int) -> None:
    """Keep how far it is to oneself."""


@dataclass
class Pace:
    """Counts rows that were read or settled, and says so."""

    of: int
    report: Report = tell_nobody
    done: int = 0

    def tick(self, rows: int = 1) -> None:
        """So many more are done; may raise what `report` raises."""
        self.done = min(self.of, self.done + rows)
        self.report(self.done, self.of)


@dataclass(frozen=True)
class FileRead:
    """A file as read by its plans: the rows, and what is said of the sheets without any."""

    lists: ListsRead
    proposed_encoding: str
    samples: list[tuple[str, str]]


def workbook_of(award_import: AwardImport) -> Workbook:
    """Return the file of the import, parsed."""
    file = award_import.file
    return table_of(read(file.ref), file.original_name)


def table_of(data: bytes, filename: str, limits: Limits = LIMITS) -> Workbook:
    """Return a file of past awards, or another list, parsed.

    Letters in an old encoding are as they stand.

    Raises:
        Unreadable: no table, too large, or letters of which nobody can say what they are.
    """
    workbook = read_table(data, filename=filename, limits=limits, accept_old=True, accept_word=True)
    if workbook.raw_letters and not proposed(texts_of(workbook), workbook.raw_letters):
        raise old_encoding(filename, suspected(data))
    return workbook


def remembered(workbook: Workbook, source_ref: str) -> dict[int, Plan]:
    """Return the plans that were chosen for sheets like these of this source, by number."""
    digests = {n: headings_digest(grid) for n, grid in enumerate(workbook.grids) if grid.rows}
    chosen = columns_chosen(source_ref, digests.values())
    return {
        number: plan_moved(plan_kept(chosen[digest]), heading_row(workbook.grids[number]))
        for number, digest in digests.items()
        if digest in chosen
    }


def plans_kept(plans: Mapping[int, Plan]) -> dict[str, Any]:
    """Return plans by number as an import keeps them."""
    return {str(number): plan.kept() for number, plan in plans.items()}


def plans_of(kept: Mapping[str, Any]) -> dict[int, Plan]:
    """Return what was said of the sheets of a file, by number, from what is kept."""
    return {int(number): plan_kept(plan) for number, plan in kept.items()}


def file_read(
    workbook: Workbook,
    plans: Mapping[int, Plan],
    encoding: str,
    *,
    on: date,
    mended: Mapping[int, Mapping[tuple[int, int], str]] = MappingProxyType({}),
    tick: Callable[[int], None] = untold,
) -> FileRead:
    """Return the file as read; nothing is kept."""
    texts = list(texts_of(workbook))
    lists = read_awards(
        workbook, plans, letters_of(texts, encoding), on=on, mended=mended, tick=tick
    )
    found = encoding or proposed(texts, workbook.raw_letters)
    shown = samples(texts, found) if found else []
    return FileRead(lists, "" if encoding else found, shown)


@dataclass(frozen=True)
class RowsRead:
    """What a file holds, ready to be staged: its rows, settled, and how its sheets were read."""

    rows: list[ImportRow]
    found: FileRead
    sheets: list[dict[str, Any]]


def rows_read(
    award_import: AwardImport, workbook: Workbook, *, on: date, report: Report = tell_nobody
) -> RowsRead:
    """Return the rows of the file as its plans read them, settled; nothing is kept."""
    pace = Pace(2 * sum(len(grid.rows) for grid in workbook.grids), report)
    found = file_read(
        workbook,
        plans_of(award_import.plans),
        award_import.encoding,
        on=on,
        mended=texts_mended(award_import) if award_import.pk else {},
        tick=pace.tick,
    )
    rows = [row_of(written, award_import) for written in found.lists.rows]
    if workbook.raw_letters and not award_import.encoding:
        for row in rows:
            row.problems.append(_letters_open(row))
    if award_import.pk:
        _ask_identity_again(award_import, rows)
    settle(award_import, rows, tick=pace.tick)
    sheets = [
        sheet_kept(sheet, FIELDS)
        for sheet in found.lists.sheets
        if workbook.grids[sheet.number].rows
    ]
    return RowsRead(rows, found, sheets)


def _ask_identity_again(award_import: AwardImport, rows: Iterable[ImportRow]) -> None:
    """A number that was typed is not kept in the clear, so reading the file anew loses it."""
    typed = {
        place: mends[-1].cell
        for place, found in mends_of(award_import).items()
        if (mends := [mend for mend in found if mend.field == IDENTITY])
    }
    for row in rows:
        if cell := typed.get((row.sheet_no, row.row)):
            text = "số định danh đã sửa trên trang không giữ khi đọc lại tệp; hãy sửa lại."
            problem = {"cell": cell, "code": IDENTITY_AGAIN, "text": text, "is_hint": False}
            row.problems.append(problem)


def _letters_open(row: ImportRow) -> dict[str, Any]:
    return {
        "cell": row.cells.get("name", f"A{row.row}"),
        "code": "LETTERS_NOT_AGREED",
        "text": "chữ trong tệp còn ở bảng mã cũ; hãy đồng ý chuyển sang Unicode trước.",
        "is_hint": False,
    }


def put_rows(award_import: AwardImport, read: RowsRead) -> None:
    """Put the rows of the file in the place of those staged before, and keep the import."""
    for row in read.rows:
        row.award_import = award_import
    ImportRow.objects.filter(award_import=award_import).delete()
    insert_all(read.rows)
    keep_identity_numbers(row.identity_number for row in read.found.lists.rows)
    award_import.proposed_encoding = read.found.proposed_encoding
    award_import.samples = read.found.samples
    award_import.sheets = read.sheets
    award_import.state = IMPORT_LIFE.target(ImportMove.READ, ImportState(award_import.state))
    award_import.save()


def sheet_kept(sheet: SheetRead, fields: Collection[str]) -> dict[str, Any]:
    """Return how a sheet was read, as its page shows it; `fields` are those of such a list."""
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
        "above": sheet.above,
        "plan": sheet.plan.kept() if sheet.plan is not None else None,
        "columns": [[column_letters(at), name] for at, name in columns if name in fields],
    }


def settle_again(award_import: AwardImport, rows: Iterable[ImportRow]) -> None:
    """Settle rows that are not in the register anew, with all that may mean the same people."""
    near = {row.near for row in rows}
    asked = _waiting_where(award_import, "near", near)
    settle(award_import, asked)
    people = {row.person_id for row in asked} - {None}
    bodies = {row.organisation_id for row in asked} - {None}
    alike = [
        *_waiting_where(award_import, "person", people),
        *_waiting_where(award_import, "organisation", bodies),
    ]
    beside = [row for row in alike if row.near not in near]
    if beside:
        settle(award_import, [*asked, *beside])
    replace_rows([*asked, *beside])


def _waiting_where(award_import: AwardImport, field: str, values: set[Any]) -> list[ImportRow]:
    found: list[ImportRow] = []
    for some in portions(sorted(values), AT_ONCE):
        found += rows_waiting(award_import, **{f"{field}__in": some})
    return found


def rows_waiting(award_import: AwardImport, **where: Any) -> list[ImportRow]:
    """Return the rows that are not in the register yet, in the order of the file."""
    rows = ImportRow.objects.filter(award_import=award_import, **where)
    return list(rows.exclude(state=RowState.ACCEPTED).order_by("sheet_no", "row"))


def replace_rows(rows: Iterable[ImportRow]) -> None:
    """Write these rows in the place of their old versions; nothing points at a waiting row."""
    kept = list(rows)
    for some in portions([row.pk for row in kept], AT_ONCE):
        ImportRow.objects.filter(pk__in=some).delete()
    for row in kept:
        row.pk = None
        row._state.adding = True
    insert_all(kept)
