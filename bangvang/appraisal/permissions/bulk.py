"""Why many rows may not be acted on at once, or one of them not with the others."""

from collections.abc import Collection, Mapping

from bangvang.appraisal.models import BulkAct, BulkRow, StoredFinding
from bangvang.appraisal.permissions import (
    NO_REASON,
    objection_to_heading,
    objection_to_moving,
    objection_to_taking_up,
    only_judgement_left,
)
from bangvang.appraisal.permissions.charges import (
    Officer,
    objection_to_receiving,
    units_behind,
)
from bangvang.appraisal.states import BulkWork
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.objection import Objection
from bangvang.law import Answer
from bangvang.nominations.models import Nomination
from bangvang.nominations.states import STATE_NAMES, Move, State

MOST_AT_ONCE = 200
NOTHING_CHOSEN = Objection("NOTHING_CHOSEN", "Chưa chọn dòng nào.")
TOO_MANY = Objection("TOO_MANY", f"Mỗi lần chọn nhiều nhất {MOST_AT_ONCE} dòng.")
NO_OFFICER = Objection("NO_OFFICER", "Chọn chuyên viên nhận các dòng này.")
CONDITIONS_OPEN = Objection(
    "CONDITIONS_OPEN", "Còn điều kiện cần người xem xét; mở riêng dòng này để kết luận."
)
ON_PUBLIC_LIST = Objection(
    "ON_PUBLIC_LIST", "Đang lấy ý kiến Nhân dân; mở riêng dòng này để trả lại."
)
HELD_BY_THEM = Objection("HELD_BY_THEM", "Dòng đang ở chính người này.")
NOT_THEIRS = Objection(
    "NOT_THEIRS", "Chỉ người đã làm hoặc Trưởng phòng rút lại được việc làm hàng loạt."
)
UNDONE_ALREADY = Objection("UNDONE_ALREADY", "Việc này đã được rút lại.")
TOUCHED_SINCE = Objection("TOUCHED_SINCE", "Dòng đã được làm tiếp sau đó nên giữ nguyên.")
TOLD_BY_LETTER = Objection("TOLD_BY_LETTER", "Đã lập thông báo cho đơn vị nên giữ nguyên.")
AFTER = {
    BulkWork.ACCEPT: State.APPRAISED,
    BulkWork.RETURN: State.RETURNED,
    BulkWork.HAND_OVER: State.CHECKED,
}
"""The state in which an act leaves a row."""


def objection_to_bulk(
    actor: Actor,
    work: BulkWork,
    chosen: Collection[str],
    *,
    reason: str,
    to: Mapping[str, Officer],
) -> Objection | None:
    """The office acts on a list's rows at once; only the head hands rows over, with a reason."""
    if objection := objection_to_taking_up(actor):
        return objection
    if work is BulkWork.HAND_OVER and (objection := objection_to_heading(actor)):
        return objection
    if not chosen:
        return NOTHING_CHOSEN
    if len(chosen) > MOST_AT_ONCE:
        return TOO_MANY
    if work is BulkWork.HAND_OVER and not set(chosen) <= set(to):
        return NO_OFFICER
    return NO_REASON if work is not BulkWork.ACCEPT and not reason else None


def objection_to_accepting_with_others(
    nomination: Nomination, finding: StoredFinding
) -> Objection | None:
    """Accepted with others is what the law finds met, but for a judgement that is written down."""
    if objection := objection_to_moving(nomination, Move.ACCEPT):
        return objection
    if finding.answer == Answer.FOR_A_PERSON and not only_judgement_left(
        finding.answer, finding.reasons
    ):
        return CONDITIONS_OPEN
    return None


def objection_to_handing_row_over(
    actor: Actor, nomination: Nomination, to: Officer, *, reason: str
) -> Objection | None:
    """The head hands a row under appraisal to a specialist who does not serve its unit."""
    if objection := objection_to_heading(actor):
        return objection
    if nomination.state != State.CHECKED:
        said = STATE_NAMES[State(nomination.state)]
        return Objection("WRONG_STATE", f"Dòng này đang ở trạng thái “{said}” nên không chuyển.")
    if objection := objection_to_receiving(to, units_behind(nomination)):
        return objection
    if nomination.holder == to.actor.name:
        return HELD_BY_THEM
    return None if reason else NO_REASON


def objection_to_undoing(actor: Actor, act: BulkAct, *, left: int) -> Objection | None:
    """Whoever did it, or the head, undoes it; `left` lines nobody has tried to undo."""
    if objection := objection_to_taking_up(actor):
        return objection
    if act.by_ref != actor.account_ref and not actor.has(Role.OFFICE_HEAD):
        return NOT_THEIRS
    return None if left else UNDONE_ALREADY


def objection_to_taking_back(
    line: BulkRow, *, told_by_letter: bool, papers_since: bool
) -> Objection | None:
    """A row goes back only as the act left it: nobody did anything with it since."""
    row = line.nomination
    as_left = row.version == line.version_after and row.state == AFTER[BulkWork(line.act.work)]
    if not as_left or papers_since:
        return TOUCHED_SINCE
    return TOLD_BY_LETTER if told_by_letter else None
