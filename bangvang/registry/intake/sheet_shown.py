"""One sheet of a file as a person looks at it to say which column is what."""

from dataclasses import dataclass

from bangvang.foundation.actor import Actor
from bangvang.foundation.files.selectors import read
from bangvang.foundation.identity_numbers import masked
from bangvang.foundation.objection import Unseen
from bangvang.foundation.sheets import read_table
from bangvang.foundation.sheets.grid import column_letters
from bangvang.registry.intake.award_lists import texts_of
from bangvang.registry.intake.award_sheets import (
    Plan,
    heading_row,
    headings_above,
    plan_kept,
)
from bangvang.registry.intake.old_letters import letters_of
from bangvang.registry.intake.readers import AWARDS, Reader
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


def sheet_shown(actor: Actor, ref: str, number: int, *, of: Reader = AWARDS) -> SheetShown:
    """Return a visible sheet, from 0, of a file that came in.

    Raises:
        Unseen: this actor reads no such files, no such file or sheet, or not read.
    """
    found = of.find(actor, ref)
    if found.state in (ImportState.READING, ImportState.REFUSED):
        raise Unseen
    file, kept = found.file, found.plans.get(str(number))
    workbook = read_table(
        read(file.ref),
        filename=file.original_name,
        limits=of.limits,
        accept_old=True,
        accept_word=True,
    )
    if not 0 <= number < len(workbook.grids):
        raise Unseen
    letters = letters_of(texts_of(workbook), found.encoding)
    grid, _ = letters.converted(workbook.grids[number])
    width = min(max((len(row) for row in grid.rows), default=0), COLUMNS)
    plan = (plan_kept(kept) if kept else of.find_plan(grid)) or Plan(heading_row(grid) + 1, {})
    return SheetShown(
        grid.name,
        number,
        tuple(column_letters(at) for at in range(width)),
        headings_above(grid, plan.first_row)[:width],
        tuple(
            (row + 1, tuple(masked(grid.text(row, at)) for at in range(width)))
            for row in range(min(len(grid.rows), ROWS))
        ),
        len(grid.rows),
        grid.above,
        plan,
    )
