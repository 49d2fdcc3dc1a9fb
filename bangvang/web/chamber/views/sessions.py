"""Sessions: the list, setting one up, its page, and the moves of its life."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.timezone import localtime
from django.views.decorators.http import require_http_methods, require_POST

from bangvang.council.actions.call_session import call_session
from bangvang.council.actions.change_session import change_session
from bangvang.council.actions.close_session import close_session
from bangvang.council.actions.create_session import create_session
from bangvang.council.actions.open_session import open_session
from bangvang.council.actions.revise_session import revise_session
from bangvang.council.actions.session_plan import SessionPlan
from bangvang.council.permissions.sessions import CHAIRS
from bangvang.council.selectors.agenda import ready_lists
from bangvang.council.selectors.councils import council_page, councils_for
from bangvang.council.selectors.papers import agenda_papers
from bangvang.council.selectors.possible import session_now
from bangvang.council.selectors.sessions import next_number_of, session_page, sessions_for
from bangvang.council.states import SessionState
from bangvang.foundation import clock
from bangvang.foundation.actor import Role
from bangvang.foundation.audit.selectors import entries_about
from bangvang.foundation.objection import Refused, Unseen
from bangvang.web.chamber.forms.sessions import (
    ReadyForm,
    ReasonForm,
    SessionForm,
    TitleForm,
)
from bangvang.web.chamber.shown import (
    ballot_chip,
    file_card,
    session_chip,
    session_crumbs,
    session_head,
    session_tabs,
)
from bangvang.web.components.pieces import Column, Link
from bangvang.web.door import actor_of
from bangvang.web.histories import events_shown
from bangvang.web.respond import done, page

LIST_COLUMNS = (
    Column("Phiên họp", "name"),
    Column("Thời gian, địa điểm"),
    Column("Trạng thái"),
    Column("Hồ sơ", is_number=True),
    Column("Bỏ phiếu", is_number=True),
)


@require_http_methods(["GET"])
def sessions(request: HttpRequest) -> HttpResponse:
    """Show the sessions, newest first."""
    actor = actor_of(request)
    context = {
        "sessions": [(row, session_chip(row.state, row.state_name)) for row in sessions_for(actor)],
        "columns": LIST_COLUMNS,
        "may_create": actor.has(Role.SECRETARY),
    }
    return page(request, "chamber/session/list.html", context)


@require_http_methods(["GET", "POST"])
def create(request: HttpRequest) -> HttpResponse:
    """Set up a session of the council."""
    actor = actor_of(request)
    councils = councils_for(actor)
    if not councils:
        raise Unseen
    council = council_page(actor, councils[0].ref, on=clock.today())
    first = {
        "number": next_number_of(council.ref, clock.today().year),
        "secretary": actor.name,
        "time": "14:00",
    }
    form = SessionForm(request.POST or None, initial=first).with_chairs(
        [seat for seat in council.seats if seat.role in CHAIRS and not seat.is_vacant]
    )
    if request.method == "POST" and form.is_valid():
        try:
            ref = create_session(council.ref, _plan(form), actor=actor, at=clock.now())
        except Refused as refusal:
            form.add_error(None, refusal.objection.sentence)
        else:
            return _back(request, ref, "Đã lập phiên họp.")
    context = {"form": form, "council": council, "title": "Lập phiên họp"}
    return page(request, "chamber/session/form.html", context, status=_status(form))


@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, ref: str) -> HttpResponse:
    """Change number, time, place, chair or secretary."""
    actor = actor_of(request)
    shown = session_page(actor, ref)
    council = council_page(actor, shown.council_ref, on=shown.on)
    local = localtime(shown.row.starts_at)
    first = {
        "version": shown.version,
        "number": shown.row.number,
        "day": local.date(),
        "time": local.time(),
        "place": shown.row.place,
        "chair": shown.chair.number,
        "secretary": shown.secretary_name,
    }
    form = SessionForm(request.POST or None, initial=first).with_chairs(
        [seat for seat in council.seats if seat.role in CHAIRS and not seat.is_vacant]
    )
    if request.method == "POST" and form.is_valid():
        try:
            change_session(
                ref,
                _plan(form),
                version=form.cleaned_data["version"] or 0,
                actor=actor,
                at=clock.now(),
            )
        except Refused as refusal:
            form.add_error(None, refusal.objection.sentence)
        else:
            return _back(request, ref, "Đã sửa phiên họp.")
    context = {
        "form": form,
        "council": council,
        "title": "Sửa thời gian, địa điểm",
        "other": shown if form.errors else None,
        "crumbs": session_crumbs(shown.row.title, ref, Link("Sửa")),
    }
    return page(request, "chamber/session/form.html", context, status=_status(form))


@require_http_methods(["GET"])
def session(request: HttpRequest, ref: str) -> HttpResponse:
    """Show a session with its agenda."""
    return agenda_page(request, ref)


def agenda_page(
    request: HttpRequest, ref: str, title_form: TitleForm | None = None
) -> HttpResponse:
    """Return the session's page; with the form of a new point as it came back, if it did."""
    actor = actor_of(request)
    shown = session_page(actor, ref)
    now = session_now(actor, ref, on=clock.today())
    waiting = ready_lists(actor, on=shown.on) if now.agenda is None else []
    context = {
        "shown": shown,
        "now": now,
        "may_freeze": actor.has(Role.SECRETARY)
        and shown.row.state in (SessionState.CALLED, SessionState.OPEN),
        "case": session_head(shown, now, actor),
        "tabs": session_tabs(shown, "session"),
        "crumbs": [*session_crumbs(shown.row.title, ref)[:1], Link(shown.row.title)],
        "items": [
            (
                item,
                ballot_chip(item.ballot_state, item.ballot_state_name) if item.ballot_ref else None,
            )
            for item in shown.items
        ],
        "ready": [
            (
                row,
                ReadyForm(
                    initial={
                        "award_code": row.award_code,
                        "achievement_year": row.achievement_year,
                    },
                    auto_id=False,
                ),
            )
            for row in waiting
        ],
        "title_form": title_form or TitleForm(),
        "papers": [
            file_card(paper.pdf, reverse("council:file", args=[paper.pdf.ref]), paper.title)
            for paper in agenda_papers(ref)
            if paper.pdf
        ],
        "events": events_shown(entries_about(("session", ref))),
    }
    status = 422 if title_form is not None else 200
    return page(request, "chamber/session/show.html", context, status=status)


