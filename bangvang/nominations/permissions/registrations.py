"""Why titles may not be registered, handed in or answered so, or nothing if they may."""

from datetime import date

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.objection import Objection
from bangvang.nominations.models import Registration, RegistrationYear
from bangvang.nominations.permissions import NO_REASON
from bangvang.nominations.states import (
    REGISTRATION_LIFE,
    REGISTRATION_STATE_NAMES,
    RegistrationMove,
    RegistrationState,
)

OFFICE = (Role.SPECIALIST, Role.OFFICE_HEAD)
NOT_OFFICE_HEAD = Objection("NOT_OFFICE_HEAD", "Việc này của Trưởng phòng Thi đua, khen thưởng.")
NOT_UNIT = Objection("NOT_UNIT", "Việc này của cán bộ hoặc thủ trưởng đơn vị đăng ký.")
NOT_UNIT_HEAD = Objection("NOT_UNIT_HEAD", "Chỉ thủ trưởng đơn vị nộp đăng ký thi đua.")
NOT_ABOVE = Objection(
    "NOT_ABOVE", "Chỉ thủ trưởng đơn vị cấp trên hoặc cơ quan thường trực duyệt, trả lại."
)
YEAR_OPEN_ALREADY = Objection("YEAR_OPEN_ALREADY", "Đăng ký thi đua của năm này đã mở.")
DAY_OUTSIDE_YEAR = Objection(
    "DAY_OUTSIDE_YEAR", "Hạn nộp phải từ tháng 10 năm trước đến hết năm đăng ký."
)
NOT_CHANGED_NOW = Objection(
    "NOT_CHANGED_NOW", "Bản đăng ký đã nộp; muốn sửa thì đề nghị nơi duyệt trả lại."
)
NO_TITLES = Objection("NO_TITLES", "Bản đăng ký chưa có danh hiệu nào.")
NOBODY = Objection("NOBODY", "Hãy đánh dấu ít nhất một người hoặc tập thể.")
NOT_A_TITLE = Objection(
    "NOT_A_TITLE", "Danh hiệu này không dành cho đối tượng đã chọn, hoặc không có trong năm đó."
)


def objection_to_opening_year(actor: Actor, year: int, submit_by: date) -> Objection | None:
    """The head of the office opens a year, and says until when."""
    if not actor.has(Role.OFFICE_HEAD):
        return NOT_OFFICE_HEAD
    return None if date(year - 1, 10, 1) <= submit_by <= date(year, 12, 31) else DAY_OUTSIDE_YEAR


def objection_to_registering(actor: Actor, state: RegistrationState) -> Objection | None:
    """An officer or the head of a unit changes what is not handed in, or was returned."""
    if not actor.has(Role.UNIT_OFFICER, Role.UNIT_HEAD):
        return NOT_UNIT
    return None if REGISTRATION_LIFE.can(RegistrationMove.SUBMIT, state) else NOT_CHANGED_NOW


def objection_to_submitting(
    actor: Actor, registration: Registration, year: RegistrationYear, *, count: int, on: date
) -> Objection | None:
    """The head of the unit hands in, in time; what was returned may come again later."""
    if not actor.has(Role.UNIT_HEAD) or actor.organisation_ref != registration.unit.ref:
        return NOT_UNIT_HEAD
    if objection := objection_to_move(registration, RegistrationMove.SUBMIT):
        return objection
    if not count:
        return NO_TITLES
    if registration.state == RegistrationState.DRAFT and on > year.submit_by:
        return Objection(
            "TOO_LATE",
            f"Đã quá hạn nộp {year.submit_by:%d/%m/%Y}; hãy đề nghị cơ quan thường trực lùi hạn.",
        )
    return None


def objection_to_move(registration: Registration, what: RegistrationMove) -> Objection | None:
    """Each act starts in its own state."""
    state = RegistrationState(registration.state)
    if REGISTRATION_LIFE.can(what, state):
        return None
    said = REGISTRATION_STATE_NAMES[state].lower()
    return Objection("WRONG_STATE", f"Bản đăng ký đang ở trạng thái “{said}” nên không làm được.")


def objection_to_answering(
    actor: Actor, registration: Registration, what: RegistrationMove, *, reason: str = "-"
) -> Objection | None:
    """The standing office, or the head of the body above, answers; returning has a reason."""
    parent = registration.unit.parent
    is_above = (
        actor.has(Role.UNIT_HEAD) and parent is not None and parent.ref == actor.organisation_ref
    )
    if not is_above and not actor.has(*OFFICE):
        return NOT_ABOVE
    if objection := objection_to_move(registration, what):
        return objection
    return None if reason else NO_REASON
