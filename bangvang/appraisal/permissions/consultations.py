"""Why a public list may not be prepared, opened, prolonged or closed so; what waits for its end."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bangvang.appraisal.models import Consultation
from bangvang.appraisal.permissions import NO_REASON, objection_to_heading, objection_to_taking_up
from bangvang.appraisal.states import (
    CONSULTATION_LIFE,
    CONSULTATION_STATE_NAMES,
    ConsultationMove,
    ConsultationState,
    Gate,
)
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.objection import Objection
from bangvang.foundation.vietnamese import say_date
from bangvang.law import Asked
from bangvang.nominations.states import State

READERS = (Role.SPECIALIST, Role.OFFICE_HEAD, Role.INSPECTOR)
MAY_BE_CONSULTED = (State.APPRAISED, State.READY, State.VOTED_FOR)
"""Rows that may be put to the people: concluded by the office, or passed and not yet submitted."""
MOST_DAYS = 60

NO_ROWS = Objection("NO_ROWS", "Cần chọn ít nhất một trường hợp.")
NOT_TO_BE_ASKED = Objection(
    "NOT_TO_BE_ASKED",
    "Có trường hợp không thuộc diện lấy ý kiến, chưa thẩm định xong hoặc đã ở danh sách khác; "
    "hãy tải lại trang và chọn lại.",
)
NO_PLACE = Objection("NO_PLACE", "Cần ghi nơi nhận ý kiến.")
NO_DAYS_GROUND = Objection(
    "NO_DAYS_GROUND",
    "Chưa có văn bản nào đã đối chiếu nêu số ngày: người lập chọn số ngày thì phải ghi căn cứ.",
)
NOT_DAYS = Objection("NOT_DAYS", f"Số ngày làm việc phải từ 1 đến {MOST_DAYS}.")
NOT_A_WORKING_DAY = Objection("NOT_A_WORKING_DAY", "Ngày cuối phải là ngày làm việc.")
LAST_DAY_OVER = Objection(
    "LAST_DAY_OVER", "Ngày cuối nhận ý kiến đã qua nên không gia hạn được nữa."
)
NOT_LONGER = Objection("NOT_LONGER", "Chỉ gia hạn được, không rút ngắn: ngày mới phải muộn hơn.")
TOO_LONG = Objection("TOO_LONG", "Ngày mới quá xa; mỗi lần gia hạn không quá 60 ngày.")
ROW_HAS_LEFT = Objection("ROW_HAS_LEFT", "Trường hợp này đã rút khỏi danh sách.")
NOT_OPEN = Objection("NOT_OPEN", "Danh sách không ở thời gian lấy ý kiến.")
NOT_UNREAD = Objection(
    "NOT_UNREAD",
    "Chỉ ghi được khi văn bản về việc lấy ý kiến chưa đối chiếu và chưa có văn bản nào của tỉnh "
    "nêu rõ.",
)
WAIVED = Objection("WAIVED", "Trưởng phòng đã ghi ý kiến đối với trường hợp này.")
STANDS_ON_A_LIST = Objection(
    "STANDS_ON_A_LIST", "Trường hợp này đang ở một danh sách lấy ý kiến; hãy rút khỏi đó trước."
)


class Why(StrEnum):
    """Why a row waits at a gate."""

    RUNNING = "RUNNING"
    PREPARING = "PREPARING"
    TO_CLOSE = "TO_CLOSE"
    NEVER = "NEVER"
    UNREAD = "UNREAD"


@dataclass(frozen=True)
class Held:
    """One row that waits: by name, why, and the last day of its list if that still runs."""

    ref: str
    name: str
    why: Why
    last_on: date | None = None
    unresolved: int = 0


def objection_to_gate(held: Collection[Held], gate: Gate) -> Objection | None:
    """Nothing passes before its consultation is closed; the sentence says whose, and until when."""
    if not held:
        return None
    before = "đưa ra Hội đồng" if gate is Gate.BEFORE_BALLOT else "trình"
    reasons: dict[str, list[str]] = {}
    for one in held:
        reasons.setdefault(_said(one), []).append(one.name)
    told = " ".join(f"{', '.join(names)}: {why}." for why, names in reasons.items())
    return Objection(
        "NOT_CONSULTED", f"Chưa {before} được vì việc lấy ý kiến Nhân dân chưa xong. {told}"
    )


def _said(one: Held) -> str:
    match one.why:
        case Why.RUNNING:
            assert one.last_on is not None  # noqa: S101  an open list has its last day
            return f"đang lấy ý kiến đến hết ngày {say_date(one.last_on)}"
        case Why.PREPARING:
            return "danh sách lấy ý kiến mới ở bước chuẩn bị, chưa mở"
        case Why.TO_CLOSE if one.unresolved:
            return f"đã hết thời gian, còn {one.unresolved} ý kiến chưa giải quyết xong"
        case Why.TO_CLOSE:
            return "đã hết thời gian, Trưởng phòng chưa kết thúc việc lấy ý kiến"
        case Why.UNREAD:
            return (
                "quy định về lấy ý kiến đối với hình thức này chưa đối chiếu; Trưởng phòng mở lấy "
                "ý kiến, hoặc ghi lý do không lấy ý kiến ở trang của hồ sơ"
            )
        case _:
            return "thuộc diện phải lấy ý kiến mà chưa mở danh sách lấy ý kiến"


def objection_to_preparing(
    actor: Actor,
    *,
    chosen: Collection[str],
    may_be_chosen: Collection[str],
    where_to: str,
) -> Objection | None:
    """The office prepares a list of rows that are concluded and are put to the people."""
    if objection := objection_to_taking_up(actor):
        return objection
    if not chosen:
        return NO_ROWS
    if not set(chosen) <= set(may_be_chosen):
        return NOT_TO_BE_ASKED
    return None if where_to else NO_PLACE


def objection_to_days(days: int, *, least: int | None, ground: str) -> Objection | None:
    """As many working days as the papers ask at least; without a paper, with somebody's reason."""
    if not 1 <= days <= MOST_DAYS:
        return NOT_DAYS
    if least is None:
        return None if ground else NO_DAYS_GROUND
    if days >= least:
        return None
    return Objection(
        "TOO_FEW_DAYS", f"Văn bản quy định ít nhất {least:02d} ngày làm việc; không ít hơn được."
    )


