"""Why a period may not be entered, confirmed or taken back so, or nothing if it may."""

from datetime import date

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.objection import Objection
from bangvang.privacy.models import Period
from bangvang.privacy.permissions import (
    NO_REASON,
    OWN,
    objection_to_office,
    objection_to_second,
)
from bangvang.privacy.states import PERIOD_LIFE, PERIOD_STATE_NAMES, PeriodMove, PeriodState

NO_NUMBER = Objection("NO_NUMBER", "Cần ghi số, ký hiệu của văn bản.")
NO_CLAUSE = Objection("NO_CLAUSE", "Cần ghi điều, khoản hoặc mục của văn bản.")
ISSUED_LATER = Objection("ISSUED_LATER", "Ngày ban hành ở sau ngày ghi.")
BEFORE_ISSUED = Objection("BEFORE_ISSUED", "Thời hạn không áp dụng trước ngày ban hành văn bản.")
NO_SCAN = Objection("NO_SCAN", "Cần đính kèm bản quét văn bản.")
NO_LENGTH = Objection(
    "NO_LENGTH", "Cần ghi thời hạn từ 1 đến 1.200 cùng đơn vị tính, hoặc chọn lưu lâu dài."
)
ALREADY_WAITING = Objection(
    "ALREADY_WAITING",
    "Một thời hạn của loại này đang chờ xác nhận; hãy giải quyết xong thời hạn đó trước.",
)
NOT_YOURS = Objection(
    "NOT_YOURS", "Thời hạn chờ xác nhận do người nhập rút; thời hạn đang dùng do Trưởng phòng rút."
)
LONGEST = 1_200


def objection_to_proposing(
    actor: Actor, *, number: str, clause: str, issued_on: date, since: date, has_scan: bool,
    on: date,
) -> Objection | None:  # fmt: skip
    """The office enters what a paper says, from the paper's own day on, with its scan."""
    if objection := objection_to_office(actor):
        return objection
    if not number:
        return NO_NUMBER
    if issued_on > on:
        return ISSUED_LATER
    if since < issued_on:
        return BEFORE_ISSUED
    if not clause:
        return NO_CLAUSE
    return None if has_scan else NO_SCAN


def objection_to_length(amount: int | None, unit: str) -> Objection | None:
    """A period is of a length, or for good."""
    if amount is None and not unit:
        return None
    return None if amount is not None and unit and 1 <= amount <= LONGEST else NO_LENGTH


def objection_to_day(since: date, confirmed: list[date]) -> Objection | None:
    """Two confirmed periods of a matter do not begin on one day."""
    if since not in confirmed:
        return None
    return Objection(
        "SAME_DAY", "Đã có thời hạn được xác nhận cho loại này từ đúng ngày đó; hãy rút trước."
    )


def objection_to_move(period: Period, what: PeriodMove) -> Objection | None:
    """Each act starts in its own state."""
    state = PeriodState(period.state)
    if PERIOD_LIFE.can(what, state):
        return None
    said = PERIOD_STATE_NAMES[state].lower()
    return Objection("WRONG_STATE", f"Thời hạn này đang ở trạng thái “{said}” nên không làm được.")


def objection_to_confirming(actor: Actor, period: Period) -> Objection | None:
    """Another person than the one who entered; one of the two is the head of the office."""
    return objection_to_move(period, PeriodMove.CONFIRM) or objection_to_second(
        actor, period.proposed_by_ref, first_is_head=period.proposed_by_head
    )


def objection_to_rejecting(actor: Actor, period: Period, reason: str) -> Objection | None:
    """Another person of the office says that the paper does not say so."""
    if objection := objection_to_office(actor) or objection_to_move(period, PeriodMove.REJECT):
        return objection
    if actor.account_ref == period.proposed_by_ref:
        return OWN
    return None if reason else NO_REASON


def objection_to_withdrawing(actor: Actor, period: Period, reason: str) -> Objection | None:
    """Who entered it while it waits; the head once it counts."""
    if objection := objection_to_office(actor) or objection_to_move(period, PeriodMove.WITHDRAW):
        return objection
    if period.state == PeriodState.CONFIRMED:
        may = actor.has(Role.OFFICE_HEAD)
    else:
        may = actor.account_ref == period.proposed_by_ref
    if not may:
        return NOT_YOURS
    return None if reason else NO_REASON
