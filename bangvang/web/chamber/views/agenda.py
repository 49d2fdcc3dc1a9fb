"""The points of an agenda."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.timezone import localtime
from django.views.decorators.http import require_http_methods, require_POST

from bangvang.council.actions.add_business import add_business
from bangvang.council.actions.freeze_list import freeze_list
from bangvang.council.actions.move_item_up import move_item_up
from bangvang.council.actions.note_item import note_item
from bangvang.council.actions.put_on_agenda import put_on_agenda
from bangvang.council.actions.remove_item import remove_item
from bangvang.council.actions.take_row_off import take_row_off
from bangvang.council.selectors.agenda import AgendaItemRow
from bangvang.council.selectors.ballots import mark_of_item
from bangvang.council.selectors.possible import session_now
from bangvang.council.selectors.sessions import SessionPage, session_page
from bangvang.foundation import clock
from bangvang.foundation.actor import Role
from bangvang.foundation.objection import Refused, Unseen
from bangvang.web.chamber.forms.sessions import NotesForm, ReadyForm, ReasonForm, TitleForm
from bangvang.web.chamber.shown import session_crumbs
from bangvang.web.chamber.views.sessions import agenda_page
from bangvang.web.components.pieces import Column, Link
from bangvang.web.door import actor_of
from bangvang.web.nominations import state_chip
from bangvang.web.respond import done, page
from bangvang.web.shares import COLUMNS as SHARE_COLUMNS
from bangvang.web.shares import shares_shown

COLUMNS = (
    Column("TT", "index", is_number=True),
    Column("Cá nhân, tập thể", "name"),
    Column("Đơn vị trình", "mid"),
    Column("Tóm tắt thành tích"),
    Column("Trạng thái", "mid"),
)


@require_POST
def add(request: HttpRequest, ref: str) -> HttpResponse:
    """Add a point of business."""
    form = TitleForm(request.POST)
    if not form.is_valid():
        return agenda_page(request, ref, form)
    add_business(ref, form.cleaned_data["title"], actor=actor_of(request), at=clock.now())
    return _back(request, ref, "Đã thêm nội dung vào chương trình.")


@require_POST
def put(request: HttpRequest, ref: str) -> HttpResponse:
    """Put the ready rows of an award on the agenda."""
    form = ReadyForm(request.POST)
    if not form.is_valid():
        raise Unseen
    put_on_agenda(ref, **form.cleaned_data, actor=actor_of(request), at=clock.now())
    return _back(request, ref, "Đã đưa danh sách vào chương trình.")


@require_http_methods(["GET"])
def item(request: HttpRequest, ref: str, item: str) -> HttpResponse:
    """Show one point: its rows, and what was said."""
    shown, point = _point(request, ref, item)
    return _item_page(request, shown, point, NotesForm(initial=_noted(shown, point)))


@require_POST
def note(request: HttpRequest, ref: str, item: str) -> HttpResponse:
    """Keep what was said on a point."""
    shown, point = _point(request, ref, item)
    form = NotesForm(request.POST)
    if not form.is_valid():
        return _item_page(request, shown, point, form)
    try:
        note_item(ref, item, **form.cleaned_data, actor=actor_of(request), at=clock.now())
    except Refused as refusal:
        form.add_error(None, refusal.objection.sentence)
        return _item_page(request, shown, point, form)
    return done(
        request,
        to=reverse("council:item", args=[ref, item]),
        say="Đã ghi diễn biến.",
    )


@require_POST
def move_up(request: HttpRequest, ref: str, item: str) -> HttpResponse:
    """Move a point one place up."""
    move_item_up(ref, item, actor=actor_of(request), at=clock.now())
    return _back(request, ref, "Đã chuyển nội dung lên trước.")


@require_http_methods(["GET", "POST"])
def remove(request: HttpRequest, ref: str, item: str) -> HttpResponse:
    """Ask why, then take the point off."""
    shown, point = _point(request, ref, item)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        remove_item(ref, item, reason=reason, actor=actor_of(request), at=clock.now())
        return _back(request, ref, "Đã bỏ nội dung khỏi chương trình.")
    rows = len(point.rows)
    context = {
        "form": form,
        "title": "Bỏ nội dung khỏi chương trình",
        "lede": f"{point.title}."
        + (f" {rows} hồ sơ trở lại danh sách chờ đưa ra Hội đồng." if rows else ""),
        "act": "Bỏ khỏi chương trình",
        "cancel_href": reverse("council:session", args=[ref]),
        "crumbs": session_crumbs(shown.row.title, ref, Link("Bỏ nội dung")),
    }
    return page(request, "chamber/reason.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def take_off(request: HttpRequest, ref: str, nomination: str) -> HttpResponse:
    """Ask why, then take one row off."""
    shown = session_page(actor_of(request), ref)
    found = [row for point in shown.items for row in point.rows if row.ref == nomination]
    if not found:
        raise Unseen
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        take_row_off(ref, nomination, reason=reason, actor=actor_of(request), at=clock.now())
        return _back(request, ref, f"Đã rút hồ sơ của {found[0].name} khỏi chương trình.")
    context = {
        "form": form,
        "title": f"Rút hồ sơ của {found[0].name} khỏi chương trình",
        "lede": "Hồ sơ trở lại danh sách chờ đưa ra Hội đồng, lý do được giữ lại.",
        "act": "Rút khỏi chương trình",
        "cancel_href": reverse("council:session", args=[ref]),
        "crumbs": session_crumbs(shown.row.title, ref, Link("Rút hồ sơ")),
    }
    return page(request, "chamber/reason.html", context, status=422 if form.errors else 200)


@require_POST
def freeze(request: HttpRequest, ref: str, item: str) -> HttpResponse:
    """Freeze the list of a ballot item and go on to its ballot."""
    ballot = freeze_list(ref, item, actor=actor_of(request), at=clock.now())
    to = reverse("council:ballot", args=[ballot])
    return done(request, to=to, say="Đã chốt danh sách bầu.")


def _point(request: HttpRequest, ref: str, item: str) -> tuple[SessionPage, AgendaItemRow]:
    shown = session_page(actor_of(request), ref)
    for point in shown.items:
        if point.ref == item:
            return shown, point
    raise Unseen


def _noted(shown: SessionPage, point: AgendaItemRow) -> dict[str, object]:
    return {"version": shown.version, "notes": point.notes}


def _item_page(
    request: HttpRequest, shown: SessionPage, point: AgendaItemRow, form: NotesForm
) -> HttpResponse:
    ref = shown.row.ref
    now = session_now(actor_of(request), ref, on=clock.today())
    context = {
        "shown": shown,
        "item": point,
        "rows": [(row, state_chip(row)) for row in point.rows],
        "columns": COLUMNS,
        "shares": shares_shown(point.rows, today=clock.today(), outside=True),
        "share_columns": SHARE_COLUMNS,
        "day": localtime(shown.row.starts_at).date().isoformat(),
        "mark": mark_of_item(actor_of(request), ref, point.ref) if point.is_ballot else None,
        "form": form,
        "may_note": now.conclusions is None,
        "may_take_off": now.next_move is not None
        and actor_of(request).has(Role.SECRETARY)
        and not point.ballot_ref,
        "other": point.notes if form.errors else "",
        "crumbs": session_crumbs(shown.row.title, ref, Link("Nội dung họp")),
    }
    return page(request, "chamber/session/item.html", context, status=422 if form.errors else 200)


def _back(request: HttpRequest, ref: str, say: str) -> HttpResponse:
    return done(request, to=reverse("council:session", args=[ref]), say=say)
