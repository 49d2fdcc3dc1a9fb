"""Read a file into staged rows; what several actions on imports share."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.audit.selectors import newest_number
from bangvang.foundation.files.selectors import read
from bangvang.foundation.sheets import Limits, Workbook, read_table
from bangvang.foundation.sheets.grid import column_letters
from bangvang.foundation.sheets.kinds import old_encoding, suspected
from bangvang.registry.actions.keep_identity_numbers import keep_identity_numbers
from bangvang.registry.intake.asked_rows import RowAsked, RowsAsked, RowSettled
from bangvang.registry.intake.award_lists import ListsRead, SheetRead, Written, texts_of
from bangvang.registry.intake.award_sheets import (
    FIELDS,
    LIMITS,
    Plan,
    heading_row,
    headings_digest,
    plan_kept,
    plan_moved,
)
from bangvang.registry.intake.cells import Problem
from bangvang.registry.intake.mending import IDENTITY, IDENTITY_AGAIN
from bangvang.registry.intake.old_letters import letters_of, proposed, samples
from bangvang.registry.intake.plain_rows import PlainRow, plain_rows
from bangvang.registry.intake.readers import AWARDS, Reader
from bangvang.registry.intake.settling import settle
from bangvang.registry.intake.staging import RowsStaged, put_staged, row_staged
from bangvang.registry.models import AwardImport, ImportRow, IncomingFile
from bangvang.registry.selectors.import_entries import SETTLED_AFTER
from bangvang.registry.selectors.imports import columns_chosen
from bangvang.registry.selectors.mends import mends_of, texts_mended
from bangvang.registry.selectors.units_named import portions
from bangvang.registry.states import IMPORT_LIFE, ImportMove, ImportState

TURN = 4_170_006
"""Imports come into the register one after the other: two may bring the same new person."""
NUMBERS_AT_ONCE = 5_000
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


def workbook_of(incoming: IncomingFile, *, of: Reader = AWARDS) -> Workbook:
    """Return a file that came in, parsed."""
    file = incoming.file
    return table_of(read(file.ref), file.original_name, of.limits)


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


@dataclass(frozen=True)
class RowsRead:
    """What a file holds: its rows, what settling asks of them, how sheets were read.

    `numbers` are the identity numbers in it. Nothing of it holds the file itself, which may go.
    """

    rows: RowsStaged
    asked: RowsAsked
    numbers: Sequence[str]
    sheets: list[dict[str, Any]]
    proposed_encoding: str
    samples: list[tuple[str, str]]
    pace: Pace


@dataclass(frozen=True)
class RowsSettled:
    """Rows ready to be staged, and how they stand.

    `entry` is the newest of the audit record before the register was asked.
    """

    read: RowsRead
    settled: Sequence[RowSettled]
    entry: int


def rows_settled(award_import: AwardImport, read: RowsRead) -> RowsSettled:
    """Hold the rows of a file against the register; nothing is kept."""
    entry = newest_number()
    return RowsSettled(read, settle(award_import, read.asked, tick=read.pace.tick), entry)


@dataclass(frozen=True)
class FileRead:
    """A file about to be read row by row, and what is asked about its letters.

    `open_problems` says what is wrong with a row for another reason than its cells; `None` where
    no row can have such a problem.
    """

    lists: ListsRead
    pace: Pace
    proposed_encoding: str
    samples: list[tuple[str, str]]
    open_problems: Callable[[Written], list[Problem]] | None

    def sheets(self, workbook: Workbook, fields: Collection[str]) -> list[dict[str, Any]]:
        """Return how its sheets were read, once all rows were."""
        read = [one for one in self.lists.sheets if workbook.grids[one.number].rows]
        return [sheet_kept(one, fields) for one in read]


def file_read(
    file: IncomingFile,
    workbook: Workbook,
    *,
    of: Reader,
    on: date,
    report: Report = tell_nobody,
) -> FileRead:
    """Return what reads the rows of a file as its plans say; nothing is kept."""
    encoding = file.encoding
    pace = Pace(2 * sum(len(grid.rows) for grid in workbook.grids), report)
    texts = list(texts_of(workbook))
    old = encoding or proposed(texts, workbook.raw_letters)
    lists = ListsRead(
        workbook,
        plans_of(file.plans),
        letters_of(texts, encoding),
        on=on,
        mended=texts_mended(file) if file.pk else {},
        tick=pace.tick,
        reader=of,
    )
    is_raw = bool(workbook.raw_letters) and not encoding
    typed = _numbers_typed(file) if file.pk else {}

    def open_problems(written: Written) -> list[Problem]:
        return _open_problems(written, typed, is_raw=is_raw)

    return FileRead(
        lists,
        pace,
        "" if encoding else old,
        samples(texts, old) if old else [],
        open_problems if typed or is_raw else None,
    )


def rows_read(
    award_import: AwardImport, workbook: Workbook, *, on: date, report: Report = tell_nobody
) -> RowsRead:
    """Return the rows of the file as its plans read them; nothing is kept."""
    file = file_read(award_import, workbook, of=AWARDS, on=on, report=report)
    open_problems = file.open_problems
    rows, numbers = RowsStaged(), []

    def asked() -> Iterator[RowAsked]:
        # What is wrong with a row for another reason than its cells is found row by row.
        each = file.lists.rows() if open_problems else file.lists.rows_beside(plain_rows)
        for found in each:
            if isinstance(found, PlainRow):
                staged, one = found.staged, found.asked
            else:
                staged, one = row_staged(found, open_problems(found) if open_problems else ())
            rows.add(staged)
            if found.identity_number:
                numbers.append(found.identity_number)
            yield one

    all_asked = RowsAsked(asked())
    return RowsRead(
        rows,
        all_asked,
        numbers,
        file.sheets(workbook, FIELDS),
        file.proposed_encoding,
        file.samples,
        file.pace,
    )


def _numbers_typed(file: IncomingFile) -> dict[tuple[int, int], str]:
    """Return the cells in which somebody typed an identity number, by number of sheet and row."""
    return {
        place: mends[-1].cell
        for place, found in mends_of(file).items()
        if (mends := [mend for mend in found if mend.field == IDENTITY])
    }


def _open_problems(
    written: Written, typed: Mapping[tuple[int, int], str], *, is_raw: bool
) -> list[Problem]:
    """Return what is wrong with a row for another reason than its cells.

    A number that was typed is not kept in the clear, so reading the file anew loses it.
    """
    found = []
    if is_raw:
        text = "chữ trong tệp còn ở bảng mã cũ; hãy đồng ý chuyển sang Unicode trước."
        cell = written.cells.get("name", f"A{written.row}")
        found.append(Problem(cell, "LETTERS_NOT_AGREED", text))
    if cell := typed.get((written.sheet_no, written.row), ""):
        text = "số định danh đã sửa trên trang không giữ khi đọc lại tệp; hãy sửa lại."
        found.append(Problem(cell, IDENTITY_AGAIN, text))
    return found


class SheetsRead(Protocol):
    """What reading any such file finds out about its sheets and letters."""

    @property
    def sheets(self) -> list[dict[str, Any]]:
        """How each was read."""

    @property
    def proposed_encoding(self) -> str:
        """From which its letters should be converted, "" from none."""

    @property
    def samples(self) -> list[tuple[str, str]]:
        """Some texts before and after."""


def keep_as_read(file: IncomingFile, read: SheetsRead) -> None:
    """Keep how a file was read; its rows wait from now on."""
    file.sheets = read.sheets
    file.proposed_encoding = read.proposed_encoding
    file.samples = read.samples
    file.state = IMPORT_LIFE.target(ImportMove.READ, ImportState(file.state))
    file.save()


def put_rows(award_import: AwardImport, rows: RowsSettled) -> None:
    """Put the rows of the file in the place of those staged before, and keep the import."""
    read = rows.read
    ImportRow.objects.filter(award_import=award_import).delete()
    put_staged(award_import, zip(read.rows, rows.settled, strict=True))
    for some in portions(read.numbers, NUMBERS_AT_ONCE):
        keep_identity_numbers(some)
    keep_as_read(award_import, read)


def put_import(award_import: AwardImport, rows: RowsSettled, actor: Actor, at: datetime) -> None:
    """Stage what was read and record it."""
    put_rows(award_import, rows)
    count = rows.read.rows.count
    record(
        actor=actor,
        at=at,
        verb="stage_import",
        subject=("import", award_import.ref),
        said=f"Đọc tệp khen thưởng các năm trước {award_import.file.original_name}: "
        f"{count} dòng chờ ghi.",
        details={
            "digest": award_import.digest,
            "rows": count,
            SETTLED_AFTER: rows.entry,
        },
    )


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
        "rows": sheet.row_count,
        "is_list": sheet.is_list,
        "is_left_out": sheet.plan is not None and sheet.plan.is_left_out,
        "above": sheet.above,
        "plan": sheet.plan.kept() if sheet.plan is not None else None,
        "columns": [[column_letters(at), name] for at, name in columns if name in fields],
    }
