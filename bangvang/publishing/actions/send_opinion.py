"""Let somebody without an account say something about a public list."""

from datetime import datetime

from django.db import transaction

from bangvang.appraisal.actions.kept_opinion import OpinionSent, Receipt
from bangvang.appraisal.actions.receive_opinion import receive_opinion
from bangvang.publishing.actions.turns import take_turn

__all__ = ["OpinionSent", "Receipt", "send_opinion"]

MOST_A_DAY = 20
"""From one address, behind which a whole commune may sit."""


@transaction.atomic
def send_opinion(ref: str, sent: OpinionSent, *, visitor: str, at: datetime) -> Receipt:
    """Hand the opinion over to the office and return its receipt; what is refused is not counted.

    Raises:
        Unseen: no such open list.
        Refused: too many from one address today, or whatever the office refuses.
    """
    take_turn("opinion", visitor=visitor, most=MOST_A_DAY, at=at)
    return receive_opinion(ref, sent, at=at)
