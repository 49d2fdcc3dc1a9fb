"""Decisions and submissions: what waits, proposing, one paper and its files."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bangvang.appraisal.permissions import objection_to_deciding_on
from bangvang.decisions.actions.propose import propose
from bangvang.decisions.selectors.decisions import decisions_for, refused_lines_for
from bangvang.decisions.selectors.lists import stopped_names
from bangvang.decisions.selectors.pages import DecisionPage, decision_page, file_of
from bangvang.decisions.selectors.proposals import proposal, results_to_decide
from bangvang.decisions.selectors.together import several_awards
from bangvang.decisions.states import KIND_NAMES, STATE_NAMES, State
from bangvang.foundation import clock
from bangvang.foundation.actor import Role
from bangvang.foundation.files.selectors import read
from bangvang.foundation.objection import Refused
from bangvang.web.components.pieces import Choice, Column, Filter, Tab
from bangvang.web.door import actor_of
from bangvang.web.histories import events_shown
from bangvang.web.office.decisions_shown import (
    answer_facts,
    decision_head,
    facts_of,
    file_shown,
    outcome_chip,
    person_href,
    signing_facts,
    state_chip,
)
from bangvang.web.office.forms.decisions import ProposeForm
from bangvang.web.office.prizes_shown import TOGETHER_COLUMNS, paid_chip
from bangvang.web.respond import done, download, page

RESULT_COLUMNS = (
    Column("Kết quả bỏ phiếu", "name"),
    Column("Ngày họp", "date"),
    Column("Người đủ tỷ lệ", is_number=True),
    Column("Việc tiếp theo"),
)
COLUMNS = (
    Column("Văn bản", "name"),
    Column("Số, ngày", "mid"),
    Column("Người", is_number=True),
    Column("Trạng thái"),
)
LINE_COLUMNS = (
    Column("TT", "index", is_number=True),
    Column("Họ và tên"),
    Column("Phiếu đồng ý", "num", is_number=True),
    Column("Kết quả"),
)
PROPOSED_COLUMNS = LINE_COLUMNS[:3]
REFUSED_COLUMNS = (
    Column("Họ và tên", "name"),
    Column("Đề nghị", "mid"),
    Column("Văn bản trả lời", "mid"),
    Column("Lý do"),
)


@require_http_methods(["GET"])
def decisions(request: HttpRequest) -> HttpResponse:
    """Show results that wait, and every paper; the filter stays in the address."""
    actor = actor_of(request)
    wanted = request.GET.get("trang-thai", "")
    states = [State(wanted)] if wanted in State.__members__ else []
    choices = (
        Choice("", "Mọi trạng thái"),
        *(Choice(state.value, name) for state, name in STATE_NAMES.items()),
    )
    context = {
        "results": results_to_decide(actor),
        "result_columns": RESULT_COLUMNS,
        "rows": [(row, state_chip(row)) for row in decisions_for(actor, states=states)],
        "columns": COLUMNS,
        "filters": [Filter("trang-thai", "Trạng thái", wanted, choices)],
        "is_filtered": bool(states),
        "may_propose": actor.has(Role.OFFICE_HEAD),
    }
    return page(request, "office/decisions/list.html", context)


@require_http_methods(["GET"])
def refused_lines(request: HttpRequest) -> HttpResponse:
    """Show whom higher authorities did not commend, and why."""
    context = {"lines": refused_lines_for(actor_of(request)), "columns": REFUSED_COLUMNS}
    return page(request, "office/decisions/refused.html", context)


@require_http_methods(["GET", "POST"])
def propose_decision(request: HttpRequest, ballot_ref: str) -> HttpResponse:
    """Show what a draft would be made of, and make it."""
    actor, now = actor_of(request), clock.now()
    form = ProposeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        confirmed = form.cleaned_data["authority_confirmed"]
        try:
            ref = propose(ballot_ref, authority_confirmed=confirmed, actor=actor, at=now)
        except Refused as refusal:
            form.add_error(None, refusal.objection.sentence)
        else:
            to = reverse("office:decision", args=[ref])
            return done(request, to=to, say="Đã lập dự thảo và in bản đầu tiên.")
    shown = proposal(actor, ballot_ref, on=now.date())
    context = {
        "proposal": shown,
        "kind_name": KIND_NAMES[shown.kind],
        "columns": PROPOSED_COLUMNS,
        "form": form,
    }
    status = 422 if form.errors else 200
    return page(request, "office/decisions/propose.html", context, status=status)


@require_http_methods(["GET"])
def decision(request: HttpRequest, ref: str) -> HttpResponse:
    """Show one paper: what it stands on and its lines."""
    actor, today = actor_of(request), clock.today()
    shown = decision_page(actor, ref)
    several = several_awards(actor, ref, on=shown.row.signed_on or today)
    context = _case(shown, "lines") | {
        "facts": facts_of(shown, today=today),
        "together": [
            (one.name, prize, paid_chip(prize)) for one in several for prize in one.prizes
        ],
        "together_columns": TOGETHER_COLUMNS,
        "stopped": _stopped(shown, on=today),
        "signing": signing_facts(shown),
        "answer": answer_facts(shown),
        "columns": LINE_COLUMNS,
        "lines": [(line, outcome_chip(line), person_href(line)) for line in shown.lines],
    }
    return page(request, "office/decisions/show.html", context)


@require_http_methods(["GET"])
def decision_papers(request: HttpRequest, ref: str) -> HttpResponse:
    """Show every print of one paper, newest first."""
    shown = decision_page(actor_of(request), ref)
    papers = [
        (
            paper,
            paper.ref == shown.current_paper,
            [file_shown(ref, file, "") for file in (paper.docx, paper.pdf) if file is not None],
        )
        for paper in shown.papers
    ]
    return page(
        request, "office/decisions/papers.html", _case(shown, "papers") | {"papers": papers}
    )


@require_http_methods(["GET"])
def decision_file(request: HttpRequest, ref: str, file_ref: str) -> HttpResponse:
    """Hand out a print or a scan of one paper."""
    file = file_of(actor_of(request), ref, file_ref)
    return download(read(file.ref), name=file.name, media_type=file.kind.media_type)


def _stopped(shown: DecisionPage, *, on: date) -> str:
    """Say whom an open bar stops, while the paper has not taken effect."""
    if State(shown.row.state) not in (State.DRAFT, State.SIGNED_RECORDED, State.SENT_RECORDED):
        return ""
    named = ((line.nomination_ref, line.name) for line in shown.lines)
    objection = objection_to_deciding_on(stopped_names(named, on=on))
    return objection.sentence if objection else ""


def _case(shown: DecisionPage, tab: str) -> dict[str, object]:
    ref = shown.row.ref
    lines_href = reverse("office:decision", args=[ref])
    papers_href = reverse("office:decision_papers", args=[ref])
    return {
        "decision": shown,
        "case": decision_head(shown),
        "tabs": (
            Tab(f"Danh sách ({len(shown.lines)})", lines_href, tab == "lines"),
            Tab(f"Văn bản đã in ({len(shown.papers)})", papers_href, tab == "papers"),
        ),
        "events": events_shown(shown.history),
        "crumbs": [{"label": "Quyết định, tờ trình", "href": reverse("office:decisions")}],
    }
