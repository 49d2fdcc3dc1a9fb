"""What agencies are asked and answer, as the office's pages show it."""

from collections.abc import Sequence
from datetime import date

from django.urls import reverse

from bangvang.appraisal.permissions.agency_opinions import (
    MAY_BE_ASKED_ABOUT,
    Awaited,
    objection_to_awaited,
)
from bangvang.appraisal.selectors.agency_opinions import (
    OpinionOfRow,
    RequestPage,
    RequestRow,
    requests_for,
)
from bangvang.appraisal.selectors.silence_rules import silence_rules_seen
from bangvang.appraisal.states import RequestState, Stance
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.vietnamese import say_date
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
)
from bangvang.web.deadlines import deadline_shown
from bangvang.web.navigation import OFFICE

STANCES = {
    Stance.AGREES: Kind.MET,
    Stance.DISAGREES: Kind.NOT_MET,
    Stance.NO_OPINION: Kind.NOTE,
    Stance.INFORMS: Kind.PERSON,
}


def request_chip(row: RequestRow, today: date) -> Answer:
    """Return where a question is, with what the day makes of an open one."""
    if row.state is RequestState.ANSWERED:
        return Answer(Kind.MET, "Đã trả lời")
    if row.state is RequestState.WITHDRAWN:
        return Answer(Kind.NOTE, "Đã rút")
    if not row.is_over(today):
        return Answer(Kind.CLOCK, "Chờ trả lời" if row.is_awaited else "Chưa trả lời, không chờ")
    if row.is_settled(today):
        return Answer(Kind.NOTE, "Quá hạn, áp dụng quy định")
    return Answer(Kind.PERSON, "Quá hạn, còn chờ" if row.is_awaited else "Quá hạn, không chờ")


def stance_chip(stance: str) -> Answer | None:
    """Return what is said of a row; nothing where nothing is."""
    return Answer(STANCES[Stance(stance)], str(Stance(stance).label)) if stance else None


def request_deadline(row: RequestRow, today: date) -> Deadline | None:
    """Return how far the last day is, while nobody has answered."""
    return deadline_shown(row.due_on, today=today) if row.state is RequestState.ASKED else None


def request_head(shown: RequestPage, actor: Actor, today: date) -> CaseHead:
    """Return the masthead of a question with what may be done now."""
    row = shown.row
    due = request_deadline(row, today)
    return CaseHead(
        kind="Hỏi ý kiến cơ quan liên quan",
        title=row.agency,
        unit=f"Yêu cầu số {row.number}, danh sách số tiếp nhận {row.batch_reference}",
        standings=(
            Standing("Trạng thái", chip=request_chip(row, today)),
            *((Standing("Hạn trả lời", deadline=due),) if due else ()),
            Standing("Số dòng hỏi", str(row.rows)),
        ),
        acts=_acts(row, actor),
        not_now=_not_now(shown, today),
    )


def _acts(row: RequestRow, actor: Actor) -> tuple[Act, ...]:
    if row.state is not RequestState.ASKED or not actor.has(*OFFICE):
        return ()
    acts = [
        Act("Ghi công văn trả lời", _href("record_agency_paper", row), is_main=True),
        Act("Ghi đã nhắc", _href("remind_agency", row)),
        Act("Cấp lại liên kết và mã", _href("renew_agency_link", row)),
    ]
    if actor.has(Role.OFFICE_HEAD):
        if row.is_awaited:
            acts.append(Act("Thôi chờ", _href("stop_awaiting_agency", row)))
        acts.append(Act("Rút yêu cầu", _href("withdraw_agency_request", row)))
    return tuple(acts)


def _not_now(shown: RequestPage, today: date) -> tuple[NotNow, ...]:
    said = []
    if shown.is_locked and shown.row.state is RequestState.ASKED:
        said.append(NotNow("Liên kết đã khóa", "Nhập sai mã nhiều lần; cấp lại nếu còn cần."))
    if shown.row.is_over(today) and shown.row.waits(today):
        why = "Chưa có quy định về việc không trả lời: Trưởng phòng quyết định thôi chờ, có lý do."
        said.append(NotNow("Quá hạn, các dòng còn chờ", why))
    return tuple(said)


def request_facts(shown: RequestPage) -> list[Fact]:
    """Return what stands fixed about a question."""
    row = shown.row
    facts = [
        Fact("Nội dung hỏi", row.about),
        Fact("Người hỏi", row.asked_by, source=f"ngày {say_date(row.asked_on)}"),
        Fact(
            "Nếu không trả lời",
            row.silence or "không suy ra điều gì",
            source="" if row.silence else "Không có quy định đã xác nhận vào ngày hỏi.",
        ),
        Fact("Liên kết", f"dùng đến hết ngày {say_date(shown.expires_on)}"),
    ]
    if shown.stopped_by:
        facts.append(Fact("Thôi chờ", shown.stopped_reason, source=shown.stopped_by))
    if shown.withdrawn_by:
        facts.append(Fact("Đã rút", shown.withdrawn_reason, source=shown.withdrawn_by))
    return facts


def agencies_not_now(state: str, awaited: Sequence[Awaited]) -> tuple[NotNow, ...]:
    """Return why a row cannot be concluded on, while an agency is what it waits for."""
    objection = objection_to_awaited(awaited)
    if objection is None or state not in MAY_BE_ASKED_ABOUT:
        return ()
    return (NotNow("Chờ ý kiến cơ quan liên quan", objection.sentence),)


def opinions_shown(
    opinions: Sequence[OpinionOfRow], today: date
) -> list[tuple[OpinionOfRow, Answer, str]]:
    """Return each opinion with its chip, and what stands in for it while there is none."""
    return [
        (
            one,
            stance_chip(one.said.stance) or request_chip(one.request, today),
            one.request.silence if one.request.is_settled(today) else "",
        )
        for one in opinions
    ]


def agency_tasks(actor: Actor, day: date) -> list[Task]:
    """Return the questions whose time is over without an answer, and papers to confirm."""
    if not actor.has(*OFFICE):
        return []
    asked = requests_for(actor, states=[RequestState.ASKED])
    tasks = [_task(row, day) for row in asked if row.due_on <= day and not row.is_settled(day)]
    if actor.has(Role.OFFICE_HEAD):
        href = reverse("office:silence_rules")
        tasks += [
            Task(
                f"Xác nhận quy định về việc không trả lời: {rule.paper_said}",
                href,
                f"{rule.entered_by} đã ghi; cần người thứ hai.",
                Act("Xem và xác nhận", href),
                deadline_shown(day, today=day, note=""),
            )
            for rule in silence_rules_seen(actor)
            if rule.waits and rule.entered_by_ref != actor.account_ref
        ]
    return tasks


def _task(row: RequestRow, day: date) -> Task:
    href = _href("agency_request", row)
    waits = "các dòng đang chờ" if row.is_awaited else "không dòng nào chờ"
    return Task(
        f"Nhắc {row.agency} trả lời",
        href,
        f"Yêu cầu số {row.number} đến hạn, chưa trả lời; {waits}.",
        Act("Mở yêu cầu", href),
        deadline_shown(row.due_on, today=day, note="hạn trả lời"),
    )


def _href(name: str, row: RequestRow) -> str:
    return reverse(f"office:{name}", args=[row.ref])
