"""Counting what somebody without an account sends in, so that no machine sends without end."""

from datetime import datetime

from bangvang.foundation.db.tally import add_one
from bangvang.foundation.objection import Objection, refuse_if
from bangvang.publishing.models import Turn

TOO_MANY = Objection(
    "TOO_MANY",
    "Hôm nay đã có quá nhiều lần gửi từ mạng này. Hãy thử lại ngày mai, hoặc gửi bằng văn bản.",
)


def take_turn(what: str, *, visitor: str, most: int, at: datetime) -> None:
    """Count one more time today; rows of earlier days are deleted.

    Args:
        what: what is done, a code.
        visitor: a token of the day, see `visitor_token`.
        most: how often a day.
        at: the moment.

    Raises:
        Refused: more often than that.
    """
    day = at.date()
    Turn.objects.filter(day__lt=day).delete()
    add_one(Turn._meta.db_table, ("token", "what", "day"), [(visitor, what, day)], count="count")
    taken = Turn.objects.get(token=visitor, what=what, day=day).count
    refuse_if(TOO_MANY if taken > most else None)
