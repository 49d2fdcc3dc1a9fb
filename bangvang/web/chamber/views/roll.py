"""The roll of a session."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bangvang.council.actions.take_attendance import RollEntry, take_attendance
from bangvang.council.selectors.possible import session_now
from bangvang.council.selectors.sessions import SessionPage, session_page
from bangvang.council.states import SessionState
from bangvang.foundation import clock
from bangvang.foundation.actor import Role
from bangvang.foundation.objection import Refused
from bangvang.web.chamber.forms.sessions import RollForm
from bangvang.web.chamber.shown import session_crumbs, session_head, session_tabs
from bangvang.web.components.pieces import Column, Link
from bangvang.web.door import actor_of
from bangvang.web.respond import done, page

COLUMNS = (
    Column("Ghế", "index", is_number=True),
    Column("Thành viên", "name"),
    Column("Có mặt", "mid"),
    Column("Lý do vắng mặt"),
)


@require_http_methods(["GET", "POST"])
def roll(request: HttpRequest, ref: str) -> HttpResponse:
    """Show who is there; the secretary calls the roll here."""
    actor = actor_of(request)
    shown = session_page(actor, ref)
    form = RollForm(request.POST or None, initial={"version": shown.version})
    form.with_members(shown.attendance)
    if request.method == "POST" and form.is_valid():
        try:
            take_attendance(
                ref,
                _entries(shown, form),
                version=form.cleaned_data["version"],
                actor=actor,
                at=clock.now(),
            )
        except Refused as refusal:
            form.add_error(None, refusal.objection.sentence)
        else:
            to = reverse("council:roll", args=[ref])
            return done(request, to=to, say="Đã ghi điểm danh.")
    now = session_now(actor, ref, on=clock.today())
    context = {
        "shown": shown,
        "case": session_head(shown, now, actor),
        "tabs": session_tabs(shown, "roll"),
        "form": form,
        "columns": COLUMNS,
        "rows": [
            (row, form[f"present_{row.seat.number}"], form[f"reason_{row.seat.number}"])
            for row in shown.attendance
        ],
        "may_call": actor.has(Role.SECRETARY)
        and shown.row.state in (SessionState.CALLED, SessionState.OPEN),
        "crumbs": session_crumbs(shown.row.title, ref, Link("Thành phần dự họp")),
    }
    return page(request, "chamber/session/roll.html", context, status=422 if form.errors else 200)


def _entries(shown: SessionPage, form: RollForm) -> list[RollEntry]:
    typed = form.cleaned_data
    return [
        RollEntry(
            row.seat.number,
            typed[f"present_{row.seat.number}"],
            typed[f"reason_{row.seat.number}"],
        )
        for row in shown.attendance
    ]
