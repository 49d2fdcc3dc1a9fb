"""A row that an open bar stops after the ballot: who answers for going on."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bangvang.appraisal.actions.answer_bars import answer_bars
from bangvang.appraisal.selectors.barred import unanswered_bars
from bangvang.foundation import clock
from bangvang.foundation.objection import Refused
from bangvang.nominations.selectors.nominations import nomination_row
from bangvang.registry.selectors.bars import bars_of
from bangvang.registry.states import HolderKind
from bangvang.web.components.pieces import Link
from bangvang.web.door import actor_of
from bangvang.web.office.forms.bar_answers import FIELD_OF, BarAnswerForm
from bangvang.web.office.records_shown import bar_chip
from bangvang.web.respond import done, page


@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, ref: str) -> HttpResponse:
    """Show the bars that stop the row, and keep who answers for going on."""
    actor, today = actor_of(request), clock.today()
    row = nomination_row(actor, ref)
    form = BarAnswerForm(
        request.POST if request.method == "POST" else None, initial={"version": row.version}
    )
    back = reverse("office:nomination", args=[ref])
    if request.method == "POST" and form.is_valid():
        version = form.cleaned_data["version"]
        try:
            answer_bars(ref, form.said(), version=version, actor=actor, at=clock.now())
        except Refused as refusal:
            form.add_error(FIELD_OF.get(refusal.objection.code), refusal.objection.sentence)
        else:
            return done(request, to=back, say="Đã ghi ý kiến; dòng này được lập, trình ký tiếp.")
    left = unanswered_bars([ref], on=today).get(ref, frozenset())
    of = HolderKind.PERSON if row.is_person else HolderKind.ORGANISATION
    bars = bars_of(actor, of, row.person_ref or row.body_ref) if left else ()
    context = {
        "row": row,
        "form": form,
        "bars": [(bar, bar_chip(bar, on=today)) for bar in bars if bar.ref in left],
        "back_href": back,
        "crumbs": [
            Link("Hồ sơ", reverse("office:nominations")),
            Link(row.name, back),
            Link("Ý kiến của người có thẩm quyền"),
        ],
    }
    status = 422 if form.errors else 200
    return page(request, "office/nomination/answer_bars.html", context, status=status)
