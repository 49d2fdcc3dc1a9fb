"""Whether a prize is paid beside others, as the office's pages show it."""

from bangvang.decisions.selectors.together import PrizeTogether
from bangvang.web.components.pieces import Answer, Column
from bangvang.web.components.pieces import Kind as Sign

TOGETHER_COLUMNS = (
    Column("Người được khen", "name"),
    Column("Tiền thưởng", "mid"),
    Column("Vì sao"),
)


def paid_chip(prize: PrizeTogether) -> Answer:
    """Return whether the prize is paid, in words, with its sign."""
    if prize.is_paid is None:
        return Answer(Sign.PERSON, "Cần xem xét")
    if prize.is_paid:
        return Answer(Sign.MET, "Được nhận")
    return Answer(Sign.NOT_MET, "Không nhận thêm")
