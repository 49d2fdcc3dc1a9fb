"""Why a paper on asking the people may not be entered or withdrawn so, or nothing if it may."""

from datetime import date

from bangvang.appraisal.models import ConsultationRule
from bangvang.appraisal.permissions import NO_REASON, objection_to_heading
from bangvang.appraisal.permissions.consultations import MOST_DAYS, NOT_DAYS
from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import Objection

NO_NUMBER = Objection("NO_NUMBER", "Cần ghi số của văn bản.")
NO_CLAUSE = Objection("NO_CLAUSE", "Cần ghi điều, khoản hoặc mục của văn bản.")
ISSUED_LATER = Objection("ISSUED_LATER", "Ngày ban hành ở sau ngày ghi.")
BEFORE_ISSUED = Objection(
    "BEFORE_ISSUED", "Văn bản không áp dụng cho hồ sơ nhận trước ngày ban hành."
)
NO_GATE = Objection("NO_GATE", "Cần chọn bước phải chờ kết thúc lấy ý kiến.")
NO_SCAN = Objection("NO_SCAN", "Cần đính kèm bản quét văn bản đã ký.")
RULE_USED = Objection(
    "RULE_USED",
    "Đã mở danh sách lấy ý kiến đối với hình thức này từ khi ghi văn bản nên không rút được; quy "
    "định mới thì ghi văn bản mới.",
)
SET_BY_LAW = Objection(
    "SET_BY_LAW",
    "Pháp luật đã quy định lấy ý kiến Nhân dân đối với hình thức này vào ngày áp dụng; văn bản của "
    "tỉnh không bỏ được.",
)


def objection_to_entering_rule(
    actor: Actor,
    *,
    number: str,
    clause: str,
    issued_on: date,
    since: date,
    has_scan: bool,
    on: date,
) -> Objection | None:
    """The head enters a paper that was issued, from its own day on, with its clause and scan."""
    if objection := objection_to_heading(actor):
        return objection
    if not number:
        return NO_NUMBER
    if issued_on > on:
        return ISSUED_LATER
    if since < issued_on:
        return BEFORE_ISSUED
    if not clause:
        return NO_CLAUSE
    return None if has_scan else NO_SCAN


def objection_to_what_rule_says(
    *, is_asked: bool, days: int | None, gate: str, by_law: bool, newest: ConsultationRule | None,
    since: date,
) -> Objection | None:  # fmt: skip
    """A rule that asks has days and a gate; none undoes the law; each begins after the last."""
    if newest is not None and newest.since >= since:
        return Objection(
            "RULE_OVERLAPS",
            f"Văn bản số {newest.number} đã quy định hình thức này từ ngày đó hoặc sau đó; ngày áp "
            "dụng phải muộn hơn, hoặc rút văn bản ghi nhầm trước.",
        )
    if not is_asked:
        return SET_BY_LAW if by_law else None
    if days is None or not 1 <= days <= MOST_DAYS:
        return NOT_DAYS
    return None if gate else NO_GATE


def objection_to_withdrawing_rule(actor: Actor, *, is_used: bool, reason: str) -> Objection | None:
    """The head takes a wrong entry back, with a reason, before a list was opened under it."""
    if objection := objection_to_heading(actor):
        return objection
    if is_used:
        return RULE_USED
    return None if reason else NO_REASON
