"""How far a last day is, in words."""

from datetime import date

from bangvang.web.components.pieces import Deadline, Urgency

SOON_DAYS = 3


def deadline_shown(last: date, *, today: date, note: str = "hạn") -> Deadline:
    """Return a last day with the calendar days left, or by how many it has passed."""
    left = (last - today).days
    if left < 0:
        return Deadline(f"Quá {-left} ngày", last, Urgency.LATE, note)
    if left == 0:
        return Deadline("Hôm nay", last, Urgency.SOON, note)
    return Deadline(
        f"Còn {left} ngày", last, Urgency.SOON if left <= SOON_DAYS else Urgency.FAR, note
    )
