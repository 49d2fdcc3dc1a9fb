"""What the pages about personal data share: tabs, chips, crumbs; what waits for a second person."""

from datetime import date

from django.urls import reverse

from bangvang.foundation.actor import Actor, Role
from bangvang.privacy.selectors.periods import periods_for
from bangvang.privacy.selectors.requests import requests_for
from bangvang.privacy.states import PeriodState, RequestState
from bangvang.web.components.pieces import Act, Answer, Kind, Link, Tab, Task
from bangvang.web.deadlines import deadline_shown
from bangvang.web.navigation import OFFICE

TITLE = "Dữ liệu cá nhân"
PERIOD_KINDS = {
    PeriodState.PROPOSED: Kind.CLOCK,
    PeriodState.CONFIRMED: Kind.MET,
    PeriodState.REJECTED: Kind.NOT_MET,
    PeriodState.WITHDRAWN: Kind.NOTE,
}
REQUEST_KINDS = {
    RequestState.RECEIVED: Kind.CLOCK,
    RequestState.ANSWERED: Kind.MET,
    RequestState.SENT_BACK: Kind.NOT_MET,
}


def tabs(actor: Actor, current: str) -> list[Tab]:
    """Return the tabs that this role may open; `current` is the name of an address."""
    said = [
        ("personal_data", "Đang giữ gì"),
        ("periods", "Thời hạn lưu"),
        ("past_periods", "Xóa theo thời hạn"),
    ]
    if actor.has(*OFFICE, Role.INSPECTOR):
        said.append(("erasures", "Yêu cầu của cá nhân"))
    return [Tab(label, reverse(f"office:{name}"), name == current) for name, label in said]


def crumbs(*more: Link) -> list[Link]:
    """Return the way to a page below the first of them."""
    return [Link(TITLE, reverse("office:personal_data")), *more]


def period_chip(state: PeriodState, name: str) -> Answer:
    """Return where a period is, in words."""
    return Answer(PERIOD_KINDS[state], name)


def request_chip(state: RequestState, name: str) -> Answer:
    """Return where a request is, in words."""
    return Answer(REQUEST_KINDS[state], name)


def privacy_tasks(actor: Actor, day: date) -> list[Task]:
    """Return the periods and requests that wait for just this person's word."""
    due = deadline_shown(day, today=day, note="")
    tasks = []
    for one in periods_for(actor):
        if one.may_confirm:
            href = reverse("office:confirm_period", args=[one.ref])
            title = f"Đối chiếu thời hạn lưu: {one.matter.label}"
            why = f"{one.proposed_by} đã nhập {one.length}, {one.paper}."
            tasks.append(Task(title, href, why, Act("Đối chiếu", href), due))
    for asked in requests_for(actor):
        if asked.may_answer:
            href = reverse("office:erasure", args=[asked.ref])
            title = f"Yêu cầu xóa dữ liệu số {asked.said}"
            why = f"{asked.recorded_by} đã ghi cách giải quyết, chờ người thứ hai."
            tasks.append(Task(title, href, why, Act("Xem và xác nhận", href), due))
    return tasks
