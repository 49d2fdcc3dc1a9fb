"""The letter to a unit about one row: what it will say, making it, its files."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from bangvang.accounts.selectors import name_holding
from bangvang.appraisal.actions.print_letter import print_letter
from bangvang.appraisal.selectors.findings import findings_of
from bangvang.appraisal.selectors.letters import letter_file, letter_now, letters_for
from bangvang.foundation import clock
from bangvang.foundation.actor import Role
from bangvang.foundation.files.selectors import read
from bangvang.nominations.selectors.nominations import nomination_row
from bangvang.web.door import actor_of
from bangvang.web.files import letters_shown
from bangvang.web.findings import finding_shown
from bangvang.web.navigation import OFFICE
from bangvang.web.respond import done, download, page


@require_http_methods(["GET"])
def letters(request: HttpRequest, ref: str) -> HttpResponse:
    """Show the letters that were made, and what one made now would tell the unit."""
    actor = actor_of(request)
    row = nomination_row(actor, ref)
    found = findings_of([ref]).get(ref)
    objection = letter_now(actor, ref)
    told = found.appraisal.for_outside() if found else None
    context = {
        "row": row,
        "letters": letters_shown(
            letters_for(actor, ref), lambda file: reverse("office:letter_file", args=[ref, file])
        ),
        "may_make": objection is None,
        "why_not": objection.sentence if objection and actor.has(*OFFICE) else "",
        "finding": finding_shown(told, on=found.on_day, link_to=lambda _: "")
        if found and told and objection is None
        else None,
        "crumbs": [
            {"label": "Hồ sơ", "href": reverse("office:nominations")},
            {"label": row.name, "href": reverse("office:nomination", args=[ref])},
            {"label": "Thông báo"},
        ],
    }
    return page(request, "office/nomination/letters.html", context)


@require_POST
def make(request: HttpRequest, ref: str) -> HttpResponse:
    """Make the letter of the newest conclusion."""
    actor, now = actor_of(request), clock.now()
    head = name_holding(Role.OFFICE_HEAD, organisation_ref=actor.organisation_ref, on=clock.today())
    print_letter(ref, head_name=head, actor=actor, at=now)
    to = reverse("office:letters", args=[ref])
    return done(request, to=to, say="Đã lập thông báo. Đơn vị đọc được trên trang của dòng này.")


@require_http_methods(["GET"])
def file(request: HttpRequest, ref: str, file_ref: str) -> HttpResponse:
    """Hand out one file of a letter."""
    kept = letter_file(actor_of(request), ref, file_ref)
    return download(read(kept.ref), name=kept.name, media_type=kept.kind.media_type)
