"""Letters of absent members: the counting board's own pages."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bangvang.council.actions.enter_written_opinion import OpinionEntered, enter_written_opinion
from bangvang.council.actions.withdraw_written_opinion import withdraw_written_opinion
from bangvang.council.selectors.ballots import ballot_page
from bangvang.council.selectors.opinions import (
    ballot_of_opinion,
    opinion_file_for,
    opinions_page,
)
from bangvang.foundation import clock
from bangvang.foundation.files.selectors import read
from bangvang.foundation.objection import Refused, Unseen
from bangvang.web.chamber.forms.ballots import OpinionForm
from bangvang.web.chamber.forms.sessions import ReasonForm
from bangvang.web.chamber.shown import ballot_crumbs, file_card
from bangvang.web.components.pieces import Link
from bangvang.web.door import actor_of
from bangvang.web.files import contents
from bangvang.web.respond import done, download, page


@require_http_methods(["GET"])
def opinions(request: HttpRequest, ref: str) -> HttpResponse:
    """Show the absent members and whose letter is entered."""
    actor = actor_of(request)
    shown, letters = ballot_page(actor, ref), opinions_page(actor, ref)
    context = {
        "shown": shown,
        "letters": letters,
        "absent": [
            (
                member,
                file_card(
                    member.opinion.file,
                    reverse("council:opinion_file", args=[member.opinion.ref]),
                    f"{member.opinion.entered_by} nhập",
                )
                if member.opinion
                else None,
            )
            for member in letters.absent
        ],
        "crumbs": ballot_crumbs(shown, Link("Ý kiến bằng văn bản")),
    }
    return page(request, "chamber/ballot/opinions.html", context)


@require_http_methods(["GET", "POST"])
def enter(request: HttpRequest, ref: str, seat: int) -> HttpResponse:
    """Enter the letter of one absent member."""
    actor = actor_of(request)
    letters = opinions_page(actor, ref)
    member = next((m for m in letters.absent if m.seat.number == seat), None)
    if member is None:
        raise Unseen
    form = OpinionForm(request.POST or None, request.FILES or None).with_rows(letters.rows)
    if request.method == "POST" and form.is_valid():
        content, name = contents(form.cleaned_data["file"])
        agrees = form.agrees([row.order for row in letters.rows])
        letter = OpinionEntered(seat, agrees, content, name)
        try:
            enter_written_opinion(ref, letter, actor=actor, at=clock.now())
        except Refused as refusal:
            form.add_error(None, refusal.objection.sentence)
        else:
            return _back(request, ref, f"Đã nhập ý kiến của {member.seat.holder_name}.")
    shown = ballot_page(actor, ref)
    context = {
        "shown": shown,
        "member": member,
        "form": form,
        "rows": [form[f"row_{row.order}"] for row in letters.rows],
        "crumbs": ballot_crumbs(
            shown, Link("Ý kiến bằng văn bản", reverse("council:opinions", args=[ref]))
        ),
    }
    return page(request, "chamber/ballot/opinion.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, ref: str) -> HttpResponse:
    """Ask why, then let a letter count no longer."""
    actor = actor_of(request)
    ballot_ref = ballot_of_opinion(actor, ref)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        withdraw_written_opinion(ref, reason=reason, actor=actor, at=clock.now())
        return _back(request, ballot_ref, "Đã rút bản nhập; có thể nhập lại.")
    to = reverse("council:opinions", args=[ballot_ref])
    context = {
        "form": form,
        "title": "Rút ý kiến đã nhập",
        "lede": "Chỉ rút khi nhập nhầm. Bản đã nhập và lý do vẫn được lưu.",
        "act": "Rút bản đã nhập",
        "cancel_href": to,
        "crumbs": ballot_crumbs(ballot_page(actor, ballot_ref), Link("Ý kiến bằng văn bản", to)),
    }
    return page(request, "chamber/reason.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET"])
def file(request: HttpRequest, ref: str) -> HttpResponse:
    """Hand out the scan of a letter."""
    kept = opinion_file_for(actor_of(request), ref)
    return download(read(kept.ref), name=kept.name, media_type=kept.kind.media_type)


def _back(request: HttpRequest, ref: str, say: str) -> HttpResponse:
    return done(request, to=reverse("council:opinions", args=[ref]), say=say)
