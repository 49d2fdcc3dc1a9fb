"""The pass marks of the council on a day, and the resolutions that set some of them."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bangvang.council.actions.enter_resolution import enter_resolution
from bangvang.council.actions.withdraw_resolution import withdraw_resolution
from bangvang.council.selectors.councils import councils_for
from bangvang.council.selectors.marks import AwardMark, MarksPage, marks_page
from bangvang.council.selectors.resolutions import ResolutionRow, ResolutionState
from bangvang.foundation import clock
from bangvang.foundation.actor import Role
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.vietnamese import say_date
from bangvang.web.asked_day import asked_day
from bangvang.web.chamber.forms.resolutions import ResolutionForm
from bangvang.web.chamber.forms.sessions import ReasonForm
from bangvang.web.chamber.shown import file_card
from bangvang.web.components.pieces import Answer, Column, FileCard, Filter, Kind, Link
from bangvang.web.door import actor_of
from bangvang.web.respond import done, page

COLUMNS = (
    Column("Danh hiệu, hình thức", "name"),
    Column("Số đồng ý phải đạt", "mid"),
    Column("Theo"),
)
STATES = {
    ResolutionState.TO_COME: Kind.PERSON,
    ResolutionState.IN_FORCE: Kind.MET,
    ResolutionState.ENDED: Kind.NOTE,
    ResolutionState.WITHDRAWN: Kind.NOT_MET,
}
SOURCES = {"LAW": Kind.MET, "REGULATION": Kind.NOTE, "RESOLUTION": Kind.JUDGE}


@require_http_methods(["GET"])
def marks(request: HttpRequest) -> HttpResponse:
    """Show every award with its mark on a day (`ngay`), those without one, and the resolutions."""
    on, unreadable = asked_day(request, today=clock.today())
    shown = _marks(request, on)
    context = {
        "shown": shown,
        "unreadable": unreadable,
        "columns": COLUMNS,
        "found": [(award, _source(award)) for award in shown.found],
        "resolutions": [
            (row, Answer(STATES[row.state], row.state.capitalize()), _card(row))
            for row in shown.resolutions
        ],
        "filters": (Filter("ngay", "Vào ngày", on.isoformat(), is_day=True),),
        "may_enter": actor_of(request).has(Role.SECRETARY),
    }
    return page(request, "chamber/council/marks.html", context)


@require_http_methods(["GET", "POST"])
def enter(request: HttpRequest) -> HttpResponse:
    """Write down a resolution of the council with its signed scan."""
    shown = _marks(request, clock.today())
    wanted = request.GET.get("hinh-thuc", "")
    form = ResolutionForm(
        request.POST or None, request.FILES or None, initial={"award_code": wanted}
    ).with_awards([(award.award_code, award.award_name) for award in shown.awards])
    if request.method == "POST" and form.is_valid():
        try:
            enter_resolution(
                shown.council_ref, form.entered, actor=actor_of(request), at=clock.now()
            )
        except Refused as refusal:
            form.add_error(None, refusal.objection.sentence)
        else:
            said = f"Đã ghi tỷ lệ theo văn bản số {form.cleaned_data['number']}."
            return done(request, to=reverse("council:marks"), say=said)
    context = {
        "form": form,
        "regulation": shown.regulation,
        "crumbs": _crumbs(Link("Ghi nghị quyết")),
    }
    status = 422 if form.errors else 200
    return page(request, "chamber/council/resolution.html", context, status=status)


@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, ref: str) -> HttpResponse:
    """Ask why, then take back a resolution that was entered by mistake."""
    found = [row for row in _marks(request, clock.today()).resolutions if row.ref == ref]
    if not found or found[0].withdrawn_at is not None:
        raise Unseen
    row = found[0]
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        try:
            withdraw_resolution(ref, reason=reason, actor=actor_of(request), at=clock.now())
        except Refused as refusal:
            form.add_error(None, refusal.objection.sentence)
        else:
            said = f"Đã rút {row.title} đã ghi nhầm."
            return done(request, to=reverse("council:marks"), say=said)
    context = {
        "form": form,
        "title": "Rút nghị quyết đã ghi nhầm",
        "lede": f"{row.title} ngày {say_date(row.issued_on)}: {row.award_name}, {row.share.text} "
        f"tổng số thành viên, áp dụng từ ngày {say_date(row.since)}. Bản ghi và bản quét được giữ "
        "lại cùng lý do.",
        "act": "Rút bản ghi này",
        "cancel_href": reverse("council:marks"),
        "crumbs": _crumbs(Link("Rút nghị quyết")),
    }
    return page(request, "chamber/reason.html", context, status=422 if form.errors else 200)


def _marks(request: HttpRequest, on: date) -> MarksPage:
    actor = actor_of(request)
    councils = councils_for(actor)
    if not councils:
        raise Unseen
    return marks_page(actor, councils[0].ref, on=on)


def _source(award: AwardMark) -> Answer:
    assert award.mark is not None  # noqa: S101  only awards with a mark are shown so
    name = award.mark.source_name
    return Answer(SOURCES[award.mark.source.value], name[:1].upper() + name[1:])


def _card(row: ResolutionRow) -> FileCard:
    return file_card(row.scan, reverse("council:file", args=[row.scan.ref]))


def _crumbs(here: Link) -> list[Link]:
    return [Link("Tỷ lệ phiếu phải đạt", reverse("council:marks")), here]
