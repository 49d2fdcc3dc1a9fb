"""What hinders a unit's own decision as a whole, in one sentence."""

from collections.abc import Sequence

from bangvang.foundation.objection import Objection
from bangvang.registry.intake.own_preview import OwnRow
from bangvang.registry.permissions.own import OWN_NO_ROWS

NAMED = 5
ALL_HELD = Objection("ALL_HELD", "Mọi dòng của danh sách đã có trong sổ; không còn gì để ghi.")


def objection_to_rows(rows: Sequence[OwnRow]) -> Objection | None:
    """Every row is settled and right, and at least one is not in the register yet."""
    if not rows:
        return OWN_NO_ROWS
    open_ = [row for row in rows if not row.is_good]
    if open_:
        named = ", ".join(row.name for row in open_[:NAMED])
        more = f" và {len(open_) - NAMED} dòng khác" if len(open_) > NAMED else ""
        return Objection(
            "ROWS_NOT_READY", f"Còn {len(open_)} dòng phải xử lý trước: {named}{more}."
        )
    return ALL_HELD if all(row.is_held for row in rows) else None
