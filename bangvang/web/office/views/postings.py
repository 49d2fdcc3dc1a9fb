"""Where somebody worked: recording a posting, ending it, taking back a wrong entry."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bangvang.foundation import clock
from bangvang.foundation.objection import Objection, Refused
from bangvang.registry.actions.end_posting import end_posting
from bangvang.registry.actions.record_posting import record_posting
from bangvang.registry.actions.withdraw_posting import withdraw_posting
from bangvang.registry.selectors.body_tree import body_choices
from bangvang.registry.selectors.postings import posting_seen
from bangvang.registry.selectors.records import person_record
from bangvang.web.components.pieces import Link
from bangvang.web.door import actor_of
from bangvang.web.office.forms.merges import EndMergeForm
from bangvang.web.office.forms.postings import FIELD_OF, EndPostingForm, PostingForm
from bangvang.web.office.postings_shown import span_said
from bangvang.web.respond import done, page


@require_http_methods(["GET", "POST"])
def record(request: HttpRequest, ref: str) -> HttpResponse:
    """Record a posting of a person."""
    actor = actor_of(request)
    person = person_record(actor, ref).person
    form = PostingForm(
        request.POST or None,
        bodies=body_choices(actor),
        initial={"unit": person.organisation_ref, "position": person.position},
    )
    if request.method == "POST" and form.is_valid():
        try:
            record_posting(
                ref,
                form.said(),
                is_now=form.cleaned_data["is_now"],
                actor=actor,
                at=clock.now(),
            )
        except Refused as refusal:
            _say(form, refusal.objection)
        else:
            return done(request, to=_person(ref), say="Đã ghi vào sổ.")
    context = {
        "form": form,
        "name": person.full_name,
        "crumbs": _crumbs(ref, person.full_name),
        "back_href": _person(ref),
    }
    return page(request, "office/posting/record.html", context, status=_status(form))


@require_http_methods(["GET", "POST"])
def end(request: HttpRequest, ref: str, posting_ref: str) -> HttpResponse:
    """Record from which day a posting no longer holds."""
    actor = actor_of(request)
    posting = posting_seen(actor, ref, posting_ref)
    form = EndPostingForm(request.POST or None, initial={"version": posting.version})
    if request.method == "POST" and form.is_valid():
        try:
            end_posting(ref, posting_ref, **form.cleaned_data, actor=actor, at=clock.now())
        except Refused as refusal:
            _say(form, refusal.objection)
        else:
            return done(request, to=_person(ref), say="Đã ghi kết thúc.")
    context = _about(ref, posting.person_name) | {
        "form": form,
        "posting": posting,
        "span": span_said(posting),
    }
    return page(request, "office/posting/end.html", context, status=_status(form))


@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, ref: str, posting_ref: str) -> HttpResponse:
    """Take back a posting that was entered wrongly."""
    actor = actor_of(request)
    posting = posting_seen(actor, ref, posting_ref)
    form = EndMergeForm(request.POST or None, initial={"version": posting.version})
    if request.method == "POST" and form.is_valid():
        try:
            withdraw_posting(ref, posting_ref, **form.cleaned_data, actor=actor, at=clock.now())
        except Refused as refusal:
            _say(form, refusal.objection)
        else:
            return done(request, to=_person(ref), say="Đã rút.")
    context = _about(ref, posting.person_name) | {
        "title": "Rút công tác ghi nhầm",
        "names": f"{posting.person_name}: {posting.unit_name}, {span_said(posting)}",
        "hint": "Mục đã rút không được tính từ đầu nhưng vẫn còn đó. Đơn vị hiện nay không đổi "
        "theo.",
        "form": form,
    }
    return page(request, "office/doubles/reason.html", context, status=_status(form))


def _about(ref: str, name: str) -> dict[str, Any]:
    return {"crumbs": _crumbs(ref, name), "back_href": _person(ref)}


def _say(form: forms.Form, objection: Objection) -> None:
    field = FIELD_OF.get(objection.code)
    form.add_error(field if field in form.fields else None, objection.sentence)


def _status(form: forms.Form) -> int:
    return 422 if form.errors else 200


def _person(ref: str) -> str:
    return reverse("office:person", args=[ref])


def _crumbs(ref: str, name: str) -> list[Link]:
    return [Link("Người và tập thể", reverse("office:people")), Link(name, _person(ref))]
