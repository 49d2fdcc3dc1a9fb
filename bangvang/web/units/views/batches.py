"""Lists of the unit: from the draft to the receipt."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from bangvang.foundation import clock
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.audit.selectors import entries_about
from bangvang.foundation.files.selectors import read
from bangvang.foundation.objection import Refused
from bangvang.nominations.actions.attach_paper import attach_paper
from bangvang.nominations.actions.discard_batch import discard_batch
from bangvang.nominations.actions.explain_missing_paper import explain_missing_paper
from bangvang.nominations.actions.hand_back import hand_back
from bangvang.nominations.actions.hand_to_head import hand_to_head
from bangvang.nominations.actions.recall_batch import recall_batch
from bangvang.nominations.actions.remove_paper import remove_paper
from bangvang.nominations.actions.submit_batch import submit_batch
from bangvang.nominations.selectors.batches import (
    BatchRow,
    batch_page,
    batches_for,
    lower_batches_for,
)
from bangvang.nominations.selectors.nominations import nominations_for
from bangvang.nominations.selectors.paper_files import paper_file_for
from bangvang.nominations.selectors.reports import reports_standing
from bangvang.nominations.selectors.submission_letters import (
    letter_seen,
    may_word_letter,
    rows_of_letter,
)
from bangvang.nominations.states import BatchState, PaperKind, State
from bangvang.web.components.pieces import Column
from bangvang.web.deadlines import deadline_shown
from bangvang.web.door import actor_of
from bangvang.web.files import contents, paper_card
from bangvang.web.histories import events_shown
from bangvang.web.lists import some_of
from bangvang.web.nominations import award_called, state_chip
from bangvang.web.respond import done, download, page
from bangvang.web.shares import COLUMNS as SHARE_COLUMNS
from bangvang.web.shares import shares_shown
from bangvang.web.units.before_submitting import before_submitting
from bangvang.web.units.coming_in import files_of, taken
from bangvang.web.units.forms.batches import (
    HandBackForm,
    MissingPaperForm,
    PaperForm,
    RecallForm,
    SubmitForm,
    VersionForm,
)
from bangvang.web.units.lower_shown import rows_of_list
from bangvang.web.units.shown import batch_head, steps_of
from bangvang.web.units.told import untold_rows

LIST_COLUMNS = (
    Column("Danh sách", "name"),
    Column("Trạng thái"),
    Column("Số tiếp nhận", "mid"),
    Column("Đang ở"),
)
A_PAGE = 100
ROW_COLUMNS = (
    Column("Dòng", "index", is_number=True),
    Column("Cá nhân, tập thể", "name"),
    Column("Đề nghị", "mid"),
    Column("Trạng thái"),
)


@require_http_methods(["GET"])
def batches(request: HttpRequest) -> HttpResponse:
    """Show every list of the unit, what was handled last first."""
    actor = actor_of(request)
    found = batches_for(actor)
    context = {
        "batches": [(row, _of_before(row, actor)) for row in found],
        "columns": LIST_COLUMNS,
        "lower": len(lower_batches_for(actor)),
    }
    return page(request, "units/batch/list.html", context)


@require_http_methods(["GET"])
def batch(request: HttpRequest, ref: str) -> HttpResponse:
    """Show one list with its papers, its rows and what can be done with it now.

    One that waits at the reader's unit to be gathered has a page of its own.
    """
    return _batch_page(request, ref, {})


@require_POST
def attach(request: HttpRequest, ref: str) -> HttpResponse:
    """Attach a paper."""
    form = PaperForm(request.POST, files_of(request))
    if not form.is_valid():
        return _batch_page(request, ref, {"paper_form": form}, status=422)
    data, name = contents(form.cleaned_data["file"])
    kind = PaperKind(form.cleaned_data["kind"])
    try:
        attach_paper(ref, kind, data, original_name=name, actor=actor_of(request), at=clock.now())
    except Refused as refusal:
        form.add_error("file", refusal.objection.sentence)
        return _batch_page(request, ref, {"paper_form": form}, status=422)
    taken(request)
    return _back(request, ref, f"Đã đính kèm {kind.label.lower()}.")


@require_POST
def explain(request: HttpRequest, ref: str) -> HttpResponse:
    """Say why a paper is missing."""
    form = MissingPaperForm(request.POST)
    if not form.is_valid():
        return _batch_page(request, ref, {"missing_form": form}, status=422)
    kind = PaperKind(form.cleaned_data["kind"])
    reason = form.cleaned_data["reason"]
    explain_missing_paper(ref, kind, reason, actor=actor_of(request), at=clock.now())
    return _back(request, ref, f"Đã ghi lý do chưa có {kind.label.lower()}.")


@require_POST
def remove(request: HttpRequest, ref: str, paper_ref: str) -> HttpResponse:
    """Take a paper off the draft."""
    remove_paper(ref, paper_ref, actor=actor_of(request), at=clock.now())
    return _back(request, ref, "Đã gỡ giấy khỏi danh sách.")


@require_POST
def hand_over(request: HttpRequest, ref: str) -> HttpResponse:
    """Give the list to the head."""
    hand_to_head(ref, version=_version(request), actor=actor_of(request), at=clock.now())
    return _back(request, ref, "Đã chuyển danh sách để thủ trưởng xem và nộp.")


@require_http_methods(["GET", "POST"])
def discard(request: HttpRequest, ref: str) -> HttpResponse:
    """Ask, then throw the draft away."""
    if request.method == "POST":
        discard_batch(ref, version=_version(request), actor=actor_of(request), at=clock.now())
        return done(request, to=reverse("units:batches"), say="Đã bỏ bản nháp.")
    shown = batch_page(actor_of(request), ref)
    form = VersionForm(initial={"version": shown.version})
    return page(request, "units/batch/discard.html", {"batch": shown, "form": form})


@require_http_methods(["GET", "POST"])
def give_back(request: HttpRequest, ref: str) -> HttpResponse:
    """Give the list back to the officer, with a reason."""
    actor = actor_of(request)
    shown = batch_page(actor, ref)
    form = HandBackForm(request.POST or None, initial={"version": shown.version})
    if request.method == "POST" and form.is_valid():
        hand_back(
            ref,
            form.cleaned_data["reason"],
            version=form.cleaned_data["version"],
            actor=actor,
            at=clock.now(),
        )
        return _back(request, ref, "Đã trả danh sách cho cán bộ lập sửa lại.")
    status = 422 if form.errors else 200
    return page(
        request, "units/batch/hand_back.html", {"batch": shown, "form": form}, status=status
    )


@require_http_methods(["GET", "POST"])
def submit(request: HttpRequest, ref: str) -> HttpResponse:
    """Ask, then hand the list in and show the receipt."""
    actor = actor_of(request)
    shown = batch_page(actor, ref, on=clock.today())
    if shown.through and request.method == "GET":
        return redirect("units:send_up", ref=ref)
    form = SubmitForm(request.POST or None, initial={"version": shown.version})
    if request.method == "POST" and form.is_valid():
        try:
            reference = submit_batch(ref, **form.cleaned_data, actor=actor, at=clock.now())
        except Refused as refusal:
            form.add_error(None, refusal.objection.sentence)
        else:
            return done(
                request,
                to=reverse("units:receipt", args=[ref]),
                say=f"Đã nộp danh sách. Số tiếp nhận {reference}.",
            )
    context = {
        "batch": shown,
        "form": form,
        "late": clock.today() > shown.row.submit_by,
        **before_submitting(actor, rows_of_letter(actor, ref), today=clock.today()),
    }
    return page(request, "units/batch/submit.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def recall(request: HttpRequest, ref: str) -> HttpResponse:
    """Ask why, then take the list back."""
    actor = actor_of(request)
    shown = batch_page(actor, ref)
    form = RecallForm(request.POST or None, initial={"version": shown.version})
    if request.method == "POST" and form.is_valid():
        try:
            recall_batch(ref, **form.cleaned_data, actor=actor, at=clock.now())
        except Refused as refusal:
            form.add_error(None, refusal.objection.sentence)
        else:
            return _back(request, ref, "Đã thu hồi danh sách; sửa xong thủ trưởng nộp lại.")
    context = {"batch": shown, "form": form}
    return page(request, "units/batch/recall.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET"])
def receipt(request: HttpRequest, ref: str) -> HttpResponse:
    """Show the receipt of a list that was handed in."""
    actor = actor_of(request)
    shown = batch_page(actor, ref)
    if shown.row.state != BatchState.SUBMITTED:
        return _batch_page(request, ref, {})
    rows = nominations_for(actor, batch_ref=ref)
    return page(request, "units/batch/receipt.html", {"batch": shown, "rows": rows})


@require_http_methods(["GET"])
def paper(request: HttpRequest, paper_ref: str) -> HttpResponse:
    """Hand out a paper of the unit's own."""
    file_ref, name = paper_file_for(actor_of(request), paper_ref)
    return download(read(file_ref), name=name, media_type="application/octet-stream")


