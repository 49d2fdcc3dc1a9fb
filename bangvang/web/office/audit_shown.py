"""The record of every act as its readers may read it."""

from dataclasses import replace

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.selectors import Line
from bangvang.nominations.states import LIFE, STATE_NAMES
from bangvang.registry.permissions import may_read_bars

ENDS = {move.value.lower(): end for move, _, end in LIFE}
"""The state to which each move of a nomination leads, by the verb of its entry."""
WRITTEN = {"state_facts": "Ghi dữ kiện", "complete_row": "Đơn vị trả lời"}
"""Acts whose entry is what a file says of somebody."""
REASON_KEPT = "Lý do ghi ở trang của dòng này."


def line_shown(line: Line, actor: Actor) -> Line:
    """Return an entry as an actor may read it.

    Reasons about a nomination may name a discipline or an investigation: whoever may not read
    bars reads what was done, and that there is a reason.
    """
    if may_read_bars(actor) or line.subject_kind != "nomination":
        return line
    if line.verb in WRITTEN:
        return replace(line, said=f"{WRITTEN[line.verb]}. Nội dung ghi ở trang của dòng này.")
    if line.verb not in ENDS:
        return line
    done = f": {STATE_NAMES[ENDS[line.verb]]}."
    head, found, reason = line.said.partition(done)
    if not found or not reason:
        return line
    return replace(line, said=f"{head}{done} {REASON_KEPT}")