@require_POST
def call(request: HttpRequest, ref: str) -> HttpResponse:
    """Call the session."""
    call_session(ref, actor=actor_of(request), at=clock.now())
    return _back(request, ref, "Đã triệu tập phiên họp và in chương trình.")


@require_http_methods(["GET", "POST"])
def revise(request: HttpRequest, ref: str) -> HttpResponse:
    """Ask why, then take the call back."""
    actor = actor_of(request)
    shown = session_page(actor, ref)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        revise_session(ref, reason=form.cleaned_data["reason"], actor=actor, at=clock.now())
        return _back(request, ref, "Đã rút giấy triệu tập; chương trình sửa được.")
    context = {
        "form": form,
        "title": "Rút giấy triệu tập để sửa chương trình",
        "lede": "Chương trình đã in vẫn được lưu; khi triệu tập lại sẽ in bản mới.",
        "act": "Rút giấy triệu tập",
        "cancel_href": reverse("council:session", args=[ref]),
        "crumbs": session_crumbs(shown.row.title, ref, Link("Rút giấy triệu tập")),
    }
    return page(request, "chamber/reason.html", context, status=_status(form))


@require_POST
def open_(request: HttpRequest, ref: str) -> HttpResponse:
    """Open the session."""
    open_session(ref, actor=actor_of(request), at=clock.now())
    return _back(request, ref, "Đã khai mạc phiên họp.")


@require_POST
def close(request: HttpRequest, ref: str) -> HttpResponse:
    """Close the session."""
    close_session(ref, actor=actor_of(request), at=clock.now())
    to = reverse("council:session_minutes", args=[ref])
    return done(request, to=to, say="Đã bế mạc phiên họp; hãy lập biên bản.")


def _plan(form: SessionForm) -> SessionPlan:
    return SessionPlan(
        number=form.cleaned_data["number"],
        place=form.cleaned_data["place"],
        starts_at=form.starts_at,
        chair_seat=form.cleaned_data["chair"],
        secretary_name=form.cleaned_data["secretary"],
    )


def _status(form: SessionForm | ReasonForm) -> int:
    return 422 if form.errors else 200


def _back(request: HttpRequest, ref: str, say: str) -> HttpResponse:
    return done(request, to=reverse("council:session", args=[ref]), say=say)
