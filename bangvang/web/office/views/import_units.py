"""Which body a name of an import means: one of the register, or a new household or collective."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from bangvang.foundation import clock
from bangvang.foundation.objection import Refused
from bangvang.registry.actions.choose_new_body import choose_new_body
from bangvang.registry.actions.choose_unit import choose_unit
from bangvang.registry.permissions import STALE
from bangvang.registry.selectors.import_rows import UnitOpen, unit_asked
from bangvang.registry.selectors.imports import import_seen
from bangvang.registry.selectors.new_bodies import Places, places_for
from bangvang.registry.selectors.recipients import HOUSEHOLD, named_in
from bangvang.registry.selectors.search import Asked, search
from bangvang.registry.states import HolderKind
from bangvang.web.components.pieces import Filter, Link
from bangvang.web.door import actor_of
from bangvang.web.office.forms.imports import NewBodyForm, UnitForm
from bangvang.web.office.views.imports import PAGES, crumbs
from bangvang.web.office.views.incoming import refused_page
from bangvang.web.respond import done, page

LONGEST_QUERY = 100
BODY = HolderKind.ORGANISATION.value


@require_http_methods(["GET", "POST"])
def unit(request: HttpRequest, ref: str, key: str) -> HttpResponse:
    """Say which organisation a name in the file means."""
    actor = actor_of(request)
    version = import_seen(actor, ref).version
    asked = unit_asked(actor, ref, key)
    form = UnitForm(request.POST or None, initial={"version": version})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            rows = choose_unit(
                ref, key, said["unit"], version=said["version"], actor=actor, at=clock.now()
            )
        except Refused as refusal:
            return refused_page(request, PAGES, ref, refusal)
        return done(request, to=_href(ref), say=f"Đã chọn đơn vị cho {rows} dòng.")
    return _unit_page(request, ref, asked, form, _new_form(places_for(actor, asked), version))


@require_POST
def new_body(request: HttpRequest, ref: str, key: str) -> HttpResponse:
    """Say that it is a new one, and of which commune or below what."""
    actor = actor_of(request)
    version = import_seen(actor, ref).version
    asked = unit_asked(actor, ref, key)
    form = UnitForm(initial={"version": version})
    places = places_for(actor, asked)
    choices = places.choices if places else ()
    new = NewBodyForm(request.POST, choices=choices)
    if new.is_valid():
        said = new.cleaned_data
        try:
            rows = choose_new_body(
                ref, key, said["parent"], version=said["version"], actor=actor, at=clock.now()
            )
        except Refused as refusal:
            if refusal.objection == STALE:
                return refused_page(request, PAGES, ref, refusal)
            new.add_error("parent", refusal.objection.sentence)
        else:
            return done(request, to=_href(ref), say=f"Sẽ ghi mới cho {rows} dòng khi ghi vào sổ.")
    return _unit_page(request, ref, asked, form, new)


def _new_form(places: Places | None, version: int) -> NewBodyForm | None:
    if places is None:
        return None
    initial = {"version": version, "parent": places.written}
    return NewBodyForm(choices=places.choices, initial=initial)


def _unit_page(
    request: HttpRequest, ref: str, asked: UnitOpen, form: UnitForm, new: NewBodyForm | None
) -> HttpResponse:
    actor = actor_of(request)
    found = import_seen(actor, ref)
    is_home = asked.apart == HOUSEHOLD
    name = named_in(asked.name) if is_home else asked.name
    words = request.GET.get("q", name).strip()[:LONGEST_QUERY]
    kind = BODY if asked.is_person or not asked.apart else asked.apart
    among = Asked(words, kind=kind, with_apart=bool(asked.apart))
    units = search(actor, among).hits
    if not units and "q" not in request.GET and not is_home:
        words, units = "", search(actor, replace(among, text="")).hits
    label = "Tên hộ" if is_home else "Tên đơn vị"
    context = {
        "form": form,
        "new": new,
        "found": found,
        "asked": asked,
        "is_home": is_home,
        "words": words,
        "filters": [Filter("q", f"{label}, gõ không dấu cũng được", words)],
        "units": units,
        "crumbs": crumbs(Link(found.file.name, _href(ref))),
    }
    is_wrong = bool(form.errors or (new is not None and new.errors))
    return page(request, "office/import/unit.html", context, status=422 if is_wrong else 200)


def _href(ref: str) -> str:
    return reverse("office:import", args=[ref])
