"""Which body, or which person, of the register a row means."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bangvang.appraisal.actions.link_body import link_body
from bangvang.appraisal.actions.link_person import link_person
from bangvang.appraisal.selectors.linkable import linkable_choices
from bangvang.appraisal.selectors.namesakes import Namesake, namesakes_of
from bangvang.foundation import clock
from bangvang.foundation.objection import Refused
from bangvang.nominations.intake.previewed import NEW
from bangvang.nominations.selectors.nominations import (
    NominationRow,
    nomination_for,
    nomination_row,
)
from bangvang.web.components.pieces import Link
from bangvang.web.door import actor_of
from bangvang.web.office.forms.linking import LinkForm, PersonForm
from bangvang.web.people import born_said
from bangvang.web.respond import done, page

NEW_HOUSEHOLD, NEW_BODY = "office:register_household", "office:register_body"

NOBODY = "Người mới, sổ khen thưởng chưa có"


@require_http_methods(["GET", "POST"])
def link(request: HttpRequest, ref: str) -> HttpResponse:
    """Show what the unit has in the register, and keep which of them is meant."""
    actor = actor_of(request)
    row = nomination_row(actor, ref)
    choices = linkable_choices(nomination_for(actor, ref))
    form = LinkForm(
        request.POST or None,
        initial={"version": row.version, "body_ref": row.body_ref},
        bodies=choices,
    )
    back = reverse("office:nomination", args=[ref])
    if request.method == "POST" and form.is_valid():
        try:
            link_body(ref, **form.cleaned_data, actor=actor, at=clock.now())
        except Refused as refusal:
            form.add_error(None, refusal.objection.sentence)
        else:
            return done(request, to=back, say="Đã gắn với sổ khen thưởng và đối chiếu lại.")
    is_household = row.subject == "household"
    context = {
        "row": row,
        "form": form,
        "choices": choices,
        "back_href": back,
        "new_href": reverse(NEW_HOUSEHOLD if is_household else NEW_BODY),
        "crumbs": [Link("Hồ sơ", reverse("office:nominations")), Link(row.name, back)],
    }
    return page(request, "office/nomination/link.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def person(request: HttpRequest, ref: str) -> HttpResponse:
    """Show who in the register has the name or number of the row, and keep who is meant."""
    actor = actor_of(request)
    row = nomination_row(actor, ref)
    back = reverse("office:nomination", args=[ref])
    namesakes = namesakes_of(nomination_for(actor, ref))
    form = PersonForm(
        request.POST or None,
        initial={"version": row.version, "person_ref": _chosen(row)},
        people=_choices(namesakes),
    )
    if request.method == "POST" and form.is_valid():
        try:
            link_person(ref, **form.cleaned_data, actor=actor, at=clock.now())
        except Refused as refusal:
            form.add_error(None, refusal.objection.sentence)
        else:
            return done(request, to=back, say="Đã ghi người được đề nghị là ai và đối chiếu lại.")
    context = {
        "row": row,
        "form": form,
        "born": born_said(row.birth_on, row.birth_year),
        "records": [Link(one.person.full_name, _record(one)) for one in namesakes],
        "back_href": back,
        "crumbs": [Link("Hồ sơ", reverse("office:nominations")), Link(row.name, back)],
    }
    status = 422 if form.errors else 200
    return page(request, "office/nomination/link_person.html", context, status=status)


def _choices(namesakes: tuple[Namesake, ...]) -> list[tuple[str, str]]:
    return [*((one.person.ref, _described(one)) for one in namesakes), (NEW, NOBODY)]


def _described(one: Namesake) -> str:
    seen = one.person
    born = f"sinh {born_said(seen.birth_on, seen.birth_year)}"
    parts = (seen.full_name, born, seen.position, seen.organisation_name)
    return f"{', '.join(part for part in parts if part)}. {one.why}"


def _record(one: Namesake) -> str:
    return reverse("office:person", args=[one.person.ref])


def _chosen(row: NominationRow) -> str:
    return NEW if row.is_somebody_new else row.person_ref
