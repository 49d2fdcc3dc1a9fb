"""Past awards come in: upload, preview row by row, entering, undoing."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from bangvang.foundation import clock
from bangvang.foundation.objection import Refused
from bangvang.registry.actions.ask_accept import ask_accept
from bangvang.registry.actions.ask_undo import ask_undo
from bangvang.registry.actions.take_import import take_import
from bangvang.registry.intake.readers import AWARDS
from bangvang.registry.selectors.body_tree import body_choices
from bangvang.registry.selectors.import_rows import (
    ROWS_A_PAGE,
    rows_found,
    rows_in_order,
    units_open,
)
from bangvang.registry.selectors.imports import A_PAGE, ImportSeen, import_seen, imports_found
from bangvang.registry.states import RowState
from bangvang.web.components.pieces import Link
from bangvang.web.door import actor_of
from bangvang.web.files import contents
from bangvang.web.lists import page_number, pager_of
from bangvang.web.navigation import OFFICE
from bangvang.web.office.forms.imports import AcceptForm, ColumnsForm, ImportForm, UndoForm
from bangvang.web.office.imports_report import report_of
from bangvang.web.office.imports_shown import (
    COLUMNS,
    IMPORT_CHIPS,
    LIST_COLUMNS,
    WORDS,
    head_of,
    rows_shown,
    tally_of,
)
from bangvang.web.office.imports_told import (
    entered_said,
    intake_tabs,
    seen_with_progress,
    taken_out_said,
)
from bangvang.web.office.views.incoming import (
    Pages,
    file_page,
    incoming_context,
    read_again_done,
    refused_page,
)
from bangvang.web.progress import answer_to_poll
from bangvang.web.respond import MEDIA_TYPES, done, download_pieces, page

TOLD_BEFORE = "Tệp này đã được tải lên trước đây; không nhập lần nữa. Đây là lần nhập đó."
CRUMBS = [("Nhập khen thưởng các năm trước", "office:imports")]


@require_http_methods(["GET"])
def imports(request: HttpRequest) -> HttpResponse:
    """Show the imports, newest first."""
    actor, number = actor_of(request), page_number(request)
    found = imports_found(actor, page=number)
    context = {
        "tabs": intake_tabs("imports"),
        "imports": [(line, IMPORT_CHIPS[line.state]) for line in found.imports],
        "columns": LIST_COLUMNS,
        "may_act": actor.has(*OFFICE),
        "pager": pager_of(number, found.count, A_PAGE, query={}, what="Lần nhập"),
    }
    return page(request, "office/import/list.html", context)


@require_http_methods(["GET", "POST"])
def stage(request: HttpRequest) -> HttpResponse:
    """Take a file in; one that cannot be read is refused in one sentence."""
    actor = actor_of(request)
    units = body_choices(actor)
    form = ImportForm(request.POST or None, request.FILES or None, units=units)
    if request.method == "POST" and form.is_valid():
        data, name = contents(form.cleaned_data["file"])
        source = form.cleaned_data["source"]
        try:
            staged = take_import(
                data, original_name=name, source_ref=source, actor=actor, at=clock.now()
            )
        except Refused as refusal:
            form.add_error("file", refusal.objection.sentence)
        else:
            if not staged.is_new:
                messages.info(request, TOLD_BEFORE)
            return redirect("office:import", staged.ref)
    status = 422 if form.errors else 200
    context = {"form": form, "crumbs": crumbs()}
    return page(request, "office/import/new.html", context, status=status)


@require_http_methods(["GET"])
def show(request: HttpRequest, ref: str) -> HttpResponse:
    """Show what each row would become, or became; until then how far the reading is."""
    actor = actor_of(request)
    if told := answer_to_poll(request, seen_with_progress(actor, ref)[1]):
        return told
    return import_page(request, ref)


@require_http_methods(["GET"])
def file(request: HttpRequest, ref: str) -> HttpResponse:
    """Hand out the file as it came."""
    return file_page(request, PAGES, ref)


@require_http_methods(["GET"])
def report(request: HttpRequest, ref: str) -> StreamingHttpResponse:
    """Hand out what became of every row."""
    actor = actor_of(request)
    found = import_seen(actor, ref)
    name = f"bao-cao-{found.file.name.rpartition('.')[0] or found.file.name}.xlsx"
    pieces = report_of(found, rows_in_order(actor, ref))
    return download_pieces(pieces, name=name, media_type=MEDIA_TYPES["xlsx"])


@require_POST
def accept(request: HttpRequest, ref: str) -> HttpResponse:
    """Have the rows entered that are ready."""
    actor = actor_of(request)
    form = AcceptForm(request.POST)
    if not form.is_valid():
        return import_page(request, ref, form=form, status=422)
    try:
        ask_accept(
            ref,
            version=form.cleaned_data["version"],
            with_newcomers=form.cleaned_data["newcomers"],
            complete_from=form.complete_from(),
            actor=actor,
            at=clock.now(),
        )
    except Refused as refusal:
        return refused_page(request, PAGES, ref, refusal)
    return done(request, to=reverse("office:import", args=[ref]), say="Đã nhận yêu cầu ghi vào sổ.")


@require_POST
def read_again(request: HttpRequest, ref: str) -> HttpResponse:
    """Have a file read whose reading failed."""
    return read_again_done(request, PAGES, ref)


@require_http_methods(["GET", "POST"])
def undo(request: HttpRequest, ref: str) -> HttpResponse:
    """Ask before a whole import is undone, then have it undone."""
    actor = actor_of(request)
    found = import_seen(actor, ref)
    form = UndoForm(request.POST or None, initial={"version": found.version})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            ask_undo(ref, said["reason"], version=said["version"], actor=actor, at=clock.now())
        except Refused as refusal:
            form.add_error(None, refusal.objection.sentence)
            form.data = {**form.data, "version": found.version}
        else:
            return done(request, to=_href(ref), say="Đã nhận yêu cầu hủy lần nhập.")
    context = {"form": form, "found": found, "crumbs": crumbs(Link(found.file.name, _href(ref)))}
    status = 422 if form.errors else 200
    return page(request, "office/import/undo.html", context, status=status)


def import_page(
    request: HttpRequest,
    ref: str,
    *,
    trouble: str = "",
    form: forms.Form | None = None,
    status: int = 200,
) -> HttpResponse:
    """Show the import as it is now, with what went wrong above it."""
    actor = actor_of(request)
    found, progress = seen_with_progress(actor, ref)
    word = request.GET.get("loc", "")
    wanted = WORDS.get(word)
    number = page_number(request)
    rows = rows_found(actor, ref, state=wanted or "", page=number)
    is_busy = progress is not None and progress.is_open
    may_act = actor.has(*OFFICE) and found.is_read and not is_busy
    ready = found.counts.get(RowState.READY, 0)
    context = {
        "crumbs": crumbs(),
        "case": head_of(found, actor),
        **incoming_context(
            PAGES, found, actor, progress, can_read_again=may_act and found.state == "STAGED"
        ),
        "entered": entered_said(found) if found.is_open else "",
        "taken_out": taken_out_said(found),
        "may_act": may_act,
        "units": units_open(actor, ref) if may_act else [],
        "tally": tally_of(found, word if wanted else ""),
        "columns": COLUMNS,
        "rows": rows_shown(actor, found, rows.rows, may_act=may_act),
        "shown": rows.count,
        "pager": pager_of(
            number, rows.count, ROWS_A_PAGE, query={"loc": word} if wanted else {}, what="Dòng"
        ),
        "ready": ready,
        "form": form or AcceptForm(initial={"version": found.version, "newcomers": True}),
        "trouble": trouble,
    }
    return page(request, "office/import/show.html", context, status=status)


def crumbs(*further: Link) -> list[Link]:
    """Return the way to a page of an import."""
    return [*(Link(label, reverse(name)) for label, name in CRUMBS), *further]


def _href(ref: str) -> str:
    return reverse("office:import", args=[ref])


def _file_name(found: ImportSeen) -> str:
    return found.file.name


def _source_name(found: ImportSeen) -> str:
    return found.source_name


PAGES = Pages(
    reader=AWARDS,
    name="import",
    columns=ColumnsForm,
    columns_page="office/import/columns.html",
    seen=import_seen,
    title=_file_name,
    source=_source_name,
    crumbs=crumbs,
    show=import_page,
)
