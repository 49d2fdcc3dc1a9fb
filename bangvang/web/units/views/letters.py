"""The submission letter of a list: worded, printed as Word and PDF, finished for the signature."""

from dataclasses import asdict

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from bangvang.foundation import clock
from bangvang.foundation.documents.render import render
from bangvang.foundation.files.selectors import read
from bangvang.foundation.objection import Refused, Unseen, refuse_if
from bangvang.foundation.vietnamese import say_date
from bangvang.nominations.actions.finish_letter import NAME, finish_letter, reopen_letter
from bangvang.nominations.actions.write_letter import write_letter
from bangvang.nominations.documents.submission_letter import (
    first_letter,
    lines_of,
    submission_letter,
)
from bangvang.nominations.permissions import NO_ROWS, STALE
from bangvang.nominations.selectors.batches import BatchPage, batch_page
from bangvang.nominations.selectors.submission_letters import (
    LetterSeen,
    letter_seen,
    may_word_letter,
    rows_of_letter,
)
from bangvang.web.components.pieces import Fact, Link
from bangvang.web.door import actor_of
from bangvang.web.files import kept_card
from bangvang.web.respond import MEDIA_TYPES, done, download, page
from bangvang.web.units.forms.batches import VersionForm
from bangvang.web.units.forms.letters import LetterForm


@require_http_methods(["GET", "POST"])
def letter(request: HttpRequest, ref: str) -> HttpResponse:
    """Show the letter; save what was written over the version that was seen."""
    if request.method == "GET":
        return _letter_page(request, ref)
    form = LetterForm(request.POST)
    if not form.is_valid():
        return _letter_page(request, ref, form, status=422)
    version = form.cleaned_data["version"]
    try:
        write_letter(ref, form.text(), version=version, actor=actor_of(request), at=clock.now())
    except Refused as refusal:
        form.add_error(None, refusal.objection.sentence)
        stale = refusal.objection == STALE
        return _letter_page(request, ref, form, status=409 if stale else 422, stale=stale)
    return _back(request, ref, "Đã lưu tờ trình.")


@require_POST
def finish(request: HttpRequest, ref: str) -> HttpResponse:
    """Finish the letter."""
    try:
        finish_letter(ref, version=_version(request), actor=actor_of(request), at=clock.now())
    except Refused as refusal:
        return _letter_page(request, ref, trouble=refusal.objection.sentence, status=422)
    return _back(request, ref, "Đã chốt tờ trình. In, ký, đóng dấu rồi đính kèm bản quét.")


@require_POST
def reopen(request: HttpRequest, ref: str) -> HttpResponse:
    """Open a finished letter for writing."""
    reopen_letter(ref, version=_version(request), actor=actor_of(request), at=clock.now())
    return _back(request, ref, "Đã mở lại tờ trình để sửa.")


@require_http_methods(["GET"])
def file(request: HttpRequest, ref: str, which: str) -> HttpResponse:
    """Hand out the letter with its list: the kept print once finished, else as it stands."""
    if which not in ("docx", "pdf"):
        raise Unseen
    found = letter_seen(actor_of(request), ref)
    if found is None:
        raise Unseen
    kept = found.docx if which == "docx" else found.pdf
    try:
        data = read(kept.ref) if kept else _printed(request, ref, found, which)
    except Refused as refusal:
        return _letter_page(request, ref, trouble=refusal.objection.sentence, status=422)
    return download(data, name=f"{NAME}.{which}", media_type=MEDIA_TYPES[which])


def _printed(request: HttpRequest, ref: str, found: LetterSeen, which: str) -> bytes:
    rows = rows_of_letter(actor_of(request), ref)
    refuse_if(None if rows else NO_ROWS)
    printed = render(submission_letter(found.text, rows, on=clock.today()))
    return printed.docx if which == "docx" else printed.pdf


def _letter_page(
    request: HttpRequest,
    ref: str,
    form: LetterForm | None = None,
    *,
    trouble: str = "",
    status: int = 200,
    stale: bool = False,
) -> HttpResponse:
    actor = actor_of(request)
    batch = batch_page(actor, ref)
    found = letter_seen(actor, ref)
    version = found.version if found else 0
    context = {
        "crumbs": [
            Link("Danh sách", reverse("units:batch", args=[ref])),
            Link("Tờ trình"),
        ],
        "batch": batch,
        "letter": found,
        "facts": _facts(found) if found else (),
        "prints": _prints(ref, found),
        "form": form or LetterForm(initial=_initial(batch, found)),
        "newest": version if stale else None,
        "may_write": may_word_letter(actor, ref),
        "version_form": VersionForm(initial={"version": version}, auto_id="chot_%s"),
        "trouble": trouble,
    }
    return page(request, "units/letter/show.html", context, status=status)


def _initial(batch: BatchPage, found: LetterSeen | None) -> dict[str, object]:
    text = found.text if found else first_letter(batch.row.unit_name, batch.achievement_year)
    return {"version": found.version if found else 0, **asdict(text)}


def _facts(found: LetterSeen) -> tuple[Fact, ...]:
    """Return the saved letter, field by field, under the labels of the form."""
    fields = LetterForm.base_fields
    return tuple(
        Fact(str(fields[name].label), "; ".join(lines_of(text)))
        for name, text in asdict(found.text).items()
        if text
    )


def _prints(ref: str, found: LetterSeen | None) -> list[object]:
    kept = [found.docx, found.pdf] if found else []
    return [
        kept_card(
            one,
            reverse("units:letter_print", args=[ref, one.kind.value.lower()]),
            f"chốt ngày {say_date(one.stored_at.date())}",
        )
        for one in kept
        if one
    ]


def _version(request: HttpRequest) -> int:
    form = VersionForm(request.POST)
    return int(form.cleaned_data["version"]) if form.is_valid() else 0


def _back(request: HttpRequest, ref: str, say: str) -> HttpResponse:
    return done(request, to=reverse("units:submission_letter", args=[ref]), say=say)
