"""Writing to the units of a round: the words, who would get them, and the button that sends."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from bangvang.accounts.selectors import Holder
from bangvang.foundation import clock
from bangvang.foundation.objection import Refused, refuse_if
from bangvang.foundation.ref import new_ref
from bangvang.nominations.selectors.rounds import round_seen
from bangvang.notifications.actions.announce import Message, announce
from bangvang.notifications.permissions import NOBODY, objection_to_words
from bangvang.notifications.selectors.announcements import (
    announcements_about,
    fingerprint_of,
    recipients,
)
from bangvang.notifications.states import Audience
from bangvang.web.components.pieces import Column, Link
from bangvang.web.door import actor_of
from bangvang.web.office.forms.announcements import AnnouncementForm, SendForm
from bangvang.web.respond import done, page

COLUMNS = (Column("Đơn vị", "name"), Column("Người nhận"), Column("Nhận thư"))


@require_http_methods(["GET", "POST"])
def write(request: HttpRequest, ref: str) -> HttpResponse:
    """Write a message; POST shows it as it would go, or goes back to the words."""
    if "edit" in request.POST:
        return _page(request, ref, AnnouncementForm(initial=request.POST.dict()))
    form = AnnouncementForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            return _preview(request, ref, form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, refusal.objection.sentence)
    return _page(request, ref, form)


@require_POST
def send(request: HttpRequest, ref: str) -> HttpResponse:
    """Send what the preview showed."""
    form = SendForm(request.POST)
    if form.is_valid():
        data = form.cleaned_data
        message = Message(
            data["ref"], data["title"], data["text"], Audience(data["audience"]), data["seen"]
        )
        try:
            count = announce(ref, message, actor=actor_of(request), at=clock.now())
        except Refused as refusal:
            form.add_error(None, refusal.objection.sentence)
        else:
            to = reverse("office:announce", args=[ref])
            return done(request, to=to, say=f"Đã gửi thông báo cho {count} người.")
    return _page(request, ref, form)


def _preview(request: HttpRequest, ref: str, data: dict[str, Any]) -> HttpResponse:
    """Show the message and its recipients, with the button that sends just this."""
    refuse_if(objection_to_words(data["title"], data["text"]))
    audience = Audience(data["audience"])
    holders = recipients(actor_of(request), ref, audience, on=clock.today())
    refuse_if(None if holders else NOBODY)
    units = {one.organisation_id for one in holders}
    mails = sum(one.has_mail for one in holders)
    context = _around(ref) | {
        "message": data,
        "hidden": SendForm(
            initial=data | {"ref": new_ref(), "seen": fingerprint_of(holders)}, auto_id=False
        ),
        "audience": audience.label,
        "holders": holders,
        "columns": COLUMNS,
        "consequences": _consequences(holders, len(units), mails),
    }
    return page(request, "office/announcement/preview.html", context)


def _consequences(holders: list[Holder], units: int, mails: int) -> list[str]:
    said = f"Gửi cho {len(holders)} người của {units} đơn vị; mỗi người thấy trong mục Thông báo."
    if not mails:
        return [said, "Không ai trong số này có địa chỉ thư nên không có thư nào được gửi."]
    others = len(holders) - mails
    rest = f"; {others} người chỉ xem trên hệ thống" if others else ""
    return [said, f"{mails} người có địa chỉ thư, nhận thêm thư theo cách đã chọn{rest}."]


def _page(request: HttpRequest, ref: str, form: AnnouncementForm) -> HttpResponse:
    context = _around(ref) | {
        "form": form,
        "shown_fields": [form[name] for name in ("audience", "title", "text")],
        "sent": announcements_about(actor_of(request), ref),
    }
    status = 422 if form.errors else 200
    return page(request, "office/announcement/write.html", context, status=status)


def _around(ref: str) -> dict[str, Any]:
    shown = round_seen(ref)
    return {
        "round": shown,
        "crumbs": [
            Link("Đợt xét", reverse("office:rounds")),
            Link(shown.title, reverse("office:round", args=[ref])),
            Link("Thông báo đến các đơn vị"),
        ],
    }
