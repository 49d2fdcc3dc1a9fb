"""Why a resolution of the council on a pass mark may not be entered or withdrawn so."""

from datetime import date

from bangvang.council.models import Regulation, Resolution
from bangvang.council.permissions.ballots import NO_REASON
from bangvang.council.permissions.councils import NOT_A_SHARE, objection_to_keeping_council
from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import Objection
from bangvang.foundation.vietnamese import say_date
from bangvang.law import Share

NO_NUMBER = Objection("NO_NUMBER", "Cần ghi số của nghị quyết, kết luận.")
NO_CLAUSE = Objection(
    "NO_CLAUSE", "Cần ghi điều, khoản, điểm hoặc mục của nghị quyết, kết luận nêu tỷ lệ này."
)
NO_SCAN = Objection("NO_SCAN", "Cần đính kèm bản quét PDF của nghị quyết, kết luận đã ký.")
ISSUED_LATER = Objection("ISSUED_LATER", "Ngày ban hành ở sau ngày ghi.")
OUT_OF_REACH = Objection(
    "OUT_OF_REACH", "Không thể đòi trên toàn bộ thành viên; hãy chọn “từ tỷ lệ này trở lên”."
)
NO_REGULATION = Objection(
    "NO_REGULATION",
    "Ngày áp dụng đứng trước ngày quy chế của Hội đồng bắt đầu có hiệu lực; nghị quyết chỉ bổ "
    "sung cho quy chế đang có.",
)
REGULATION_ENDED = Objection(
    "REGULATION_ENDED",
    "Ngày áp dụng thuộc thời gian của quy chế đã hết hiệu lực; nghị quyết phải áp dụng trong thời "
    "gian của quy chế hiện hành.",
)
BALLOT_OPENED = Objection(
    "BALLOT_OPENED",
    "Đã có cuộc bỏ phiếu bắt đầu theo tỷ lệ này nên không rút được; tỷ lệ mới thì ghi nghị quyết "
    "mới.",
)


def objection_to_entering_resolution(
    actor: Actor,
    *,
    number: str,
    clause: str,
    share: Share,
    issued_on: date,
    has_scan: bool,
    on: date,
) -> Objection | None:
    """The secretary enters a paper that is issued and signed, says its clause and a real share.

    Args:
        actor: who writes it down.
        number: the paper's number.
        clause: where in the paper the share stands.
        share: what must be reached.
        issued_on: the paper's day.
        has_scan: whether the signed paper is attached.
        on: the day of writing it down.
    """
    if objection := objection_to_keeping_council(actor):
        return objection
    if not number:
        return NO_NUMBER
    if issued_on > on:
        return ISSUED_LATER
    if not 0 < share.num <= share.den:
        return NOT_A_SHARE
    if share.more_than and share.num == share.den:
        return OUT_OF_REACH
    if not clause:
        return NO_CLAUSE
    return None if has_scan else NO_SCAN


def objection_to_first_day(
    regulation: Regulation | None, newest: Resolution | None, *, since: date, on: date
) -> Objection | None:
    """A resolution begins under the regulation that still holds, after the last one of its award.

    Args:
        regulation: the one in force on the first day.
        newest: the resolution of the same award that begins last.
        since: the first day.
        on: the day of writing it down.
    """
    if regulation is None:
        return NO_REGULATION
    if regulation.until is not None and regulation.until <= on:
        return REGULATION_ENDED
    if newest is None or newest.since < since:
        return None
    if newest.since == since:
        return Objection(
            "SAME_DAY",
            f"Nghị quyết, kết luận số {newest.number} đã quy định tỷ lệ của hình thức này từ "
            "chính ngày đó; ghi nhầm thì rút bản ấy trước.",
        )
    return Objection(
        "RESOLUTION_OVERLAPS",
        f"Nghị quyết, kết luận số {newest.number} đã quy định tỷ lệ của hình thức này từ ngày "
        f"{say_date(newest.since)}; ngày áp dụng phải muộn hơn.",
    )


def objection_to_law(by_law: tuple[Share, str] | None) -> Objection | None:
    """The council does not decide what a law whose text was read decides; with its clause."""
    if by_law is None:
        return None
    share, cite = by_law
    return Objection(
        "SET_BY_LAW",
        f"Pháp luật đã quy định tỷ lệ của hình thức này vào ngày áp dụng: {share.text} tổng số "
        f"thành viên ({cite}). Nghị quyết của Hội đồng không thay được.",
    )


def objection_to_withdrawing_resolution(
    actor: Actor, *, reason: str, has_ballot: bool
) -> Objection | None:
    """The secretary takes a wrong entry back, with a reason, before a ballot is opened under it."""
    if objection := objection_to_keeping_council(actor):
        return objection
    if has_ballot:
        return BALLOT_OPENED
    return None if reason else NO_REASON
