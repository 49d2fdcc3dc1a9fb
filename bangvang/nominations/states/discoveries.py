"""The life of a good deed that somebody reported."""

from enum import StrEnum

from django.db.models import TextChoices

from bangvang.foundation.transitions import Transitions


class DiscoveryState(StrEnum):
    """Where a good deed that somebody reported is."""

    NEW = "NEW"
    SENT_TO_UNIT = "SENT_TO_UNIT"
    ANSWERED = "ANSWERED"
    SET_ASIDE = "SET_ASIDE"


class DiscoveryMove(StrEnum):
    """What can happen to a reported good deed."""

    SEND = "SEND"
    ANSWER = "ANSWER"
    SET_ASIDE = "SET_ASIDE"


DISCOVERY_LIFE = Transitions[DiscoveryState, DiscoveryMove](
    {
        DiscoveryMove.SEND: (
            frozenset({DiscoveryState.NEW, DiscoveryState.SENT_TO_UNIT}),
            DiscoveryState.SENT_TO_UNIT,
        ),
        DiscoveryMove.ANSWER: (frozenset({DiscoveryState.SENT_TO_UNIT}), DiscoveryState.ANSWERED),
        DiscoveryMove.SET_ASIDE: (frozenset({DiscoveryState.NEW}), DiscoveryState.SET_ASIDE),
    }
)
"""Sent again while nobody has answered: to another unit, or with another day."""

DISCOVERY_STATE_NAMES = {
    DiscoveryState.NEW: "Mới nhận",
    DiscoveryState.SENT_TO_UNIT: "Đã chuyển đơn vị",
    DiscoveryState.ANSWERED: "Đơn vị đã trả lời",
    DiscoveryState.SET_ASIDE: "Không chuyển tiếp",
}


class DiscoveryAnswer(TextChoices):
    """What the head of the unit did about it."""

    TAKEN_UP = "TAKEN_UP", "Đưa vào danh sách đề nghị khen thưởng"
    COMMENDED = "COMMENDED", "Đơn vị đã tự biểu dương, khen thưởng"
    NOT_CONFIRMED = "NOT_CONFIRMED", "Xác minh không đúng như tin báo"


class AsideWhy(TextChoices):
    """Why the office sends a report to nobody; the public reads only these words."""

    SPAM = "SPAM", "Không phải tin báo việc tốt"
    NOT_WITHIN = "NOT_WITHIN", "Không thuộc phạm vi thi đua, khen thưởng của tỉnh"
    TOO_LITTLE = "TOO_LITTLE", "Không đủ thông tin để tìm người, tìm nơi"
    KNOWN = "KNOWN", "Việc này đã được báo trước đó"
