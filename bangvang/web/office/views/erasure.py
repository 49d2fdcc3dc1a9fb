"""Requests to erase: all of them, recording one, one with its answer, the second person's word."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from bangvang.foundation import clock
from bangvang.foundation.audit.selectors import entries_about
from bangvang.foundation.objection import Refused, Unseen
from bangvang.privacy.actions.answer_request import answer_request
from bangvang.privacy.actions.record_request import record_request
from bangvang.privacy.actions.send_back_request import send_back_request
from bangvang.privacy.selectors.held import Subject, subject_named
from bangvang.privacy.selectors.requests import RequestSeen, lines_of, request_seen, requests_for
from bangvang.privacy.states import About, RequestState
from bangvang.web.components.pieces import Column, Link
from bangvang.web.door import actor_of
from bangvang.web.histories import events_shown
from bangvang.web.office.forms.privacy import REQUEST_FIELDS, EndForm, RequestForm, SeenForm
from bangvang.web.office.privacy_shown import crumbs, request_chip, tabs
from bangvang.web.office.views.acting import Asking, ask_and_act
from bangvang.web.respond import done, page

LIST = "Yêu cầu của cá nhân"
COLUMNS = (
    Column("Về ai", "name"),
    Column("Số, ngày nhận"),
    Column("Yêu cầu", "mid"),
    Column("Trạng thái"),
)
LINE_COLUMNS = (Column("Dữ liệu đang giữ", "name"), Column("Xóa được không"))
POSTS = require_http_methods(["GET", "HEAD", "POST"])
CONFIRMING = (
    "Phần đã chọn bị xóa ngay khi xác nhận và không lấy lại được.",
    "Phần không xóa được vẫn giữ nguyên; câu trả lời cho người yêu cầu ghi rõ lý do.",
)


@require_safe
def requests(request: HttpRequest) -> HttpResponse:
    """Show every request, newest first."""
    actor = actor_of(request)
    context = {
        "title": LIST,
        "crumbs": crumbs(Link(LIST)),
        "tabs": tabs(actor, "erasures"),
        "rows": [(one, request_chip(one.state, one.state_name)) for one in requests_for(actor)],
        "columns": COLUMNS,
    }
    return page(request, "office/privacy/requests.html", context)


@POSTS
def record(request: HttpRequest) -> HttpResponse:
    """Record what somebody asked for, beside what is held of them."""
    actor = actor_of(request)
    subject = _subject(request)
    lines = lines_of(actor, subject)
    parts = [(one.part.value, one.said) for one in lines if one.part and one.can_go]
    posted = request.POST if request.method == "POST" else None
    form = RequestForm(posted, parts=parts, initial={"came_on": clock.today()})
    if request.method == "POST" and form.is_valid():
        try:
            asked = form.asked(subject.about.value, subject.ref)
            ref = record_request(asked, actor=actor, at=clock.now())
        except Refused as refusal:
            field = REQUEST_FIELDS.get(refusal.objection.code)
            form.add_error(field if field in form.fields else None, refusal.objection.sentence)
        else:
            say = "Đã ghi; chờ người thứ hai xác nhận. Chưa xóa gì."
            return done(request, to=reverse("office:erasure", args=[ref]), say=say)
    context = {
        "title": "Ghi yêu cầu xóa dữ liệu",
        "crumbs": _crumbs(Link("Ghi yêu cầu")),
        "subject": subject,
        "lines": lines,
        "columns": LINE_COLUMNS,
        "form": form,
        "back_href": reverse("office:erasures"),
    }
    return page(
        request, "office/privacy/record.html", context, status=422 if form.errors else 200
    )  # fmt: skip


@require_safe
def request_(request: HttpRequest, ref: str) -> HttpResponse:
    """Show one request: what was asked, what is held, or what was answered."""
    actor = actor_of(request)
    seen = request_seen(actor, ref)
    context = {
        "title": f"Yêu cầu xóa dữ liệu số {seen.said}",
        "crumbs": _crumbs(Link(f"Số {seen.said}")),
        "seen": seen,
        "chip": request_chip(seen.state, seen.state_name),
        "lines": lines_of(actor, seen.subject) if seen.state is RequestState.RECEIVED else [],
        "columns": LINE_COLUMNS,
        "events": events_shown(entries_about(("erasure_request", ref))),
    }
    return page(request, "office/privacy/request.html", context)


@POSTS
def answer(request: HttpRequest, ref: str) -> HttpResponse:
    """Confirm: what was chosen is erased."""
    actor = actor_of(request)
    seen = request_seen(actor, ref)
    form = SeenForm(request.POST or None, initial={"version": seen.version})

    def act() -> tuple[str, str]:
        answer_request(ref, **form.cleaned_data, actor=actor, at=clock.now())
        return _href(ref), "Đã giải quyết; câu trả lời cho người yêu cầu ở dưới."

    said = ", ".join(str(part.label) for part in seen.parts) or "không có phần nào"
    asking = Asking(
        "Xác nhận giải quyết yêu cầu",
        f"{_who(seen)}. Xóa: {said}.",
        CONFIRMING,
        "Xác nhận và xóa" if seen.parts else "Xác nhận câu trả lời",
        _href(ref),
        _crumbs(Link(f"Số {seen.said}", _href(ref))),
    )
    return ask_and_act(request, form, asking, act)


@POSTS
def send_back(request: HttpRequest, ref: str) -> HttpResponse:
    """Say why it is not to be answered so."""
    actor = actor_of(request)
    seen = request_seen(actor, ref)
    form = EndForm(request.POST or None, initial={"version": seen.version})

    def act() -> tuple[str, str]:
        send_back_request(ref, **form.cleaned_data, actor=actor, at=clock.now())
        return _href(ref), "Đã ghi: không xác nhận. Chưa xóa gì."

    asking = Asking(
        "Không xác nhận cách giải quyết",
        _who(seen),
        ("Yêu cầu này đóng lại cùng lý do; người ghi ghi lại yêu cầu với cách giải quyết khác.",),
        "Không xác nhận",
        _href(ref),
        _crumbs(Link(f"Số {seen.said}", _href(ref))),
    )
    return ask_and_act(request, form, asking, act, field_of={"NO_REASON": "reason"})


def _subject(request: HttpRequest) -> Subject:
    """Return whose data the address names.

    Raises:
        Unseen: nobody's.
    """
    about = request.GET.get("ve", "")
    if about not in About.values:
        raise Unseen
    return subject_named(About(about), request.GET.get("ma", ""))


def _who(seen: RequestSeen) -> str:
    return f"{seen.about.label}: {seen.subject.said}"


def _href(ref: str) -> str:
    return reverse("office:erasure", args=[ref])


def _crumbs(*more: Link) -> tuple[Link, ...]:
    return tuple(crumbs(Link(LIST, reverse("office:erasures")), *more))
