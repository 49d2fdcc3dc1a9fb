"""What lower units sent up: their lists, taking rows into an own list, taking them out again."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from bangvang.foundation import clock
from bangvang.foundation.audit.selectors import entries_about
from bangvang.foundation.objection import Refused, Unseen
from bangvang.nominations.actions.gather_rows import gather_rows
from bangvang.nominations.actions.split_off import split_off
from bangvang.nominations.selectors.batches import BatchPage, batch_page, lower_batches_for
from bangvang.nominations.selectors.nominations import nominations_for
from bangvang.nominations.states import BatchState, State
from bangvang.web.components.pieces import Column
from bangvang.web.deadlines import deadline_shown
from bangvang.web.door import actor_of
from bangvang.web.files import paper_card
from bangvang.web.histories import events_shown
from bangvang.web.respond import done, page
from bangvang.web.units.forms.lower import ChosenForm, GatherForm
from bangvang.web.units.lower_shown import drafts_of, lower_rows

LIST_COLUMNS = (
    Column("Đơn vị gửi", "name"),
    Column("Chờ tổng hợp", is_number=True),
    Column("Đã tổng hợp", is_number=True),
    Column("Hạn của đợt"),
)
ROW_COLUMNS = (
    Column("Chọn", "index", is_number=True),
    Column("Cá nhân, tập thể"),
    Column("Đề nghị"),
    Column("Kết quả và lý do chính"),
    Column("Việc", "act", is_unseen=True),
)


@require_http_methods(["GET"])
def lists(request: HttpRequest) -> HttpResponse:
    """Show the lists that wait here, the one that came first first."""
    today = clock.today()
    found = [
        (row, row.rows - row.gathered_rows, deadline_shown(row.submit_by, today=today))
        for row in lower_batches_for(actor_of(request))
    ]
    return page(request, "units/lower/list.html", {"lists": found, "columns": LIST_COLUMNS})


@require_http_methods(["GET"])
def show(request: HttpRequest, ref: str) -> HttpResponse:
    """Show one list with its papers and every row with its answer."""
    return _show(request, ref, None)


@require_POST
def gather(request: HttpRequest, ref: str) -> HttpResponse:
    """Take the ticked rows into a list of the own unit."""
    actor = actor_of(request)
    shown = _lower(request, ref)
    form = GatherForm(request.POST, drafts=_drafts(request, shown))
    if form.is_valid():
        into, version = form.target()
        try:
            made = gather_rows(
                form.chosen(), into=into, version=version, actor=actor, at=clock.now()
            )
        except Refused as refusal:
            form.add_error(None, refusal.objection.sentence)
        else:
            count = len(form.chosen())
            return done(
                request,
                to=reverse("units:batch", args=[made]),
                say=f"Đã đưa {count} dòng vào danh sách tổng hợp.",
            )
    return _show(request, ref, form, status=422)


@require_http_methods(["GET", "POST"])
def split(request: HttpRequest, ref: str) -> HttpResponse:
    """Take gathered rows out of a draft again, some or all of a lower list."""
    actor = actor_of(request)
    shown = batch_page(actor, ref)
    form = ChosenForm(request.POST or None, initial={"version": shown.version})
    if request.method == "POST" and form.is_valid():
        version = form.cleaned_data["version"]
        try:
            count = split_off(ref, form.chosen(), version=version, actor=actor, at=clock.now())
        except Refused as refusal:
            form.add_error(None, refusal.objection.sentence)
        else:
            say = f"Đã tách {count} dòng; các dòng chờ ở Danh sách cấp dưới gửi lên."
            return done(request, to=reverse("units:batch", args=[ref]), say=say)
    rows = nominations_for(actor, batch_ref=ref, states=(State.GATHERED,))
    groups: dict[str, list[object]] = {}
    whole = request.GET.get("tu", "")
    here = [row for row in rows if row.batch_ref == ref]
    for row in lower_rows(actor, here, today=clock.today()):
        groups.setdefault(row.row.origin_unit, []).append((row, row.row.origin_ref == whole))
    context = {"batch": shown, "form": form, "groups": groups.items(), "columns": ROW_COLUMNS[:4]}
    return page(request, "units/lower/split.html", context, status=422 if form.errors else 200)


def _show(
    request: HttpRequest, ref: str, form: GatherForm | None, *, status: int = 200
) -> HttpResponse:
    actor, today = actor_of(request), clock.today()
    shown = _lower(request, ref)
    rows = lower_rows(actor, nominations_for(actor, batch_ref=ref), today=today)
    papers = [paper for asked in shown.asked for paper in asked.papers]
    context = {
        "batch": shown,
        "deadline": deadline_shown(shown.row.submit_by, today=today, note="hạn nộp"),
        "rows": rows,
        "columns": ROW_COLUMNS,
        "form": form or GatherForm(drafts=_drafts(request, shown)),
        "waiting": sum(row.waits for row in rows),
        "ticked": set(form.chosen()) if form else {row.row.ref for row in rows if row.waits},
        "may_return_whole": not shown.row.gathered_rows,
        "papers": [
            paper_card(p, reverse("units:paper", args=[p.ref]))
            for p in (*papers, *shown.other_papers)
        ],
        "missing": [one for one in shown.asked if one.reason and not one.papers],
        "events": events_shown(entries_about(("batch", ref))),
    }
    return page(request, "units/lower/show.html", context, status=status)


def _lower(request: HttpRequest, ref: str) -> BatchPage:
    """Return a list that waits at the reader's unit.

    Raises:
        Unseen: there is none.
    """
    actor = actor_of(request)
    shown = batch_page(actor, ref)
    is_own = shown.row.unit_ref == actor.organisation_ref
    if is_own or shown.row.state != BatchState.AT_SUPERIOR:
        raise Unseen
    return shown


def _drafts(request: HttpRequest, shown: BatchPage) -> dict[str, str]:
    found = drafts_of(actor_of(request), shown.row.round_title)
    return {f"{ref}:{version}": said for ref, (said, version) in found.items()}
