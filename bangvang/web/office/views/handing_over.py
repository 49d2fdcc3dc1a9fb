"""Handing a list under appraisal to another officer."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bangvang.appraisal.actions.hand_over_list import hand_over_list
from bangvang.foundation import clock
from bangvang.foundation.objection import Refused
from bangvang.nominations.selectors.batches import batch_page
from bangvang.web.components.pieces import Link
from bangvang.web.door import actor_of
from bangvang.web.office.forms.charges import FIELD_OF, HandOverForm
from bangvang.web.office.officers import officers_on
from bangvang.web.respond import done, page


@require_http_methods(["GET", "POST"])
def hand_over(request: HttpRequest, ref: str) -> HttpResponse:
    """Ask to whom and why, and hand the list over."""
    actor = actor_of(request)
    shown = batch_page(actor, ref)
    officers = {one.ref: one for one in officers_on(clock.today())}
    others = [
        (one.ref, one.actor.name) for one in officers.values() if one.ref != shown.row.holder_ref
    ]
    form = HandOverForm(request.POST or None, officers=others, initial={"version": shown.version})
    href = reverse("office:batch", args=[ref])
    if request.method == "POST" and form.is_valid():
        to, reason = officers[form.cleaned_data["officer"]], form.cleaned_data["reason"]
        version = form.cleaned_data["version"]
        try:
            count = hand_over_list(ref, to, reason, version=version, actor=actor, at=clock.now())
        except Refused as refusal:
            field = FIELD_OF.get(refusal.objection.code)
            form.add_error(field if field in form.fields else None, refusal.objection.sentence)
        else:
            return done(request, to=href, say=f"Đã chuyển {count} dòng sang {to.actor.name}.")
    context = {
        "form": form,
        "batch": shown,
        "crumbs": [
            Link("Danh sách tiếp nhận", reverse("office:batches")),
            Link(shown.row.reference, href),
            Link("Chuyển người thẩm định"),
        ],
    }
    return page(request, "office/batch/hand_over.html", context, status=422 if form.errors else 200)
