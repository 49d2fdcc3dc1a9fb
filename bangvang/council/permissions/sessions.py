"""Why a session may not be prepared, called, opened or closed now."""

from collections.abc import Collection
from datetime import date

from bangvang.council.models import Seat, Session
from bangvang.council.models.councils import SeatRole
from bangvang.council.states import (
    SESSION_LIFE,
    SESSION_STATE_NAMES,
    SessionMove,
    SessionState,
)
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.objection import Objection
from bangvang.law import Share

NOT_SECRETARY = Objection("NOT_SECRETARY", "Việc này của thư ký Hội đồng.")
NUMBER_TAKEN = Objection("NUMBER_TAKEN", "Trong năm đã có phiên họp mang số này.")
NO_NUMBER = Objection("NO_NUMBER", "Số thứ tự của phiên họp trong năm phải từ 1.")
NO_PLACE = Objection("NO_PLACE", "Cần ghi địa điểm họp.")
NO_TITLE = Objection("NO_TITLE", "Cần ghi nội dung.")
NO_CHAIR = Objection(
    "NO_CHAIR", "Người chủ trì phải là Chủ tịch hoặc Phó Chủ tịch Hội đồng đương nhiệm ngày họp."
)
NO_SEATS = Objection("NO_SEATS", "Chưa ghi thành phần Hội đồng có hiệu lực ngày họp.")
NO_REGULATION = Objection("NO_REGULATION", "Chưa ghi quy chế của Hội đồng có hiệu lực ngày họp.")
EMPTY_AGENDA = Objection("EMPTY_AGENDA", "Chương trình họp chưa có nội dung nào.")
DAY_PASSED = Objection("DAY_PASSED", "Ngày họp đã qua; hãy sửa thời gian trước khi triệu tập.")
NOT_YET_THE_DAY = Objection("NOT_YET_THE_DAY", "Chưa đến ngày họp nên chưa khai mạc được.")
AGENDA_CLOSED = Objection(
    "AGENDA_CLOSED", "Chương trình chỉ sửa được khi phiên họp đang ở bước chuẩn bị."
)
NOTHING_READY = Objection(
    "NOTHING_READY", "Không có hồ sơ nào của hình thức này đang chờ đưa ra Hội đồng."
)
LIST_FROZEN = Objection("LIST_FROZEN", "Danh sách bầu đã chốt; muốn sửa phải bỏ chốt trước.")
HAS_BALLOTS = Objection("HAS_BALLOTS", "Phiên họp đã chốt danh sách bầu; hãy bỏ chốt trước.")
NO_REASON = Objection("NO_REASON", "Cần ghi lý do.")
NO_ROLL_NOW = Objection("NO_ROLL_NOW", "Chỉ điểm danh khi phiên họp đã triệu tập hoặc đang họp.")
BALLOT_UNDER_WAY = Objection(
    "BALLOT_UNDER_WAY", "Đang có cuộc bỏ phiếu; điểm danh giữ nguyên cho đến khi có kết quả."
)
ROLL_INCOMPLETE = Objection("ROLL_INCOMPLETE", "Cần điểm danh đủ mọi thành viên Hội đồng.")
ABSENT_WITHOUT_REASON = Objection("ABSENT_WITHOUT_REASON", "Cần ghi lý do của người vắng mặt.")
BALLOTS_OPEN = Objection(
    "BALLOTS_OPEN",
    "Còn nội dung bỏ phiếu chưa có kết quả; hãy kiểm phiếu xong hoặc rút khỏi chương trình.",
)
STALE = Objection("STALE", "Người khác vừa lưu thay đổi; hãy xem bản mới trước khi làm tiếp.")
NO_CONCLUSIONS_NOW = Objection(
    "NO_CONCLUSIONS_NOW", "Kết luận được ghi từ lúc khai mạc đến khi biên bản được ký."
)
NO_NOTES_NOW = Objection(
    "NO_NOTES_NOW", "Diễn biến được ghi từ lúc khai mạc đến khi biên bản được ký."
)

CHAIRS = (
    SeatRole.CHAIR,
    SeatRole.FIRST_VICE_CHAIR,
    SeatRole.STANDING_VICE_CHAIR,
    SeatRole.VICE_CHAIR,
)
WRITTEN_DOWN = frozenset({SessionState.OPEN, SessionState.CLOSED})


def objection_to_preparing(actor: Actor) -> Objection | None:
    """The secretary prepares sessions."""
    return None if actor.has(Role.SECRETARY) else NOT_SECRETARY


def objection_to_moving(actor: Actor, session: Session, what: SessionMove) -> Objection | None:
    """The secretary moves a session on, each move from its own state."""
    if objection := objection_to_preparing(actor):
        return objection
    state = SessionState(session.state)
    if SESSION_LIFE.can(what, state):
        return None
    return Objection(
        "WRONG_STATE",
        f"Phiên họp đang ở trạng thái “{SESSION_STATE_NAMES[state]}” nên không làm được.",
    )


