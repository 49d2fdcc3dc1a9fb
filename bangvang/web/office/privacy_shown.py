"""What the pages about personal data share: their tabs, chips and crumbs."""

from django.urls import reverse

from bangvang.foundation.actor import Actor, Role
from bangvang.privacy.states import PeriodState, RequestState
from bangvang.web.components.pieces import Answer, Kind, Link, Tab
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
