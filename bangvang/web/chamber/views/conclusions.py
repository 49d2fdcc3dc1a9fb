"""The chair's conclusions, and what came of them."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bangvang.council.actions.add_conclusion import add_conclusion
from bangvang.council.selectors.possible import session_now
from bangvang.council.selectors.sessions import session_page
from bangvang.foundation import clock
from bangvang.foundation.actor import Role
from bangvang.foundation.objection import Refused, Unseen
from bangvang.web.chamber.forms.sessions import ConclusionForm, ResultForm
from bangvang.web.chamber.shown import session_crumbs, session_head, session_tabs
from bangvang.web.components.pieces import Column, Link
from bangvang.web.deadlines import deadline_shown
from bangvang.web.door import actor_of
from bangvang.web.respond import done, page
from bangvang.workplan.actions.assign_task import TaskToDo
from bangvang.workplan.actions.close_task import close_task

COLUMNS = (
    Column("TT", "index", is_number=True),
    Column("Nội dung", "name"),
    Column("Giao cho", "mid"),
    Column("Hạn", "mid"),
    Column("Kết quả"),
)


@require_http_methods(["GET", "POST"])
def conclusions(request: HttpRequest, ref: str) -> HttpResponse:
    """Show the conclusions with their state; the secretary adds one here."""
    actor = actor_of(request)
    form = ConclusionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            add_conclusion(ref, TaskToDo(**form.cleaned_data), actor=actor, at=clock.now())
        except Refused as refusal:
            form.add_error(None, refusal.objection.sentence)
        else:
            to = reverse("council:conclusions", args=[ref])
            return done(request, to=to, say="Đã ghi kết luận thành nhiệm vụ.")
    shown = session_page(actor, ref)
    now = session_now(actor, ref, on=clock.today())
    context = {
        "shown": shown,
        "case": session_head(shown, now, actor),
        "tabs": session_tabs(shown, "conclusions"),
        "form": form,
        "may_add": now.conclusions is None,
        "may_close": actor.has(Role.SECRETARY),
        "columns": COLUMNS,
        "tasks": [
            (task, deadline_shown(task.due_on, today=clock.today()) if task.is_open else None)
            for task in shown.conclusions
        ],
        "crumbs": session_crumbs(shown.row.title, ref, Link("Kết luận")),
    }
    return page(
        request, "chamber/session/conclusions.html", context, status=422 if form.errors else 200
    )


@require_http_methods(["GET", "POST"])
def close(request: HttpRequest, ref: str, task: str) -> HttpResponse:
    """Ask what came of a task, then close it."""
    actor = actor_of(request)
    shown = session_page(actor, ref)
    found = [row for row in shown.conclusions if row.ref == task]
    if not found:
        raise Unseen
    form = ResultForm(request.POST or None)
    to = reverse("council:conclusions", args=[ref])
    if request.method == "POST" and form.is_valid():
        close_task(task, form.cleaned_data["result"], actor=actor, at=clock.now())
        return done(request, to=to, say="Đã ghi kết quả nhiệm vụ.")
    context = {
        "form": form,
        "title": "Ghi kết quả thực hiện",
        "lede": found[0].title,
        "act": "Ghi hoàn thành",
        "cancel_href": to,
        "crumbs": session_crumbs(shown.row.title, ref, Link("Kết luận", to)),
    }
    return page(request, "chamber/reason.html", context, status=422 if form.errors else 200)
