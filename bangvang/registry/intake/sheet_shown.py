"""One sheet of an import as a person looks at it to say which column is what."""

from dataclasses import dataclass

from bangvang.foundation.actor import Actor
from bangvang.foundation.files.selectors import read
from bangvang.foundation.objection import Unseen
from bangvang.foundation.sheets import read_table
from bangvang.foundation.sheets.grid import column_letters
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
    file = award_import.file
    workbook = read_table(
        read(file.ref),
        filename=file.original_name,
        limits=LIMITS,
        accept_old=True,
        accept_word=True,
    )
    if not 0 <= number < len(workbook.grids):
        raise Unseen
    letters = letters_of(texts_of(workbook), award_import.encoding)
    grid, _ = letters.converted(workbook.grids[number])
    width = min(max((len(row) for row in grid.rows), default=0), COLUMNS)
    kept = award_import.plans.get(str(number))
    plan = (plan_kept(kept) if kept else plan_found(grid)) or Plan(heading_row(grid) + 1, {})
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
