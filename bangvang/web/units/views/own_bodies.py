"""Which collectives a unit's own decision names: ticked among those below it."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bangvang.foundation import clock
from bangvang.foundation.objection import Refused
from bangvang.registry.actions.pick_own_bodies import pick_own_bodies
from bangvang.registry.selectors.own_bodies import own_bodies
from bangvang.registry.selectors.own_decisions import named_in, own_decision_line
from bangvang.registry.selectors.own_people import A_PAGE
from bangvang.web.components.pieces import Column, Filter, Link
from bangvang.web.door import actor_of
from bangvang.web.lists import page_number, pager_of
from bangvang.web.respond import done, page
from bangvang.web.units.forms.own import GradeForm
from bangvang.web.units.own_shown import grade_choices, own_name
from bangvang.web.units.views.own import way

LONGEST_QUERY = 100
COLUMNS = (
    Column("Chọn", "index", is_unseen=True),
    Column("Tập thể", "name"),
    Column("Thuộc"),
)


@require_http_methods(["GET", "POST"])
def pick(request: HttpRequest, ref: str) -> HttpResponse:
    """Show the collectives below the unit whom the words find, and take those who are ticked."""
    actor, today = actor_of(request), clock.today()
    line = own_decision_line(actor, ref)
    there_now = reverse("units:own_decision", args=[ref])
    given = request.POST if request.method == "POST" else None
    form = GradeForm(given, grades=grade_choices(line, today))
    words = request.GET.get("q", "").strip()[:LONGEST_QUERY]
    trouble = ""
    if request.method == "POST" and form.is_valid():
        ticked = request.POST.getlist("tap-the")
        try:
            added = pick_own_bodies(ref, ticked, grade=form.said, actor=actor, at=clock.now())
        except Refused as refusal:
            trouble = refusal.objection.sentence
        else:
            say = f"Đã chọn {len(set(ticked))} tập thể, {added} tập thể ghi thêm."
            return done(request, to=there_now, say=say)
    number = page_number(request)
    found = own_bodies(actor, words, on=today, page=number)
    there = named_in(actor, ref)
    context = {
        "name": own_name(line, today),
        "line": line,
        "form": form,
        "trouble": trouble,
        "filters": [Filter("q", "Tên tập thể", words)],
        "words": words,
        "count": found.count,
        "bodies": [(body, body.ref in there) for body in found.bodies],
        "columns": COLUMNS,
        "pager": pager_of(
            number, found.count, A_PAGE, query={"q": words} if words else {}, what="Tập thể"
        ),
        "crumbs": way(Link(own_name(line, today), there_now)),
    }
    return page(request, "units/own/pick_bodies.html", context, status=422 if trouble else 200)
