"""The page of an agency that was asked about rows: no account, a link and a code."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from bangvang.appraisal.actions.open_agency_link import open_agency_link
from bangvang.appraisal.actions.reply_by_link import reply_by_link
from bangvang.appraisal.selectors.agency_links import AskedSeen, asked_by_link
from bangvang.foundation import clock
from bangvang.foundation.objection import Refused, Unseen
from bangvang.web.components.pieces import Link
from bangvang.web.respond import page
from bangvang.web.said_rows import SaidForm

LINK, OPENED = "agency_link", "agency_opened"
"""Session keys: the link that was followed, and what its code gave."""
NOT_OPENED = (
    "Liên kết hoặc mã không đúng, hoặc đã hết hạn. Hãy xem lại mã; nếu vẫn không mở được, đề nghị "
    "cơ quan thường trực cấp lại liên kết và mã, hoặc trả lời bằng công văn."
)


class CodeForm(forms.Form):
    """The code that came another way than the link."""

    code = forms.CharField(
        label="Mã mở yêu cầu",
        max_length=20,
        help_text="8 chữ số, cơ quan thường trực cho biết qua điện thoại hoặc ghi ở công văn.",
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )


class AgencyForm(SaidForm):
    """The answer of an agency, sent once."""

    is_sure = forms.BooleanField(
        label="Tôi đã kiểm tra; ý kiến chỉ gửi được một lần, gửi rồi không sửa được."
    )


@never_cache
@require_http_methods(["GET"])
def link(request: HttpRequest, ref: str, secret: str) -> HttpResponse:
    """Take the secret out of the address before a page is shown, so that it leaks nowhere."""
    request.session[LINK] = [ref, secret]
    request.session.pop(OPENED, None)
    return redirect("gate:asked_agency")


@never_cache
@sensitive_post_parameters("code")
@require_http_methods(["GET", "HEAD", "POST"])
def code(request: HttpRequest) -> HttpResponse:
    """Ask for the code; whatever is wrong with link, code or day is answered alike."""
    ref, secret = _link(request)
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        opened = open_agency_link(ref, secret, form.cleaned_data["code"], at=clock.now())
        if opened:
            request.session[OPENED] = opened
            return redirect("gate:answer_agency")
        form.add_error("code", NOT_OPENED)
    return page(request, "agency/code.html", {"form": form}, status=422 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest) -> HttpResponse:
    """Show the rows that are asked about and take the answer; afterwards its receipt."""
    shown = _shown(request)
    if shown is None:
        request.session.pop(OPENED, None)
        return redirect("gate:asked_agency")
    form, told = AgencyForm(request.POST or None, rows=shown.rows), ""
    if request.method == "POST" and form.is_valid():
        ref, secret = _link(request)
        opened = request.session[OPENED]
        try:
            reply_by_link(ref, secret, opened, form.sent(), at=clock.now())
        except Refused as refusal:
            told = refusal.objection.sentence
            form.add_error(None, told)
            shown = _shown(request) or shown
        else:
            return redirect("gate:answer_agency")
    way = [Link("Cho ý kiến theo đề nghị", reverse("gate:asked_agency")), Link(shown.number)]
    context = {"shown": shown, "form": form, "told": told, "crumbs": way}
    return page(request, "agency/answer.html", context, status=422 if form.errors else 200)


def _link(request: HttpRequest) -> tuple[str, str]:
    ref, secret = request.session.get(LINK, ("", ""))
    return ref, secret


def _shown(request: HttpRequest) -> AskedSeen | None:
    ref, secret = _link(request)
    try:
        return asked_by_link(ref, secret, request.session.get(OPENED, ""), on=clock.today())
    except Unseen:
        return None
