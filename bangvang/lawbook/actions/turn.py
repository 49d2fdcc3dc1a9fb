"""One act on the readings at a time, each with its number."""

from django.db.models import Max

from bangvang.foundation.db.turns import wait_for_turn
from bangvang.lawbook.models import Reading

LAWBOOK_TURN = 4_170_007


def next_act() -> int:
    """Hold the turn until the transaction ends and return the number of this act."""
    wait_for_turn(LAWBOOK_TURN)
    newest: int | None = Reading.objects.aggregate(newest=Max("act_no"))["newest"]
    return (newest or 0) + 1
