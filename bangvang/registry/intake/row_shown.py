"""One waiting row as a person looks at it to mend its cells."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import Unseen
from bangvang.registry.intake.mending import CellShown, cells_shown, plan_of_sheet
from bangvang.registry.intake.readers import AWARDS, Reader
from bangvang.registry.selectors.mends import Mend, mends_of
from bangvang.registry.states import RowState

_DONE = frozenset({RowState.ACCEPTED.value, "CONFIRMED", "DISMISSED"})


@dataclass(frozen=True)
class RowToMend:
    """The row, the cells of it that may be mended, and what was mended before."""

    sheet: str
    row: int
    problems: tuple[Mapping[str, Any], ...]
    mends: tuple[Mend, ...]
    cells: tuple[CellShown, ...]


def row_to_mend(
    actor: Actor, ref: str, sheet_no: int, row: int, *, of: Reader = AWARDS
) -> RowToMend:
    """Return a row that is not in the register yet, and of which nobody decided.

    Raises:
        Unseen: this actor reads no such files, no such file or row, a row that is in the register
            or decided, or one staged before cells were kept.
    """
    file = of.find(actor, ref)
    rows: Any = of.rows._default_manager.filter(**{of.files.link: file.pk})
    staged = rows.filter(sheet_no=sheet_no, row=row).exclude(state__in=_DONE).first()
    plan = plan_of_sheet(file, sheet_no)
    if staged is None or not staged.raw or plan is None:
        raise Unseen
    return RowToMend(
        staged.sheet,
        row,
        tuple(staged.problems),
        mends_of(file).get((sheet_no, row), ()),
        tuple(cells_shown(staged.raw, plan, row, of.fields)),
    )
