"""The identity number of one person: shown once to the head with a reason, entered, corrected."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bangvang.foundation import clock
from bangvang.foundation.objection import Refused
from bangvang.registry.actions.enter_identity_number import enter_identity_number
from bangvang.registry.actions.reveal_identity_number import reveal_identity_number
from bangvang.registry.selectors.records import person_record
from bangvang.web.components.pieces import Link
from bangvang.web.door import actor_of
from bangvang.web.office.forms.merges import NumberForm, ReasonForm
from bangvang.web.respond import done, page

FIELD_OF = {
    "NOT_A_NUMBER": "number",
    "SAME_NUMBER": "number",
    "NUMBER_TAKEN": "number",
    "NO_MERGE_REASON": "reason",
    "NUMBER_IN_REASON": "reason",
}
"""Which field an objection to a number speaks of."""


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


@require_http_methods(["GET", "POST"])
def enter(request: HttpRequest, ref: str) -> HttpResponse:
    """Enter the number, or put the right one in its place; it is never shown again here."""
    actor = actor_of(request)
    person = person_record(actor, ref).person
    posted = request.POST if request.method == "POST" else None
    form = NumberForm(posted, initial={"seen_tail": person.identity_tail})
    back_href = reverse("office:person", args=[ref])
    if request.method == "POST" and form.is_valid():
        try:
            enter_identity_number(ref, **form.cleaned_data, actor=actor, at=clock.now())
        except Refused as refusal:
            form.add_error(FIELD_OF.get(refusal.objection.code), refusal.objection.sentence)
        else:
            return done(request, to=back_href, say="Đã ghi số định danh, che ở mọi trang.")
    if form.errors:
        form.data = {**form.data.dict(), "number": ""}  # type: ignore[attr-defined]  # a QueryDict
    context = {
        "crumbs": [
            Link("Người và tập thể", reverse("office:people")),
            Link(person.full_name, back_href),
        ],
        "person": person,
        "form": form,
        "corrects": bool(person.identity_digest),
        "back_href": back_href,
    }
    status = 422 if form.errors else 200
    return page(request, "office/person/enter_identity.html", context, status=status)
