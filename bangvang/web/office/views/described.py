"""The sex and the ethnic group of one person, entered or corrected."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bangvang.foundation import clock
from bangvang.foundation.objection import Refused
from bangvang.registry.actions.describe_person import describe_person
from bangvang.registry.selectors.records import person_record
from bangvang.web.components.pieces import Link
from bangvang.web.door import actor_of
from bangvang.web.office.forms.merges import DescribedForm
from bangvang.web.respond import done, page

FIELD_OF = {
    "NO_MERGE_REASON": "reason",
    "NUMBER_IN_REASON": "reason",
    "ETHNICITY_TOO_LONG": "ethnicity",
    "NO_SUCH_SEX": "sex",
}
"""Which field an objection speaks of."""


@require_http_methods(["GET", "POST"])
def describe(request: HttpRequest, ref: str) -> HttpResponse:
    """Enter both, or put the right ones in their place."""
    actor = actor_of(request)
    person = person_record(actor, ref).person
    stands = {"sex": person.sex, "ethnicity": person.ethnicity}
    seen = {f"seen_{name}": value for name, value in stands.items()}
    form = DescribedForm(request.POST if request.method == "POST" else None, initial=stands | seen)
    back_href = reverse("office:person", args=[ref])
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            describe_person(
                ref,
                (said["sex"], said["ethnicity"]),
                said["reason"],
                seen=(said["seen_sex"], said["seen_ethnicity"]),
                actor=actor,
                at=clock.now(),
            )
        except Refused as refusal:
            form.add_error(FIELD_OF.get(refusal.objection.code), refusal.objection.sentence)
        else:
            return done(request, to=back_href, say="Đã ghi giới tính, dân tộc.")
    context = {
        "crumbs": [
            Link("Người và tập thể", reverse("office:people")),
            Link(person.full_name, back_href),
        ],
        "person": person,
        "form": form,
        "back_href": back_href,
    }
    status = 422 if form.errors else 200
    return page(request, "office/person/described.html", context, status=status)
