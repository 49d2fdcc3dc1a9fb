"""Bodies: the tree of a day, one body through time, entering one, entering a province's places."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bangvang.foundation import clock
from bangvang.foundation.objection import Refused
from bangvang.registry.actions.load_places import load_places
from bangvang.registry.actions.register_organisation import register_organisation
from bangvang.registry.intake.places import communes_of, former_units_of, known_provinces
from bangvang.registry.selectors.body_pages import body_page
from bangvang.registry.selectors.body_tree import A_PAGE, body_choices, tree_on
from bangvang.registry.states import HolderKind
from bangvang.web.asked_day import asked_day
from bangvang.web.components.pieces import Column, Filter, Link
from bangvang.web.door import actor_of
from bangvang.web.lists import page_number, pager_of
from bangvang.web.merged import answers_for_merged
from bangvang.web.navigation import OFFICE
from bangvang.web.office.bodies_shown import (
    ALONE,
    EVENT_COLUMNS,
    NAME_COLUMNS,
    PARENT_COLUMNS,
    body_head,
    event_lines,
    way_to,
)
from bangvang.web.office.forms.bodies import FIELD_OF, BodyForm, PlacesForm
from bangvang.web.respond import done, page

LONGEST_QUERY = 100
COLUMNS = (Column("Cơ quan, đơn vị", "name"), Column("Viết tắt", "mid"), Column("Loại", "mid"))


@require_http_methods(["GET"])
def bodies(request: HttpRequest) -> HttpResponse:
    """Show the bodies of a day as a tree, or those whose name holds the words."""
    actor, today = actor_of(request), clock.today()
    on, told = asked_day(request, today=today)
    words = request.GET.get("q", "").strip()[:LONGEST_QUERY]
    number = page_number(request)
    found = tree_on(actor, on, words, page=number)
    query = {"q": words} if words else {}
    if on != today:
        query["ngay"] = on.isoformat()
    context = {
        "filters": [
            Filter("q", "Tên hoặc chữ viết tắt, gõ không dấu cũng được", words),
            Filter("ngay", "Vào ngày", on.isoformat(), is_day=True),
        ],
        "told": told,
        "words": words,
        "on": on,
        "is_past": on != today,
        "count": found.count,
        "lines": found.lines,
        "columns": COLUMNS,
        "may_enter": actor.has(*OFFICE),
        "pager": pager_of(number, found.count, A_PAGE, query=query, what="Đơn vị"),
    }
    return page(request, "office/body/list.html", context)


@require_http_methods(["GET"])
@answers_for_merged(HolderKind.ORGANISATION)
def body(request: HttpRequest, ref: str) -> HttpResponse:
    """Show what holds today, and names, parents and events of before."""
    actor = actor_of(request)
    shown = body_page(actor, ref, on=clock.today())
    context = {
        "crumbs": way_to(),
        "body": shown,
        "case": body_head(shown, actor),
        "name_columns": NAME_COLUMNS,
        "parent_columns": PARENT_COLUMNS,
        "event_columns": EVENT_COLUMNS,
        "events": event_lines(shown.events),
        "alone": ALONE,
    }
    return page(request, "office/body/show.html", context)


@require_http_methods(["GET", "POST"])
def register(request: HttpRequest) -> HttpResponse:
    """Enter a body."""
    actor = actor_of(request)
    form = BodyForm(request.POST or None, bodies=body_choices(actor))
    if request.method == "POST" and form.is_valid():
        try:
            ref = _register(request, form)
        except Refused as refusal:
            form.add_error(FIELD_OF.get(refusal.objection.code), refusal.objection.sentence)
        else:
            say = "Đã ghi đơn vị vào sổ."
            return done(request, to=reverse("office:body", args=[ref]), say=say)
    context = {
        "form": form,
        "crumbs": [*way_to(), Link("Ghi đơn vị")],
        "back_href": reverse("office:bodies"),
    }
    return page(request, "office/body/register.html", context, status=422 if form.errors else 200)


def _register(request: HttpRequest, form: BodyForm) -> str:
    said = form.cleaned_data
    return register_organisation(
        said["name"],
        kind=said["kind"],
        since=said["since"],
        until=said["until"],
        parent_ref=said["parent"] or None,
        abbreviation=said["abbreviation"],
        actor=actor_of(request),
        at=clock.now(),
    )


@require_http_methods(["GET", "POST"])
def places(request: HttpRequest) -> HttpResponse:
    """Enter the communes and former units of a province."""
    provinces = known_provinces()
    form = PlacesForm(
        request.POST if request.method == "POST" else None,
        provinces=[(one.code, f"{one.name} (mã {one.code})") for one in provinces],
        initial={"province": provinces[0].code},
    )
    if request.method == "POST" and form.is_valid():
        code = form.cleaned_data["province"]
        loaded = load_places(code, actor=actor_of(request), at=clock.now())
        say = (
            f"Đã nạp: thêm {loaded.entered} xã, phường; ghi mã cho {loaded.coded}; "
            f"đã có sẵn {loaded.there}. Thêm {loaded.former} đơn vị cũ."
        )
        return done(request, to=reverse("office:bodies"), say=say)
    context = {
        "form": form,
        "crumbs": [*way_to(), Link("Nạp đơn vị hành chính")],
        "back_href": reverse("office:bodies"),
        "provinces": [(one, len(communes_of(one)), len(former_units_of(one))) for one in provinces],
        "since": max(one.communes.on for one in provinces) if provinces else date.max,
    }
    return page(request, "office/body/places.html", context, status=422 if form.errors else 200)
