"""How long things are kept: all periods, entering one, the second person's word."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from bangvang.foundation import clock
from bangvang.foundation.files.selectors import read
from bangvang.privacy.actions.confirm_period import confirm_period
from bangvang.privacy.actions.propose_period import propose_period
from bangvang.privacy.actions.reject_period import reject_period
from bangvang.privacy.actions.withdraw_period import withdraw_period
from bangvang.privacy.selectors.periods import period_seen, periods_for
from bangvang.web.components.pieces import Column, Link
from bangvang.web.door import actor_of
from bangvang.web.navigation import OFFICE
from bangvang.web.office.forms.privacy import PERIOD_FIELDS, EndForm, PeriodForm, SeenForm
from bangvang.web.office.privacy_shown import crumbs, period_chip, tabs
from bangvang.web.office.views.acting import Asking, ask_and_act
from bangvang.web.respond import download, page

LIST = "Thời hạn lưu"
COLUMNS = (
    Column("Loại dữ liệu", "name"),
    Column("Thời hạn"),
    Column("Văn bản", "mid"),
    Column("Người nhập, người xác nhận"),
    Column("Trạng thái"),
    Column("Việc", "mid", is_unseen=True),
)
POSTS = require_http_methods(["GET", "HEAD", "POST"])
ENTERING = (
    "Chỉ nhập thời hạn mà cơ quan đã đọc trong văn bản; hệ thống không có sẵn thời hạn nào.",
    "Thời hạn chỉ được dùng khi người thứ hai đã đối chiếu và xác nhận. Từ đó, mục hết hạn bị xóa "
    "khi chạy Xóa theo thời hạn.",
)
CONFIRMING = (
    "Hãy mở bản quét và so từng mục trước khi xác nhận.",
    "Xác nhận chưa xóa gì; trang Xóa theo thời hạn cho biết những gì sẽ bị xóa.",
)


@require_safe
def periods(request: HttpRequest) -> HttpResponse:
    """Show every period, newest first."""
    actor = actor_of(request)
    context = {
        "title": LIST,
        "crumbs": crumbs(Link(LIST)),
        "tabs": tabs(actor, "periods"),
        "rows": [(one, period_chip(one.state, one.state_name)) for one in periods_for(actor)],
        "columns": COLUMNS,
        "may_enter": actor.has(*OFFICE),
    }
    return page(request, "office/privacy/periods.html", context)


@POSTS
def enter(request: HttpRequest) -> HttpResponse:
    """Enter what a paper says."""
    is_posted = request.method == "POST"
    form = PeriodForm(*((request.POST, request.FILES) if is_posted else ()))

    def act() -> tuple[str, str]:
        propose_period(form.entered(), actor=actor_of(request), at=clock.now())
        return reverse("office:periods"), "Đã nhập; chờ người thứ hai đối chiếu và xác nhận."

    asking = Asking(
        "Nhập thời hạn lưu", "", ENTERING, "Nhập thời hạn", reverse("office:periods"), _crumbs()
    )
    return ask_and_act(request, form, asking, act, field_of=PERIOD_FIELDS)


@POSTS
def confirm(request: HttpRequest, ref: str) -> HttpResponse:
    """Compare with the paper, then confirm."""
    actor = actor_of(request)
    seen = period_seen(actor, ref)
    form = SeenForm(request.POST or None, initial={"version": seen.version})

    def act() -> tuple[str, str]:
        confirm_period(ref, **form.cleaned_data, actor=actor, at=clock.now())
        return reverse("office:periods"), "Đã xác nhận thời hạn."

    said = f"{seen.matter.label}: {seen.length}, từ ngày {seen.since:%d/%m/%Y}, {seen.paper}"
    asking = Asking(
        "Xác nhận thời hạn lưu",
        said,
        CONFIRMING,
        "Xác nhận",
        reverse("office:periods"),
        _crumbs(),
        Link("Mở bản quét văn bản", reverse("office:period_scan", args=[ref])),
    )
    return ask_and_act(request, form, asking, act)


def reject(request: HttpRequest, ref: str) -> HttpResponse:
    """Say that the paper does not say so."""
    return _end(request, ref, "Không xác nhận thời hạn", reject_period)


def withdraw(request: HttpRequest, ref: str) -> HttpResponse:
    """Take a period back."""
    return _end(request, ref, "Rút thời hạn", withdraw_period)


@POSTS
def _end(request: HttpRequest, ref: str, title: str, end: Callable[..., None]) -> HttpResponse:
    actor = actor_of(request)
    seen = period_seen(actor, ref)
    form = EndForm(request.POST or None, initial={"version": seen.version})

    def act() -> tuple[str, str]:
        end(ref, **form.cleaned_data, actor=actor, at=clock.now())
        return reverse("office:periods"), "Đã ghi."

    said = f"{seen.matter.label}: {seen.length}, {seen.paper}"
    hints = ("Thời hạn này vẫn hiện trong danh sách, cùng lý do. Những gì đã xóa không trở lại.",)
    asking = Asking(title, said, hints, title, reverse("office:periods"), _crumbs())
    return ask_and_act(request, form, asking, act, field_of={"NO_REASON": "reason"})


@require_safe
def scan(request: HttpRequest, ref: str) -> HttpResponse:
    """Hand out the scan of the paper."""
    kept = period_seen(actor_of(request), ref).scan
    return download(read(kept.ref), name=kept.name, media_type=kept.kind.media_type)


def _crumbs() -> tuple[Link, ...]:
    return tuple(crumbs(Link(LIST, reverse("office:periods"))))
