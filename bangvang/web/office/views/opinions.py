"""Opinions at the office: recording a paper, what became of one, its sender for one person."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from bangvang.appraisal.actions.answer_resolution import answer_resolution
from bangvang.appraisal.actions.open_attachment import open_attachment
from bangvang.appraisal.actions.record_paper_opinion import record_paper_opinion
from bangvang.appraisal.actions.resolve_opinion import resolve_opinion
from bangvang.appraisal.actions.reveal_sender import Sender, reveal_sender
from bangvang.appraisal.selectors.consultations import consultation_page
from bangvang.appraisal.selectors.opinions import OpinionSeen, opinion_seen
from bangvang.appraisal.states import OpinionState
from bangvang.foundation import clock
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.audit.selectors import entries_about
from bangvang.foundation.files.selectors import read
from bangvang.foundation.objection import Refused, Unseen
from bangvang.web.components.pieces import Link
from bangvang.web.door import actor_of
from bangvang.web.histories import events_shown
from bangvang.web.navigation import OFFICE
from bangvang.web.office.consultations_shown import opinion_chip
from bangvang.web.office.forms.consultations import (
    AnswerForm,
    PaperOpinionForm,
    ReasonForm,
    ResolutionForm,
)
from bangvang.web.office.views.acting import Asking, ask_and_act
from bangvang.web.office.views.consultations import list_crumbs
from bangvang.web.respond import download, page

POSTS = require_http_methods(["GET", "HEAD", "POST"])
PAPER_FIELDS = {
    "CAME_OUTSIDE": "came_on",
    "NO_WORDS": "words",
    "NO_SENDER": "name",
    "NO_SUCH_ROW": "about",
    "NO_SCAN": "file",
}
RESOLUTION_FIELDS = {
    "NO_WHY": "why",
    "NOT_PASSED_ON": "to_whom",
    "PASSED_ON_LATER": "paper_on",
    "PASSED_ON_BEFORE": "paper_on",
}


@POSTS
def record(request: HttpRequest, ref: str) -> HttpResponse:
    """Record an opinion that came on paper."""
    actor = actor_of(request)
    shown = consultation_page(actor, ref)
    back = reverse("office:consultation", args=[ref])
    is_posted = request.method == "POST"
    form = PaperOpinionForm(
        *((request.POST, request.FILES) if is_posted else (None, None)),
        rows=[(row.order, row.name) for row in shown.rows if row.left_on is None],
    )

    def act() -> tuple[str, str]:
        receipt = record_paper_opinion(
            ref,
            form.sent(),
            came_on=form.cleaned_data["came_on"],
            actor=actor,
            at=clock.now(),
        )
        said = f"Đã ghi ý kiến số {receipt.number}. Mã tra cứu trao người gửi: {receipt.code}."
        return back, said

    asking = Asking(
        "Ghi ý kiến bằng văn bản",
        f"Danh sách số {shown.row.number}",
        ("Văn bản phải đến trong thời gian lấy ý kiến; ghi được đến khi kết thúc.",),
        "Ghi ý kiến",
        back,
        tuple(list_crumbs(shown.row.number, back)),
    )
    return ask_and_act(request, form, asking, act, field_of=PAPER_FIELDS)


@require_safe
def show(request: HttpRequest, ref: str, opinion_ref: str) -> HttpResponse:
    """Show one opinion: its words, what became of it, and what may be done now."""
    actor = actor_of(request)
    opinion = _opinion(actor, ref, opinion_ref)
    is_head = actor.has(Role.OFFICE_HEAD)
    context = {
        "opinion": opinion,
        "chip": opinion_chip(opinion),
        "may_resolve": opinion.state is OpinionState.RECEIVED and actor.has(*OFFICE),
        "may_answer": opinion.state is OpinionState.RESOLVED and is_head,
        "may_see_sender": is_head,
        "looks": events_shown(entries_about(("opinion", opinion_ref))),
        "crumbs": _crumbs(opinion),
    }
    return page(request, "office/consultation/opinion.html", context)


@POSTS
def resolve(request: HttpRequest, ref: str, opinion_ref: str) -> HttpResponse:
    """Say what the office makes of an opinion."""
    actor = actor_of(request)
    opinion = _opinion(actor, ref, opinion_ref)
    back = reverse("office:opinion", args=[ref, opinion_ref])
    form = ResolutionForm(request.POST or None, initial={"version": opinion.version})

    def act() -> tuple[str, str]:
        version = form.cleaned_data["version"]
        resolve_opinion(opinion_ref, form.resolved(), version=version, actor=actor, at=clock.now())
        return back, "Đã ghi; chờ Trưởng phòng xác nhận."

    asking = Asking(
        f"Giải quyết ý kiến số {opinion.receipt_no}",
        f"Về {opinion.about}",
        (opinion.words,),
        "Trình Trưởng phòng xác nhận",
        back,
        tuple(_crumbs(opinion, back)),
    )
    return ask_and_act(request, form, asking, act, field_of=RESOLUTION_FIELDS)


@POSTS
def answer(request: HttpRequest, ref: str, opinion_ref: str) -> HttpResponse:
    """Confirm what was proposed, or send it back."""
    actor = actor_of(request)
    opinion = _opinion(actor, ref, opinion_ref)
    back = reverse("office:opinion", args=[ref, opinion_ref])
    form = AnswerForm(request.POST or None, initial={"version": opinion.version})
    newest = opinion.newest

    def act() -> tuple[str, str]:
        said = form.cleaned_data
        agree = said["agree"] == "1"
        answer_resolution(
            opinion_ref,
            agree=agree,
            answer=said["answer"],
            version=said["version"],
            actor=actor,
            at=clock.now(),
        )
        return back, "Đã xác nhận." if agree else "Đã trả lại để giải quyết khác."

    asking = Asking(
        f"Xác nhận cách giải quyết ý kiến số {opinion.receipt_no}",
        f"Về {opinion.about}",
        (f"{newest.kind_name}: {newest.why} ({newest.by_name})",) if newest else (),
        "Ghi ý kiến",
        back,
        tuple(_crumbs(opinion, back)),
    )
    return ask_and_act(request, form, asking, act, field_of={"NO_REASON": "answer"})


@POSTS
def sender(request: HttpRequest, ref: str, opinion_ref: str) -> HttpResponse:
    """Ask why, then show who sent it, or hand out the file, on this answer and nowhere else."""
    actor = actor_of(request)
    opinion = _opinion(actor, ref, opinion_ref)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    found: Sender | None = None
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        try:
            if "tep" in request.POST:
                kept = open_attachment(opinion_ref, reason, actor=actor, at=clock.now())
                return download(read(kept.ref), name=kept.name, media_type=kept.kind.media_type)
            found = reveal_sender(opinion_ref, reason, actor=actor, at=clock.now())
        except Refused as refusal:
            form.add_error("reason", refusal.objection.sentence)
    back = reverse("office:opinion", args=[ref, opinion_ref])
    context = {
        "opinion": opinion,
        "form": form,
        "sender": found,
        "back_href": back,
        "crumbs": [*_crumbs(opinion, back), Link("Người gửi")],
    }
    status = 422 if form.errors else 200
    return page(request, "office/consultation/sender.html", context, status=status)


def _opinion(actor: Actor, ref: str, opinion_ref: str) -> OpinionSeen:
    opinion = opinion_seen(actor, opinion_ref)
    if opinion.consultation_ref != ref:
        raise Unseen
    return opinion


def _crumbs(opinion: OpinionSeen, href: str = "") -> list[Link]:
    to = reverse("office:consultation", args=[opinion.consultation_ref])
    own = Link(f"Ý kiến số {opinion.receipt_no}", href)
    return [*list_crumbs(opinion.consultation_number, to), own]
