"""Why the composition or the regulation of a council may not be changed so."""

from datetime import date

from bangvang.council.models import Regulation, Seat
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.objection import Objection

NOT_SECRETARY = Objection("NOT_SECRETARY", "Việc này của thư ký Hội đồng.")
NO_DECISION = Objection("NO_DECISION", "Cần ghi số và ngày quyết định kiện toàn Hội đồng.")
DECIDED_LATER = Objection("DECIDED_LATER", "Ngày quyết định ở sau ngày ghi.")
SEAT_OVERLAPS = Objection(
    "SEAT_OVERLAPS", "Ghế này đã có người từ ngày đó hoặc sau đó; ngày bắt đầu phải muộn hơn."
)
REGULATION_OVERLAPS = Objection(
    "REGULATION_OVERLAPS", "Đã có quy chế có hiệu lực từ ngày đó hoặc sau đó."
)
NOT_A_SHARE = Objection(
    "NOT_A_SHARE", "Tỷ lệ phải là phân số lớn hơn 0 và không quá 1, ví dụ 2/3 hoặc 90/100."
)
NO_CLAUSE = Objection("NO_CLAUSE", "Cần ghi điều, khoản của quy chế quy định tỷ lệ này.")
NO_SUCH_SEAT = Objection("NO_SUCH_SEAT", "Hội đồng không có ghế này trước ngày đó.")
SECOND_CHAIR = Objection("SECOND_CHAIR", "Hội đồng đã có Chủ tịch từ ngày đó ở một ghế khác.")


def objection_to_keeping_council(actor: Actor) -> Objection | None:
    """The secretary keeps the council's books."""
    return None if actor.has(Role.SECRETARY) else NOT_SECRETARY


def objection_to_appointing(
    actor: Actor,
    *,
    before: Seat | None,
    is_second_chair: bool,
    since: date,
    decision: tuple[str, date],
    on: date,
) -> Objection | None:
    """A seat passes to a new holder after the last one began, by a decision already made.

    Args:
        actor: who writes it down.
        before: the newest tenure of the seat, if any.
        is_second_chair: whether another seat has a chair on the first day.
        since: the first day.
        decision: number and day of the decision.
        on: the day of writing it down.
    """
    if objection := objection_to_keeping_council(actor):
        return objection
    number, decided_on = decision
    if not number:
        return NO_DECISION
    if decided_on > on:
        return DECIDED_LATER
    if is_second_chair:
        return SECOND_CHAIR
    return SEAT_OVERLAPS if before is not None and before.since >= since else None


def objection_to_ending(actor: Actor, seat: Seat | None, *, decision_no: str) -> Objection | None:
    """A seat that stands is ended by a decision."""
    if objection := objection_to_keeping_council(actor):
        return objection
    if not decision_no:
        return NO_DECISION
    return None if seat else NO_SUCH_SEAT


def objection_to_adopting(
    actor: Actor,
    *,
    before: Regulation | None,
    since: date,
    shares: list[tuple[int, int, str]],
    issued_on: date,
    on: date,
) -> Objection | None:
    """A regulation follows the last one; its shares are fractions and say their clause.

    Args:
        actor: who writes it down.
        before: the newest regulation, if any.
        since: the first day.
        shares: numerator, denominator and clause of the quorum and of every pass mark.
        issued_on: the day of its decision.
        on: the day of writing it down.
    """
    if objection := objection_to_keeping_council(actor):
        return objection
    if issued_on > on:
        return DECIDED_LATER
    if any(not 0 < num <= den for num, den, _ in shares):
        return NOT_A_SHARE
    if any(not clause for _, _, clause in shares):
        return NO_CLAUSE
    return REGULATION_OVERLAPS if before is not None and before.since >= since else None
