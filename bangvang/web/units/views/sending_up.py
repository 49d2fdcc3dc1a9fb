"""Handing a list in to the superior that gathers the lists of several units."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bangvang.foundation import clock
from bangvang.foundation.objection import Refused
from bangvang.nominations.actions.send_up import send_up as send
from bangvang.nominations.selectors.batches import batch_page
from bangvang.nominations.selectors.submission_letters import rows_of_letter
from bangvang.web.door import actor_of
from bangvang.web.respond import done, page
from bangvang.web.units.before_submitting import before_submitting
from bangvang.web.units.forms.batches import VersionForm


@require_http_methods(["GET", "POST"])
def send_up(request: HttpRequest, ref: str) -> HttpResponse:
    """Ask, then let the list wait at the superior."""
    actor = actor_of(request)
    shown = batch_page(actor, ref, on=clock.today())
    form = VersionForm(request.POST or None, initial={"version": shown.version})
    if request.method == "POST" and form.is_valid():
        version = form.cleaned_data["version"]
        try:
            to = send(ref, version=version, actor=actor, at=clock.now())
        except Refused as refusal:
            form.add_error(None, refusal.objection.sentence)
        else:
            return done(
                request, to=reverse("units:batch", args=[ref]), say=f"Đã nộp danh sách lên {to}."
            )
    if not shown.through and not form.errors:
        return redirect("units:batch", ref=ref)
    context = {
        "batch": shown,
        "form": form,
        **before_submitting(actor, rows_of_letter(actor, ref), today=clock.today()),
    }
    return page(request, "units/batch/send_up.html", context, status=422 if form.errors else 200)
