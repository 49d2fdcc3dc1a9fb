"""From a spreadsheet to a draft: upload, preview row by row, choose between namesakes, save."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from bangvang.appraisal.facts import answers_to
from bangvang.foundation import clock
from bangvang.foundation.objection import Refused
from bangvang.law import catalogue_on
from bangvang.nominations.actions.choose_person import choose_person
from bangvang.nominations.actions.keep_upload import keep_upload
from bangvang.nominations.actions.save_drafts import save_drafts
from bangvang.nominations.intake.preview import preview_of
from bangvang.nominations.intake.template import template_workbook
from bangvang.nominations.selectors.batches import saved_as, upload_for
from bangvang.nominations.selectors.rounds import rounds
from bangvang.web.door import actor_of
from bangvang.web.files import contents
from bangvang.web.respond import MEDIA_TYPES, done, download, go_to, page
from bangvang.web.shares import COLUMNS as SHARE_COLUMNS
from bangvang.web.shares import preview_shares
from bangvang.web.units.coming_in import files_of, taken
from bangvang.web.units.forms.uploads import ChoiceForm, SaveForm, UploadForm
from bangvang.web.units.previewed import COLUMNS, preview_page, preview_shown


@require_http_methods(["GET"])
def template(_request: HttpRequest) -> HttpResponse:
    """Hand out the template of a list."""
    name = "mau-danh-sach-de-nghi.xlsx"
    return download(template_workbook(), name=name, media_type=MEDIA_TYPES["xlsx"])


@require_http_methods(["GET", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """Take a spreadsheet in; a file that is no list is refused in one sentence."""
    actor, today = actor_of(request), clock.today()
    form = UploadForm(
        request.POST or None,
        files_of(request) or None,
        rounds=[(r.ref, r.title) for r in rounds(open_on=today)],
        awards=[(line.award.code, line.name) for line in catalogue_on(today) if line.has_rule],
    )
    if request.method == "POST" and form.is_valid():
        data, name = contents(form.cleaned_data["file"])
        try:
            ref = keep_upload(
                data,
                original_name=name,
                round_ref=form.cleaned_data["round"],
                award_code=form.cleaned_data["award"],
                actor=actor,
                at=clock.now(),
            )
        except Refused as refusal:
            form.add_error("file", refusal.objection.sentence)
        else:
            taken(request)
            return redirect("units:preview", ref)
    status = 422 if form.errors else 200
    context = {"form": form, "account": actor.account_ref}
    return page(request, "units/upload/new.html", context, status=status)


@require_http_methods(["GET"])
def preview(request: HttpRequest, ref: str) -> HttpResponse:
    """Show what each row would become, before anything is saved."""
    return _preview_page(request, ref, "")


@require_POST
def choose(request: HttpRequest, ref: str, row: int) -> HttpResponse:
    """Say which of several namesakes a row means."""
    form = ChoiceForm(request.POST)
    if not form.is_valid():
        sentence = f"Dòng {row}: hãy chọn một người rồi bấm nút."
        return _preview_page(request, ref, sentence, status=422)
    choose_person(ref, row, form.cleaned_data["nguoi"], actor=actor_of(request), at=clock.now())
    return redirect(f"{reverse('units:preview', args=[ref])}#dong-{row}")


@require_POST
def save(request: HttpRequest, ref: str) -> HttpResponse:
    """Save the rows as a draft list."""
    form = SaveForm(request.POST)
    leave_out = form.is_valid() and form.cleaned_data["leave_out_bad"]
    try:
        batch = save_drafts(ref, leave_out_bad=leave_out, actor=actor_of(request), at=clock.now())
    except Refused as refusal:
        return _preview_page(request, ref, refusal.objection.sentence, status=422)
    return done(
        request,
        to=reverse("units:batch", args=[batch]),
        say="Đã lưu thành bản nháp. Đính kèm tờ trình và biên bản bình xét.",
    )


def _preview_page(
    request: HttpRequest, ref: str, trouble: str, *, status: int = 200
) -> HttpResponse:
    kept = upload_for(actor_of(request), ref)
    saved = saved_as(kept)
    if saved is not None:
        return go_to(request, reverse("units:batch", args=[saved]))
    found = preview_of(kept)
    today = clock.today()
    answers = answers_to(found.rows, on=today)
    shown = preview_shown(found, answers, on=today)
    context = preview_page(shown, request.GET.dict())
    context |= {
        "upload_ref": ref,
        "file_name": kept.file.original_name,
        "round_title": kept.round.title,
        "sheet": found.sheet,
        "list_problems": found.problems,
        "columns": COLUMNS,
        "shares": preview_shares(
            found.rows, answers, unit_ref=kept.unit.ref, unit_name=kept.unit.name, on=today
        ),
        "share_columns": SHARE_COLUMNS,
        "on": today,
        "trouble": trouble,
        "good": len(found.good_rows),
        "bad": [row.row for row in found.rows if not row.is_good],
    }
    return page(request, "units/upload/preview.html", context, status=status)
