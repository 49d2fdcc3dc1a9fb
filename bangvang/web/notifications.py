"""The page of notices, the same behind every door: reading, opening, marking, wishes for mail."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, reverse
from django.views.decorators.http import require_http_methods, require_POST

from bangvang.foundation import clock
from bangvang.foundation.actor import Role
from bangvang.notifications.actions.choose_mail import choose_mail
from bangvang.notifications.actions.mark import mark_all_read, mark_read, mark_unread
from bangvang.notifications.selectors.notifications import (
    SHOWN,
    notifications_for,
    told_one,
    unread_count,
    wish_of,
)
from bangvang.notifications.selectors.told import Told
from bangvang.notifications.states import About, MailWay
from bangvang.web.components.pieces import Tab
from bangvang.web.door import actor_of
from bangvang.web.entry import entry
from bangvang.web.navigation import is_open
from bangvang.web.respond import done, page

PAGES = {
    About.UNIT_LIST: "units:batch",
    About.OFFICE_LIST: "office:batch",
    About.DISCOVERY: "units:discovery",
    About.SESSION: "council:session",
}
UNREAD = "chua-doc"


class WishForm(forms.Form):
    """How notices come by mail."""

    way = forms.ChoiceField(
        label="Nhận thư", choices=MailWay.choices, widget=forms.RadioSelect, required=True
    )


@dataclass(frozen=True)
class NoticeShown:
    """One notice as its line shows it; `can_open` where there is a page of the thing."""

    ref: str
    title: str
    sentence: str
    now: str
    made_at: datetime
    is_read: bool
    can_open: bool


def notification_entries(may: Collection[Role]) -> list[URLPattern]:
    """Return the addresses of the notices behind one door, for the roles that come in there."""
    return [
        entry("thong-bao/", notifications, may=may, name="notifications"),
        entry("thong-bao/da-doc/", read_all, may=may, name="read_notifications"),
        entry("thong-bao/cach-nhan/", choose, may=may, name="choose_mail"),
        entry("thong-bao/<ref>/mo/", open_, may=may, name="open_notification"),
        entry("thong-bao/<ref>/chua-doc/", unread, may=may, name="unread_notification"),
    ]


@require_http_methods(["GET"])
def notifications(request: HttpRequest) -> HttpResponse:
    """Show the newest notices, all or those not read."""
    return _page(request, None)


@require_POST
def open_(request: HttpRequest, ref: str) -> HttpResponse:
    """Mark a notice as read and go on to what it is about, if there is a page of it."""
    actor = actor_of(request)
    told = told_one(actor, ref)
    mark_read(ref, actor=actor, at=clock.now())
    return redirect(_address(told) or _here(request))


@require_POST
def unread(request: HttpRequest, ref: str) -> HttpResponse:
    """Mark a notice as unread again."""
    mark_unread(ref, actor=actor_of(request))
    return redirect(_here(request))


@require_POST
def read_all(request: HttpRequest) -> HttpResponse:
    """Mark what the page showed as read; what came since stays unread."""
    newest = request.POST.get("newest", "")
    count = mark_all_read(newest_ref=newest, actor=actor_of(request), at=clock.now())
    return done(request, to=_here(request), say=f"Đã đánh dấu đã đọc {count} thông báo.")


@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """Keep how this person wants mail."""
    form = WishForm(request.POST)
    if not form.is_valid():
        return _page(request, form, status=422)
    choose_mail(MailWay(form.cleaned_data["way"]), actor=actor_of(request), at=clock.now())
    return done(request, to=_here(request), say="Đã ghi cách nhận thư.")


def _page(request: HttpRequest, form: WishForm | None, *, status: int = 200) -> HttpResponse:
    actor = actor_of(request)
    unread_only = request.GET.get("xem") == UNREAD
    told, wish, here = notifications_for(actor, unread_only=unread_only), wish_of(actor), _here
    count = unread_count(actor)
    context = {
        "told": [_shown(one) for one in told],
        "newest": told[0].ref if told else "",
        "unread": count,
        "tabs": [
            Tab("Tất cả", here(request), is_current=not unread_only),
            Tab(f"Chưa đọc ({count})", f"{here(request)}?xem={UNREAD}", is_current=unread_only),
        ],
        "is_cut": len(told) == SHOWN,
        "most": SHOWN,
        "wish": wish,
        "wish_form": form or WishForm(initial={"way": wish.way}),
        "addresses": _addresses(request),
    }
    return page(request, "notifications/list.html", context, status=status)


def _shown(told: Told) -> NoticeShown:
    return NoticeShown(
        told.ref, told.title, told.sentence, told.now, told.made_at, told.is_read,
        can_open=bool(_address(told)),
    )  # fmt: skip


def _address(told: Told) -> str:
    """Return the page of what a notice is about; empty where there is none behind an open door."""
    name = PAGES.get(told.about)
    return reverse(name, args=[told.about_ref]) if name and is_open(name) else ""


def _addresses(request: HttpRequest) -> dict[str, str]:
    names = {"open": "open_notification", "unread": "unread_notification"}
    return {word: f"{_door(request)}:{name}" for word, name in names.items()} | {
        "read_all": reverse(f"{_door(request)}:read_notifications"),
        "choose": reverse(f"{_door(request)}:choose_mail"),
    }


def _door(request: HttpRequest) -> str:
    match = request.resolver_match
    assert match is not None  # noqa: S101  a view is reached by an address
    return str(match.namespace)


def _here(request: HttpRequest) -> str:
    return reverse(f"{_door(request)}:notifications")
