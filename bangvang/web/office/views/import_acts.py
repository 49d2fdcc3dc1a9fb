"""What is said of an import before its rows come in: columns, letters, people, cells."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from bangvang.foundation import clock
from bangvang.foundation.objection import Refused
from bangvang.registry.actions.choose_holder import choose_holder
from bangvang.web.door import actor_of
from bangvang.web.office.forms.imports import ChooseForm
from bangvang.web.office.views.imports import PAGES, import_page
from bangvang.web.office.views.incoming import (
    columns_page,
    letters_done,
    mend_page,
    refused_page,
)


@require_http_methods(["GET", "POST"])
def columns(request: HttpRequest, ref: str, sheet: int) -> HttpResponse:
    """Say which column of a sheet is what."""
    return columns_page(request, PAGES, ref, sheet)


@require_POST
def letters(request: HttpRequest, ref: str) -> HttpResponse:
    """Agree to convert the letters, or take that back."""
    return letters_done(request, PAGES, ref)


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
        return refused_page(request, PAGES, ref, refusal)
    asked = request.GET.urlencode()
    return redirect(f"{_href(ref)}{'?' + asked if asked else ''}#dong-{sheet}-{row}")


@require_http_methods(["GET", "POST"])
def mend(request: HttpRequest, ref: str, sheet: int, row: int) -> HttpResponse:
    """Mend the cells of a row."""
    return mend_page(request, PAGES, ref, sheet, row)


def _href(ref: str) -> str:
    return reverse("office:import", args=[ref])
