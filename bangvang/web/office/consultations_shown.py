"""Public lists and opinions as the office's pages show them."""

from datetime import date

from django.urls import reverse

from bangvang.appraisal.selectors.consultations import (
    ConsultationPage,
    ConsultationRow,
    consultations_for,
)
from bangvang.appraisal.selectors.consulted import Standing as Consulted
from bangvang.appraisal.selectors.opinions import OpinionSeen, opinions_waiting
from bangvang.appraisal.selectors.public import working_days_left
from bangvang.appraisal.states import GATE_NAMES, ConsultationState, OpinionState
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.vietnamese import say_date
from bangvang.law import Asked
from bangvang.web.components.pieces import (
    Act,
    Answer,
    CaseHead,
    Deadline,
    Fact,
    Kind,
    NotNow,
    Standing,
    Task,
    Urgency,
)
from bangvang.web.consulted import consulted_told
from bangvang.web.deadlines import deadline_shown
from bangvang.web.navigation import OFFICE

CHIPS = {
    ConsultationState.PREPARING: Kind.NOTE,
    ConsultationState.OPEN: Kind.CLOCK,
    ConsultationState.CLOSED: Kind.MET,
}
OPINION_CHIPS = {
    OpinionState.RECEIVED: Kind.PERSON,
    OpinionState.RESOLVED: Kind.NOTE,
    OpinionState.CONFIRMED: Kind.MET,
}


def chip_of(row: ConsultationRow, today: date) -> Answer:
    """Return the state of a list, with what the day makes of an open one."""
    if row.state is ConsultationState.OPEN and row.last_on and today > row.last_on:
        return Answer(Kind.PERSON, "Hết thời gian, chờ kết thúc")
    return Answer(CHIPS.get(row.state, Kind.NOTE), row.state_name)


def opinion_chip(opinion: OpinionSeen) -> Answer:
    """Return the state of an opinion."""
    return Answer(OPINION_CHIPS[opinion.state], opinion.state_name)


def deadline_of(row: ConsultationRow, today: date) -> Deadline | None:
    """Return how many working days an open list still runs."""
    if row.state is not ConsultationState.OPEN or row.last_on is None:
        return None
    if today > row.last_on:
        return Deadline("Đã hết", row.last_on, Urgency.LATE, "ngày cuối")
    left = working_days_left(today, row.last_on)
    return Deadline(f"Còn {left} ngày làm việc", row.last_on, Urgency.FAR, "đến hết ngày")


def list_head(page: ConsultationPage, actor: Actor, today: date) -> CaseHead:
    """Return the masthead of a list with what may be done now, and why not what may not."""
    row = page.row
    acts, not_now = _acts(page, actor, today)
    standings = [
        Standing("Trạng thái", chip=chip_of(row, today)),
        Standing("Số trường hợp", f"{row.rows:02d}"),
        Standing("Ý kiến", f"{row.opinions}", f"{row.unresolved} chưa giải quyết xong"),
    ]
    if due := deadline_of(row, today):
        standings.insert(1, Standing("Thời hạn", deadline=due))
    return CaseHead(
        kind="Lấy ý kiến Nhân dân",
        title=f"Danh sách số {row.number}" if row.number else "Dự thảo danh sách",
        unit=row.round_title,
        standings=tuple(standings),
        acts=acts,
        not_now=not_now,
    )


def _acts(
    page: ConsultationPage, actor: Actor, today: date
) -> tuple[tuple[Act, ...], tuple[NotNow, ...]]:
    row, is_head = page.row, actor.has(Role.OFFICE_HEAD)
    if not actor.has(*OFFICE):
        return (), ()
    if row.state is ConsultationState.PREPARING:
        discard = Act("Bỏ dự thảo", _href("discard_consultation", row))
        if is_head:
            return (Act("Mở lấy ý kiến", _href("open_public_list", row), is_main=True), discard), ()
        return (discard,), (NotNow("Chờ Trưởng phòng", "Trưởng phòng mở lấy ý kiến."),)
    if row.state is not ConsultationState.OPEN or row.last_on is None:
        return (), ()
    paper = Act("Ghi ý kiến bằng văn bản", _href("record_paper_opinion", row))
    if today <= row.last_on:
        more = (Act("Gia hạn", _href("prolong_consultation", row)),) if is_head else ()
        why = f"Nhận ý kiến đến hết ngày {say_date(row.last_on)}; sau ngày đó mới kết thúc được."
        return (paper, *more), (NotNow("Chưa kết thúc", why),)
    if row.unresolved:
        why = f"Còn {row.unresolved} ý kiến chưa giải quyết hoặc chưa được xác nhận."
        return (paper,), (NotNow("Chưa kết thúc được", why),)
    if is_head:
        close = Act("Kết thúc lấy ý kiến", _href("close_consultation", row), is_main=True)
        return (close, paper), ()
    return (paper,), (NotNow("Chờ Trưởng phòng", "Trưởng phòng kết thúc lấy ý kiến."),)


