"""Starting from an earlier list: choose it, see who is still here, take over whom one wants."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bangvang.foundation import clock
from bangvang.foundation.objection import Refused
from bangvang.nominations.actions.start_from_earlier import start_from_earlier
from bangvang.nominations.selectors.batches import batch_page, batches_for
from bangvang.nominations.selectors.earlier import earlier_rows
from bangvang.nominations.selectors.rounds import RoundRow, rounds_for_unit
from bangvang.web.components.pieces import Column, Link
from bangvang.web.door import actor_of
from bangvang.web.respond import page
from bangvang.web.units.earlier_shown import earlier_shown
from bangvang.web.units.needed_shown import awards_received

LIST_COLUMNS = (Column("Danh sách", "name"), Column("Số tiếp nhận", "mid"), Column("Ngày", "date"))
COLUMNS = (
    Column("Lấy", "index"),
    Column("Cá nhân, tập thể", "name"),
    Column("Lần trước"),
    Column("Đề nghị lần này"),
)


@require_http_methods(["GET"])
def lists(request: HttpRequest) -> HttpResponse:
    """Show the lists from which a new one may start."""
    actor = actor_of(request)
    context = {
        "batches": [row for row in batches_for(actor) if row.rows],
        "columns": LIST_COLUMNS,
    }
    return page(request, "units/earlier/list.html", context)


@require_http_methods(["GET", "POST"])
def start(request: HttpRequest, ref: str) -> HttpResponse:
    """Show who may be taken over; begin the new list with who was ticked."""
    if request.method == "GET":
        return _start_page(request, ref)
    ticked = request.POST.getlist("chon")
    awards = {one: request.POST.get(f"hinh-thuc-{one}", "") for one in ticked}
    round_ = _round(request)
    if round_ is None:
        return _start_page(request, ref, awards, "Chưa có đợt nào đang nhận danh sách.")
    known = {code for code, _ in awards_received(round_, clock.today())}
    if unknown := [one for one, code in awards.items() if code not in known]:
        said = f"{len(unknown)} dòng được chọn chưa có hình thức mà đợt này nhận; hãy chọn lại."
        return _start_page(request, ref, awards, said)
    try:
        upload = start_from_earlier(
            ref, round_.ref, awards, actor=actor_of(request), at=clock.now()
        )
    except Refused as refusal:
        return _start_page(request, ref, awards, refusal.objection.sentence)
    return redirect("units:preview", upload)


def _round(request: HttpRequest) -> RoundRow | None:
    rounds = rounds_for_unit(actor_of(request), on=clock.today())
    asked = request.POST.get("dot") or request.GET.get("dot")
    return next((row for row in rounds if row.ref == asked), rounds[0] if rounds else None)


def _start_page(
    request: HttpRequest, ref: str, answered: dict[str, str] | None = None, trouble: str = ""
) -> HttpResponse:
    actor, today = actor_of(request), clock.today()
    batch, round_ = batch_page(actor, ref), _round(request)
    awards = awards_received(round_, today) if round_ else []
    context = {
        "crumbs": [Link("Danh sách trước", reverse("units:earlier")), Link(batch.row.counted)],
        "batch": batch,
        "round": round_,
        "rounds": rounds_for_unit(actor, on=today),
        "rows": earlier_shown(
            actor,
            earlier_rows(actor, ref, on=today),
            received={code for code, _ in awards},
            year=round_.achievement_year if round_ else batch.achievement_year,
            on=today,
            answered=answered,
        ),
        "awards": awards,
        "columns": COLUMNS,
        "trouble": trouble,
    }
    return page(request, "units/earlier/start.html", context, status=422 if trouble else 200)
