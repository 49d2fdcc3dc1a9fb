"""The life of a reading: entered, confirmed or rejected by another, withdrawn; never deleted."""

from enum import StrEnum

from bangvang.foundation.transitions import Transitions


class State(StrEnum):
    """Where a reading is; only a confirmed one answers questions."""

    PROPOSED = "PROPOSED"
    CONFIRMED = "CONFIRMED"
    REJECTED = "REJECTED"
    WITHDRAWN = "WITHDRAWN"


class Move(StrEnum):
    """What can happen to it."""

    CONFIRM = "CONFIRM"
    REJECT = "REJECT"
    WITHDRAW = "WITHDRAW"


LIFE = Transitions[State, Move](
    {
        Move.CONFIRM: (frozenset({State.PROPOSED}), State.CONFIRMED),
        Move.REJECT: (frozenset({State.PROPOSED}), State.REJECTED),
        Move.WITHDRAW: (frozenset({State.PROPOSED, State.CONFIRMED}), State.WITHDRAWN),
    }
)

STATE_NAMES = {
    State.PROPOSED: "Chờ người thứ hai xác nhận",
    State.CONFIRMED: "Đã xác nhận, đang dùng",
    State.REJECTED: "Không được xác nhận",
    State.WITHDRAWN: "Đã rút",
}