def _href(name: str, row: ConsultationRow) -> str:
    return reverse(f"office:{name}", args=[row.ref])


def list_facts(page: ConsultationPage) -> list[Fact]:
    """Return what stands fixed about a list."""
    row = page.row
    facts = [
        Fact("Số ngày", f"ít nhất {page.working_days:02d} ngày làm việc", source=page.days_ground),
        Fact("Nơi nhận ý kiến", page.where_to),
        Fact("Người lập", row.prepared_by),
    ]
    if row.opens_on and row.last_on:
        days = f"từ ngày {say_date(row.opens_on)} đến hết ngày {say_date(row.last_on)}"
        more = "; ".join(
            f"gia hạn đến {say_date(one.last_on)}: {one.reason}" for one in page.prolongations
        )
        facts += [
            Fact("Thời gian", days, source=more),
            Fact("Người mở", page.opened_by),
            Fact("Dấu vân tay", page.fingerprint, source="SHA-256 của danh sách lúc mở"),
        ]
    if page.closed_at:
        facts.append(Fact("Người kết thúc", page.closed_by))
    return facts


def standing_facts(standing: Consulted) -> list[Fact]:
    """Return what a row has to do with the people's opinion; empty where nobody asks."""
    asked = standing.asked
    if asked.asked is Asked.NOT_NAMED and not standing.consultation_ref:
        return []
    said = "Văn bản quy định chưa đối chiếu"
    if asked.asked is Asked.ASKED:
        said = f"Phải lấy ý kiến, xong {GATE_NAMES[asked.gate]}"
    facts = [Fact("Quy định", said, source=asked.cite)] if asked.cite else []
    if told := consulted_told(standing):
        href = reverse("office:consultation", args=[standing.consultation_ref])
        facts.append(Fact("Lấy ý kiến", told, href=href))
    if standing.waived_by:
        facts.append(Fact("Không lấy ý kiến", standing.waived_reason, source=standing.waived_by))
    return facts


def consultation_tasks(actor: Actor, day: date) -> list[Task]:
    """Return what of the people's opinion waits for this person."""
    if not actor.has(*OFFICE):
        return []
    is_head = actor.has(Role.OFFICE_HEAD)
    state = OpinionState.RESOLVED if is_head else OpinionState.RECEIVED
    tasks = [_opinion_task(one, day, is_head=is_head) for one in opinions_waiting(actor, state)]
    return tasks + [
        task
        for row in consultations_for(actor)
        if is_head and (task := _list_task(row, day)) is not None
    ]


def _opinion_task(one: OpinionSeen, day: date, *, is_head: bool) -> Task:
    href = reverse("office:opinion", args=[one.consultation_ref, one.ref])
    word = "Xác nhận cách giải quyết" if is_head else "Giải quyết"
    return Task(
        f"{word} ý kiến số {one.receipt_no}",
        href,
        f"Ý kiến của Nhân dân về {one.about}.",
        Act("Mở ý kiến", href),
        deadline_shown(day, today=day, note=""),
    )


def _list_task(row: ConsultationRow, day: date) -> Task | None:
    href = reverse("office:consultation", args=[row.ref])
    due = deadline_shown(day, today=day, note="")
    if row.state is ConsultationState.PREPARING:
        why = f"{row.prepared_by} đã lập dự thảo, {row.rows} trường hợp."
        return Task("Mở lấy ý kiến Nhân dân", href, why, Act("Xem dự thảo", href), due)
    is_over = row.state is ConsultationState.OPEN and row.last_on and day > row.last_on
    if is_over and not row.unresolved:
        title = f"Kết thúc lấy ý kiến, danh sách số {row.number}"
        return Task(title, href, "Đã hết thời gian, mọi ý kiến đã giải quyết.",
                    Act("Mở danh sách", href), due)  # fmt: skip
    return None
