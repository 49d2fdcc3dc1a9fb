"""Why minutes may not be printed or signed now."""

from datetime import date

from bangvang.council.models import Ballot, Minutes, Session
from bangvang.council.states import (
    MINUTES_LIFE,
    BallotState,
    MinutesMove,
    MinutesState,
    SessionState,
)
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.objection import Objection

NOT_BOARD = Objection("NOT_BOARD", "Việc này của Ban kiểm phiếu hoặc thư ký Hội đồng.")
NOT_SECRETARY = Objection("NOT_SECRETARY", "Việc này của thư ký Hội đồng.")
NO_RESULT = Objection("NO_RESULT", "Cuộc bỏ phiếu chưa có kết quả nên chưa lập biên bản được.")
NOT_CLOSED = Objection("NOT_CLOSED", "Phiên họp chưa bế mạc nên chưa lập biên bản được.")
ALREADY_SIGNED = Objection("ALREADY_SIGNED", "Biên bản đã ký, không in lại hoặc ký lại được.")
NO_SIGNERS = Objection("NO_SIGNERS", "Cần ghi họ tên những người đã ký trên bản giấy.")
SIGNED_BEFORE = Objection("SIGNED_BEFORE", "Ngày ký đứng trước ngày họp.")
SIGNED_LATER = Objection("SIGNED_LATER", "Ngày ký ở sau hôm nay.")
COUNTING_UNSIGNED = Objection(
    "COUNTING_UNSIGNED",
    "Còn biên bản kiểm phiếu chưa ký; biên bản họp kèm theo các biên bản ấy nên ký sau.",
)


def objection_to_counting_minutes(
    actor: Actor, ballot: Ballot, minutes: Minutes | None
) -> Objection | None:
    """The board prints counting minutes of a closed ballot, again until they are signed."""
    if not actor.has(Role.TELLER, Role.SECRETARY):
        return NOT_BOARD
    if ballot.state != BallotState.CLOSED:
        return NO_RESULT
    return _objection_to_move(minutes, MinutesMove.PRINT_AGAIN)


def objection_to_session_minutes(
    actor: Actor, session: Session, minutes: Minutes | None
) -> Objection | None:
    """The secretary prints the minutes of a closed session, again until they are signed."""
    if not actor.has(Role.SECRETARY):
        return NOT_SECRETARY
    if objection := _objection_to_move(minutes, MinutesMove.PRINT_AGAIN):
        return objection
    return None if session.state == SessionState.CLOSED else NOT_CLOSED


def objection_to_signing(
    actor: Actor,
    minutes: Minutes,
    *,
    signers: str,
    signed_on: date,
    session_on: date,
    unsigned_counting: int,
    on: date,
) -> Objection | None:
    """The secretary keeps the scan of printed minutes, the session's own after the counting's.

    Args:
        actor: who keeps it.
        minutes: the printed minutes.
        signers: who signed on paper.
        signed_on: the day of signing.
        session_on: the day of the session.
        unsigned_counting: how many counting minutes wait, for the session's own minutes.
        on: the day of keeping the scan.
    """
    if not actor.has(Role.SECRETARY):
        return NOT_SECRETARY
    if objection := _objection_to_move(minutes, MinutesMove.SIGN):
        return objection
    if not signers:
        return NO_SIGNERS
    if signed_on < session_on:
        return SIGNED_BEFORE
    if signed_on > on:
        return SIGNED_LATER
    return COUNTING_UNSIGNED if unsigned_counting else None


def _objection_to_move(minutes: Minutes | None, what: MinutesMove) -> Objection | None:
    if minutes is None or MINUTES_LIFE.can(what, MinutesState(minutes.state)):
        return None
    return ALREADY_SIGNED
