"""Lists of postings come in: upload, preview row by row, entering, undoing."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from bangvang.foundation import clock
from bangvang.foundation.objection import Refused
from bangvang.foundation.vietnamese import say_number
from bangvang.registry.actions.ask_enter_postings import ask_enter_postings
from bangvang.registry.actions.choose_posted import choose_posted
from bangvang.registry.actions.match_postings_again import match_postings_again
from bangvang.registry.actions.take_posting_list import take_posting_list
from bangvang.registry.actions.undo_posting_list import undo_posting_list
from bangvang.registry.intake.readers import POSTING_LISTS
from bangvang.registry.selectors.posting_lists import (
    A_PAGE,
    ROWS_A_PAGE,
    PostingListSeen,
    posting_list_seen,
    posting_lists_found,
    posting_rows_found,
)
from bangvang.registry.states import RowState
from bangvang.web.components.pieces import Link
from bangvang.web.door import actor_of
from bangvang.web.files import contents
from bangvang.web.lists import page_number, pager_of
from bangvang.web.navigation import OFFICE
from bangvang.web.office.forms.imports import ChooseForm, UndoForm, VersionForm
from bangvang.web.office.forms.posting_lists import PostingColumnsForm, PostingListForm
from bangvang.web.office.imports_shown import IMPORT_CHIPS, WORDS, tally_of
from bangvang.web.office.imports_told import intake_tabs
from bangvang.web.office.posting_lists_shown import (
    COLUMNS,
    LIST_COLUMNS,
    posting_list_head,
    posting_rows_shown,
    postings_with_progress,
)
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
def posting_lists(request: HttpRequest) -> HttpResponse:
    """Show the lists, newest first."""
    actor, number = actor_of(request), page_number(request)
    found, count = posting_lists_found(actor, page=number)
    context = {
        "tabs": intake_tabs("posting_lists"),
        "lists": [(line, IMPORT_CHIPS[line.state]) for line in found],
        "columns": LIST_COLUMNS,
        "may_act": actor.has(*OFFICE),
        "pager": pager_of(number, count, A_PAGE, query={}, what="Danh sách"),
    }
    return page(request, "office/posting_list/list.html", context)


@require_http_methods(["GET", "POST"])
def take(request: HttpRequest) -> HttpResponse:
    """Take a list in; one that cannot be read is refused in one sentence."""
    actor = actor_of(request)
    form = PostingListForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        data, name = contents(form.cleaned_data["file"])
        try:
            taken = take_posting_list(data, original_name=name, actor=actor, at=clock.now())
        except Refused as refusal:
            form.add_error("file", refusal.objection.sentence)
        else:
            if not taken.is_new:
                messages.info(request, TOLD_BEFORE)
            return redirect("office:posting_list", taken.ref)
    status = 422 if form.errors else 200
    context = {"form": form, "crumbs": crumbs()}
    return page(request, "office/posting_list/new.html", context, status=status)


@require_http_methods(["GET"])
def show(request: HttpRequest, ref: str) -> HttpResponse:
    """Show what each row would become, or became; until then how far the reading is."""
    if told := answer_to_poll(request, postings_with_progress(actor_of(request), ref)[1]):
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
def columns(request: HttpRequest, ref: str, sheet: int) -> HttpResponse:
    """Say which column of a sheet is what."""
    return columns_page(request, PAGES, ref, sheet)


@require_http_methods(["GET", "POST"])
def mend(request: HttpRequest, ref: str, sheet: int, row: int) -> HttpResponse:
    """Mend the cells of a row."""
    return mend_page(request, PAGES, ref, sheet, row)


@require_POST
def choose(request: HttpRequest, ref: str, sheet: int, row: int) -> HttpResponse:
    """Say whom a row means."""
    form = ChooseForm(request.POST)
    if not form.is_valid():
        sentence = f"Dòng {row}: hãy chọn một người rồi bấm nút."
        return list_page(request, ref, trouble=sentence, status=422)
    said, actor = form.cleaned_data, actor_of(request)
    try:
        choose_posted(
            ref, sheet, row, said["choice"], version=said["version"], actor=actor, at=clock.now()
        )
    except Refused as refusal:
        return refused_page(request, PAGES, ref, refusal)
    asked = request.GET.urlencode()
    return redirect(f"{_href(ref)}{'?' + asked if asked else ''}#dong-{sheet}-{row}")


@require_POST
def match_again(request: HttpRequest, ref: str) -> HttpResponse:
    """Hold the rows that wait against the register of now."""
    try:
        changed = match_postings_again(ref, actor=actor_of(request), at=clock.now())
    except Refused as refusal:
        return refused_page(request, PAGES, ref, refusal)
    say = f"Đã đối chiếu lại với sổ: {say_number(changed)} dòng có kết quả khác trước."
    return done(request, to=_href(ref), say=say)


@require_POST
def enter(request: HttpRequest, ref: str) -> HttpResponse:
    """Have the rows entered that are ready."""
    form = VersionForm(request.POST)
    if not form.is_valid():
        return list_page(request, ref, trouble="Hãy bấm lại nút ghi vào sổ.", status=422)
    version, actor = form.cleaned_data["version"], actor_of(request)
    try:
        ask_enter_postings(ref, version=version, actor=actor, at=clock.now())
    except Refused as refusal:
        return refused_page(request, PAGES, ref, refusal)
    return done(request, to=_href(ref), say="Đã nhận yêu cầu ghi vào sổ.")


@require_http_methods(["GET", "POST"])
def undo(request: HttpRequest, ref: str) -> HttpResponse:
    """Ask before a whole list is undone, then undo it."""
    actor = actor_of(request)
    found = posting_list_seen(actor, ref)
    form = UndoForm(request.POST or None, initial={"version": found.version})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            count = undo_posting_list(
                ref, said["reason"], version=said["version"], actor=actor, at=clock.now()
            )
        except Refused as refusal:
            form.add_error(None, refusal.objection.sentence)
            form.data = {**form.data.dict(), "version": found.version}  # type: ignore[attr-defined]  # a QueryDict
        else:
            say = f"Đã hủy danh sách: rút {say_number(count)} công tác."
            return done(request, to=_href(ref), say=say)
    context = {"form": form, "found": found, "crumbs": crumbs(Link(found.file.name, _href(ref)))}
    status = 422 if form.errors else 200
    return page(request, "office/posting_list/undo.html", context, status=status)


def list_page(
    request: HttpRequest, ref: str, *, trouble: str = "", status: int = 200
) -> HttpResponse:
    """Show the list as it is now, with what went wrong above it."""
    actor = actor_of(request)
    found, progress = postings_with_progress(actor, ref)
    word = request.GET.get("loc", "")
    wanted = WORDS.get(word)
    number = page_number(request)
    rows, count = posting_rows_found(actor, ref, state=wanted or "", page=number)
    is_busy = progress is not None and progress.is_open
    may_act = actor.has(*OFFICE) and found.is_read and not is_busy
    query = {"loc": word} if wanted else {}
    context = {
        "crumbs": crumbs(),
        "case": posting_list_head(found, actor, may_act=may_act),
        **incoming_context(
            PAGES, found, actor, progress, can_read_again=may_act and found.state == "STAGED"
        ),
        "trouble": trouble,
        "may_act": may_act,
        "tally": tally_of(found, word if wanted else ""),
        "columns": COLUMNS,
        "rows": posting_rows_shown(actor, found, rows, may_act=may_act),
        "count": count,
        "ready": found.counts.get(RowState.READY, 0),
        "pager": pager_of(number, count, ROWS_A_PAGE, query=query, what="Dòng"),
    }
    return page(request, "office/posting_list/show.html", context, status=status)


def crumbs(*further: Link) -> list[Link]:
    """Return the way to a page of a list."""
    return [Link("Quá trình công tác", reverse("office:posting_lists")), *further]


def _href(ref: str) -> str:
    return reverse("office:posting_list", args=[ref])


def _file_name(found: PostingListSeen) -> str:
    return found.file.name


def _of_nobody(_found: PostingListSeen) -> str:
    return ""


PAGES = Pages(
    reader=POSTING_LISTS,
    name="posting_list",
    columns=PostingColumnsForm,
    columns_page="office/posting_list/columns.html",
    seen=posting_list_seen,
    title=_file_name,
    source=_of_nobody,
    crumbs=crumbs,
    show=list_page,
)
