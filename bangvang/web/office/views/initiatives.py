"""A recognised initiative: its authors are gathered in the address, then the decision entered."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bangvang.foundation import clock
from bangvang.foundation.objection import Refused
from bangvang.law import award_name
from bangvang.registry.actions.recognise_initiative import SCOPES, recognise_initiative
from bangvang.registry.selectors.naming import named
from bangvang.registry.selectors.records import person_record
from bangvang.registry.selectors.search import Asked, search
from bangvang.registry.states import HolderKind
from bangvang.web.components.pieces import Filter, Link
from bangvang.web.door import actor_of
from bangvang.web.office.forms.initiatives import FIELD_OF, InitiativeForm
from bangvang.web.people import born_said
from bangvang.web.respond import done, page

LONGEST_QUERY = 100
MOST_AUTHORS = 20


@require_http_methods(["GET", "POST"])
def recognise(request: HttpRequest, ref: str) -> HttpResponse:
    """Enter an initiative of this person and of the fellow authors named in the address."""
    actor, today = actor_of(request), clock.today()
    first = person_record(actor, ref).person
    refs = list(dict.fromkeys([ref, *request.GET.getlist("tac-gia")]))[:MOST_AUTHORS]
    who = named(actor, HolderKind.PERSON, refs)
    authors = [(one, who[one].name) for one in refs if one in who]
    form = InitiativeForm(
        request.POST or None,
        scopes=[(code, award_name(code, today)) for code in SCOPES],
        authors=authors,
    )
    if request.method == "POST" and form.is_valid():
        try:
            recognise_initiative(form.said(), form.shares(), actor=actor, at=clock.now())
        except Refused as refusal:
            field = FIELD_OF.get(refusal.objection.code)
            form.add_error(field, refusal.objection.sentence)
        else:
            return done(request, to=reverse("office:person", args=[ref]), say="Đã ghi vào sổ.")
    words = request.GET.get("q", "").strip()[:LONGEST_QUERY]
    fellows = [one for one, _ in authors if one != ref]
    context = {
        "name": first.full_name,
        "back": reverse("office:person", args=[ref]),
        "form": form,
        "authors": [(name, _address(fellows, without=one)) for one, name in authors if one != ref],
        "filters": [Filter("q", "Tìm đồng tác giả theo tên hoặc đơn vị", words)],
        "hidden": [("tac-gia", one) for one in fellows],
        "words": words,
        "found": [
            (p, born_said(p.birth_on, p.birth_year), _address([*fellows, p.ref]))
            for p in search(actor, Asked(words, kind=HolderKind.PERSON.value)).hits
            if p.ref not in who
        ],
        "crumbs": [
            Link("Người và tập thể", reverse("office:people")),
            Link(first.full_name, reverse("office:person", args=[ref])),
        ],
    }
    return page(
        request, "office/initiative/recognise.html", context, status=422 if form.errors else 200
    )


def _address(fellows: list[str], *, without: str = "") -> str:
    return "?" + urlencode([("tac-gia", one) for one in fellows if one != without])
