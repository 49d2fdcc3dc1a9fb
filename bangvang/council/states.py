"""The lives of a session, of a ballot and of minutes: states, moves, where a move starts."""

from enum import StrEnum

from bangvang.foundation.transitions import Transitions


class SessionState(StrEnum):
    """Where a session is."""

    PREPARING = "PREPARING"
    CALLED = "CALLED"
    OPEN = "OPEN"
    CLOSED = "CLOSED"
    SIGNED = "SIGNED"


class SessionMove(StrEnum):
    """What can happen to a session."""

    CALL = "CALL"
    REVISE = "REVISE"
    OPEN = "OPEN"
    CLOSE = "CLOSE"
    SIGN = "SIGN"


SESSION_LIFE = Transitions[SessionState, SessionMove](
    {
        SessionMove.CALL: (frozenset({SessionState.PREPARING}), SessionState.CALLED),
        SessionMove.REVISE: (frozenset({SessionState.CALLED}), SessionState.PREPARING),
        SessionMove.OPEN: (frozenset({SessionState.CALLED}), SessionState.OPEN),
        SessionMove.CLOSE: (frozenset({SessionState.OPEN}), SessionState.CLOSED),
        SessionMove.SIGN: (frozenset({SessionState.CLOSED}), SessionState.SIGNED),
    }
)

SESSION_STATE_NAMES = {
    SessionState.PREPARING: "Đang chuẩn bị",
    SessionState.CALLED: "Đã triệu tập",
    SessionState.OPEN: "Đang họp",
    SessionState.CLOSED: "Đã bế mạc, chờ ký biên bản",
    SessionState.SIGNED: "Biên bản đã ký",
}


class BallotState(StrEnum):
    """Where a ballot is, from the frozen list to the result."""

    PREPARED = "PREPARED"
    OPEN = "OPEN"
    COUNTING = "COUNTING"
    RECOUNT = "RECOUNT"
    AGREED = "AGREED"
    CLOSED = "CLOSED"


class BallotMove(StrEnum):
    """What can happen to a ballot."""

    OPEN = "OPEN"
    START_COUNT = "START_COUNT"
    DIFFER = "DIFFER"
    AGREE = "AGREE"
    CLOSE = "CLOSE"


BALLOT_LIFE = Transitions[BallotState, BallotMove](
    {
        BallotMove.OPEN: (frozenset({BallotState.PREPARED}), BallotState.OPEN),
        BallotMove.START_COUNT: (frozenset({BallotState.OPEN}), BallotState.COUNTING),
        BallotMove.DIFFER: (
            frozenset({BallotState.COUNTING, BallotState.RECOUNT}),
            BallotState.RECOUNT,
        ),
        BallotMove.AGREE: (
            frozenset({BallotState.COUNTING, BallotState.RECOUNT}),
            BallotState.AGREED,
        ),
        BallotMove.CLOSE: (frozenset({BallotState.AGREED}), BallotState.CLOSED),
    }
)

BALLOT_STATE_NAMES = {
    BallotState.PREPARED: "Đã chốt danh sách bầu",
    BallotState.OPEN: "Đang bỏ phiếu",
    BallotState.COUNTING: "Đang kiểm phiếu",
    BallotState.RECOUNT: "Hai lần đếm lệch, phải đếm lại",
    BallotState.AGREED: "Hai lần đếm khớp, chờ công bố",
    BallotState.CLOSED: "Đã có kết quả",
}

COUNTED_NOW = frozenset({BallotState.COUNTING, BallotState.RECOUNT})
"""States in which the counting board enters numbers."""

OPINIONS_TAKEN = frozenset({BallotState.OPEN}) | COUNTED_NOW
"""States in which letters may be entered or withdrawn, as long as no count is closed."""

UNDER_WAY = OPINIONS_TAKEN | {BallotState.AGREED}
"""From the first paper handed out until the result; who is present does not change meanwhile."""


class MinutesState(StrEnum):
    """Whether minutes are only printed, or signed."""

    PRINTED = "PRINTED"
    SIGNED = "SIGNED"


class MinutesMove(StrEnum):
    """What can happen to minutes."""

    PRINT_AGAIN = "PRINT_AGAIN"
    SIGN = "SIGN"


MINUTES_LIFE = Transitions[MinutesState, MinutesMove](
    {
        MinutesMove.PRINT_AGAIN: (frozenset({MinutesState.PRINTED}), MinutesState.PRINTED),
        MinutesMove.SIGN: (frozenset({MinutesState.PRINTED}), MinutesState.SIGNED),
    }
)

MINUTES_STATE_NAMES = {
    MinutesState.PRINTED: "Đã in, chờ ký",
    MinutesState.SIGNED: "Đã ký, có bản quét",
}
