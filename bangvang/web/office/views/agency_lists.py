"""Lists that other agencies send: taking one in, its rows, confirming ticked ones, undoing."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from bangvang.foundation import clock
from bangvang.foundation.objection import Refused
from bangvang.foundation.vietnamese import say_number
from bangvang.registry.actions.ask_match import ask_match
from bangvang.registry.actions.confirm_ticked_rows import confirm_ticked_rows
from bangvang.registry.actions.take_agency_list import take_agency_list
from bangvang.registry.actions.undo_agency_list import undo_agency_list
from bangvang.registry.actions.withdraw_notice import withdraw_notice
from bangvang.registry.intake.readers import AGENCY_LISTS
from bangvang.registry.selectors.agency_lists import (
    A_PAGE,
    AgencyListSeen,
    agencies_known,
    list_seen,
    lists_found,
)
from bangvang.registry.selectors.listed_rows import ROWS_A_PAGE, listed_rows_found, newly_known
from bangvang.registry.selectors.notices import notice_seen
from bangvang.web.components.pieces import Link
from bangvang.web.door import actor_of
from bangvang.web.files import contents
from bangvang.web.lists import page_number, pager_of
from bangvang.web.navigation import OFFICE
from bangvang.web.office.agency_lists_shown import (
    COLUMNS,
    HOLDER_PAGES,
    LIST_COLUMNS,
    WORDS,
    list_chip,
    list_head,
    list_tally,
    listed_shown,
)
from bangvang.web.office.forms.agency_lists import (
    FIELD_OF,
    AgencyListForm,
    ListColumnsForm,
    TickedForm,
)
from bangvang.web.office.forms.bars import WithdrawForm
from bangvang.web.office.forms.imports import UndoForm
from bangvang.web.office.imports_told import intake_tabs, list_with_progress
from bangvang.web.office.views.incoming import (
    Pages,
    columns_page,
    file_page,
    incoming_context,
    letters_done,
    mend_page,
    read_again_done,
    refused_page,
)
from bangvang.web.progress import answer_to_poll
from bangvang.web.respond import done, page

TOLD_BEFORE = "Tệp này đã được tải lên trước đây; không nhập lần nữa. Đây là danh sách đó."


@require_http_methods(["GET"])
def agency_lists(request: HttpRequest) -> HttpResponse:
    """Show the lists, newest first."""
    actor, number = actor_of(request), page_number(request)
    found = lists_found(actor, page=number)
    context = {
        "tabs": intake_tabs("agency_lists"),
        "lists": [(line, list_chip(line)) for line in found.lists],
        "columns": LIST_COLUMNS,
        "may_act": actor.has(*OFFICE),
        "pager": pager_of(number, found.count, A_PAGE, query={}, what="Danh sách"),
    }
    return page(request, "office/agency_list/list.html", context)


@require_http_methods(["GET", "POST"])
def take(request: HttpRequest) -> HttpResponse:
    """Take a list in; one that cannot be read is refused in one sentence."""
    actor = actor_of(request)
    form = AgencyListForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        data, name = contents(form.cleaned_data["file"])
        try:
            taken = take_agency_list(
                data, form.said(), original_name=name, actor=actor, at=clock.now()
            )
        except Refused as refusal:
            form.add_error(FIELD_OF.get(refusal.objection.code, "file"), refusal.objection.sentence)
        else:
            if not taken.is_new:
                messages.info(request, TOLD_BEFORE)
            return redirect("office:agency_list", taken.ref)
    context = {"form": form, "agencies": agencies_known(actor), "crumbs": list_crumbs()}
    status = 422 if form.errors else 200
    return page(request, "office/agency_list/new.html", context, status=status)


@require_http_methods(["GET"])
def show(request: HttpRequest, ref: str) -> HttpResponse:
    """Show whom each row may mean, or what became of it; until then how far the reading is."""
    if told := answer_to_poll(request, list_with_progress(actor_of(request), ref)[1]):
        return told
    return list_page(request, ref)


@require_http_methods(["GET"])
def file(request: HttpRequest, ref: str) -> HttpResponse:
    """Hand out the file as it came."""
    return file_page(request, PAGES, ref)


@require_POST
def read_again(request: HttpRequest, ref: str) -> HttpResponse:
    """Have a list read whose reading failed."""
    return read_again_done(request, PAGES, ref)


@require_POST
def letters(request: HttpRequest, ref: str) -> HttpResponse:
    """Agree to convert the letters, or take that back."""
    return letters_done(request, PAGES, ref)


@require_http_methods(["GET", "POST"])
def mend(request: HttpRequest, ref: str, sheet: int, row: int) -> HttpResponse:
    """Mend the cells of a row."""
    return mend_page(request, PAGES, ref, sheet, row)


@require_POST
def match_again(request: HttpRequest, ref: str) -> HttpResponse:
    """Have the waiting rows matched against the register of now."""
    try:
        ask_match(ref, actor=actor_of(request), at=clock.now())
    except Refused as refusal:
        return refused_page(request, PAGES, ref, refusal)
    return done(request, to=_href(ref), say="Đã nhận yêu cầu đối chiếu lại với sổ.")


@require_POST
def confirm_ticked(request: HttpRequest, ref: str) -> HttpResponse:
    """Confirm the ticked rows as the list says what they mean."""
    form = TickedForm(request.POST)
    ticked = form.ticked() if form.is_valid() else []
    try:
        count = confirm_ticked_rows(ref, ticked, actor=actor_of(request), at=clock.now())
    except Refused as refusal:
        return refused_page(request, PAGES, ref, refusal)
    return done(request, to=_href(ref), say=f"Đã xác nhận {say_number(count)} dòng.")


@require_http_methods(["GET", "POST"])
def columns(request: HttpRequest, ref: str, sheet: int) -> HttpResponse:
    """Say which column of a sheet is what."""
    return columns_page(request, PAGES, ref, sheet)


@require_http_methods(["GET", "POST"])
def undo(request: HttpRequest, ref: str) -> HttpResponse:
    """Ask before a whole list is undone, then undo it."""
    actor = actor_of(request)
    found = list_seen(actor, ref)
    form = UndoForm(request.POST or None, initial={"version": found.version})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            undone = undo_agency_list(
                ref, said["reason"], version=said["version"], actor=actor, at=clock.now()
            )
        except Refused as refusal:
            form.add_error(None, refusal.objection.sentence)
        else:
            say = f"Đã hủy danh sách: rút {undone.notices} lưu ý, {undone.bars} mục tạm dừng xét."
            return done(request, to=_href(ref), say=say)
    context = {
        "form": form,
        "found": found,
        "confirmed": found.counts.get("CONFIRMED", 0),
        "crumbs": list_crumbs(Link(found.topic_name, _href(ref))),
    }
    status = 422 if form.errors else 200
    return page(request, "office/agency_list/undo.html", context, status=status)


@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, ref: str) -> HttpResponse:
    """Take back a notice."""
    actor = actor_of(request)
    notice = notice_seen(actor, ref)
    back = reverse(HOLDER_PAGES[notice.holder], args=[notice.holder_ref])
    form = WithdrawForm(request.POST or None, initial={"version": notice.version})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            withdraw_notice(
                ref, said["reason"], version=said["version"], actor=actor, at=clock.now()
            )
        except Refused as refusal:
            form.add_error(None, refusal.objection.sentence)
        else:
            return done(request, to=back, say="Đã rút lưu ý.")
    context = {
        "form": form,
        "notice": notice,
        "back": back,
        "crumbs": [
            Link("Người và tập thể", reverse("office:people")),
            Link(notice.holder_name, back),
        ],
    }
    status = 422 if form.errors else 200
    return page(request, "office/agency_list/withdraw.html", context, status=status)


def list_crumbs(*further: Link) -> list[Link]:
    """Return the way to a page of a list."""
    return [Link("Danh sách cơ quan khác gửi", reverse("office:agency_lists")), *further]


def list_page(
    request: HttpRequest, ref: str, *, trouble: str = "", status: int = 200
) -> HttpResponse:
    """Show the list as it is now, with what went wrong above it."""
    actor = actor_of(request)
    found, progress = list_with_progress(actor, ref)
    word = request.GET.get("loc", "")
    wanted = WORDS.get(word)
    number = page_number(request)
    rows = listed_rows_found(actor, ref, state=wanted or "", page=number)
    is_busy = progress is not None and progress.is_open
    may_act = actor.has(*OFFICE) and found.is_read and not is_busy
    shown = listed_shown(found, rows.rows, may_act=may_act)
    query = {"loc": word} if wanted else {}
    context = {
        "crumbs": list_crumbs(),
        "case": list_head(found, actor, may_act=may_act),
        **incoming_context(
            PAGES, found, actor, progress, can_read_again=may_act and not found.are_decided
        ),
        "trouble": trouble,
        "newly_known": newly_known(actor, ref) if may_act else 0,
        "tally": list_tally(found.counts, word if wanted else ""),
        "columns": COLUMNS,
        "rows": shown,
        "count": rows.count,
        "may_tick": any(row.tick for row in shown),
        "pager": pager_of(number, rows.count, ROWS_A_PAGE, query=query, what="Dòng"),
    }
    return page(request, "office/agency_list/show.html", context, status=status)


def _href(ref: str) -> str:
    return reverse("office:agency_list", args=[ref])


def _topic(found: AgencyListSeen) -> str:
    return found.topic_name


def _agency(found: AgencyListSeen) -> str:
    return found.agency


PAGES = Pages(
    reader=AGENCY_LISTS,
    name="agency_list",
    columns=ListColumnsForm,
    columns_page="office/agency_list/columns.html",
    seen=list_seen,
    title=_topic,
    source=_agency,
    crumbs=list_crumbs,
    show=list_page,
)
