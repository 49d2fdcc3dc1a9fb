"""Tell somebody without an account how far an opinion is, by its number and code."""

from datetime import datetime

from bangvang.appraisal.selectors.public import OpinionFollowed, followed
from bangvang.publishing.actions.turns import take_turn

MOST_A_DAY = 60


def follow_opinion(receipt_no: str, code: str, *, visitor: str, at: datetime) -> OpinionFollowed:
    """Return how far it is; wrong codes are counted as well, so that nobody tries them all.

    Raises:
        Unseen: no such number, or not its code.
        Refused: asked too often from one address today.
    """
    take_turn("follow", visitor=visitor, most=MOST_A_DAY, at=at)
    return followed(receipt_no, code)
