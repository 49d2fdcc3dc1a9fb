"""The life of a decision and of a submission: every state, every move, where a move starts."""

from enum import StrEnum

from bangvang.foundation.transitions import Transitions


class Kind(StrEnum):
    """What becomes of a passed list: decided in the province, or asked of a higher authority."""

    DECISION = "DECISION"
    SUBMISSION = "SUBMISSION"


class State(StrEnum):
    """Where a decision or a submission is."""

    DRAFT = "DRAFT"
    SIGNED_RECORDED = "SIGNED_RECORDED"
    IN_FORCE = "IN_FORCE"
    SENT_RECORDED = "SENT_RECORDED"
    SENT = "SENT"
    ANSWER_RECORDED = "ANSWER_RECORDED"
    ANSWERED = "ANSWERED"


class Move(StrEnum):
    """What can happen to it; what one person records, another confirms or sends back."""

    RECORD_SIGNING = "RECORD_SIGNING"
    CONFIRM_SIGNING = "CONFIRM_SIGNING"
    SEND_BACK_SIGNING = "SEND_BACK_SIGNING"
    RECORD_SENDING = "RECORD_SENDING"
    CONFIRM_SENDING = "CONFIRM_SENDING"
    SEND_BACK_SENDING = "SEND_BACK_SENDING"
    RECORD_ANSWER = "RECORD_ANSWER"
    CONFIRM_ANSWER = "CONFIRM_ANSWER"
    SEND_BACK_ANSWER = "SEND_BACK_ANSWER"


class SignerPost(StrEnum):
    """Who signs for the province."""

    CHAIR = "CHAIR"
    VICE_CHAIR = "VICE_CHAIR"


class Outcome(StrEnum):
    """What became of one line."""

    PENDING = "PENDING"
    GRANTED = "GRANTED"
    REFUSED = "REFUSED"


LIFE = Transitions[State, Move](
    {
        Move.RECORD_SIGNING: (frozenset({State.DRAFT}), State.SIGNED_RECORDED),
        Move.CONFIRM_SIGNING: (frozenset({State.SIGNED_RECORDED}), State.IN_FORCE),
        Move.SEND_BACK_SIGNING: (frozenset({State.SIGNED_RECORDED}), State.DRAFT),
        Move.RECORD_SENDING: (frozenset({State.DRAFT}), State.SENT_RECORDED),
        Move.CONFIRM_SENDING: (frozenset({State.SENT_RECORDED}), State.SENT),
        Move.SEND_BACK_SENDING: (frozenset({State.SENT_RECORDED}), State.DRAFT),
        Move.RECORD_ANSWER: (frozenset({State.SENT}), State.ANSWER_RECORDED),
        Move.CONFIRM_ANSWER: (frozenset({State.ANSWER_RECORDED}), State.ANSWERED),
        Move.SEND_BACK_ANSWER: (frozenset({State.ANSWER_RECORDED}), State.SENT),
    }
)

RECORDING = {Kind.DECISION: Move.RECORD_SIGNING, Kind.SUBMISSION: Move.RECORD_SENDING}
CONFIRMING = {Kind.DECISION: Move.CONFIRM_SIGNING, Kind.SUBMISSION: Move.CONFIRM_SENDING}
SENDING_BACK = {Kind.DECISION: Move.SEND_BACK_SIGNING, Kind.SUBMISSION: Move.SEND_BACK_SENDING}
"""The move of each kind for the three things done with a signed paper."""

WAITING_FOR_SECOND = frozenset({State.SIGNED_RECORDED, State.SENT_RECORDED, State.ANSWER_RECORDED})
"""States in which a record waits for its second person."""

DECIDED = frozenset({State.IN_FORCE, State.ANSWERED})
"""States in which the awards are in the register and the public may read of them."""

KIND_NAMES = {Kind.DECISION: "Quyết định", Kind.SUBMISSION: "Tờ trình"}

SIGNER_POST_NAMES = {SignerPost.CHAIR: "Chủ tịch", SignerPost.VICE_CHAIR: "Phó Chủ tịch"}

STATE_NAMES = {
    State.DRAFT: "Dự thảo",
    State.SIGNED_RECORDED: "Đã ghi số, chờ xác nhận",
    State.IN_FORCE: "Đã ban hành",
    State.SENT_RECORDED: "Đã ghi số, chờ xác nhận gửi",
    State.SENT: "Đã trình, chờ kết quả",
    State.ANSWER_RECORDED: "Đã ghi kết quả, chờ xác nhận",
    State.ANSWERED: "Đã có kết quả",
}

OUTCOME_NAMES = {
    Outcome.PENDING: "Chưa có kết quả",
    Outcome.GRANTED: "Được khen thưởng",
    Outcome.REFUSED: "Không được khen thưởng",
}
