"""Which collective or household of the register a row means."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bangvang.appraisal.actions.link_body import link_body
from bangvang.appraisal.selectors.linkable import linkable_choices
from bangvang.foundation import clock
from bangvang.foundation.objection import Refused
from bangvang.nominations.selectors.nominations import nomination_for, nomination_row
from bangvang.web.components.pieces import Link
from bangvang.web.door import actor_of
from bangvang.web.office.forms.linking import LinkForm
from bangvang.web.respond import done, page

NEW_HOUSEHOLD, NEW_BODY = "office:register_household", "office:register_body"


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
