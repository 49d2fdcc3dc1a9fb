"""Public lists at the office: all of them, a new one, one with its opinions, its publication."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from bangvang.appraisal.actions.prepare_consultation import least_days, prepare_consultation
from bangvang.appraisal.selectors.consultations import (
    consultation_page,
    consultations_for,
    file_of,
)
from bangvang.appraisal.selectors.consulted import Choosable, choosable_in
from bangvang.appraisal.selectors.opinions import opinions_of
from bangvang.appraisal.states import ConsultationState
from bangvang.foundation import clock
from bangvang.foundation.audit.selectors import entries_about
from bangvang.foundation.files.selectors import read
from bangvang.foundation.objection import Refused, Unseen
from bangvang.law import award_name
from bangvang.nominations.selectors.rounds import round_seen, rounds
from bangvang.web.components.pieces import Column, Link
from bangvang.web.door import actor_of
from bangvang.web.files import kept_card
from bangvang.web.histories import events_shown
from bangvang.web.navigation import OFFICE
from bangvang.web.office.consultations_shown import (
    chip_of,
    deadline_of,
    list_facts,
    list_head,
    opinion_chip,
)
from bangvang.web.office.forms.consultations import ListForm
from bangvang.web.respond import done, download, page

TITLE = "Lấy ý kiến Nhân dân"
COLUMNS = (
    Column("Danh sách", "name"),
    Column("Trạng thái", "mid"),
    Column("Thời gian", "mid"),
    Column("Trường hợp", is_number=True),
    Column("Ý kiến", is_number=True),
)
ROW_COLUMNS = (
    Column("TT", "index", is_number=True),
    Column("Cá nhân, tập thể", "name"),
    Column("Đề nghị", "mid"),
    Column("Ý kiến", is_number=True),
    Column("Việc", "act", is_unseen=True),
)
OPINION_COLUMNS = (
    Column("Số", "name"),
    Column("Về", "mid"),
    Column("Nhận", "mid"),
    Column("Trạng thái"),
)
FIELD_OF = {
    "NO_ROWS": "rows",
    "NOT_TO_BE_ASKED": "rows",
    "NO_DAYS_GROUND": "days_ground",
    "TOO_FEW_DAYS": "working_days",
    "NOT_DAYS": "working_days",
    "NO_PLACE": "where_to",
}


@require_safe
def consultations(request: HttpRequest) -> HttpResponse:
    """Show every list, newest first."""
    actor, today = actor_of(request), clock.today()
    context = {
        "rows": [
            (row, chip_of(row, today), deadline_of(row, today)) for row in consultations_for(actor)
        ],
        "columns": COLUMNS,
        "may_prepare": actor.has(*OFFICE),
    }
    return page(request, "office/consultation/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def prepare(request: HttpRequest) -> HttpResponse:
    """Choose a round, then its rows, the days and the place."""
    actor = actor_of(request)
    round_ref = request.GET.get("dot", "")
    if not round_ref:
        context = {
            "rounds": [
                (one, len(found)) for one in rounds() if (found := choosable_in(actor, one.ref))
            ],
            "crumbs": [Link(TITLE, reverse("office:consultations")), Link("Lập danh sách")],
        }
        return page(request, "office/consultation/rounds.html", context)
    chosen = round_seen(round_ref)
    found = choosable_in(actor, round_ref)
    form = ListForm(
        request.POST if request.method == "POST" else None,
        rows=[(one.row.ref, _called(one)) for one in found],
        initial={
            "rows": [one.row.ref for one in found],
            "working_days": least_days(found),
            "where_to": actor.organisation_name,
        },
    )
    if request.method == "POST" and form.is_valid():
        try:
            ref = prepare_consultation(form.plan(round_ref), actor=actor, at=clock.now())
        except Refused as refusal:
            form.add_error(FIELD_OF.get(refusal.objection.code), refusal.objection.sentence)
        else:
            to = reverse("office:consultation", args=[ref])
            return done(request, to=to, say="Đã lập dự thảo. Trưởng phòng mở lấy ý kiến.")
    context = {
        "form": form,
        "round": chosen,
        "cites": list(dict.fromkeys(one.asked.cite for one in found)),
        "crumbs": [Link(TITLE, reverse("office:consultations")), Link("Lập danh sách")],
    }
    status = 422 if form.errors else 200
    return page(request, "office/consultation/new.html", context, status=status)


@require_safe
def show(request: HttpRequest, ref: str) -> HttpResponse:
    """Show one list: where it stands, its rows, its opinions, its papers."""
    actor, today = actor_of(request), clock.today()
    shown = consultation_page(actor, ref)
    is_open = shown.row.state is ConsultationState.OPEN
    papers = (
        (shown.document, "thông báo lấy ý kiến"),
        (shown.certificate, "báo cáo kết quả, để ký"),
    )
    context = {
        "case": list_head(shown, actor, today),
        "shown": shown,
        "facts": list_facts(shown),
        "columns": ROW_COLUMNS,
        "may_take_out": is_open and actor.has(*OFFICE),
        "opinions": [(one, opinion_chip(one)) for one in opinions_of(actor, ref)],
        "opinion_columns": OPINION_COLUMNS,
        "files": [
            kept_card(file, reverse("office:consultation_file", args=[ref, file.ref]), note)
            for paper, note in papers
            if paper
            for file in (paper.pdf, paper.docx)
            if file
        ],
        "events": events_shown(entries_about(("consultation", ref))),
        "crumbs": list_crumbs(shown.row.number, ""),
    }
    return page(request, "office/consultation/show.html", context)


@require_safe
def published(request: HttpRequest, ref: str) -> HttpResponse:
    """Show the proof of publication: what, its fingerprint, from when, to when; to be printed."""
    shown = consultation_page(actor_of(request), ref)
    if shown.opened_at is None:
        raise Unseen
    told = ("open_public_list", "prolong_consultation", "take_out_of_consultation")
    context = {
        "shown": shown,
        "address": request.build_absolute_uri(reverse("portal:consultation", args=[ref])),
        "facts": list_facts(shown),
        "events": events_shown(
            line
            for line in entries_about(("consultation", ref))
            if line.verb in (*told, "close_consultation")
        ),
        "crumbs": [
            *list_crumbs(shown.row.number, reverse("office:consultation", args=[ref])),
            Link("Chứng nhận đã công khai"),
        ],
    }
    return page(request, "office/consultation/published.html", context)


@require_safe
def file(request: HttpRequest, ref: str, file_ref: str) -> HttpResponse:
    """Hand out one file of a list."""
    kept = file_of(actor_of(request), ref, file_ref)
    return download(read(kept.ref), name=kept.name, media_type=kept.kind.media_type)


def list_crumbs(number: str, href: str) -> list[Link]:
    """Return the way to a list."""
    label = f"Danh sách số {number}" if number else "Dự thảo"
    return [Link(TITLE, reverse("office:consultations")), Link(label, href)]


def _called(one: Choosable) -> str:
    row = one.row
    award = award_name(row.award_code, row.received_on or clock.today())
    return f"{row.name}, {row.unit_name}: {award}"
