"""Reported good deeds that were sent to the unit; only its head sees and answers them."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bangvang.foundation import clock
from bangvang.foundation.files.selectors import read
from bangvang.foundation.objection import Refused, Unseen
from bangvang.nominations.actions.answer_discovery import answer_discovery
from bangvang.nominations.selectors.discoveries import discoveries_for, discovery_page
from bangvang.nominations.states import DISCOVERY_LIFE, DiscoveryAnswer, DiscoveryMove
from bangvang.web.components.pieces import Link
from bangvang.web.discoveries import LIST_COLUMNS, discovery_card, discovery_facts, rows_shown
from bangvang.web.door import actor_of
from bangvang.web.respond import done, download, page
from bangvang.web.units.forms.discoveries import AnswerForm

LIST = "Tin báo việc tốt"


@require_http_methods(["GET"])
def discoveries(request: HttpRequest) -> HttpResponse:
    """Show what was sent to the unit, newest first."""
    rows = rows_shown(discoveries_for(actor_of(request)), address_of, today=clock.today())
    return page(request, "units/discoveries/list.html", {"rows": rows, "columns": LIST_COLUMNS})


@require_http_methods(["GET", "POST"])
def discovery(request: HttpRequest, ref: str) -> HttpResponse:
    """Show one, and take the head's answer."""
    actor = actor_of(request)
    seen = discovery_page(actor, ref)
    posted = request.POST if request.method == "POST" else None
    form = AnswerForm(posted, initial={"version": seen.row.version})
    if posted is not None and form.is_valid():
        said = form.cleaned_data
        answer, version = DiscoveryAnswer(said["answer"]), said["version"]
        try:
            answer_discovery(
                ref, answer, said["words"], version=version, actor=actor, at=clock.now()
            )
        except Refused as refusal:
            form.add_error(None, refusal.objection.sentence)
        else:
            return done(request, to=address_of(ref), say="Đã trả lời tin báo.")
    context = {
        "crumbs": [Link(LIST, reverse("units:discoveries")), Link(seen.row.said)],
        "seen": seen,
        "facts": discovery_facts(seen),
        "file": discovery_card(seen, reverse("units:discovery_file", args=[ref])),
        "form": form,
        "may_answer": DISCOVERY_LIFE.can(DiscoveryMove.ANSWER, seen.row.state),
    }
    status = 422 if form.errors else 200
    return page(request, "units/discoveries/show.html", context, status=status)


@require_http_methods(["GET"])
def file(request: HttpRequest, ref: str) -> HttpResponse:
    """Hand out what was attached."""
    kept = discovery_page(actor_of(request), ref).file
    if kept is None:
        raise Unseen
    return download(read(kept.ref), name=kept.name, media_type=kept.kind.media_type)


def address_of(ref: str) -> str:
    """Return where the head of the unit reads it."""
    return reverse("units:discovery", args=[ref])
