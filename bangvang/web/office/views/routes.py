"""The way that lists take to the office: all papers on it, a new one, confirm, take back."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from bangvang.foundation import clock
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.files.selectors import read
from bangvang.foundation.objection import Unseen
from bangvang.nominations.actions.confirm_route import confirm_route
from bangvang.nominations.actions.enter_route import enter_route
from bangvang.nominations.actions.withdraw_route import withdraw_route
from bangvang.nominations.selectors.routes import RouteSeen, routes_seen
from bangvang.registry.selectors.organisations import organisations_on
from bangvang.web.components.pieces import Column, Link
from bangvang.web.door import actor_of
from bangvang.web.navigation import OFFICE
from bangvang.web.office.forms.consultations import PlainForm, ReasonForm
from bangvang.web.office.forms.routes import RouteForm
from bangvang.web.office.views.acting import Asking, ask_and_act
from bangvang.web.respond import download, page

TITLE = "Tuyến trình"
COLUMNS = (
    Column("Áp dụng cho", "name"),
    Column("Tuyến trình"),
    Column("Văn bản"),
    Column("Từ ngày", "date"),
    Column("Việc", "act", is_unseen=True),
)
FIELD_OF = {
    "NO_NUMBER": "number",
    "NO_CLAUSE": "clause",
    "ISSUED_LATER": "issued_on",
    "BEFORE_ISSUED": "since",
    "DAY_TAKEN": "since",
    "THROUGH_NOBODY": "through_ref",
    "THROUGH_ENDED": "through_ref",
}


@require_safe
def routes(request: HttpRequest) -> HttpResponse:
    """Show every route, withdrawn ones too."""
    actor = actor_of(request)
    context = {
        "routes": routes_seen(actor),
        "columns": COLUMNS,
        "may_enter": actor.has(*OFFICE),
        "is_head": actor.has(Role.OFFICE_HEAD),
        "me": actor.account_ref,
        "crumbs": [Link("Đợt xét", reverse("office:rounds")), Link(TITLE)],
    }
    return page(request, "office/route/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest) -> HttpResponse:
    """Enter a route; a second person confirms it."""
    posted = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = RouteForm(*posted, bodies=organisations_on(clock.today()))

    def act() -> tuple[str, str]:
        enter_route(form.route(), actor=actor_of(request), at=clock.now())
        return reverse("office:routes"), "Đã ghi tuyến trình; Trưởng phòng xác nhận."

    hint = (
        "Chỉ ghi văn bản đã ban hành. Chưa được người thứ hai xác nhận thì chưa áp dụng; danh sách "
        "đã nộp trước đó không bị ảnh hưởng. Đơn vị không có tuyến nào thì nộp thẳng."
    )
    asking = _asking("Ghi tuyến trình", "", hint, "Ghi tuyến trình")
    return ask_and_act(request, form, asking, act, field_of=FIELD_OF)


@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, ref: str) -> HttpResponse:
    """Confirm, as the second person, what somebody else entered."""
    actor = actor_of(request)
    route = _route(actor, ref)

    def act() -> tuple[str, str]:
        confirm_route(ref, actor=actor, at=clock.now())
        return reverse("office:routes"), "Đã xác nhận tuyến trình."

    hint = f"{route.whose}: {route.way_said}. {route.entered_by} đã ghi."
    asking = _asking("Xác nhận tuyến trình", route.paper_said, hint, "Xác nhận", ref)
    return ask_and_act(request, PlainForm(request.POST), asking, act)


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, ref: str) -> HttpResponse:
    """Take a route back."""
    actor = actor_of(request)
    route, form = _route(actor, ref), ReasonForm(request.POST or None)

    def act() -> tuple[str, str]:
        withdraw_route(ref, form.cleaned_data["reason"], actor=actor, at=clock.now())
        return reverse("office:routes"), "Đã rút tuyến trình."

    hint = "Danh sách đã nộp lên cấp trên theo tuyến này vẫn ở cấp trên cho đến khi được nộp tiếp."
    asking = _asking("Rút tuyến trình", route.paper_said, hint, "Rút tuyến trình", ref)
    return ask_and_act(request, form, asking, act, field_of={"NO_REASON": "reason"})


@require_safe
def scan(request: HttpRequest, ref: str) -> HttpResponse:
    """Hand out the scan of a paper."""
    kept = _route(actor_of(request), ref).scan
    return download(read(kept.ref), name=kept.name, media_type=kept.kind.media_type)


def _route(actor: Actor, ref: str) -> RouteSeen:
    route = next((one for one in routes_seen(actor) if one.ref == ref), None)
    if route is None:
        raise Unseen
    return route


def _asking(title: str, lede: str, hint: str, button: str, ref: str = "") -> Asking:
    back = reverse("office:routes")
    crumbs = (Link("Đợt xét", reverse("office:rounds")), Link(TITLE, back))
    paper = Link("Bản quét văn bản", reverse("office:route_scan", args=[ref])) if ref else None
    return Asking(title, lede, (hint,), button, back, crumbs, paper)
