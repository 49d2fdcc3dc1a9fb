"""Background jobs for the administrator: the list, one job, running again, discarding."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from bangvang.foundation import clock
from bangvang.foundation.audit.selectors import entries_about
from bangvang.foundation.jobs.actions.discard_job import discard_job
from bangvang.foundation.jobs.actions.retry_job import retry_job
from bangvang.foundation.jobs.selectors import counts_for, job_page, jobs_for
from bangvang.foundation.objection import refuse_if
from bangvang.web.components.pieces import Link
from bangvang.web.door import actor_of
from bangvang.web.histories import events_shown
from bangvang.web.lists import page_number, pager_of
from bangvang.web.office.jobs_shown import (
    COLUMNS,
    GROUPS,
    clock_said,
    facts_of,
    head_of,
    progress_said,
    tabs_of,
    when_said,
)
from bangvang.web.progress import job_chip
from bangvang.web.respond import done, page

A_PAGE = 30
CONSEQUENCES = (
    "Việc này không chạy nữa; dữ liệu đã có không thay đổi.",
    "Dòng của việc vẫn còn trong danh sách, ở nhóm Đã bỏ.",
)
UNDO = "Bỏ rồi không cho chạy lại được; người cần kết quả có thể yêu cầu lại từ đầu."


@require_http_methods(["GET"])
def jobs(request: HttpRequest) -> HttpResponse:
    """Show what failed, runs and waits, then what ended, a page at a time."""
    actor = actor_of(request)
    group = request.GET.get("nhom", "")
    group = group if group in GROUPS else ""
    counts = counts_for(actor)
    states = GROUPS[group][1]
    total = sum(count for state, count in counts.items() if not states or state in states)
    current = min(page_number(request), max(1, -(-total // A_PAGE)))
    rows = jobs_for(actor, states=states, first=(current - 1) * A_PAGE, count=A_PAGE)
    query = {"nhom": group} if group else {}
    context = {
        "crumbs": [Link("Việc chạy nền")],
        "tabs": tabs_of(counts, group),
        "rows": [(job, job_chip(job), progress_said(job), when_said(job)) for job in rows],
        "columns": COLUMNS,
        "is_any": bool(counts),
        "pager": pager_of(current, total, A_PAGE, query=query, what="Việc"),
        "clock": clock_said(),
    }
    return page(request, "office/jobs/list.html", context)


@require_http_methods(["GET"])
def job(request: HttpRequest, ref: str) -> HttpResponse:
    """Show one job with its last error and what can be done."""
    shown = job_page(actor_of(request), ref)
    context = {
        "crumbs": [Link("Việc chạy nền", reverse("office:jobs")), Link(shown.job.says)],
        "job": shown.job,
        "case": head_of(
            shown,
            retry_href=reverse("office:retry_job", args=[ref]),
            discard_href=reverse("office:discard_job", args=[ref]),
        ),
        "facts": facts_of(shown.job),
        "events": events_shown(entries_about(("job", ref))),
        "clock": clock_said(),
    }
    return page(request, "office/jobs/show.html", context)


@require_POST
def retry(request: HttpRequest, ref: str) -> HttpResponse:
    """Let a failed job run again."""
    retry_job(ref, actor=actor_of(request), at=clock.now())
    say = "Việc đã vào hàng chờ, chạy trong vài giây."
    return done(request, to=reverse("office:job", args=[ref]), say=say)


@require_http_methods(["GET", "POST"])
def discard(request: HttpRequest, ref: str) -> HttpResponse:
    """Ask, then discard a job."""
    actor, back = actor_of(request), reverse("office:job", args=[ref])
    if request.method == "POST":
        discard_job(ref, actor=actor, at=clock.now())
        return done(request, to=back, say="Đã bỏ việc này.")
    shown = job_page(actor, ref)
    refuse_if(shown.discarding)
    context = {
        "crumbs": [
            Link("Việc chạy nền", reverse("office:jobs")),
            Link(shown.job.says, back),
            Link("Bỏ việc này"),
        ],
        "job": shown.job,
        "consequences": CONSEQUENCES,
        "undo": UNDO,
        "back_href": back,
    }
    return page(request, "office/jobs/discard.html", context)
