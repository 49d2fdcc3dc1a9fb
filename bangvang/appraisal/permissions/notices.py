"""Why a file goes no further before somebody answered what another agency said of the nominee."""

from dataclasses import dataclass

from bangvang.appraisal.models import NoticeVerdict
from bangvang.appraisal.permissions import objection_to_taking_up
from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import Objection
from bangvang.nominations.models import Nomination
from bangvang.nominations.states import BEFORE_OFFICE, OVER, STATE_NAMES, State
from bangvang.registry.permissions.agency_lists import objection_to_why

NOT_TOLD = Objection("NOT_TOLD", "Mục này không còn là thông tin về người được đề nghị.")
NOT_ANOTHER = Objection(
    "NOT_ANOTHER",
    "Mục này đã được xác nhận là của người này; nếu nhầm thì rút lưu ý ở trang của người đó.",
)


@dataclass(frozen=True)
class Noticed:
    """Of whom another agency said something, by name, for the standing office.

    ``waiting``: nobody answered it in this file. ``hindering``: the newest answer is that it stands
    in the way.
    """

    waiting: tuple[str, ...] = ()
    hindering: tuple[str, ...] = ()


def objection_to_noticed(noticed: Noticed) -> Objection | None:
    """A file is concluded on when a person has answered; shown to the office only."""
    if noticed.waiting:
        return Objection(
            "NOTICES_WAIT",
            f"Cơ quan khác có thông tin về {', '.join(noticed.waiting)}: ghi ý kiến từng mục ở "
            "phần “Thông tin do cơ quan khác gửi” của hồ sơ rồi mới kết luận.",
        )
    if noticed.hindering:
        return Objection(
            "NOTICE_HINDERS",
            f"Đã có ý kiến: thông tin do cơ quan khác gửi cản trở đối với "
            f"{', '.join(noticed.hindering)}. Trả lại hoặc dừng xét; đã giải quyết xong thì ghi ý "
            "kiến mới.",
        )
    return None


def objection_to_answering_notice(
    actor: Actor,
    nomination: Nomination,
    *,
    is_told: bool,
    is_confirmed: bool,
    verdict: NoticeVerdict,
    reason: str,
) -> Objection | None:
    """The office answers, with a reason, what is said of the nominee of a file that is not over."""
    if objection := objection_to_taking_up(actor):
        return objection
    state = State(nomination.state)
    if state in OVER or state in BEFORE_OFFICE:
        said = STATE_NAMES[state]
        return Objection("WRONG_STATE", f"Dòng này đang ở trạng thái “{said}” nên không ghi được.")
    if not is_told:
        return NOT_TOLD
    if is_confirmed and verdict == NoticeVerdict.ANOTHER:
        return NOT_ANOTHER
    return objection_to_why(reason)
