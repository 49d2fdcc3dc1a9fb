"""What the office is told of an open bar on a row that it cannot conclude on now."""

from collections.abc import Iterable

from bangvang.appraisal.permissions import Barred
from bangvang.nominations.selectors.many import BriefRow
from bangvang.nominations.selectors.nominations import NominationRow
from bangvang.nominations.states import OVER, State
from bangvang.web.components.pieces import NotNow

TITLE = "Có mục tạm dừng xét"
WHAT_THEN = {
    State.SUBMITTED: "khi tiếp nhận, hệ thống tính cả mục đó.",
    State.RETURNED: "đơn vị nộp lại thì khi tiếp nhận, hệ thống tính cả mục đó.",
    State.ON_AGENDA: "chưa mở bỏ phiếu thì Thư ký đưa dòng này ra khỏi chương trình để đối chiếu "
    "lại; đã mở bỏ phiếu thì xem lại trước khi lập quyết định hoặc tờ trình.",
    State.VOTED_FOR: "Hội đồng đã bỏ phiếu. Trưởng phòng chưa ghi ý kiến của người có thẩm quyền "
    "thì không lập, không ghi số, không xác nhận quyết định hoặc tờ trình có dòng này.",
    State.FORWARDED: "dòng này đã trình cấp trên; xem lại trước khi ghi kết quả của cấp trên.",
}
"""Where the office cannot ask the law again at once; the other states have acts of their own."""


def bar_noticed(row: NominationRow, barred: Barred, *, answered: bool) -> NotNow | None:
    """Return the notice on the case of a row that waits elsewhere, or is decided elsewhere.

    ``answered``: somebody answered for every bar that stops it.
    """
    then = WHAT_THEN.get(State(row.state))
    if then is None or not barred.stopped or (answered and row.state == State.VOTED_FOR):
        return None
    told = "ghi sau lần đối chiếu của" if barred.unseen else "còn hiệu lực đối với"
    return NotNow(TITLE, f"Sổ có mục tạm dừng xét {told} {row.name}; {then}")


def may_be_stopped(rows: Iterable[BriefRow]) -> list[str]:
    """Return which rows a bar still matters to: those that are not over."""
    return [row.ref for row in rows if row.state not in OVER]


def bars_noticed(barred: Barred) -> tuple[NotNow, ...]:
    """Return the notice on a list."""
    if not barred.stopped:
        return ()
    who = ", ".join(barred.stopped)
    return (
        NotNow(TITLE, f"Sổ có mục tạm dừng xét đối với {who}; mở từng dòng để xem cần làm gì."),
    )
