"""How the units' pages say what a list or a row is."""

from datetime import date

from django.urls import reverse
from django.utils.timezone import localtime

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.vietnamese import say_date
from bangvang.nominations.selectors.batches import BatchPage, BatchRow
from bangvang.nominations.states import BatchState
from bangvang.web.components.pieces import Act, Answer, CaseHead, Kind, NotNow, Standing, Step
from bangvang.web.deadlines import deadline_shown

CHIPS = {
    BatchState.DRAFT: Kind.NOTE,
    BatchState.WITH_HEAD: Kind.PERSON,
    BatchState.AT_SUPERIOR: Kind.NOTE,
    BatchState.SUBMITTED: Kind.MET,
    BatchState.DISCARDED: Kind.CELL,
}


def steps_of(batch: BatchPage) -> tuple[Step, ...]:
    """Return the four steps of handing a list in, with where this one is."""
    state = batch.row.state
    papers = "done" if batch.papers_in_order else ""
    if state == BatchState.DRAFT:
        return (
            *_begun(batch),
            Step("Đính kèm tờ trình, biên bản bình xét", papers or "now"),
            Step("Thủ trưởng xem và nộp", "now" if papers else ""),
        )
    last = "done" if state in (BatchState.AT_SUPERIOR, BatchState.SUBMITTED) else "now"
    return (
        *_begun(batch),
        Step("Đính kèm tờ trình, biên bản bình xét", papers or "now"),
        Step("Thủ trưởng xem và nộp", last),
    )


def _begun(batch: BatchPage) -> tuple[Step, ...]:
    """Return how the list came about; one that was gathered from lower lists has no file."""
    if not batch.file_name:
        return (Step("Tổng hợp từ cấp dưới", "done"),)
    return (Step("Tải tệp lên", "done"), Step("Xem lại từng dòng", "done"))


def batch_head(batch: BatchPage, actor: Actor, *, today: date) -> CaseHead:
    """Return the masthead of a list as its unit sees it."""
    row = batch.row
    standings = [
        Standing("Trạng thái", chip=Answer(CHIPS[BatchState(row.state)], row.state_name)),
        _where(row),
    ]
    if row.state in (BatchState.DRAFT, BatchState.WITH_HEAD):
        due = deadline_shown(row.submit_by, today=today, note="hạn nộp")
        standings.append(Standing("Hạn của đợt", deadline=due))
    elif row.state == BatchState.AT_SUPERIOR:
        when = say_date(localtime(batch.sent_up_at).date()) if batch.sent_up_at else ""
        standings.append(Standing("Thủ trưởng nộp lên", batch.sent_up_by, f"ngày {when}"))
    else:
        standings.append(Standing("Số tiếp nhận", row.reference or "chưa có"))
    return CaseHead(
        kind=f"Danh sách đề nghị khen thưởng · {row.round_title}",
        title=f"Danh sách {row.counted}",
        unit=row.unit_name,
        standings=tuple(standings),
        acts=_acts(batch, actor),
        not_now=_not_now(batch, actor),
    )


def _where(row: BatchRow) -> Standing:
    if row.state == BatchState.SUBMITTED and not row.live_rows:
        return Standing("Đang ở", "đã xong mọi dòng")
    since = say_date(localtime(row.held_since).date())
    return Standing("Đang ở", row.holder, f"từ {since}")


def _acts(batch: BatchPage, actor: Actor) -> tuple[Act, ...]:
    ref, state = batch.row.ref, batch.row.state
    if state == BatchState.WITH_HEAD and actor.has(Role.UNIT_HEAD):
        up = Act("Nộp lên cấp trên", reverse("units:send_up", args=[ref]), is_main=True)
        on = Act("Nộp danh sách", reverse("units:submit", args=[ref]), is_main=True)
        return (
            up if batch.through else on,
            Act("Trả lại cán bộ lập", reverse("units:hand_back", args=[ref])),
        )
    if state == BatchState.AT_SUPERIOR and batch.may_be_recalled and actor.has(Role.UNIT_HEAD):
        return (Act("Thu hồi", reverse("units:recall", args=[ref])),)
    if state == BatchState.SUBMITTED:
        acts = [Act("Xem biên nhận", reverse("units:receipt", args=[ref]), is_main=True)]
        if batch.may_be_recalled and actor.has(Role.UNIT_HEAD):
            acts.append(Act("Thu hồi", reverse("units:recall", args=[ref])))
        return tuple(acts)
    return ()


def _not_now(batch: BatchPage, actor: Actor) -> tuple[NotNow, ...]:
    missing = [asked.kind_name for asked in batch.asked if not (asked.is_there or asked.reason)]
    state = batch.row.state
    if missing and state in (BatchState.DRAFT, BatchState.WITH_HEAD):
        why = f"Còn thiếu: {', '.join(missing).lower()}. Đính kèm giấy hoặc ghi lý do chưa có."
        return (NotNow("Chưa nộp được", why),)
    if state == BatchState.WITH_HEAD and not actor.has(Role.UNIT_HEAD):
        return (NotNow("Đang chờ thủ trưởng", "Chỉ thủ trưởng đơn vị được nộp danh sách."),)
    return ()
