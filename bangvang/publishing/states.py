"""The life of an article: written by one, approved by another, taken back if it must be."""

from enum import StrEnum

from bangvang.foundation.transitions import Transitions


class State(StrEnum):
    """Where an article is between its first draft and its readers."""

    DRAFT = "DRAFT"
    IN_REVIEW = "IN_REVIEW"
    PUBLISHED = "PUBLISHED"
    WITHDRAWN = "WITHDRAWN"


class Move(StrEnum):
    """What can happen to an article."""

    SEND_TO_REVIEW = "SEND_TO_REVIEW"
    SEND_BACK = "SEND_BACK"
    APPROVE = "APPROVE"
    WITHDRAW = "WITHDRAW"
    REOPEN = "REOPEN"


LIFE = Transitions[State, Move](
    {
        Move.SEND_TO_REVIEW: (frozenset({State.DRAFT}), State.IN_REVIEW),
        Move.SEND_BACK: (frozenset({State.IN_REVIEW}), State.DRAFT),
        Move.APPROVE: (frozenset({State.IN_REVIEW}), State.PUBLISHED),
        Move.WITHDRAW: (frozenset({State.PUBLISHED}), State.WITHDRAWN),
        Move.REOPEN: (frozenset({State.WITHDRAWN}), State.DRAFT),
    }
)

STATE_NAMES = {
    State.DRAFT: "Bản nháp",
    State.IN_REVIEW: "Chờ duyệt",
    State.PUBLISHED: "Đã đăng",
    State.WITHDRAWN: "Đã gỡ",
}
