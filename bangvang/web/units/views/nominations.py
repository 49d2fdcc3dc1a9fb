"""One row of the unit's: what became of it, and completing it when it came back."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from bangvang.appraisal.selectors.consulted import standing_of
from bangvang.appraisal.selectors.findings import FindingSeen, findings_of
from bangvang.appraisal.selectors.letters import letter_file, letters_for
from bangvang.foundation import clock
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.audit.selectors import entries_about
from bangvang.foundation.files.selectors import read
from bangvang.foundation.objection import Refused
from bangvang.nominations.actions.answer_remarks import answer_remarks
from bangvang.nominations.actions.attach_paper import attach_to_row
from bangvang.nominations.actions.complete_row import complete_row
from bangvang.nominations.actions.resubmit import resubmit
from bangvang.nominations.actions.withdraw import withdraw
from bangvang.nominations.selectors.batches import batch_page
from bangvang.nominations.selectors.nominations import NominationRow, nomination_row, papers_of
from bangvang.nominations.selectors.remarks import (
    ReturnSeen,
    differences_of,
    remarks_of,
    returns_of,
)
from bangvang.nominations.selectors.reports import reports_standing
from bangvang.nominations.selectors.stated import stated_about
from bangvang.nominations.states import PaperKind, State
from bangvang.web.components.finding_pieces import Finding
from bangvang.web.consulted import consulted_told
from bangvang.web.door import actor_of
from bangvang.web.files import contents, letters_shown, paper_card
from bangvang.web.findings import finding_shown
from bangvang.web.histories import events_shown
from bangvang.web.nominations import TOLD_TO_THE_UNIT, facts_of, nomination_head
from bangvang.web.questions import stated_shown
from bangvang.web.respond import done, download, page
from bangvang.web.units.coming_in import files_of, taken
from bangvang.web.units.forms.batches import PaperForm, ReplyForm, VersionForm, WithdrawForm
from bangvang.web.units.forms.remarks import AnswersForm
from bangvang.web.units.lower_shown import standing_to
from bangvang.web.units.reports_shown import steps_of_row
from bangvang.web.units.told import NOT_TOLD, untold_rows

ANSWER_ID = "yeu_cau_%s"
TOLD = frozenset(
    [
        "submit",
        "check",
        "send_up",
        "send_back",
        "give_back",
        "gather",
        "split_off",
        "return",
        "take_back",
        "begin_report",
        "finish_report",
        "reopen_report",
        "complete_row",
        "attach_to_row",
        "resubmit",
        "state_facts",
        "answer_remarks",
        "ask_of_parts",
        "withdraw",
        "release",
        "put_on_agenda",
        "forward",
        "grant",
        "refuse",
        "decline",
        "print_letter",
        "record_letter",
    ]
)
"""The acts of a row that its unit reads; what the office and the council weigh stays theirs."""


@require_http_methods(["GET"])
def nomination(request: HttpRequest, ref: str) -> HttpResponse:
    """Show one row: where it is, what the law said, what the unit is asked for."""
    return _nomination_page(request, ref, {})


@require_POST
def complete(request: HttpRequest, ref: str) -> HttpResponse:
    """Keep what the unit answers."""
    form = ReplyForm(request.POST, auto_id="tra_loi_%s")
    if form.is_valid():
        try:
            complete_row(ref, **form.cleaned_data, actor=actor_of(request), at=clock.now())
        except Refused as refusal:
            form.add_error(None, refusal.objection.sentence)
        else:
            return _back(request, ref, "Đã lưu nội dung bổ sung. Thủ trưởng nộp lại dòng này.")
    return _nomination_page(request, ref, {"reply_form": form}, status=422)


@require_POST
def answer(request: HttpRequest, ref: str) -> HttpResponse:
    """Keep the unit's answers to the office's remarks."""
    nomination_row(actor_of(request), ref)
    form = AnswersForm(request.POST, remarks=remarks_of(ref), auto_id=ANSWER_ID)
    if form.is_valid():
        said, version = form.answers(), form.cleaned_data["version"]
        try:
            left = answer_remarks(
                ref, said, version=version, actor=actor_of(request), at=clock.now()
            )
        except Refused as refusal:
            form.add_error(None, refusal.objection.sentence)
        else:
            done_ = f"còn {left} yêu cầu chưa trả lời" if left else "mọi yêu cầu đã có trả lời"
            return _back(request, ref, f"Đã lưu câu trả lời, {done_}.")
    return _nomination_page(request, ref, {"answers_form": form}, status=422)


@require_POST
def attach(request: HttpRequest, ref: str) -> HttpResponse:
    """Attach a paper to a returned row."""
    form = PaperForm(request.POST, files_of(request), auto_id="giay_%s")
    if form.is_valid():
        data, name = contents(form.cleaned_data["file"])
        kind = PaperKind(form.cleaned_data["kind"])
        try:
            attach_to_row(
                ref, kind, data, original_name=name, actor=actor_of(request), at=clock.now()
            )
        except Refused as refusal:
            form.add_error("file", refusal.objection.sentence)
        else:
            taken(request)
            return _back(request, ref, f"Đã đính kèm {kind.label.lower()}.")
    return _nomination_page(request, ref, {"paper_form": form}, status=422)


@require_POST
def hand_in_again(request: HttpRequest, ref: str) -> HttpResponse:
    """Send a completed row back to the office."""
    form = VersionForm(request.POST)
    version = form.cleaned_data["version"] if form.is_valid() else 0
    resubmit(ref, version=version, actor=actor_of(request), at=clock.now())
    return _back(request, ref, "Đã nộp lại.")


@require_http_methods(["GET", "POST"])
def take_back(request: HttpRequest, ref: str) -> HttpResponse:
    """Ask for a reason, then end the row."""
    row = nomination_row(actor_of(request), ref)
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        withdraw(ref, form.cleaned_data["reason"], actor=actor_of(request), at=clock.now())
        return _back(request, ref, f"Đã rút đề nghị đối với {row.name}.")
    status = 422 if form.errors else 200
    return page(
        request, "units/nomination/withdraw.html", {"row": row, "form": form}, status=status
    )


@require_http_methods(["GET"])
def letter(request: HttpRequest, ref: str, file_ref: str) -> HttpResponse:
    """Hand out a letter about the row."""
    kept = letter_file(actor_of(request), ref, file_ref)
    return download(read(kept.ref), name=kept.name, media_type=kept.kind.media_type)


def _nomination_page(
    request: HttpRequest, ref: str, forms: dict[str, object], *, status: int = 200
) -> HttpResponse:
    actor = actor_of(request)
    row = nomination_row(actor, ref)
    found = findings_of([ref]).get(ref)
    standing = standing_to(actor, row)
    is_own = standing.works_on
    returned = is_own and row.state in (State.RETURNED, State.SENT_BACK)
    waits = _why_nothing_told(actor, row, found) if found else ""
    finished = reports_standing([ref]).get(ref)
    returns = returns_of(ref)
    remarks = returns[0].remarks if row.state == State.RETURNED and is_own and returns else ()
    context = {
        "of_before": standing.of_before,
        "of_lower": standing.of_lower,
        "return_href": standing.return_href,
        "given_back_by": "Cơ quan thường trực" if row.state == State.RETURNED else "Cấp trên",
        "handed_in_by": "" if standing.is_in_own_list else row.nominating_unit,
        "row": row,
        "finished": finished,
        "steps": steps_of_row(
            finished=finished, papers_done=batch_page(actor, row.batch_ref).papers_in_order
        )
        if is_own and row.state == State.DRAFT
        else (),
        "case": nomination_head(row, today=clock.today()),
        "finding": _finding_told(found) if found and not waits else None,
        "waits": waits,
        "facts": facts_of(
            row,
            batch_href=standing.batch_href,
            origin_href=standing.origin_href,
            is_own=bool(row.person_ref) and not untold_rows(actor, [row]),
        ),
        "papers": [paper_card(p, reverse("units:paper", args=[p.ref])) for p in papers_of(ref)],
        "letters": letters_shown(
            letters_for(actor, ref), lambda file: reverse("units:letter_file", args=[ref, file])
        ),
        "consulted": consulted_told(standing_of(actor, ref)),
        "stated": stated_shown(stated_about(ref)),
        "may_state": is_own and row.state in (State.DRAFT, State.SENT_BACK, State.RETURNED),
        "returned": returned,
        "may_head": returned and standing.is_in_own_list and actor.has(Role.UNIT_HEAD),
        "remarks": remarks,
        "returns": [one for one in returns[bool(remarks) :] if one.remarks],
        "differences": differences_of(ref) if is_own and _came_back(row, returns) else (),
        "unanswered": sum(not one.answer for one in remarks),
        "answers_form": AnswersForm(remarks=remarks, auto_id=ANSWER_ID),
        "reply_form": ReplyForm(
            initial={"version": row.version, "reply": row.reply}, auto_id="tra_loi_%s"
        ),
        "account": actor.account_ref,
        "paper_form": PaperForm(auto_id="giay_%s"),
        "version_form": VersionForm(initial={"version": row.version}),
        "events": events_shown(
            line for line in entries_about(("nomination", ref)) if line.verb in TOLD
        ),
    }
    return page(request, "units/nomination/show.html", context | forms, status=status)


def _came_back(row: NominationRow, returns: Sequence[ReturnSeen]) -> bool:
    """Tell whether the newest return was the last word, and was not taken back by the office."""
    return bool(returns) and (row.state == State.RETURNED or bool(returns[0].handed_in_at))


def _finding_told(found: FindingSeen) -> Finding:
    """Return the stored answer as a unit may read it: recorded bars are the office's."""
    told = found.appraisal.for_outside()
    return finding_shown(told, on=found.on_day, link_to=lambda _: "")


def _why_nothing_told(actor: Actor, row: NominationRow, found: FindingSeen) -> str:
    """Say why the unit is not told the answer, in the same words whatever the office has found.

    Of somebody whom the register has outside the unit the reasons would tell the record.
    """
    if untold_rows(actor, [row]):
        return NOT_TOLD
    if not found.is_hidden_outside:
        return ""
    if row.state in TOLD_TO_THE_UNIT:
        return "Cơ quan thường trực đã ghi kết luận và lý do của dòng này; đơn vị đọc ở trang này."
    return "Chưa xét được: cơ quan thường trực đang xem xét, kết luận sẽ hiện ở trang này."


def _back(request: HttpRequest, ref: str, say: str) -> HttpResponse:
    return done(request, to=reverse("units:nomination", args=[ref]), say=say)
