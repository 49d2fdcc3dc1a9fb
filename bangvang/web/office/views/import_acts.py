"""What is said of an import before its rows come in: columns, letters, people, cells."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from bangvang.foundation import clock
from bangvang.foundation.files.kinds import FileKind
from bangvang.foundation.objection import Refused
from bangvang.registry.actions.agree_letters import agree_letters
from bangvang.registry.actions.choose_holder import choose_holder
from bangvang.registry.actions.map_columns import map_columns
from bangvang.registry.actions.mend_row import mend_row
from bangvang.registry.intake.row_shown import row_to_mend
from bangvang.registry.intake.sheet_shown import sheet_shown
from bangvang.registry.selectors.imports import import_seen
from bangvang.web.components.pieces import Link
from bangvang.web.door import actor_of
from bangvang.web.office.forms.imports import (
    ChooseForm,
    ColumnsForm,
    LettersForm,
    MendForm,
    columns_said,
)
from bangvang.web.office.imports_shown import cell_said, mends_said, problem_said
from bangvang.web.office.sheet_columns import sheet_context
from bangvang.web.office.views.imports import crumbs, import_page, refused_page
from bangvang.web.respond import done, page


@require_http_methods(["GET", "POST"])
def columns(request: HttpRequest, ref: str, sheet: int) -> HttpResponse:
    """Say which column of a sheet is what."""
    actor = actor_of(request)
    found, shown = import_seen(actor, ref), sheet_shown(actor, ref, sheet)
    form = ColumnsForm(
        request.POST or None,
        letters=shown.letters,
        headings=shown.headings,
        row_count=shown.row_count,
        initial=columns_said(shown.plan, found.version),
    )
    if request.method == "POST" and form.is_valid():
        version = form.cleaned_data["version"]
        try:
            map_columns(ref, sheet, form.plan(), version=version, actor=actor, at=clock.now())
        except Refused as refusal:
            form.add_error(None, refusal.objection.sentence)
            form.data = {**form.data.dict(), "version": found.version}  # type: ignore[attr-defined]  # a QueryDict
        else:
            return done(request, to=_href(ref), say="Đã đọc lại tệp theo các cột vừa chọn.")
    context = {
        "form": form,
        **sheet_context(
            shown,
            file_name=found.file.name,
            remembered_of=found.source_name,
            back_href=_href(ref),
            crumbs=crumbs(Link(found.file.name, _href(ref))),
        ),
    }
    status = 422 if form.errors else 200
    return page(request, "office/import/columns.html", context, status=status)


@require_POST
def letters(request: HttpRequest, ref: str) -> HttpResponse:
    """Agree to convert the letters, or take that back."""
    form = LettersForm(request.POST)
    if not form.is_valid():
        return import_page(request, ref, trouble="Hãy bấm lại nút chuyển chữ.", status=422)
    said = form.cleaned_data
    try:
        agree_letters(
            ref, said["encoding"], version=said["version"], actor=actor_of(request), at=clock.now()
        )
    except Refused as refusal:
        return refused_page(request, ref, refusal)
    say = "Đã chuyển chữ sang Unicode." if said["encoding"] else "Đã giữ chữ như trong tệp."
    return done(request, to=_href(ref), say=say)


@require_POST
def choose(request: HttpRequest, ref: str, sheet: int, row: int) -> HttpResponse:
    """Say whom a row means."""
    form = ChooseForm(request.POST)
    if not form.is_valid():
        sentence = f"Dòng {row}: hãy chọn một mục rồi bấm nút."
        return import_page(request, ref, trouble=sentence, status=422)
    said = form.cleaned_data
    try:
        choose_holder(
            ref,
            sheet,
            row,
            said["choice"],
            version=said["version"],
            actor=actor_of(request),
            at=clock.now(),
        )
    except Refused as refusal:
        return refused_page(request, ref, refusal)
    asked = request.GET.urlencode()
    return redirect(f"{_href(ref)}{'?' + asked if asked else ''}#dong-{sheet}-{row}")


@require_http_methods(["GET", "POST"])
def mend(request: HttpRequest, ref: str, sheet: int, row: int) -> HttpResponse:
    """Mend the cells of a row."""
    actor = actor_of(request)
    found, shown = import_seen(actor, ref), row_to_mend(actor, ref, sheet, row)
    places = [cell_said(found, cell.cell) for cell in shown.cells]
    form = MendForm(
        request.POST or None,
        cells=shown.cells,
        places=[f"{place[0].lower()}{place[1:]}" for place in places],
        initial={"version": found.version},
    )
    back = f"{_href(ref)}#dong-{sheet}-{row}"
    if request.method == "POST" and form.is_valid():
        version = form.cleaned_data["version"]
        try:
            count = mend_row(
                ref, sheet, row, form.texts(), version=version, actor=actor, at=clock.now()
            )
        except Refused as refusal:
            form.add_error(None, refusal.objection.sentence)
            form.data = {**form.data.dict(), "version": found.version}  # type: ignore[attr-defined]  # a QueryDict
        else:
            return done(request, to=_href(ref), say=f"Đã sửa {count} ô ở dòng {row}.")
    context = {
        "form": form,
        "found": found,
        "shown": shown,
        "is_word": found.file.kind is FileKind.DOCX,
        "problems": [problem_said(found, one) for one in shown.row.problems],
        "mends": mends_said(found, shown.row),
        "back": back,
        "crumbs": crumbs(Link(found.file.name, _href(ref))),
    }
    status = 422 if form.errors else 200
    return page(request, "office/import/mend.html", context, status=status)


def _href(ref: str) -> str:
    return reverse("office:import", args=[ref])
