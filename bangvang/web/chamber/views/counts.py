"""Counting, blind; and the two counts side by side."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from bangvang.council.actions.close_count import close_count
from bangvang.council.actions.discard_count import discard_count
from bangvang.council.actions.save_count import save_count
from bangvang.council.selectors.ballots import ballot_page
from bangvang.council.selectors.counts import CountSheetPage, SheetLine, compared, count_sheet
from bangvang.foundation import clock
from bangvang.foundation.objection import Refused
from bangvang.web.chamber.forms.ballots import CountForm
from bangvang.web.chamber.shown import ballot_crumbs, ballot_figures, ballot_tabs
from bangvang.web.components.pieces import Column, Link
from bangvang.web.door import actor_of
from bangvang.web.respond import done, page

COLUMNS = (
    Column("TT", "index", is_number=True),
    Column("Người được bầu"),
    Column("Không đồng ý", "num", is_number=True),
    Column("Để trống", "num", is_number=True),
    Column("Đồng ý (tự tính)", "num", is_number=True),
    Column("Tình trạng", "mid"),
)
COMPARED = (
    Column("TT", "index", is_number=True),
    Column("Người được bầu", "name"),
    Column("Lần 1: không đồng ý / để trống", "mid", is_number=True),
    Column("Lần 2: không đồng ý / để trống", "mid", is_number=True),
    Column("So sánh", "mid"),
)
CLOSE = "close"
FILL = "fill"


@require_http_methods(["GET", "POST"])
def count(request: HttpRequest, ref: str) -> HttpResponse:
    """Show the teller's own sheet; keep or close what was typed."""
    actor = actor_of(request)
    sheet = count_sheet(actor, ref)
    form = CountForm(request.POST or None).with_sheet(sheet)
    if request.method == "POST" and form.is_valid():
        try:
            return _kept(request, ref, sheet, form)
        except Refused as refusal:
            form.add_error(None, refusal.objection.sentence)
    shown = ballot_page(actor, ref)
    context = {
        "shown": shown,
        "sheet": sheet,
        "form": form,
        "columns": COLUMNS,
        "tabs": ballot_tabs(shown, "count"),
        "figures": ballot_figures(shown),
        "rows": [_row(line, sheet, form) for line in sheet.lines],
        "done": sum(_agreeing(line, sheet) is not None for line in sheet.lines),
        "crumbs": ballot_crumbs(shown, Link("Kiểm phiếu")),
    }
    return page(request, "chamber/ballot/count.html", context, status=422 if form.errors else 200)


@require_POST
def start_again(request: HttpRequest, ref: str) -> HttpResponse:
    """Throw the teller's own draft away."""
    actor = actor_of(request)
    version = count_sheet(actor, ref).version
    discard_count(ref, version=version, actor=actor, at=clock.now())
    return done(request, to=reverse("council:count", args=[ref]), say="Đã bỏ bản nháp số đếm.")


@require_http_methods(["GET"])
def compare(request: HttpRequest, ref: str) -> HttpResponse:
    """Show both counts of every attempt in which both are closed."""
    actor = actor_of(request)
    shown = ballot_page(actor, ref)
    context = {
        "shown": shown,
        "tabs": ballot_tabs(shown, "compare"),
        "columns": COMPARED,
        "attempts": list(reversed(compared(actor, ref))),
        "crumbs": ballot_crumbs(shown, Link("So hai lần đếm")),
    }
    return page(request, "chamber/ballot/compare.html", context)


def _kept(request: HttpRequest, ref: str, sheet: CountSheetPage, form: CountForm) -> HttpResponse:
    actor = actor_of(request)
    what = request.POST.get("do", "")
    typed = form.sheet([line.order for line in sheet.lines], fill=what == FILL)
    version = form.cleaned_data["version"]
    if what == CLOSE:
        close_count(ref, typed, version=version, actor=actor, at=clock.now())
        to = reverse("council:ballot", args=[ref])
        return done(request, to=to, say="Đã chốt số đếm của bạn.")
    save_count(ref, typed, version=version, actor=actor, at=clock.now())
    return done(request, to=reverse("council:count", args=[ref]), say="Đã lưu nháp số đếm.")


def _row(line: SheetLine, sheet: CountSheetPage, form: CountForm) -> dict[str, object]:
    return {
        "line": line,
        "no": form[f"no_{line.order}"],
        "blank": form[f"blank_{line.order}"],
        "agreeing": _agreeing(line, sheet),
        "all_agree": line.no == 0 and line.blank == 0,
    }


def _agreeing(line: SheetLine, sheet: CountSheetPage) -> int | None:
    if line.no is None or line.blank is None or sheet.valid_papers is None:
        return None
    return sheet.valid_papers - line.no - line.blank
