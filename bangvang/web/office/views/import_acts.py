"""What is said of an import before its rows come in: columns, letters, people, units."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from bangvang.foundation import clock
from bangvang.foundation.objection import Refused, Unseen
from bangvang.registry.actions.choose_holder import choose_holder
from bangvang.registry.actions.choose_unit import choose_unit
from bangvang.registry.selectors.import_rows import units_open
from bangvang.registry.selectors.imports import import_seen
from bangvang.registry.selectors.search import Asked, search
from bangvang.registry.states import HolderKind
from bangvang.web.components.pieces import Filter, Link
from bangvang.web.door import actor_of
from bangvang.web.office.forms.imports import ChooseForm, UnitForm
from bangvang.web.office.views.imports import PAGES, crumbs, import_page
from bangvang.web.office.views.incoming import (
    columns_page,
    letters_done,
    mend_page,
    refused_page,
)
from bangvang.web.respond import done, page

LONGEST_QUERY = 100

BODY = HolderKind.ORGANISATION.value


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


@require_http_methods(["GET", "POST"])
def unit(request: HttpRequest, ref: str, key: str) -> HttpResponse:
    """Say which organisation a name in the file means."""
    actor = actor_of(request)
    found = import_seen(actor, ref)
    asked = next((one for one in units_open(actor, ref) if one.key == key), None)
    if asked is None:
        raise Unseen
    form = UnitForm(request.POST or None, initial={"version": found.version})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            rows = choose_unit(
                ref, key, said["unit"], version=said["version"], actor=actor, at=clock.now()
            )
        except Refused as refusal:
            return refused_page(request, PAGES, ref, refusal)
        return done(request, to=_href(ref), say=f"Đã chọn đơn vị cho {rows} dòng.")
    words = request.GET.get("q", asked.name).strip()[:LONGEST_QUERY]
    kind = BODY if asked.is_person or not asked.apart else asked.apart
    among = Asked(words, kind=kind, with_apart=bool(asked.apart))
    units = search(actor, among).hits
    if not units and "q" not in request.GET:
        words, units = "", search(actor, replace(among, text="")).hits
    context = {
        "form": form,
        "found": found,
        "asked": asked,
        "words": words,
        "filters": [Filter("q", "Tên đơn vị, gõ không dấu cũng được", words)],
        "units": units,
        "crumbs": crumbs(Link(found.file.name, _href(ref))),
    }
    status = 422 if form.errors else 200
    return page(request, "office/import/unit.html", context, status=status)


def _href(ref: str) -> str:
    return reverse("office:import", args=[ref])
