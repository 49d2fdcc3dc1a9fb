"""Why a paper on the way that lists take may not be entered, confirmed or withdrawn."""

from dataclasses import dataclass
from datetime import date

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.objection import Objection
from bangvang.nominations.models import Route
from bangvang.nominations.permissions import NO_REASON, NOT_OFFICE
from bangvang.nominations.states import RouteWay

NOT_ROUTE_HEAD = Objection(
    "NOT_ROUTE_HEAD", "Chỉ Trưởng phòng Thi đua, khen thưởng được xác nhận hoặc rút tuyến trình."
)
NO_NUMBER = Objection("NO_NUMBER", "Cần ghi số của văn bản.")
NO_CLAUSE = Objection("NO_CLAUSE", "Cần ghi điều, khoản hoặc mục của văn bản.")
NO_SCAN = Objection("NO_SCAN", "Cần đính kèm bản quét văn bản đã ký.")
ISSUED_LATER = Objection("ISSUED_LATER", "Ngày ban hành ở sau ngày ghi.")
BEFORE_ISSUED = Objection("BEFORE_ISSUED", "Tuyến trình không áp dụng trước ngày ban hành.")
DAY_TAKEN = Objection(
    "DAY_TAKEN", "Đã có tuyến trình cho trường hợp này từ ngày này; hãy rút tuyến ấy trước."
)
THROUGH_NOBODY = Objection(
    "THROUGH_NOBODY", "Nộp thẳng cơ quan thường trực thì không có cấp trên và đơn vị tham mưu."
)
THROUGH_ENDED = Objection(
    "THROUGH_ENDED", "Cấp trên này chưa hoặc không còn hoạt động vào ngày áp dụng."
)
OWN_ROUTE = Objection("OWN_ROUTE", "Người ghi không tự xác nhận; cần người thứ hai.")
CONFIRMED_ALREADY = Objection("CONFIRMED_ALREADY", "Tuyến trình này đã được xác nhận.")


@dataclass(frozen=True)
class Papered:
    """What a route rests on: number, clause and days of its paper, whether there is a scan."""

    number: str
    clause: str
    issued_on: date
    since: date
    has_scan: bool


def objection_to_entering_route(
    actor: Actor, paper: Papered, *, is_taken: bool, on: date
) -> Objection | None:
    """An officer enters what a paper that was issued says, with clause and scan."""
    if not actor.has(Role.SPECIALIST, Role.OFFICE_HEAD):
        return NOT_OFFICE
    if not paper.number:
        return NO_NUMBER
    if not paper.clause:
        return NO_CLAUSE
    if paper.issued_on > on:
        return ISSUED_LATER
    if paper.since < paper.issued_on:
        return BEFORE_ISSUED
    return (DAY_TAKEN if is_taken else None) or (None if paper.has_scan else NO_SCAN)


def objection_to_superior(way: str, *, has_superior: bool, advisory: str) -> Objection | None:
    """Who hands in directly does so through nobody."""
    return THROUGH_NOBODY if way == RouteWay.DIRECT and (has_superior or advisory) else None


def objection_to_confirming_route(actor: Actor, route: Route) -> Objection | None:
    """The head confirms what somebody else entered."""
    if not actor.has(Role.OFFICE_HEAD):
        return NOT_ROUTE_HEAD
    if route.confirmed_at is not None:
        return CONFIRMED_ALREADY
    return OWN_ROUTE if route.entered_by_ref == actor.account_ref else None


def objection_to_withdrawing_route(actor: Actor, *, reason: str) -> Objection | None:
    """The head takes a route back; what was handed in by it stays where it is."""
    if not actor.has(Role.OFFICE_HEAD):
        return NOT_ROUTE_HEAD
    return None if reason else NO_REASON