def objection_to_move(consultation: Consultation, what: ConsultationMove) -> Objection | None:
    """Each act starts in its own state."""
    state = ConsultationState(consultation.state)
    if CONSULTATION_LIFE.can(what, state):
        return None
    return Objection(
        "WRONG_STATE",
        f"Danh sách đang ở trạng thái “{CONSULTATION_STATE_NAMES[state]}” nên không làm được.",
    )


def objection_to_opening(
    actor: Actor, consultation: Consultation, *, rows: int, gone: Collection[str]
) -> Objection | None:
    """The head opens a prepared list while all its rows still stand where they were chosen."""
    if objection := objection_to_heading(actor) or objection_to_move(
        consultation, ConsultationMove.OPEN
    ):
        return objection
    if not rows:
        return NO_ROWS
    if not gone:
        return None
    return Objection(
        "ROWS_MOVED_ON",
        f"{', '.join(gone)} không còn ở bước được lấy ý kiến; hãy bỏ dự thảo và lập lại.",
    )


def objection_to_discarding(actor: Actor, consultation: Consultation) -> Objection | None:
    """The office gives a draft up."""
    return objection_to_taking_up(actor) or objection_to_move(
        consultation, ConsultationMove.DISCARD
    )


def objection_to_prolonging(
    actor: Actor,
    consultation: Consultation,
    *,
    last_on: date,
    is_off: bool,
    reason: str,
    on: date,
) -> Objection | None:
    """The head gives more time, never less, while the list still runs."""
    if objection := objection_to_heading(actor) or objection_to_running(consultation):
        return objection
    assert consultation.last_on is not None  # noqa: S101  an open list has its last day
    if on > consultation.last_on:
        return LAST_DAY_OVER
    if last_on <= consultation.last_on:
        return NOT_LONGER
    if (last_on - consultation.last_on).days > MOST_DAYS:
        return TOO_LONG
    if is_off:
        return NOT_A_WORKING_DAY
    return None if reason else NO_REASON


def objection_to_running(consultation: Consultation) -> Objection | None:
    """What is done of an open list is done while it is open."""
    return None if consultation.state == ConsultationState.OPEN else NOT_OPEN


def objection_to_taking_out(
    actor: Actor, consultation: Consultation, *, has_left: bool, reason: str
) -> Objection | None:
    """The office takes a row off an open list; it keeps its place and its trace."""
    if objection := objection_to_taking_up(actor) or objection_to_running(consultation):
        return objection
    if has_left:
        return ROW_HAS_LEFT
    return None if reason else NO_REASON


def objection_to_closing(
    actor: Actor, consultation: Consultation, *, unresolved: int, on: date
) -> Objection | None:
    """The head closes when the last day is over and every opinion is resolved and confirmed."""
    if objection := objection_to_heading(actor) or objection_to_move(
        consultation, ConsultationMove.CLOSE
    ):
        return objection
    assert consultation.last_on is not None  # noqa: S101  an open list has its last day
    if on <= consultation.last_on:
        return Objection(
            "STILL_RUNNING",
            f"Đang lấy ý kiến đến hết ngày {say_date(consultation.last_on)}; sau ngày đó mới kết "
            "thúc được.",
        )
    if unresolved:
        return Objection(
            "UNRESOLVED", f"Còn {unresolved} ý kiến chưa giải quyết hoặc chưa được xác nhận."
        )
    return None


def objection_to_waiving(
    actor: Actor, *, asked: Asked, is_waived: bool, is_listed: bool, reason: str
) -> Objection | None:
    """The head says of one row, with a reason, what no text that was read says."""
    if objection := objection_to_heading(actor):
        return objection
    if asked is not Asked.UNREAD:
        return NOT_UNREAD
    if is_waived:
        return WAIVED
    if is_listed:
        return STANDS_ON_A_LIST
    return None if reason else NO_REASON
