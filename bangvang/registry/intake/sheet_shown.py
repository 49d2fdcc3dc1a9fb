"""One sheet of an import as a person looks at it to say which column is what."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bangvang.foundation.actor import Actor
from bangvang.foundation.files.models import StoredFile
from bangvang.foundation.files.selectors import read
from bangvang.foundation.objection import Unseen
from bangvang.foundation.sheets import Grid, Limits, read_table
from bangvang.foundation.sheets.grid import column_letters
from bangvang.registry.intake.agency_rows import LIMITS as LIST_LIMITS
from bangvang.registry.intake.agency_rows import list_plan_found
from bangvang.registry.intake.award_lists import texts_of
from bangvang.registry.intake.award_sheets import (
    LIMITS,
    Plan,
    heading_row,
    headings_above,
    plan_found,
    plan_kept,
)
from bangvang.registry.intake.old_letters import letters_of
from bangvang.registry.selectors.agency_lists import list_for
from bangvang.registry.selectors.imports import import_for
from bangvang.registry.states import ImportState

ROWS = 10
COLUMNS = 40


@dataclass(frozen=True)
class SheetShown:
    """The first rows of a sheet as text, its columns by letter, and how it is read now."""

    name: str
    number: int
    letters: tuple[str, ...]
    headings: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    row_count: int
    above: str
    plan: Plan


def sheet_shown(actor: Actor, ref: str, number: int) -> SheetShown:
    """Return a visible sheet, from 0, of an import.

    Raises:
        Unseen: not the standing office or the inspector, no such import or sheet, or not read.
    """
    award_import = import_for(actor, ref)
    if award_import.state in (ImportState.READING, ImportState.REFUSED):
        raise Unseen
    kept = award_import.plans.get(str(number))
    return _shown(award_import.file, award_import.encoding, number, kept, LIMITS, plan_found)


def list_sheet_shown(actor: Actor, ref: str, number: int) -> SheetShown:
    """Return a visible sheet, from 0, of a list that another agency sent.

    Raises:
        Unseen: nobody but readers of bars, or no such list or sheet.
    """
    found = list_for(actor, ref)
    kept = found.plans.get(str(number))
    return _shown(found.file, found.encoding, number, kept, LIST_LIMITS, list_plan_found)


def _shown(
    file: StoredFile,
    encoding: str,
    number: int,
    kept: Mapping[str, Any] | None,
    limits: Limits,
    found: Callable[[Grid], Plan | None],
) -> SheetShown:
    workbook = read_table(
        read(file.ref),
        filename=file.original_name,
        limits=limits,
        accept_old=True,
        accept_word=True,
    )
    if not 0 <= number < len(workbook.grids):
        raise Unseen
    letters = letters_of(texts_of(workbook), encoding)
    grid, _ = letters.converted(workbook.grids[number])
    width = min(max((len(row) for row in grid.rows), default=0), COLUMNS)
    plan = (plan_kept(kept) if kept else found(grid)) or Plan(heading_row(grid) + 1, {})
    return SheetShown(
        grid.name,
        number,
        tuple(column_letters(at) for at in range(width)),
        headings_above(grid, plan.first_row)[:width],
        tuple(
            (row + 1, tuple(grid.text(row, at) for at in range(width)))
            for row in range(min(len(grid.rows), ROWS))
        ),
        len(grid.rows),
        grid.above,
        plan,
    )
