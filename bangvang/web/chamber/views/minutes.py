"""Minutes: of a session, of a count; printing them and keeping the signed scan."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from bangvang.council.actions.print_counting_minutes import print_counting_minutes
from bangvang.council.actions.print_session_minutes import print_session_minutes
from bangvang.council.actions.sign_minutes import SignedScan, sign_minutes
from bangvang.council.selectors.minutes import MinutesRow, minutes_for_session, minutes_page
from bangvang.council.selectors.possible import session_now
from bangvang.council.selectors.sessions import session_page
from bangvang.council.states import SessionState
from bangvang.foundation import clock
from bangvang.foundation.actor import Role
from bangvang.foundation.files.selectors import KeptFile
from bangvang.foundation.objection import Refused
from bangvang.web.chamber.forms.ballots import SigningForm
from bangvang.web.chamber.shown import file_card, session_crumbs, session_head, session_tabs
from bangvang.web.components.pieces import Answer, FileCard, Kind, Link
from bangvang.web.door import actor_of
from bangvang.web.files import contents
from bangvang.web.respond import done, page


@require_http_methods(["GET"])
def of_session(request: HttpRequest, ref: str) -> HttpResponse:
    """Show the minutes of a session and of its counts."""
    actor = actor_of(request)
    shown = session_page(actor, ref)
    found = minutes_for_session(actor, ref)
    now = session_now(actor, ref, on=clock.today())
    context = {
        "shown": shown,
        "case": session_head(shown, now, actor),
        "tabs": session_tabs(shown, "session_minutes"),
        "minutes": [(row, _chip(row), _cards(row)) for row in found],
        "may_print": actor.has(Role.SECRETARY) and shown.row.state == SessionState.CLOSED,
        "crumbs": session_crumbs(shown.row.title, ref, Link("Biên bản")),
    }
    return page(request, "chamber/minutes/list.html", context)


@require_POST
def print_session(request: HttpRequest, ref: str) -> HttpResponse:
    """Print the minutes of a session."""
    minutes_ref = print_session_minutes(ref, actor=actor_of(request), at=clock.now())
    to = reverse("council:minutes", args=[minutes_ref])
    return done(request, to=to, say="Đã in biên bản phiên họp.")


@require_POST
def print_counting(request: HttpRequest, ref: str) -> HttpResponse:
    """Print the minutes of a count."""
    minutes_ref = print_counting_minutes(ref, actor=actor_of(request), at=clock.now())
    to = reverse("council:minutes", args=[minutes_ref])
    return done(request, to=to, say="Đã in biên bản kiểm phiếu.")


@require_http_methods(["GET", "POST"])
def minutes(request: HttpRequest, ref: str) -> HttpResponse:
    """Show minutes; the secretary keeps the signed scan here."""
    actor = actor_of(request)
    form = SigningForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        content, name = contents(form.cleaned_data["file"])
        scan = SignedScan(
            form.cleaned_data["signers"], form.cleaned_data["signed_on"], content, name
        )
        try:
            sign_minutes(ref, scan, actor=actor, at=clock.now())
        except Refused as refusal:
            form.add_error(None, refusal.objection.sentence)
        else:
            to = reverse("council:minutes", args=[ref])
            return done(request, to=to, say="Đã lưu bản quét biên bản đã ký.")
    row = minutes_page(actor, ref)
    shown = session_page(actor, row.session_ref)
    context = {
        "row": row,
        "chip": _chip(row),
        "cards": _cards(row),
        "form": form,
        "may_sign": actor.has(Role.SECRETARY) and not row.is_signed,
        "crumbs": session_crumbs(
            shown.row.title,
            row.session_ref,
            Link("Biên bản", reverse("council:session_minutes", args=[row.session_ref])),
        ),
    }
    return page(request, "chamber/minutes/show.html", context, status=422 if form.errors else 200)


def _chip(row: MinutesRow) -> Answer:
    return Answer(Kind.MET if row.is_signed else Kind.PERSON, row.state_name)


def _cards(row: MinutesRow) -> list[FileCard]:
    files: list[tuple[KeptFile | None, str]] = [
        (row.paper.pdf, "bản in để ký"),
        (row.paper.docx, "bản Word"),
        (row.scan, "bản quét đã ký"),
    ]
    return [
        file_card(file, reverse("council:file", args=[file.ref]), note)
        for file, note in files
        if file is not None
    ]
