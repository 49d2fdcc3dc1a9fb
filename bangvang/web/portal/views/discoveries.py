"""Reporting a good deed, and following what became of it."""

from axes.helpers import get_client_ip_address
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bangvang.foundation import clock
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.ref import new_ref
from bangvang.nominations.actions.report_discovery import Receipt, Report, report_discovery
from bangvang.nominations.selectors.discoveries import DiscoveryPublic, followed
from bangvang.nominations.states import DiscoveryState
from bangvang.publishing.actions.count_view import visitor_token
from bangvang.registry.selectors.organisations import organisations_on
from bangvang.web.components.pieces import Fact, Link
from bangvang.web.files import contents
from bangvang.web.portal.discovery_forms import FollowForm, ReportForm
from bangvang.web.portal.shown import portal_page, way

REPORT = "Phát hiện gương tốt"
PLACES = ("COMMUNE", "DEPARTMENT", "ASSOCIATION")
UNKNOWN = "Không có tin báo nào mang số và mã này. Hãy xem lại trên giấy ghi của bạn."
PUBLIC_STATES = {
    DiscoveryState.NEW: "Đã nhận, cơ quan thường trực đang xem",
    DiscoveryState.SENT_TO_UNIT: "Đã chuyển nơi chịu trách nhiệm xem xét",
    DiscoveryState.ANSWERED: "Nơi chịu trách nhiệm đã trả lời",
    DiscoveryState.SET_ASIDE: "Không chuyển tiếp",
}
FIELD_OF = {
    "NOT_YET": "happened_on",
    "FILE_EMPTY": "file",
    "FILE_TOO_BIG": "file",
    "FILE_BROKEN": "file",
    "FILE_LOCKED": "file",
    "FILE_NOT_ACCEPTED": "file",
}
"""Which field an objection to a report speaks of."""


@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest) -> HttpResponse:
    """Take a report in; the answer to it is the receipt, which stands nowhere else."""
    is_sent = request.method == "POST"
    form = ReportForm(
        request.POST if is_sent else None,
        request.FILES if is_sent else None,
        initial={"once": new_ref()},
        places=_places(),
    )
    receipt = _sent(request, form) if is_sent and form.is_valid() else None
    context = {"crumbs": way(Link(REPORT)), "form": form, "receipt": receipt}
    answer = portal_page(request, "portal/discoveries/report.html", context, at=clock.now())
    answer.status_code = 422 if form.errors else 200
    answer["Cache-Control"] = "no-store"
    return answer


@require_http_methods(["GET", "HEAD", "POST"])
def follow(request: HttpRequest) -> HttpResponse:
    """Say how far a report is; number and code are never in an address."""
    form = FollowForm(request.POST if request.method == "POST" else None)
    facts: list[Fact] = []
    if request.method == "POST" and form.is_valid():
        said, code = form.cleaned_data["number"], form.cleaned_data["code"].lower()
        try:
            facts = _facts(followed(said, code))
        except Unseen:
            form.add_error(None, UNKNOWN)
    context = {
        "crumbs": way(Link(REPORT, reverse("portal:report_discovery")), Link("Theo dõi")),
        "form": form,
        "facts": facts,
    }
    answer = portal_page(request, "portal/discoveries/follow.html", context, at=clock.now())
    answer.status_code = 422 if form.errors else 200
    answer["Cache-Control"] = "no-store"
    return answer


def _sent(request: HttpRequest, form: ReportForm) -> Receipt | None:
    said, at = form.cleaned_data, clock.now()
    file = said["file"]
    words = {name: said[name] for name in Report.__dataclass_fields__}
    try:
        return report_discovery(
            Report(**words),
            once=said["once"],
            sender=visitor_token(get_client_ip_address(request) or "", "", on=at.date()),
            at=at,
            data=contents(file)[0] if file is not None else None,
        )
    except Refused as refusal:
        objection = refusal.objection
        form.add_error(FIELD_OF.get(objection.code), objection.sentence)
        return None


def _places() -> list[tuple[str, str]]:
    return [(body.ref, body.name) for body in organisations_on(clock.today(), kinds=PLACES)]


def _facts(found: DiscoveryPublic) -> list[Fact]:
    facts = [
        Fact("Số tin báo", found.said),
        Fact("Ngày nhận", f"{found.received_on:%d/%m/%Y}"),
        Fact("Đang ở đâu", PUBLIC_STATES[found.state]),
    ]
    if found.unit_name:
        facts.append(Fact("Nơi chịu trách nhiệm", found.unit_name))
    if found.state is DiscoveryState.SENT_TO_UNIT and found.due_on:
        facts.append(Fact("Trả lời trước khi hết ngày", f"{found.due_on:%d/%m/%Y}"))
    if found.ending:
        facts.append(Fact("Kết quả", found.ending))
    return facts
