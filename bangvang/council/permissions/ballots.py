"""Why a ballot may not be prepared, opened, counted or closed now."""

from collections.abc import Collection

from bangvang.council.models import AbsentMode, Ballot, Session
from bangvang.council.states import (
    BALLOT_LIFE,
    BALLOT_STATE_NAMES,
    COUNTED_NOW,
    OPINIONS_TAKEN,
    BallotMove,
    BallotState,
    SessionState,
)
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.objection import Objection

NOT_SECRETARY = Objection("NOT_SECRETARY", "Việc này của thư ký Hội đồng.")
NOT_TELLER = Objection("NOT_TELLER", "Việc này của Ban kiểm phiếu.")
NOT_BOARD = Objection("NOT_BOARD", "Việc này của Ban kiểm phiếu hoặc thư ký Hội đồng.")
NOT_CALLED = Objection("NOT_CALLED", "Phiên họp phải được triệu tập trước khi chốt danh sách bầu.")
SESSION_NOT_OPEN = Objection("SESSION_NOT_OPEN", "Phiên họp chưa khai mạc hoặc đã bế mạc.")
NOT_BALLOT_ITEM = Objection("NOT_BALLOT_ITEM", "Nội dung này không bỏ phiếu.")
EMPTY_LIST = Objection("EMPTY_LIST", "Danh sách bầu không có dòng nào.")
ALREADY_FROZEN = Objection("ALREADY_FROZEN", "Danh sách bầu đã chốt từ trước.")
NO_PASS_MARK = Objection(
    "NO_PASS_MARK",
    "Chưa có tỷ lệ phiếu phải đạt của hình thức này: văn bản đã đối chiếu không quy định, quy chế "
    "và nghị quyết của Hội đồng cũng chưa ghi.",
)
ALREADY_OPEN = Objection(
    "ALREADY_OPEN", "Đã bắt đầu phát phiếu nên không sửa được danh sách bầu nữa."
)
NO_REASON = Objection("NO_REASON", "Cần ghi lý do.")
NOBODY_TOOK = Objection("NOBODY_TOOK", "Chưa ghi thành viên nào nhận phiếu.")
TAKER_NOT_PRESENT = Objection(
    "TAKER_NOT_PRESENT", "Chỉ phát phiếu cho thành viên đang có mặt tại phiên họp."
)
COUNT_TAKEN = Objection(
    "COUNT_TAKEN", "Đã có hai người khác đếm cuộc bỏ phiếu này; mỗi cuộc chỉ đếm hai lần độc lập."
)
COUNT_CLOSED = Objection("COUNT_CLOSED", "Bạn đã chốt lần đếm này; chốt rồi không sửa được nữa.")
STALE = Objection("STALE", "Số đếm vừa được lưu ở nơi khác; hãy xem bản mới trước khi làm tiếp.")
OPINIONS_NOT_TAKEN = Objection(
    "OPINIONS_NOT_TAKEN", "Quy chế của Hội đồng không tính ý kiến bằng văn bản của người vắng."
)
NO_OPINIONS_NOW = Objection(
    "NO_OPINIONS_NOW",
    "Ý kiến bằng văn bản được nhập, được rút từ lúc phát phiếu đến trước khi có người kiểm phiếu "
    "chốt số đếm.",
)
OPINIONS_SETTLED = Objection(
    "OPINIONS_SETTLED",
    "Đã có người kiểm phiếu chốt số đếm nên không nhập, không rút ý kiến bằng văn bản được nữa.",
)
MEMBER_NOT_ABSENT = Objection(
    "MEMBER_NOT_ABSENT", "Thành viên này có mặt nên bỏ phiếu, không gửi ý kiến bằng văn bản."
)
OPINION_THERE = Objection(
    "OPINION_THERE", "Ý kiến của thành viên này đã được nhập; muốn nhập lại phải rút bản cũ."
)
EMPTY_OPINION = Objection("EMPTY_OPINION", "Văn bản phải có ý kiến về ít nhất một người.")
UNKNOWN_ROW = Objection("UNKNOWN_ROW", "Có dòng không thuộc danh sách bầu này.")


def objection_to_state(ballot: Ballot, what: BallotMove) -> Objection | None:
    """Each move starts in its own state."""
    state = BallotState(ballot.state)
    if BALLOT_LIFE.can(what, state):
        return None
    return Objection(
        "WRONG_STATE",
        f"Cuộc bỏ phiếu đang ở trạng thái “{BALLOT_STATE_NAMES[state]}” nên không làm được.",
    )


def objection_to_board(actor: Actor) -> Objection | None:
    """The counting board or the secretary."""
    return None if actor.has(Role.TELLER, Role.SECRETARY) else NOT_BOARD


