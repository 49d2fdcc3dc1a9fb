"""The life of a job."""

from enum import StrEnum

from bangvang.foundation.transitions import Transitions


class State(StrEnum):
    """Where a job stands."""

    WAITING = "WAITING"
    RUNNING = "RUNNING"
    DONE = "DONE"
    FAILED = "FAILED"
    DISCARDED = "DISCARDED"


class Move(StrEnum):
    """What a worker or an administrator does with a job."""

    TAKE = "TAKE"
    FINISH = "FINISH"
    TRY_LATER = "TRY_LATER"
    GIVE_UP = "GIVE_UP"
    RETRY = "RETRY"
    DISCARD = "DISCARD"


STATE_NAMES = {
    State.WAITING: "Chờ",
    State.RUNNING: "Đang chạy",
    State.DONE: "Xong",
    State.FAILED: "Không xong",
    State.DISCARDED: "Đã bỏ",
}
OPEN = (State.WAITING, State.RUNNING)
HOLDS_KEY = (State.WAITING, State.RUNNING, State.DONE)
"""States in which a job answers for its key: the same key asked again is this job."""

LIFE: Transitions[State, Move] = Transitions(
    {
        Move.TAKE: (frozenset(OPEN), State.RUNNING),
        Move.FINISH: (frozenset({State.RUNNING}), State.DONE),
        Move.TRY_LATER: (frozenset({State.RUNNING}), State.WAITING),
        Move.GIVE_UP: (frozenset({State.RUNNING}), State.FAILED),
        Move.RETRY: (frozenset({State.FAILED}), State.WAITING),
        Move.DISCARD: (frozenset({State.WAITING, State.FAILED}), State.DISCARDED),
    }
)
"""A running job is taken again only when its lease has run out."""