def _batch_page(
    request: HttpRequest, ref: str, forms: dict[str, object], *, status: int = 200
) -> HttpResponse:
    actor = actor_of(request)
    shown = batch_page(actor, ref, on=clock.today())
    is_own = shown.row.unit_ref == actor.organisation_ref
    if shown.row.state == BatchState.AT_SUPERIOR and not is_own:
        return redirect("units:lower_list", ref=ref)
    rows = sorted(rows_of_list(actor, ref), key=lambda row: row.source_row)
    is_draft = shown.row.state == BatchState.DRAFT
    here, pages = some_of(request, rows, A_PAGE, what="Dòng")
    reports = reports_standing([row.ref for row in here])
    context = {
        "batch": shown,
        "of_before": _of_before(shown.row, actor),
        "case": batch_head(shown, actor, today=clock.today()),
        "steps": steps_of(shown),
        "rows": [
            (row, award_called(row, clock.today()), state_chip(row), reports.get(row.ref))
            for row in here
        ],
        "pager": pages,
        "columns": ROW_COLUMNS,
        "shares": shares_shown(
            rows, today=clock.today(), outside=True, untold=untold_rows(actor, rows)
        ),
        "share_columns": SHARE_COLUMNS,
        "is_draft": is_draft,
        "gathered": any(row.state == State.GATHERED for row in rows),
        "letter": letter_seen(actor, ref),
        "may_write_letter": may_word_letter(actor, ref),
        "asked": [
            (asked, [(p.ref, paper_card(p, _paper_href(p.ref))) for p in asked.papers])
            for asked in shown.asked
        ],
        "others": [(p.ref, paper_card(p, _paper_href(p.ref))) for p in shown.other_papers],
        "account": actor.account_ref,
        "paper_form": PaperForm(auto_id="giay_%s"),
        "missing_form": MissingPaperForm(auto_id="thieu_%s"),
        "version_form": VersionForm(initial={"version": shown.version}),
        "events": events_shown(entries_about(("batch", ref))),
        "deadline": deadline_shown(shown.row.submit_by, today=clock.today()),
        "may_submit": actor.has(Role.UNIT_HEAD) and shown.row.state == BatchState.WITH_HEAD,
    }
    return page(request, "units/batch/show.html", context | forms, status=status)


def _of_before(row: BatchRow, actor: Actor) -> str:
    """Return whose list it is, if it is that of a unit that merged into the reader's."""
    return "" if row.unit_ref == actor.organisation_ref else row.unit_name


def _paper_href(ref: str) -> str:
    return reverse("units:paper", args=[ref])


def _version(request: HttpRequest) -> int:
    form = VersionForm(request.POST)
    return int(form.cleaned_data["version"]) if form.is_valid() else 0


def _back(request: HttpRequest, ref: str, say: str) -> HttpResponse:
    return done(request, to=reverse("units:batch", args=[ref]), say=say)
