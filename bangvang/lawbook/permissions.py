"""Why an actor may not do something with a reading of the law now, or nothing if they may."""

from collections.abc import Iterable
from datetime import date

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.objection import Objection
from bangvang.foundation.vietnamese import say_date
from bangvang.law import NotAccepted
from bangvang.lawbook.models import Reading
from bangvang.lawbook.states import LIFE, STATE_NAMES, Move, State

Span = tuple[date, date | None]
"""The days on which a reading counts: the first, and the first on which it no longer does."""

NOT_OFFICE = Objection(
    "NOT_OFFICE", "Việc này của chuyên viên hoặc Trưởng phòng Thi đua, khen thưởng."
)
OWN_READING = Objection(
    "OWN_READING", "Người nhập không tự xác nhận giá trị của mình; cần người thứ hai đối chiếu."
)
HEAD_NEEDED = Objection(
    "HEAD_NEEDED", "Chuyên viên đã nhập thì Trưởng phòng Thi đua, khen thưởng phải xác nhận."
)
NOT_YOURS_TO_WITHDRAW = Objection(
    "NOT_YOURS_TO_WITHDRAW",
    "Giá trị chờ xác nhận do người nhập rút; giá trị đang dùng do Trưởng phòng rút.",
)
NO_REASON = Objection("NO_REASON", "Cần ghi lý do.")
COMPARED_LATER = Objection("COMPARED_LATER", "Ngày đối chiếu còn ở phía trước.")
STALE = Objection("STALE", "Người khác vừa lưu thay đổi; hãy xem bản mới trước khi làm tiếp.")
INSTRUMENT_KNOWN = Objection(
    "INSTRUMENT_KNOWN", "Văn bản có số này đã có trong danh mục; hãy chọn trong danh sách."
)
INSTRUMENT_UNCLEAR = Objection(
    "INSTRUMENT_UNCLEAR", "Văn bản mới cần có số, ký hiệu, tên và ngày bắt đầu có hiệu lực."
)
INSTRUMENT_DAYS = Objection(
    "INSTRUMENT_DAYS", "Ngày văn bản hết hiệu lực phải sau ngày bắt đầu có hiệu lực."
)


def objection_to_proposing(actor: Actor) -> Objection | None:
    """Specialists and the head of the standing office compare and enter."""
    return None if actor.has(Role.SPECIALIST, Role.OFFICE_HEAD) else NOT_OFFICE


def objection_to_comparing(compared_on: date, *, on: date) -> Objection | None:
    """Nobody has compared on a day to come."""
    return COMPARED_LATER if compared_on > on else None


def objection_to_move(reading: Reading, what: Move) -> Objection | None:
    """Each act starts in its own state."""
    state = State(reading.state)
    if LIFE.can(what, state):
        return None
    said = STATE_NAMES[state].lower()
    return Objection("WRONG_STATE", f"Giá trị này đang ở trạng thái “{said}” nên không làm được.")


def objection_to_confirming(actor: Actor, reading: Reading) -> Objection | None:
    """Another person than the one who entered; one of the two is the head of the office."""
    if objection := objection_to_proposing(actor) or objection_to_move(reading, Move.CONFIRM):
        return objection
    if actor.account_ref == reading.proposed_by_ref:
        return OWN_READING
    return None if reading.proposed_by_head or actor.has(Role.OFFICE_HEAD) else HEAD_NEEDED


def objection_to_rejecting(actor: Actor, reading: Reading) -> Objection | None:
    """Another person of the office says that it is not so; who entered it withdraws it."""
    if objection := objection_to_proposing(actor) or objection_to_move(reading, Move.REJECT):
        return objection
    return OWN_READING if actor.account_ref == reading.proposed_by_ref else None


def objection_to_withdrawing(actor: Actor, reading: Reading) -> Objection | None:
    """Who entered it while it waits; the head once it is in use."""
    if objection := objection_to_proposing(actor) or objection_to_move(reading, Move.WITHDRAW):
        return objection
    if reading.state == State.CONFIRMED:
        return None if actor.has(Role.OFFICE_HEAD) else NOT_YOURS_TO_WITHDRAW
    return None if actor.account_ref == reading.proposed_by_ref else NOT_YOURS_TO_WITHDRAW


def objection_to_no_reason(reason: str) -> Objection | None:
    """A reading ends with a reason."""
    return None if reason.strip() else NO_REASON


def objection_to_version(current: int, seen: int) -> Objection | None:
    """Nobody acts on what they have not seen."""
    return None if current == seen else STALE


def objection_to_overlap(days: Span, confirmed: Iterable[Span]) -> Objection | None:
    """No two confirmed readings speak about one entry on one day."""
    since, until = days
    for begins, ends in confirmed:
        starts_before_its_end = ends is None or since < ends
        if starts_before_its_end and (until is None or begins < until):
            return Objection(
                "OVERLAP",
                f"Từ ngày {say_date(begins)} đã có giá trị được xác nhận cho mục này; "
                "hãy rút giá trị đó trước, hoặc chọn thời gian khác.",
            )
    return None


def objection_of_law(refused: NotAccepted) -> Objection:
    """What the law's own rules say against a value."""
    return Objection(refused.code, refused.sentence)
