"""Who heads a household: looking for the person, naming, taking back; the household's others."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bangvang.foundation import clock
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.vietnamese import fold
from bangvang.registry.actions.clear_householder import clear_householder
from bangvang.registry.actions.name_householder import name_householder
from bangvang.registry.selectors.apart_alike import others_apart
from bangvang.registry.selectors.hits import A_PAGE
from bangvang.registry.selectors.recipients import named_in
from bangvang.registry.selectors.records import CollectiveRecord, collective_record
from bangvang.registry.selectors.search import Asked, search
from bangvang.registry.states import HolderKind
from bangvang.web.components.pieces import Column, Filter, Link
from bangvang.web.door import actor_of
from bangvang.web.lists import page_number, pager_of
from bangvang.web.office.doubles_shown import compare_href
from bangvang.web.people import born_said
from bangvang.web.respond import done, page

LONGEST_QUERY = 100
PEOPLE_COLUMNS = (
    Column("Họ và tên", "name"),
    Column("Ngày sinh", "date"),
    Column("Đơn vị"),
    Column("Việc", "act"),
)
OTHER_COLUMNS = (Column("Tên", "name"), Column("Xã, phường hoặc nước"), Column("Việc", "act"))


@require_http_methods(["GET", "POST"])
def householder(request: HttpRequest, ref: str) -> HttpResponse:
    """Look for the person who heads a household, and link them; or take the link away."""
    actor = actor_of(request)
    found = collective_record(actor, ref)
    if not found.is_household:
        raise Unseen
    refused = ""
    if request.method == "POST":
        person, seen = request.POST.get("person", ""), request.POST.get("seen", "")
        try:
            if person:
                name_householder(ref, person, seen=seen, actor=actor, at=clock.now())
            else:
                clear_householder(ref, seen=seen, actor=actor, at=clock.now())
        except Refused as refusal:
            refused = refusal.objection.sentence
        else:
            said = "Đã ghi chủ hộ." if person else "Đã bỏ ghi chủ hộ."
            return done(request, to=reverse("office:collective", args=[ref]), say=said)
    return _page(request, found, refused)


def _page(request: HttpRequest, household: CollectiveRecord, refused: str) -> HttpResponse:
    words = request.GET.get("q", named_in(household.name)).strip()[:LONGEST_QUERY]
    number = page_number(request)
    asked = Asked(fold(words), kind=HolderKind.PERSON.value)
    people = search(actor_of(request), asked, page=number)
    back_href = reverse("office:collective", args=[household.ref])
    head = household.headed_by
    context = {
        "crumbs": [
            Link("Hộ gia đình, nước ngoài", reverse("office:recipients")),
            Link(household.name, back_href),
        ],
        "household": household,
        "head": head,
        "seen": head.ref if head else "",
        "refused": refused,
        "filters": [Filter("q", "Tên người hoặc tên đơn vị", words)],
        "columns": PEOPLE_COLUMNS,
        "rows": [(one, born_said(one.birth_on, one.birth_year)) for one in people.hits],
        "pager": pager_of(number, people.shown, A_PAGE, query={"q": words}, what="Người"),
        "back_href": back_href,
    }
    status = 409 if refused else 200
    return page(request, "office/recipient/householder.html", context, status=status)


@require_http_methods(["GET"])
def others(request: HttpRequest, ref: str) -> HttpResponse:
    """Look for another record of a household or a foreign collective, to compare the two."""
    given = request.GET.get("q")
    actor = actor_of(request)
    if given is None:
        given = named_in(collective_record(actor, ref).name)
    words = given.strip()[:LONGEST_QUERY]
    one, found = others_apart(actor, ref, words)
    context = {
        "crumbs": [
            Link("Hộ gia đình, nước ngoài", reverse("office:recipients")),
            Link(one.name, reverse("office:collective", args=[ref])),
        ],
        "name": one.name,
        "where": one.parent.name if one.parent else "",
        "filters": [Filter("q", "Tên", words)],
        "columns": OTHER_COLUMNS,
        "rows": [(other, compare_href(HolderKind.ORGANISATION, ref, other.ref)) for other in found],
    }
    return page(request, "office/recipient/others.html", context)
