"""What the pages of every kind of file that comes in have in common.

`imports` and `agency_lists` say which kind it is; columns, letters, reading anew, mending a row
and handing out the file are the same acts for both.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from bangvang.foundation import clock
from bangvang.foundation.actor import Actor
from bangvang.foundation.files.kinds import FileKind
from bangvang.foundation.objection import Refused
from bangvang.registry.actions.agree_letters import agree_letters
from bangvang.registry.actions.map_columns import map_columns
from bangvang.registry.actions.mend_row import mend_row
from bangvang.registry.actions.open_incoming_file import open_incoming_file
from bangvang.registry.actions.read_import_again import read_import_again
from bangvang.registry.intake.readers import Reader
from bangvang.registry.intake.row_shown import row_to_mend
from bangvang.registry.intake.sheet_shown import sheet_shown
from bangvang.registry.permissions import STALE
from bangvang.web.components.pieces import Link, Progress
from bangvang.web.door import actor_of
from bangvang.web.navigation import OFFICE
from bangvang.web.office.forms.imports import (
    LettersForm,
    MendForm,
    SheetColumnsForm,
    VersionForm,
    columns_said,
)
from bangvang.web.office.imports_shown import LETTERS, mends_told, place_said
from bangvang.web.office.sheet_columns import sheet_context
from bangvang.web.respond import done, download, page

READING = "READING"


class ShowPage(Protocol):
    """Shows a file as it is now, with what went wrong above it."""

    def __call__(
        self, request: HttpRequest, ref: str, *, trouble: str = "", status: int = 200
    ) -> HttpResponse:
        """Return the page."""


@dataclass(frozen=True)
class Pages:
    """The pages of one kind of file.

    Attributes:
        reader: which kind it is.
        name: the address of one file; `import` has `import_columns` and so on beside it.
        columns: the form that says which column is what.
        columns_page: the template of that.
        seen: returns one file as its pages show it.
        title: what the way back to it is called.
        source: whose choice of columns is remembered.
        crumbs: the way to its pages.
        show: its page.
    """

    reader: Reader
    name: str
    columns: type[SheetColumnsForm]
    columns_page: str
    seen: Callable[[Actor, str], Any]
    title: Callable[[Any], str]
    source: Callable[[Any], str]
    crumbs: Callable[..., list[Link]]
    show: ShowPage

    def href(self, ref: str, act: str = "", *more: int) -> str:
        """Return the address of a file, or of what is done with it."""
        name = f"{self.name}_{act}" if act else self.name
        return reverse(f"office:{name}", args=[ref, *more])


def file_page(request: HttpRequest, pages: Pages, ref: str) -> HttpResponse:
    """Hand out the file as it came; that it was opened is recorded."""
    actor = actor_of(request)
    kept, content = open_incoming_file(ref, of=pages.reader, actor=actor, at=clock.now())
    return download(content, name=kept.name, media_type=kept.kind.media_type)


def columns_page(request: HttpRequest, pages: Pages, ref: str, sheet: int) -> HttpResponse:
    """Say which column of a sheet is what."""
    actor, of = actor_of(request), pages.reader
    found, shown = pages.seen(actor, ref), sheet_shown(actor, ref, sheet, of=of)
    form = pages.columns(
        request.POST or None,
        letters=shown.letters,
        headings=shown.headings,
        row_count=shown.row_count,
        initial=columns_said(shown.plan, found.version, of.fields),
    )
    if request.method == "POST" and form.is_valid():
        version = form.cleaned_data["version"]
        try:
            map_columns(
                ref, sheet, form.plan(), version=version, of=of, actor=actor, at=clock.now()
            )
        except Refused as refusal:
            form.add_error(None, refusal.objection.sentence)
            form.data = {**form.data.dict(), "version": found.version}  # type: ignore[attr-defined]  # a QueryDict
        else:
            return done(request, to=pages.href(ref), say="Đọc lại tệp theo các cột vừa chọn.")
    back = pages.href(ref)
    context = {
        "form": form,
        **sheet_context(
            shown,
            file_name=found.file.name,
            remembered_of=pages.source(found),
            back_href=back,
            crumbs=pages.crumbs(Link(pages.title(found), back)),
        ),
    }
    status = 422 if form.errors else 200
    return page(request, pages.columns_page, context, status=status)


def letters_done(request: HttpRequest, pages: Pages, ref: str) -> HttpResponse:
    """Agree to convert the letters, or take that back."""
    form = LettersForm(request.POST)
    if not form.is_valid():
        return pages.show(request, ref, trouble="Hãy bấm lại nút chuyển chữ.", status=422)
    said, actor = form.cleaned_data, actor_of(request)
    try:
        agree_letters(
            ref,
            said["encoding"],
            version=said["version"],
            of=pages.reader,
            actor=actor,
            at=clock.now(),
        )
    except Refused as refusal:
        return refused_page(request, pages, ref, refusal)
    say = "Đã chuyển chữ sang Unicode." if said["encoding"] else "Đã giữ chữ như trong tệp."
    return done(request, to=pages.href(ref), say=say)


def read_again_done(request: HttpRequest, pages: Pages, ref: str) -> HttpResponse:
    """Have a file read whose reading failed."""
    form = VersionForm(request.POST)
    if not form.is_valid():
        return pages.show(request, ref, trouble="Hãy bấm lại nút đọc tệp.", status=422)
    version, actor = form.cleaned_data["version"], actor_of(request)
    try:
        read_import_again(ref, version=version, of=pages.reader, actor=actor, at=clock.now())
    except Refused as refusal:
        return refused_page(request, pages, ref, refusal)
    return done(request, to=pages.href(ref), say="Đã nhận yêu cầu đọc lại tệp.")


def mend_page(request: HttpRequest, pages: Pages, ref: str, sheet: int, row: int) -> HttpResponse:
    """Mend the cells of a row."""
    actor, of = actor_of(request), pages.reader
    found, shown = pages.seen(actor, ref), row_to_mend(actor, ref, sheet, row, of=of)
    is_word = found.file.kind is FileKind.DOCX
    places = [place_said(cell.cell, is_word=is_word) for cell in shown.cells]
    form = MendForm(
        request.POST or None,
        cells=shown.cells,
        places=[f"{place[0].lower()}{place[1:]}" for place in places],
        initial={"version": found.version},
    )
    if request.method == "POST" and form.is_valid():
        version = form.cleaned_data["version"]
        try:
            count = mend_row(
                ref, sheet, row, form.texts(), version=version, of=of, actor=actor, at=clock.now()
            )
        except Refused as refusal:
            form.add_error(None, refusal.objection.sentence)
            form.data = {**form.data.dict(), "version": found.version}  # type: ignore[attr-defined]  # a QueryDict
        else:
            return done(request, to=pages.href(ref), say=f"Đã sửa {count} ô ở dòng {row}.")
    context = {
        "form": form,
        "found": found,
        "shown": shown,
        "is_word": is_word,
        "problems": [
            f"{place_said(one['cell'], is_word=is_word)}: {one['text']}" for one in shown.problems
        ],
        "mends": mends_told(shown.mends, is_word=is_word),
        "back": f"{pages.href(ref)}#dong-{sheet}-{row}",
        "crumbs": pages.crumbs(Link(pages.title(found), pages.href(ref))),
    }
    status = 422 if form.errors else 200
    return page(request, "office/incoming/mend.html", context, status=status)


def refused_page(request: HttpRequest, pages: Pages, ref: str, refusal: Refused) -> HttpResponse:
    """Show the file as it is now and say why the act was not done."""
    status = 409 if refusal.objection == STALE else 422
    return pages.show(request, ref, trouble=refusal.objection.sentence, status=status)


def incoming_context(
    pages: Pages, found: Any, actor: Actor, progress: Progress | None, *, can_read_again: bool
) -> dict[str, Any]:
    """Return what the page of a file says of the file itself: how far, how read, which letters."""
    is_busy = progress is not None and progress.is_open
    fields, ref = pages.reader.fields, found.ref
    return {
        "found": found,
        "progress": progress,
        "is_word": found.file.kind is FileKind.DOCX,
        "letters": LETTERS.get(found.encoding or found.proposed_encoding, ""),
        "letters_href": pages.href(ref, "letters"),
        "can_read": actor.has(*OFFICE) and found.state == READING and not is_busy,
        "read_href": pages.href(ref, "read"),
        "can_read_again": can_read_again,
        "sheets": [
            (
                sheet,
                [(letter, fields[name]) for letter, name in sheet["columns"]],
                pages.href(ref, "columns", sheet["number"]),
            )
            for sheet in found.sheets
        ],
    }
