"""The whole identity number of one person, once, for the head of the office, with a reason."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bangvang.foundation import clock
from bangvang.foundation.objection import Refused
from bangvang.registry.actions.reveal_identity_number import reveal_identity_number
from bangvang.registry.selectors.records import person_record
from bangvang.web.components.pieces import Link
from bangvang.web.door import actor_of
from bangvang.web.office.forms.merges import ReasonForm
from bangvang.web.respond import page


@require_http_methods(["GET", "POST"])
def reveal(request: HttpRequest, ref: str) -> HttpResponse:
    """Ask for the reason, then show the number on this answer and nowhere else.

    The number is not put into a message, a session or an address; reloading asks again.
    """
    actor = actor_of(request)
    person = person_record(actor, ref).person
    form = ReasonForm(request.POST if request.method == "POST" else None)
    number = ""
    if request.method == "POST" and form.is_valid():
        try:
            reason = form.cleaned_data["reason"]
            number = reveal_identity_number(ref, reason, actor=actor, at=clock.now())
        except Refused as refusal:
            form.add_error("reason", refusal.objection.sentence)
    back_href = reverse("office:person", args=[ref])
    context = {
        "crumbs": [
            Link("Người và tập thể", reverse("office:people")),
            Link(person.full_name, back_href),
        ],
        "person": person,
        "form": form,
        "number": number,
        "back_href": back_href,
    }
    status = 422 if form.errors else 200
    return page(request, "office/person/identity.html", context, status=status)
