"""One staged row as a person looks at it to mend its cells."""

from dataclasses import dataclass

from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import Unseen
from bangvang.registry.intake.mending import CellShown, cells_shown, plan_of_sheet
from bangvang.registry.models import ImportRow
from bangvang.registry.selectors.import_rows import RowSeen, row_seen
from bangvang.registry.selectors.imports import import_for
from bangvang.registry.states import RowState


@dataclass(frozen=True)
class RowToMend:
    """The row, and the cells of it that may be mended."""

    row: RowSeen
    cells: tuple[CellShown, ...]


def row_to_mend(actor: Actor, ref: str, sheet_no: int, row: int) -> RowToMend:
    """Return a row that is not in the register yet.

    Raises:
        Unseen: not the standing office or the inspector, no such import or row, a row that is in
            the register, or one staged before cells were kept.
    """
    award_import = import_for(actor, ref)
    found = ImportRow.objects.filter(award_import=award_import, sheet_no=sheet_no, row=row)
    staged = found.exclude(state=RowState.ACCEPTED).first()
    plan = plan_of_sheet(award_import, sheet_no)
    if staged is None or not staged.raw or plan is None:
        raise Unseen
    return RowToMend(row_seen(actor, ref, sheet_no, row), tuple(cells_shown(staged.raw, plan, row)))
