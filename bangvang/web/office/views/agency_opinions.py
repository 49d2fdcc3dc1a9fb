"""What other agencies are asked: all questions, a new one, one with its answer."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from bangvang.appraisal.actions.ask_agencies import ask_agencies
from bangvang.appraisal.selectors.agency_links import LinkMade
from bangvang.appraisal.selectors.agency_opinions import (
    agencies_known,
    askable_in,
    request_page,
    requests_for,
    scan_of_reply,
)
from bangvang.appraisal.selectors.silence_rules import silence_rule_on, silence_said
from bangvang.foundation import clock
from bangvang.foundation.audit.selectors import entries_about
from bangvang.foundation.files.selectors import read
from bangvang.foundation.objection import Refused
from bangvang.nominations.selectors.batches import batch_page
from bangvang.web.components.pieces import Column, Link
from bangvang.web.door import actor_of
from bangvang.web.files import kept_card
from bangvang.web.histories import events_shown
from bangvang.web.nominations import award_called
from bangvang.web.office.agency_opinions_shown import (
    request_chip,
    request_deadline,
    request_facts,
    request_head,
    stance_chip,
)
from bangvang.web.office.forms.agency_opinions import AskForm
from bangvang.web.office.narrowing import ALL
from bangvang.web.respond import download, page

TITLE = "Ý kiến cơ quan liên quan"
COLUMNS = (
    Column("Cơ quan", "name"),
    Column("Trạng thái", "mid"),
    Column("Hạn trả lời"),
    Column("Dòng", is_number=True),
)
ROW_COLUMNS = (
    Column("Số", "index", is_number=True),
    Column("Cá nhân, tập thể", "name"),
    Column("Ý kiến"),
)
FIELD_OF = {
    "NO_ROWS": "rows",
    "TOO_MANY_ROWS": "rows",
    "NOT_TO_BE_ASKED": "rows",
    "NO_AGENCY": "agencies",
    "TOO_MANY_AGENCIES": "agencies",
    "AGENCY_TWICE": "agencies",
    "AGENCY_TOO_LONG": "agencies",
    "NO_ABOUT": "about",
    "DUE_BEFORE": "due_on",
    "ENDS_BEFORE_DUE": "expires_on",
    "DUE_TOO_FAR": "expires_on",
}


@require_safe
def requests(request: HttpRequest) -> HttpResponse:
    """Show every question, what is open first."""
    today = clock.today()
    found = requests_for(actor_of(request))
    context = {
        "rows": [(row, request_chip(row, today), request_deadline(row, today)) for row in found],
        "columns": COLUMNS,
    }
    return page(request, "office/agency_opinion/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, ref: str) -> HttpResponse:
    """Ask agencies about rows of a list; links and codes stand on this answer and nowhere else."""
    actor, today = actor_of(request), clock.today()
    batch, rows = batch_page(actor, ref).row, askable_in(actor, ref)
    is_all = request.GET.get("chon") == ALL
    form = AskForm(
        request.POST if request.method == "POST" else None,
        rows=[
            (row.ref, f"{row.name}: {award_called(row, today)}, {row.unit_name}") for row in rows
        ],
        initial={"rows": [row.ref for row in rows] if is_all else []},
    )
    back = reverse("office:batch", args=[ref])
    if request.method == "POST" and form.is_valid():
        try:
            links = ask_agencies(ref, form.question(), actor=actor, at=clock.now())
        except Refused as refusal:
            form.add_error(FIELD_OF.get(refusal.objection.code), refusal.objection.sentence)
        else:
            return links_page(request, links, Link(f"Danh sách {batch.reference}", back))
    context = {
        "form": form,
        "batch": batch,
        "all_query": "" if is_all or len(rows) < 2 else f"?chon={ALL}",
        "known": agencies_known(actor),
        "silence": silence_said(silence_rule_on(today)),
        "crumbs": [Link(f"Danh sách {batch.reference}", back), Link("Hỏi ý kiến")],
    }
    status = 422 if form.errors else 200
    return page(request, "office/agency_opinion/ask.html", context, status=status)


@require_safe
def show(request: HttpRequest, ref: str) -> HttpResponse:
    """Show one question: whom, about which rows, what was answered, who was reminded when."""
    actor, today = actor_of(request), clock.today()
    shown = request_page(actor, ref)
    scan = shown.reply.scan if shown.reply else None
    context = {
        "case": request_head(shown, actor, today),
        "shown": shown,
        "facts": request_facts(shown),
        "rows": [(row, stance_chip(row.stance)) for row in shown.rows],
        "columns": ROW_COLUMNS,
        "scan": kept_card(scan, reverse("office:agency_reply_scan", args=[ref]), "công văn trả lời")
        if scan
        else None,
        "events": events_shown(entries_about(("agency_request", ref))),
        "crumbs": request_crumbs(shown.row.agency),
    }
    return page(request, "office/agency_opinion/show.html", context)


@require_safe
def scan(request: HttpRequest, ref: str) -> HttpResponse:
    """Hand out the paper by which an agency answered."""
    kept = scan_of_reply(actor_of(request), ref)
    return download(read(kept.ref), name=kept.name, media_type=kept.kind.media_type)


def links_page(request: HttpRequest, links: Sequence[LinkMade], back: Link) -> HttpResponse:
    """Show links and codes once, apart from each other, since they go two ways."""
    shown = [
        (
            one,
            request.build_absolute_uri(reverse("gate:agency_link", args=[one.ref, one.secret])),
            f"{one.code[:4]} {one.code[4:]}",
        )
        for one in links
    ]
    context = {"links": shown, "back": back}
    return page(request, "office/agency_opinion/links.html", context)


def request_crumbs(agency: str, href: str = "") -> list[Link]:
    """Return the way to a question."""
    return [Link(TITLE, reverse("office:agency_requests")), Link(agency, href)]
