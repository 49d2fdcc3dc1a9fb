"""The ladders of the unit's own people."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bangvang.appraisal.ladder import ladder_of
from bangvang.foundation import clock
from bangvang.law import Subject
from bangvang.registry.selectors.own_people import (
    A_PAGE,
    has_households,
    own_households,
    own_people,
    own_person,
)
from bangvang.registry.states import HolderKind
from bangvang.web.components.pieces import Column, Filter, Link, Tab
from bangvang.web.door import actor_of
from bangvang.web.ladders import ladder_shown
from bangvang.web.lists import page_number, pager_of
from bangvang.web.merged import answers_for_merged
from bangvang.web.people import born_said
from bangvang.web.respond import page

LONGEST_QUERY = 100
COLUMNS = (
    Column("Họ và tên", "name"),
    Column("Ngày sinh", "date"),
    Column("Đơn vị"),
)
HOUSEHOLD_COLUMNS = (
    Column("Tên hộ", "name"),
    Column("Xã, phường"),
    Column("Lượt khen thưởng", "num", is_number=True),
)


@require_http_methods(["GET"])
def people(request: HttpRequest) -> HttpResponse:
    """Show the unit's people whom the words may mean, by name; the words stay in the address."""
    words = request.GET.get("q", "").strip()[:LONGEST_QUERY]
    number = page_number(request)
    actor = actor_of(request)
    found = own_people(actor, words, page=number)
    context = {
        "tabs": _tabs("people") if has_households(actor) else (),
        "filters": [Filter("q", "Tên người hoặc tên đơn vị trực thuộc", words)],
        "words": words,
        "count": found.count,
        "people": [(p, born_said(p.birth_on, p.birth_year)) for p in found.people],
        "columns": COLUMNS,
        "pager": pager_of(
            number, found.count, A_PAGE, query={"q": words} if words else {}, what="Người"
        ),
    }
    return page(request, "units/ladder/list.html", context)


@require_http_methods(["GET"])
def households(request: HttpRequest) -> HttpResponse:
    """Show the households of the unit's commune whose name the words may mean."""
    words = request.GET.get("q", "").strip()[:LONGEST_QUERY]
    number = page_number(request)
    found = own_households(actor_of(request), words, page=number)
    context = {
        "tabs": _tabs("households"),
        "filters": [Filter("q", "Tên hộ", words)],
        "words": words,
        "count": found.count,
        "households": found.households,
        "columns": HOUSEHOLD_COLUMNS,
        "pager": pager_of(
            number, found.count, A_PAGE, query={"q": words} if words else {}, what="Hộ"
        ),
    }
    return page(request, "units/ladder/households.html", context)


def _tabs(current: str) -> tuple[Tab, ...]:
    return (
        Tab("Người", reverse("units:ladders"), current == "people"),
        Tab("Hộ gia đình", reverse("units:households"), current == "households"),
    )


@require_http_methods(["GET"])
@answers_for_merged(HolderKind.PERSON)
def person(request: HttpRequest, ref: str) -> HttpResponse:
    """Show the ladder of one of the unit's people."""
    found = own_person(actor_of(request), ref)
    who = found.person
    ladder = ladder_of(found.history, Subject.PERSON, on=clock.today())
    context = {
        "crumbs": [Link("Lộ trình khen thưởng", reverse("units:ladders")), Link(who.full_name)],
        "title": who.full_name,
        "lede": ", ".join(
            part
            for part in (
                f"Sinh {born_said(who.birth_on, who.birth_year)}",
                who.position,
                who.organisation_name,
            )
            if part
        ),
        "ladder": ladder_shown(ladder, request.GET.get("mo", ""), lambda _: ""),
    }
    return page(request, "units/ladder/show.html", context)
