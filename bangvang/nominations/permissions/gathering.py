"""Why a superior may not gather, split off or return rows of lower lists now."""

from collections.abc import Collection

from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import Objection
from bangvang.nominations.models import Batch, Nomination
from bangvang.nominations.permissions import (
    NO_REASON,
    STALE,
    objection_to_changing_draft,
    objection_to_preparing,
)
from bangvang.nominations.states import LIFE, BatchState, Move, State

GOES_DIRECTLY = Objection(
    "GOES_DIRECTLY", "Danh sách này nộp thẳng cơ quan thường trực; hãy tải lại trang rồi nộp."
)
NO_CHOICE = Objection("NO_CHOICE", "Cần chọn ít nhất một dòng.")
NO_LONGER_HERE = Objection(
    "NO_LONGER_HERE",
    "Có dòng không còn chờ ở đây: đơn vị vừa thu hồi, hoặc người khác vừa làm; hãy tải lại trang.",
)
OTHER_ROUND = Objection("OTHER_ROUND", "Chỉ tổng hợp vào danh sách của cùng đợt xét.")
NOT_LOWER = Objection("NOT_LOWER", "Danh sách này không gửi lên đơn vị của bạn.")
NOT_AT_SUPERIOR = Objection("NOT_AT_SUPERIOR", "Danh sách không còn ở cấp trên.")
STILL_GATHERED = Objection(
    "STILL_GATHERED",
    "Còn dòng của danh sách này ở danh sách tổng hợp; tách các dòng đó ra rồi trả cả danh sách.",
)
GATHERED_ALREADY = Objection(
    "GATHERED_ALREADY",
    "Cấp trên đã đưa dòng của danh sách này vào danh sách tổng hợp; muốn sửa thì đề nghị cấp trên "
    "trả lại dòng hoặc cả danh sách.",
)
NOT_GATHERED = Objection("NOT_GATHERED", "Có dòng không phải của cấp dưới gửi lên.")
NOT_WITH_SUPERIOR = Objection("NOT_WITH_SUPERIOR", "Dòng này không ở chỗ cấp trên để trả lại.")


def objection_to_lower(actor: Actor, batch: Batch) -> Objection | None:
    """Officer and head of the superior see to a list that was sent up to them."""
    if batch.superior is None or batch.state != BatchState.AT_SUPERIOR:
        return NOT_AT_SUPERIOR
    if actor.organisation_ref != batch.superior.ref:
        return NOT_LOWER
    return objection_to_preparing(actor, batch.superior.ref)


def objection_to_gathering(
    actor: Actor, into: Batch | None, rows: Collection[Nomination], *, asked: int
) -> Objection | None:
    """Rows that wait at the superior go into a draft of its own, of the same round.

    Args:
        actor: who gathers.
        into: the draft; None for a new one.
        rows: the rows that still wait at the actor's unit, as they are now.
        asked: how many were chosen.
    """
    if objection := objection_to_preparing(actor, actor.organisation_ref):
        return objection
    if not asked:
        return NO_CHOICE
    if len(rows) < asked:
        return NO_LONGER_HERE
    if into and (objection := objection_to_changing_draft(actor, into)):
        return objection
    rounds = {row.batch.round_id for row in rows} | ({into.round_id} if into else set())
    return OTHER_ROUND if len(rounds) > 1 else None


def objection_to_splitting(
    actor: Actor, batch: Batch, rows: Collection[Nomination], *, asked: int
) -> Objection | None:
    """What was gathered is taken out again while the list is a draft."""
    if objection := objection_to_changing_draft(actor, batch):
        return objection
    if not asked:
        return NO_CHOICE
    if len(rows) < asked:
        return NO_LONGER_HERE
    return NOT_GATHERED if any(row.state != State.GATHERED for row in rows) else None


def objection_to_returning_row(
    actor: Actor, nomination: Nomination, *, reason: str, version: int
) -> Objection | None:
    """The superior gives one row back, from where it waits or from a draft of its own."""
    if not LIFE.can(Move.SEND_BACK, State(nomination.state)):
        return NOT_WITH_SUPERIOR
    if nomination.state == State.GATHERED:
        objection = objection_to_changing_draft(actor, nomination.batch)
    else:
        objection = objection_to_lower(actor, nomination.batch)
    if objection:
        return objection
    if nomination.version != version:
        return STALE
    return None if reason else NO_REASON


def objection_to_returning_list(
    actor: Actor, batch: Batch, *, gathered: int, reason: str
) -> Objection | None:
    """The superior gives a whole list back; `gathered`: rows of it that are in its own lists."""
    if objection := objection_to_lower(actor, batch):
        return objection
    if gathered:
        return STILL_GATHERED
    return None if reason else NO_REASON
