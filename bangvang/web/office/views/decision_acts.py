"""What is done with a decision: its text, the record of its signing, its answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.utils.datastructures import MultiValueDict
from django.views.decorators.http import require_http_methods, require_POST

from bangvang.decisions.actions.confirm_answer import confirm_answer
from bangvang.decisions.actions.confirm_signing import confirm_signing
from bangvang.decisions.actions.record_answer import record_answer
from bangvang.decisions.actions.record_signing import record_signing
from bangvang.decisions.actions.reprint import reprint
from bangvang.decisions.actions.revise import revise
from bangvang.decisions.actions.send_back_answer import send_back_answer
from bangvang.decisions.actions.send_back_signing import send_back_signing
from bangvang.decisions.documents.wording import answer_title
from bangvang.decisions.permissions import STALE
from bangvang.decisions.selectors.pages import DecisionPage, decision_page
from bangvang.decisions.states import Kind, Outcome
from bangvang.foundation import clock
from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import Objection, Refused, refuse_if
from bangvang.web.components.pieces import Column, Fact
from bangvang.web.door import actor_of
from bangvang.web.office.decisions_shown import (
    answer_facts,
    outcome_chip,
    signing_to_compare,
)
from bangvang.web.office.forms.decisions import (
    AnswerForm,
    ReasonForm,
    SeenForm,
    SigningForm,
    TextForm,
)
from bangvang.web.respond import done, page

Confirm = Callable[[str, int, Actor, datetime], None]
SendBack = Callable[[str, str, Actor, datetime], None]
COLUMNS = (Column("TT", "index", is_number=True), Column("Họ và tên"))
OUTCOME_COLUMNS = (*COLUMNS, Column("Kết quả"))


@dataclass(frozen=True)
class Seconding:
    """The two things a second person does with a record: the actions, and why not now."""

    confirm: Confirm
    send_back: SendBack
    objection: Callable[[DecisionPage], Objection | None]
    objection_back: Callable[[DecisionPage], Objection | None]
    confirmed: str


SIGNING = Seconding(
    lambda ref, version, actor, at: confirm_signing(ref, version=version, actor=actor, at=at),
    lambda ref, reason, actor, at: send_back_signing(ref, reason=reason, actor=actor, at=at),
    lambda shown: shown.not_now.confirming,
    lambda shown: shown.not_now.sending_back,
    "Đã xác nhận văn bản.",
)
ANSWER = Seconding(
    lambda ref, version, actor, at: confirm_answer(ref, version=version, actor=actor, at=at),
    lambda ref, reason, actor, at: send_back_answer(ref, reason=reason, actor=actor, at=at),
    lambda shown: shown.not_now.confirming_answer,
    lambda shown: shown.not_now.sending_back_answer,
    "Đã xác nhận kết quả của cấp trên.",
)


@require_http_methods(["GET", "POST"])
def revise_decision(request: HttpRequest, ref: str) -> HttpResponse:
    """Edit the abstract and the extra grounds of a draft."""
    actor = actor_of(request)
    shown = decision_page(actor, ref)
    _refuse_page(request, shown.not_now.revising)
    kept = {
        "version": shown.version,
        "title": shown.row.title,
        "extra_grounds": shown.extra_grounds,
    }
    form = TextForm(_posted(request), initial=kept)
    if request.method == "POST" and form.is_valid():
        try:
            revise(ref, **form.cleaned_data, actor=actor, at=clock.now())
        except Refused as refusal:
            if refusal.objection == STALE:
                return _stale(request, shown, form)
            form.add_error(None, refusal.objection.sentence)
        else:
            return _back(request, ref, "Đã lưu và in lại dự thảo.")
    return _form_page(request, "office/decisions/revise.html", shown, form)


@require_POST
def reprint_decision(request: HttpRequest, ref: str) -> HttpResponse:
    """Print a draft again."""
    reprint(ref, actor=actor_of(request), at=clock.now())
    to = reverse("office:decision_papers", args=[ref])
    return done(request, to=to, say="Đã in lại dự thảo.")


@require_http_methods(["GET", "POST"])
def record(request: HttpRequest, ref: str) -> HttpResponse:
    """Record number, day, signer and scan."""
    actor = actor_of(request)
    shown = decision_page(actor, ref)
    _refuse_page(request, shown.not_now.revising)
    kept: dict[str, object] = {"version": shown.version}
    if shown.number:
        kept |= {
            "number": shown.number,
            "signed_on": shown.row.signed_on,
            "signer_name": shown.signer_name,
            "signer_post": shown.signer_post,
        }
    form = SigningForm(*_posted_with_files(request), initial=kept)
    if request.method == "POST" and form.is_valid():
        version = form.cleaned_data["version"]
        try:
            record_signing(ref, form.signing(), version=version, actor=actor, at=clock.now())
        except Refused as refusal:
            form.add_error(None, refusal.objection.sentence)
        else:
            return _back(request, ref, "Đã ghi số và ngày ký; chờ người thứ hai xác nhận.")
    return _form_page(request, "office/decisions/record.html", shown, form)


@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, ref: str) -> HttpResponse:
    """Record what the higher authority decided."""
    actor = actor_of(request)
    shown = decision_page(actor, ref)
    _refuse_page(request, shown.not_now.answering)
    kept = _kept_answer(shown)
    form = AnswerForm(*_posted_with_files(request), initial=kept, lines=shown.lines)
    if request.method == "POST" and form.is_valid():
        version = form.cleaned_data["version"]
        try:
            record_answer(ref, form.given(), version=version, actor=actor, at=clock.now())
        except Refused as refusal:
            form.add_error(None, refusal.objection.sentence)
        else:
            return _back(request, ref, "Đã ghi kết quả; chờ người thứ hai xác nhận.")
    return _form_page(request, "office/decisions/answer.html", shown, form)


def second_signing(request: HttpRequest, ref: str) -> HttpResponse:
    """Confirm the record of a signing."""
    return _confirm(request, ref, SIGNING)


def second_answer(request: HttpRequest, ref: str) -> HttpResponse:
    """Confirm the record of an answer."""
    return _confirm(request, ref, ANSWER)


def return_signing(request: HttpRequest, ref: str) -> HttpResponse:
    """Send the record of a signing back."""
    return _send_back(request, ref, SIGNING)


def return_answer(request: HttpRequest, ref: str) -> HttpResponse:
    """Send the record of an answer back."""
    return _send_back(request, ref, ANSWER)


@require_http_methods(["GET", "POST"])
def _confirm(request: HttpRequest, ref: str, seconding: Seconding) -> HttpResponse:
    actor = actor_of(request)
    form = SeenForm(_posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            seconding.confirm(ref, form.cleaned_data["version"], actor, clock.now())
        except Refused as refusal:
            form.add_error(None, refusal.objection.sentence)
        else:
            return _back(request, ref, seconding.confirmed)
    shown = decision_page(actor, ref)
    _refuse_page(request, seconding.objection(shown))
    is_answer = seconding is ANSWER
    context = {
        "facts": answer_facts(shown) if is_answer else signing_to_compare(shown),
        "consequences": _consequences(shown, is_answer=is_answer),
        "act": _act(shown, is_answer=is_answer),
        "back": _send_back_href(ref, seconding),
        "seen": shown.version,
        "columns": OUTCOME_COLUMNS if is_answer else COLUMNS,
        "lines": [(line, outcome_chip(line) if is_answer else None) for line in shown.lines],
    }
    return _form_page(request, "office/decisions/confirm.html", shown, form, context)


@require_http_methods(["GET", "POST"])
def _send_back(request: HttpRequest, ref: str, seconding: Seconding) -> HttpResponse:
    actor = actor_of(request)
    form = ReasonForm(_posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            seconding.send_back(ref, form.cleaned_data["reason"], actor, clock.now())
        except Refused as refusal:
            form.add_error(None, refusal.objection.sentence)
        else:
            return _back(request, ref, "Đã trả lại bản ghi.")
    shown = decision_page(actor, ref)
    _refuse_page(request, seconding.objection_back(shown))
    return _form_page(request, "office/decisions/send_back.html", shown, form)


def _refuse_page(request: HttpRequest, objection: Objection | None) -> None:
    """Refuse to show a form for what cannot be done now; what is posted, the action refuses."""
    if request.method == "GET":
        refuse_if(objection)


def _act(shown: DecisionPage, *, is_answer: bool) -> str:
    if is_answer:
        return "Xác nhận kết quả"
    own = shown.row.kind == Kind.DECISION
    return "Xác nhận quyết định" if own else "Xác nhận đã gửi tờ trình"


def _consequences(shown: DecisionPage, *, is_answer: bool) -> list[str]:
    people = len(shown.lines)
    if is_answer:
        granted = sum(line.said == Outcome.GRANTED for line in shown.lines)
        said = [f"{granted} trường hợp được ghi vào sổ khen thưởng và công bố trên cổng."]
        if granted < people:
            said.append(
                f"{people - granted} trường hợp kết thúc hồ sơ với lý do đã ghi; chỉ cơ quan "
                "thường trực và đơn vị trình đọc được."
            )
        return said
    if shown.row.kind == Kind.DECISION:
        return [
            f"Quyết định số {shown.row.number} có hiệu lực trong hệ thống.",
            f"{people} trường hợp được ghi vào sổ khen thưởng và công bố trên cổng.",
        ]
    return [
        f"Tờ trình số {shown.row.number} được coi là đã gửi {shown.authority}.",
        f"{people} trường hợp chuyển sang trạng thái đã trình cấp trên; chưa vào sổ khen thưởng.",
    ]


def _send_back_href(ref: str, seconding: Seconding) -> str:
    name = "return_answer" if seconding is ANSWER else "return_signing"
    return reverse(f"office:{name}", args=[ref])


def _kept_answer(shown: DecisionPage) -> dict[str, object]:
    """Return what the form begins with: the record that was sent back, or the likely words."""
    kept: dict[str, object] = {"version": shown.version}
    if shown.answer is None:
        return kept | {
            "issuer": shown.authority,
            "title": answer_title(shown.row.award_code, on=clock.today()),
        }
    kept |= {
        "number": shown.answer.number,
        "decided_on": shown.answer.decided_on,
        "issuer": shown.answer.issuer,
        "title": shown.answer.title,
    }
    for line in shown.lines:
        kept[f"outcome_{line.order}"] = line.said.lower()
        kept[f"reason_{line.order}"] = line.reason
    return kept


def _stale(request: HttpRequest, shown: DecisionPage, form: TextForm) -> HttpResponse:
    mine = form.cleaned_data
    context = {
        "sentence": STALE.sentence,
        "theirs": _text(shown.row.title, shown.extra_grounds),
        "mine": _text(mine["title"], mine["extra_grounds"]),
        "reload_href": reverse("office:revise_decision", args=[shown.row.ref]),
    }
    return page(request, "pages/stale.html", context, status=409)


def _text(title: str, grounds: str) -> list[Fact]:
    return [Fact("Trích yếu", title), Fact("Căn cứ bổ sung", grounds or "không có")]


def _form_page(
    request: HttpRequest,
    template: str,
    shown: DecisionPage,
    form: forms.Form,
    more: dict[str, object] | None = None,
) -> HttpResponse:
    back = reverse("office:decision", args=[shown.row.ref])
    context = {"decision": shown, "form": form, "back_href": back, **(more or {})}
    context["crumbs"] = [
        {"label": "Quyết định, tờ trình", "href": reverse("office:decisions")},
        {"label": shown.row.title, "href": back},
    ]
    return page(request, template, context, status=422 if form.errors else 200)


def _posted(request: HttpRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def _posted_with_files(
    request: HttpRequest,
) -> tuple[QueryDict | None, MultiValueDict[str, UploadedFile[bytes]] | None]:
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)


def _back(request: HttpRequest, ref: str, say: str) -> HttpResponse:
    return done(request, to=reverse("office:decision", args=[ref]), say=say)