def objection_to_freezing(
    actor: Actor,
    session: Session,
    *,
    is_ballot_item: bool,
    has_ballot: bool,
    rows: int,
    has_mark: bool,
) -> Objection | None:
    """The secretary freezes the list of a called session once, if it can be voted on at all."""
    if not actor.has(Role.SECRETARY):
        return NOT_SECRETARY
    if session.state not in (SessionState.CALLED, SessionState.OPEN):
        return NOT_CALLED
    if not is_ballot_item:
        return NOT_BALLOT_ITEM
    if has_ballot:
        return ALREADY_FROZEN
    if rows == 0:
        return EMPTY_LIST
    return None if has_mark else NO_PASS_MARK


def objection_to_unfreezing(actor: Actor, ballot: Ballot, *, reason: str) -> Objection | None:
    """A frozen list is opened again, with a reason, before any paper is handed out."""
    if not actor.has(Role.SECRETARY):
        return NOT_SECRETARY
    if ballot.state != BallotState.PREPARED:
        return ALREADY_OPEN
    return None if reason else NO_REASON


def objection_to_printing_papers(actor: Actor, ballot: Ballot) -> Objection | None:
    """Papers are printed until the box is opened."""
    if objection := objection_to_board(actor):
        return objection
    if ballot.state in (BallotState.PREPARED, BallotState.OPEN):
        return None
    return objection_to_state(ballot, BallotMove.START_COUNT)


def objection_to_handing_out(
    *, took: Collection[int], present: Collection[int]
) -> Objection | None:
    """Somebody takes a paper, and only who is there."""
    if not took:
        return NOBODY_TOOK
    return None if set(took) <= set(present) else TAKER_NOT_PRESENT


def objection_to_opening(
    actor: Actor, ballot: Ballot, session: Session, *, has_mark: bool
) -> Objection | None:
    """The counting board opens a prepared ballot in an open session, with a pass mark."""
    if objection := objection_to_board(actor) or objection_to_state(ballot, BallotMove.OPEN):
        return objection
    if session.state != SessionState.OPEN:
        return SESSION_NOT_OPEN
    return None if has_mark else NO_PASS_MARK


def objection_to_changing_papers(actor: Actor, ballot: Ballot) -> Objection | None:
    """Who took a paper is put right until the box is opened."""
    return objection_to_board(actor) or objection_to_state(ballot, BallotMove.START_COUNT)


def objection_to_counting(actor: Actor, ballot: Ballot) -> Objection | None:
    """A teller counts while the counting is on."""
    if not actor.has(Role.TELLER):
        return NOT_TELLER
    if ballot.state in COUNTED_NOW:
        return None
    return objection_to_state(ballot, BallotMove.AGREE)


def objection_to_version(current: int, seen: int) -> Objection | None:
    """Nobody saves over what they have not seen."""
    return None if current == seen else STALE


def objection_to_opinions(
    actor: Actor, ballot: Ballot, absent_mode: str, *, any_closed: bool
) -> Objection | None:
    """The counting board enters letters before any count is closed, if the rules take them.

    Whoever has seen a closed count could otherwise choose which letters are counted with it.

    Args:
        actor: who enters or withdraws.
        ballot: the ballot of the letter.
        absent_mode: how the regulation lets absent members take part.
        any_closed: whether a teller has closed a count of this ballot, in whichever attempt.
    """
    if not actor.has(Role.TELLER):
        return NOT_TELLER
    if absent_mode != AbsentMode.WRITTEN_OPINION:
        return OPINIONS_NOT_TAKEN
    if any_closed:
        return OPINIONS_SETTLED
    return None if ballot.state in OPINIONS_TAKEN else NO_OPINIONS_NOW


def objection_to_opinion(
    *,
    absent: Collection[int],
    number: int,
    is_there: bool,
    answered: Collection[int],
    orders: Collection[int],
) -> Objection | None:
    """One letter of each absent member, about rows of this list.

    Args:
        absent: numbers of the seats whose holders are absent.
        number: the seat of the letter's writer.
        is_there: whether a letter of this member is already entered.
        answered: orders of the rows that the letter speaks of.
        orders: orders of the rows of the list.
    """
    if number not in absent:
        return MEMBER_NOT_ABSENT
    if is_there:
        return OPINION_THERE
    if not answered:
        return EMPTY_OPINION
    return None if set(answered) <= set(orders) else UNKNOWN_ROW


def objection_to_closing(actor: Actor, ballot: Ballot) -> Objection | None:
    """The counting board, or the secretary, closes a ballot on whose count both agree."""
    return objection_to_board(actor) or objection_to_state(ballot, BallotMove.CLOSE)
