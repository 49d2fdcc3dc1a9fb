"""Acting on the rows of a list that were ticked: what would happen, doing it, undoing it."""

from collections.abc import Mapping
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from bangvang.appraisal.actions.act_in_bulk import act_in_bulk
from bangvang.appraisal.actions.undo_bulk import undo_bulk
from bangvang.appraisal.permissions.bulk import objection_to_bulk
from bangvang.appraisal.permissions.charges import Officer
from bangvang.appraisal.selectors.bulk import bulk_page, even_split_of, plan_of
from bangvang.appraisal.states import BulkWork
from bangvang.foundation import clock
from bangvang.foundation.objection import Refused, Unseen, refuse_if
from bangvang.nominations.selectors.batches import batch_page
from bangvang.web.components.pieces import Column, Link
from bangvang.web.door import actor_of
from bangvang.web.office.forms.bulk import (
    COMPARE,
    EVENLY,
    BulkForm,
    officers_in,
    ticked_in,
    work_in,
)
from bangvang.web.office.officers import officers_on
from bangvang.web.respond import done, page

FIELD_OF = {"NO_OFFICER": "officer", "NO_REASON": "reason"}
PLAN_COLUMNS = (Column("Dòng", "index", is_number=True), Column("Ai", "name"), Column("Sẽ ra sao"))
DONE_COLUMNS = (Column("Dòng", "index", is_number=True), Column("Ai", "name"), Column("Kết quả"))


@require_POST
def choose(request: HttpRequest, ref: str) -> HttpResponse:
    """Show what would happen to the rows that were ticked, or hold them side by side."""
    if request.POST.get("viec") == COMPARE:
        chosen = [("chon", row) for row in ticked_in(request.POST)]
        return redirect(f"{reverse('office:compare')}?{urlencode(chosen)}")
    work = _work(request)
    is_again = "officer" in request.POST
    return _plan(request, ref, work, _form(work, request if is_again else None))


@require_POST
def do(request: HttpRequest, ref: str) -> HttpResponse:
    """Do it, and show what became of every row."""
    work = _work(request)
    form = _form(work, request)
    if not form.is_valid():
        return _plan(request, ref, work, form, status=422)
    chosen = ticked_in(request.POST)
    try:
        made = act_in_bulk(
            ref,
            work,
            chosen,
            form.cleaned_data["reason"],
            to=_officers(request, ref, form, chosen),
            actor=actor_of(request),
            at=clock.now(),
        )
    except Refused as refusal:
        field = FIELD_OF.get(refusal.objection.code)
        form.add_error(field if field in form.fields else None, refusal.objection.sentence)
        return _plan(request, ref, work, form, status=422)
    to = reverse("office:bulk_act", args=[made])
    return done(request, to=to, say=f"Đã làm xong: {work.label.lower()}.")


@require_http_methods(["GET"])
def act(request: HttpRequest, ref: str) -> HttpResponse:
    """Show what was done, row by row, and whether it can be undone."""
    shown = bulk_page(actor_of(request), ref)
    done_rows = [line for line in shown.lines if not line.why_left]
    context = {
        "act": shown,
        "done": len(done_rows),
        "left": len(shown.lines) - len(done_rows),
        "can_go_back": sum(not line.is_undone and not line.why_kept for line in done_rows),
        "columns": DONE_COLUMNS,
        "crumbs": _crumbs(shown.batch_reference, shown.batch_ref, f"{shown.work_name} hàng loạt"),
    }
    return page(request, "office/bulk/show.html", context)


@require_POST
def undo(request: HttpRequest, ref: str) -> HttpResponse:
    """Put back the rows that nobody touched since."""
    count = undo_bulk(ref, actor=actor_of(request), at=clock.now())
    to = reverse("office:bulk_act", args=[ref])
    return done(request, to=to, say=f"Đã rút lại {count} dòng.")


def _plan(
    request: HttpRequest, ref: str, work: BulkWork, form: BulkForm, *, status: int = 200
) -> HttpResponse:
    actor, today = actor_of(request), clock.today()
    shown = batch_page(actor, ref)
    chosen = ticked_in(request.POST)
    officers = officers_on(today)
    anybody = dict.fromkeys(chosen, officers[0]) if officers else {}
    refuse_if(objection_to_bulk(actor, work, chosen, reason="…", to=anybody))
    to = _officers(request, ref, form, chosen)
    rows = plan_of(actor, ref, work, chosen, to=to, on=today)
    ready = [row for row in rows if not row.why_left]
    context = {
        "batch": shown,
        "work": work,
        "form": form,
        "rows": [(row, to[row.ref].ref if row.ref in to else "") for row in rows],
        "is_shared_out": "officer" in form.fields and form["officer"].value() == EVENLY,
        "officers": [(one.ref, one.actor.name) for one in officers],
        "ready": len(ready),
        "needs_judgement": sum(row.needs_judgement for row in rows),
        "columns": PLAN_COLUMNS,
        "crumbs": _crumbs(shown.row.reference, ref, f"{work.label} hàng loạt"),
    }
    return page(request, "office/bulk/plan.html", context, status=status)


def _officers(
    request: HttpRequest, ref: str, form: BulkForm, chosen: Mapping[str, int]
) -> dict[str, Officer]:
    """Return who gets which row: as chosen at the rows, evenly, or all the one officer."""
    if "officer" not in form.fields:
        return {}
    officers = {one.ref: one for one in officers_on(clock.today())}
    named = form["officer"].value() or ""
    if named in officers:
        return dict.fromkeys(chosen, officers[named])
    if named != EVENLY:
        return {}
    split = even_split_of(actor_of(request), ref, chosen, list(officers.values()))
    said = officers_in(request.POST, chosen)
    return split | {row: officers[one] for row, one in said.items() if one in officers}


def _work(request: HttpRequest) -> BulkWork:
    work = work_in(request.POST.dict())
    if work is None:
        raise Unseen
    return work


def _form(work: BulkWork, request: HttpRequest | None = None) -> BulkForm:
    officers = [(one.ref, one.actor.name) for one in officers_on(clock.today())]
    return BulkForm(request.POST if request else None, work=work, officers=officers)


def _crumbs(reference: str, batch_ref: str, here: str) -> list[Link]:
    return [
        Link("Danh sách tiếp nhận", reverse("office:batches")),
        Link(reference, reverse("office:batch", args=[batch_ref])),
        Link(here),
    ]