def objection_to_plan(
    *, number: int, place: str, chair: Seat | None, taken: bool
) -> Objection | None:
    """A session has a number of its own in the year, a place, and somebody to chair it."""
    if number < 1:
        return NO_NUMBER
    if not place:
        return NO_PLACE
    if chair is None or chair.is_vacant or chair.role not in CHAIRS:
        return NO_CHAIR
    return NUMBER_TAKEN if taken else None


def objection_to_agenda(actor: Actor, session: Session) -> Objection | None:
    """The agenda changes while the session is being prepared."""
    if objection := objection_to_preparing(actor):
        return objection
    return None if session.state == SessionState.PREPARING else AGENDA_CLOSED


def objection_to_taking_off(
    actor: Actor, session: Session, *, has_ballot: bool, reason: str
) -> Objection | None:
    """A row or a whole ballot item leaves the agenda, with a reason, until its list is frozen."""
    if objection := objection_to_preparing(actor):
        return objection
    if session.state not in (SessionState.PREPARING, SessionState.CALLED, SessionState.OPEN):
        return AGENDA_CLOSED
    if has_ballot:
        return LIST_FROZEN
    return None if reason else NO_REASON


def objection_to_calling(
    actor: Actor,
    session: Session,
    *,
    day: date,
    items: int,
    seats: int,
    has_regulation: bool,
    on: date,
) -> Objection | None:
    """A session is called with an agenda, members and rules, for a day to come."""
    if objection := objection_to_moving(actor, session, SessionMove.CALL):
        return objection
    if items == 0:
        return EMPTY_AGENDA
    if seats == 0:
        return NO_SEATS
    if not has_regulation:
        return NO_REGULATION
    return DAY_PASSED if day < on else None


def objection_to_revising(
    actor: Actor, session: Session, *, has_ballots: bool, reason: str
) -> Objection | None:
    """A call is taken back, with a reason, before any list is frozen."""
    if objection := objection_to_moving(actor, session, SessionMove.REVISE):
        return objection
    if has_ballots:
        return HAS_BALLOTS
    return None if reason else NO_REASON


def objection_to_roll(
    actor: Actor,
    session: Session,
    *,
    expected: Collection[int],
    called: Collection[int],
    absent_reasons: Collection[str],
    ballot_under_way: bool,
) -> Objection | None:
    """The roll names every member once; it rests while a ballot is under way.

    Args:
        actor: who calls the roll.
        session: the session.
        expected: numbers of the seats that are held.
        called: numbers on the roll.
        absent_reasons: the reason of each absent member.
        ballot_under_way: whether papers are out or being counted.
    """
    if objection := objection_to_preparing(actor):
        return objection
    if session.state not in (SessionState.CALLED, SessionState.OPEN):
        return NO_ROLL_NOW
    if ballot_under_way:
        return BALLOT_UNDER_WAY
    if sorted(called) != sorted(expected):
        return ROLL_INCOMPLETE
    return None if all(absent_reasons) else ABSENT_WITHOUT_REASON


def objection_to_quorum(share: Share | None, *, present: int, total: int) -> Objection | None:
    """Enough of the total membership must be there."""
    if share is None:
        return NO_REGULATION
    needed = share.needed(total)
    if present >= needed:
        return None
    return Objection(
        "NO_QUORUM",
        f"Mới có {present}/{total} thành viên, cần có mặt ít nhất {needed} ({share.text} tổng số).",
    )


def objection_to_opening(
    actor: Actor, session: Session, *, day: date, on: date, share: Share | None, roll: list[int]
) -> Objection | None:
    """A called session opens on its day, with a quorum; `roll` is present and total."""
    if objection := objection_to_moving(actor, session, SessionMove.OPEN):
        return objection
    if on < day:
        return NOT_YET_THE_DAY
    present, total = roll
    return objection_to_quorum(share, present=present, total=total)


def objection_to_closing(
    actor: Actor, session: Session, *, ballots_missing: int
) -> Objection | None:
    """A session closes when every ballot on its agenda has a result."""
    if objection := objection_to_moving(actor, session, SessionMove.CLOSE):
        return objection
    return BALLOTS_OPEN if ballots_missing else None


def objection_to_concluding(actor: Actor, session: Session) -> Objection | None:
    """The chair's conclusions are written down until the minutes are signed."""
    if objection := objection_to_preparing(actor):
        return objection
    return None if session.state in WRITTEN_DOWN else NO_CONCLUSIONS_NOW


def objection_to_noting(actor: Actor, session: Session) -> Objection | None:
    """What was said is written down until the minutes are signed."""
    if objection := objection_to_preparing(actor):
        return objection
    return None if session.state in WRITTEN_DOWN else NO_NOTES_NOW


def objection_to_version(current: int, seen: int) -> Objection | None:
    """Nobody saves over what they have not seen."""
    return None if current == seen else STALE
