"""The law as it was read: what waits for the official text, what was entered, one reading."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bangvang.foundation import clock
from bangvang.foundation.audit.selectors import entries_about
from bangvang.foundation.files.selectors import read
from bangvang.foundation.vietnamese import fold, say_date
from bangvang.law import WORDING, NotInForce, Unconfirmed, unconfirmed
from bangvang.lawbook.permissions import objection_to_proposing
from bangvang.lawbook.selectors.readings import (
    reading_page,
    readings_for,
    waiting_ids,
)
from bangvang.lawbook.states import STATE_NAMES, State
from bangvang.web.asked_day import asked_day
from bangvang.web.components.pager import pager
from bangvang.web.components.pieces import Choice, Column, Filter, Link, Tab
from bangvang.web.door import actor_of
from bangvang.web.histories import events_shown
from bangvang.web.office.lawbook_shown import (
    compared,
    document_card,
    readers_of,
    reading_head,
    span_said,
    state_chip,
)
from bangvang.web.respond import download, page

PAGE = 20
WAITING_COLUMNS = (
    Column("Nội dung", "name"),
    Column("Nơi dùng", "mid"),
    Column("Cần nhập", "mid"),
    Column("Việc", "act"),
)
COLUMNS = (
    Column("Nội dung", "name"),
    Column("Giá trị, thời gian", "mid"),
    Column("Người nhập", "mid"),
    Column("Trạng thái"),
)
COMPARED_COLUMNS = (
    Column("Mục", "mid", is_unseen=True),
    Column("Đang ghi"),
    Column("Giá trị nhập"),
)
GROUPS = (
    Choice("", "Tất cả"),
    Choice("loi-van", "Lời văn của từng trường hợp"),
    Choice("rieng", "Số, danh sách của từng danh hiệu"),
    Choice("chung", "Phần dùng chung"),
)


@require_http_methods(["GET"])
def waiting(request: HttpRequest) -> HttpResponse:
    """Show what waits on a day, most used first; filters and page stay in the address."""
    actor = actor_of(request)
    on, unreadable = asked_day(request, today=clock.today())
    group, sought = request.GET.get("nhom", ""), request.GET.get("tim", "").strip()
    try:
        found = [one for one in unconfirmed(on) if _is_wanted(one, group, fold(sought))]
        refused = ""
    except NotInForce as outside:
        found, refused = [], outside.sentence
    last = max(1, -(-len(found) // PAGE))
    current = min(max(_number(request.GET.get("trang", "")), 1), last)
    shown = found[(current - 1) * PAGE : current * PAGE]
    entered = waiting_ids(actor, on=on)
    context = {
        "crumbs": [Link("Quy định chờ đối chiếu")],
        "tabs": _tabs("waiting"),
        "on": on,
        "total": len(found),
        "unreadable": unreadable,
        "refused": refused,
        "rows": [(one, _href_of_entry(one.id, on), one.id in entered) for one in shown],
        "columns": WAITING_COLUMNS,
        "filters": [
            Filter("ngay", "Theo quy định của ngày", on.isoformat(), is_day=True),
            Filter("nhom", "Nhóm", group, GROUPS),
            Filter("tim", "Tìm theo tên", sought, is_wide=True),
        ],
        "pager": pager(current, last, query={"ngay": on.isoformat(), "nhom": group, "tim": sought}),
        "is_filtered": bool(group or sought),
        "may_enter": objection_to_proposing(actor) is None,
    }
    return page(request, "office/lawbook/waiting.html", context)


@require_http_methods(["GET"])
def readings(request: HttpRequest) -> HttpResponse:
    """Show every reading, newest first; the filter stays in the address."""
    wanted = request.GET.get("trang-thai", "")
    states = [State(wanted)] if wanted in State.__members__ else []
    choices = (
        Choice("", "Mọi trạng thái"),
        *(Choice(state.value, name) for state, name in STATE_NAMES.items()),
    )
    rows = readings_for(actor_of(request), states=states)
    context = {
        "crumbs": [Link("Giá trị đã nhập")],
        "tabs": _tabs("readings"),
        "rows": [(row, state_chip(row), span_said(row.since, row.until)) for row in rows],
        "columns": COLUMNS,
        "filters": [Filter("trang-thai", "Trạng thái", wanted, choices)],
        "is_filtered": bool(states),
    }
    return page(request, "office/lawbook/list.html", context)


@require_http_methods(["GET"])
def reading(request: HttpRequest, ref: str) -> HttpResponse:
    """Show one reading: old beside new, the document, the people."""
    shown = reading_page(actor_of(request), ref)
    context = {
        "crumbs": [
            Link("Giá trị đã nhập", reverse("office:readings")),
            Link(shown.row.name),
        ],
        "reading": shown,
        "case": reading_head(shown),
        "compared": compared(shown),
        "columns": COMPARED_COLUMNS,
        "document": document_card(shown),
        "readers": readers_of(shown.row),
        "events": events_shown(entries_about(("reading", ref))),
        "first_day": say_date(shown.row.since),
    }
    return page(request, "office/lawbook/show.html", context)


@require_http_methods(["GET"])
def reading_file(request: HttpRequest, ref: str) -> HttpResponse:
    """Hand out the document of a reading."""
    file = reading_page(actor_of(request), ref).document
    return download(read(file.ref), name=file.name, media_type=file.kind.media_type)


def _tabs(current: str) -> tuple[Tab, ...]:
    return (
        Tab("Chờ đối chiếu", reverse("office:waiting_texts"), current == "waiting"),
        Tab("Giá trị đã nhập", reverse("office:readings"), current == "readings"),
    )


def _is_wanted(one: Unconfirmed, group: str, sought: str) -> bool:
    return (not group or _group(one) == group) and sought in fold(one.name)


def _group(one: Unconfirmed) -> str:
    if one.id.startswith(WORDING):
        return "loi-van"
    return "rieng" if any(reader.route for reader in one.read_by) else "chung"


def _href_of_entry(id_: str, on: date) -> str:
    return f"{reverse('office:propose_reading')}?muc={id_}&ngay={on.isoformat()}"


def _number(written: str) -> int:
    return int(written) if written.isdecimal() else 1
