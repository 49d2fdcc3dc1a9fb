"""The letter to a unit about one row: what it will say, making it, its files."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from bangvang.accounts.selectors import name_holding
from bangvang.appraisal.actions.print_letter import print_letter
from bangvang.appraisal.actions.record_letter import record_letter
from bangvang.appraisal.permissions.letters import LETTER_RECORDED
from bangvang.appraisal.selectors.findings import findings_of
from bangvang.appraisal.selectors.letters import (
    LetterSeen,
    letter_file,
    letter_now,
    letters_for,
)
from bangvang.foundation import clock
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.files.selectors import read
from bangvang.foundation.objection import Refused, Unseen
from bangvang.nominations.selectors.nominations import nomination_row
from bangvang.web.components.pieces import FileCard
from bangvang.web.door import actor_of
from bangvang.web.files import letters_shown
from bangvang.web.findings import finding_shown
from bangvang.web.navigation import OFFICE
from bangvang.web.office.forms.letters import FIELD_OF, LetterForm
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
        "letters": office_letters(actor, ref),
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


@require_http_methods(["GET", "POST"])
def sign(request: HttpRequest, ref: str, letter_ref: str) -> HttpResponse:
    """Record number, day, signer and scan of a letter that was signed."""
    actor = actor_of(request)
    row = nomination_row(actor, ref)
    letter = next((one for one in letters_for(actor, ref) if one.ref == letter_ref), None)
    if letter is None:
        raise Unseen
    is_posted = request.method == "POST"
    form = LetterForm(*((request.POST, request.FILES) if is_posted else (None, None)))
    back = reverse("office:letters", args=[ref])
    if is_posted and form.is_valid():
        try:
            record_letter(ref, letter_ref, form.signing(), actor=actor, at=clock.now())
        except Refused as refusal:
            form.add_error(FIELD_OF.get(refusal.objection.code), refusal.objection.sentence)
        else:
            return done(request, to=back, say="Đã ghi; đơn vị đọc được số, ngày và bản quét.")
    context = {
        "row": row,
        "form": form,
        "why_not": LETTER_RECORDED.sentence if letter.signed else "",
        "back_href": back,
        "crumbs": [
            {"label": "Hồ sơ", "href": reverse("office:nominations")},
            {"label": row.name, "href": reverse("office:nomination", args=[ref])},
            {"label": "Thông báo", "href": back},
        ],
    }
    status = 422 if form.errors else 200
    return page(request, "office/nomination/record_letter.html", context, status=status)


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


def office_letters(actor: Actor, ref: str) -> list[tuple[LetterSeen, list[FileCard], str]]:
    """Return the letters about a row, with the way to record their signing for the office."""

    def record_href(letter: str) -> str:
        is_office = actor.has(*OFFICE)
        return reverse("office:record_letter", args=[ref, letter]) if is_office else ""

    return letters_shown(
        letters_for(actor, ref),
        lambda file: reverse("office:letter_file", args=[ref, file]),
        record_href,
    )
