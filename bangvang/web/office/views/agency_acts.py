"""What is done of a question to an agency: a paper recorded, a reminder, a new link, an end."""

from collections.abc import Callable

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bangvang.appraisal.actions.record_agency_paper import record_agency_paper
from bangvang.appraisal.actions.remind_agency import remind_agency
from bangvang.appraisal.actions.renew_agency_link import renew_agency_link
from bangvang.appraisal.actions.stop_awaiting_agency import stop_awaiting_agency
from bangvang.appraisal.actions.withdraw_agency_request import withdraw_agency_request
from bangvang.appraisal.selectors.agency_opinions import RequestPage, request_page
from bangvang.foundation import clock
from bangvang.foundation.objection import Refused
from bangvang.web.components.pieces import Link
from bangvang.web.door import actor_of
from bangvang.web.office.forms.agency_opinions import PaperForm, RemindForm, RenewForm
from bangvang.web.office.forms.consultations import ReasonForm
from bangvang.web.office.views.acting import Asking, ask_and_act
from bangvang.web.office.views.agency_opinions import links_page, request_crumbs
from bangvang.web.respond import done, page

POSTS = require_http_methods(["GET", "HEAD", "POST"])
PAPER_FIELDS = {
    "NO_PAPER": "number",
    "CAME_OUTSIDE": "came_on",
    "PAPER_LATER": "issued_on",
    "NO_SIGNER": "signer_name",
    **dict.fromkeys(("FILE_EMPTY", "FILE_TOO_BIG", "FILE_BROKEN", "FILE_NOT_ACCEPTED"), "scan"),
}


@POSTS
def paper(request: HttpRequest, ref: str) -> HttpResponse:
    """Record what an agency says by a paper."""
    actor = actor_of(request)
    shown = request_page(actor, ref)
    back = reverse("office:agency_request", args=[ref])
    posted = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = PaperForm(*posted, rows=shown.rows, initial={"came_on": clock.today()})
    if request.method == "POST" and form.is_valid():
        try:
            record_agency_paper(ref, form.sent(), form.paper(), actor=actor, at=clock.now())
        except Refused as refusal:
            field = PAPER_FIELDS.get(refusal.objection.code)
            form.add_error(field, refusal.objection.sentence)
        else:
            return done(request, to=back, say="Đã ghi công văn trả lời.")
    context = {
        "form": form,
        "shown": shown,
        "crumbs": [*request_crumbs(shown.row.agency, back), Link("Ghi công văn trả lời")],
    }
    status = 422 if form.errors else 200
    return page(request, "office/agency_opinion/paper.html", context, status=status)


@POSTS
def remind(request: HttpRequest, ref: str) -> HttpResponse:
    """Record that the agency was reminded."""
    form = RemindForm(request.POST or None)
    shown, back = _asked(request, ref)

    def act() -> tuple[str, str]:
        how = form.cleaned_data["how"]
        remind_agency(ref, how, actor=actor_of(request), at=clock.now())
        return back, "Đã ghi lần nhắc."

    asking = _asking(
        "Ghi đã nhắc", shown, back, "Hệ thống không tự gửi; ghi lại việc đã nhắc.", "Ghi lần nhắc"
    )
    return ask_and_act(request, form, asking, act, field_of={"NO_HOW": "how"})


@POSTS
def renew(request: HttpRequest, ref: str) -> HttpResponse:
    """Make link and code anew; they stand on this answer and nowhere else."""
    shown, back = _asked(request, ref)
    form = RenewForm(request.POST or None, initial={"expires_on": shown.expires_on})
    if request.method == "POST" and form.is_valid():
        expires_on = form.cleaned_data["expires_on"]
        try:
            made = renew_agency_link(ref, expires_on, actor=actor_of(request), at=clock.now())
        except Refused as refusal:
            form.add_error("expires_on", refusal.objection.sentence)
        else:
            return links_page(request, [made], Link("Về yêu cầu", back))
    hint = "Liên kết và mã cũ không dùng được nữa. Số lần nhập sai tính lại từ đầu."
    asking = _asking("Cấp lại liên kết và mã", shown, back, hint, "Cấp lại")
    return ask_and_act(request, form, asking, lambda: (back, ""))


@POSTS
def stop(request: HttpRequest, ref: str) -> HttpResponse:
    """Let the head wait no more."""
    hint = "Các dòng không còn chờ cơ quan này. Trả lời đến sau vẫn nhận và đặt cạnh hồ sơ."
    return _with_reason(request, ref, "Thôi chờ", hint, stop_awaiting_agency, "Đã thôi chờ.")


@POSTS
def withdraw(request: HttpRequest, ref: str) -> HttpResponse:
    """Let the head take the question back."""
    hint = "Liên kết không dùng được nữa; các dòng không còn chờ yêu cầu này."
    act = withdraw_agency_request
    return _with_reason(request, ref, "Rút yêu cầu", hint, act, "Đã rút yêu cầu.")


def _with_reason(
    request: HttpRequest, ref: str, title: str, hint: str, do: Callable[..., None], say: str
) -> HttpResponse:
    form: Form = ReasonForm(request.POST or None)
    shown, back = _asked(request, ref)

    def act() -> tuple[str, str]:
        do(ref, form.cleaned_data["reason"], actor=actor_of(request), at=clock.now())
        return back, say

    asking = _asking(title, shown, back, hint, title)
    return ask_and_act(request, form, asking, act, field_of={"NO_REASON": "reason"})


def _asked(request: HttpRequest, ref: str) -> tuple[RequestPage, str]:
    return request_page(actor_of(request), ref), reverse("office:agency_request", args=[ref])


def _asking(title: str, shown: RequestPage, back: str, hint: str, button: str) -> Asking:
    lede = f"{shown.row.agency}, yêu cầu số {shown.row.number}"
    return Asking(title, lede, (hint,), button, back, tuple(request_crumbs(shown.row.agency, back)))
