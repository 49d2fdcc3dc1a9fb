"""What is done with readings of the law: entering one, and the second person's word."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bangvang.foundation import clock
from bangvang.foundation.objection import Refused, Unseen, refuse_if
from bangvang.law import (
    Form,
    NotAccepted,
    entry_name,
    explain_wording,
    form_of,
    in_force,
    texts,
    value_in_words,
)
from bangvang.lawbook.actions.confirm_reading import confirm_reading
from bangvang.lawbook.actions.propose_reading import propose_reading
from bangvang.lawbook.actions.reject_reading import reject_reading
from bangvang.lawbook.actions.withdraw_reading import withdraw_reading
from bangvang.lawbook.selectors.readings import ReadingPage, reading_page, waiting_for
from bangvang.lawbook.selectors.texts import known_instruments
from bangvang.web.components.pieces import Fact, Link
from bangvang.web.door import actor_of
from bangvang.web.office.forms.lawbook import ANOTHER, EndForm, ReadingForm, SeenForm
from bangvang.web.office.lawbook_shown import compared, consequences, document_card
from bangvang.web.office.views.lawbook import COMPARED_COLUMNS
from bangvang.web.respond import done, page

UNDO = "Trưởng phòng rút lại được sau này, kèm lý do; giá trị và lịch sử vẫn còn trong hệ thống."


@require_http_methods(["GET", "POST"])
def propose(request: HttpRequest) -> HttpResponse:
    """Enter a value of the entry that the address names."""
    actor, today = actor_of(request), clock.today()
    entry = _entry(request.GET.get("muc", ""))
    on = _asked_day(request.GET.get("ngay", ""), today)
    posted = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = ReadingForm(
        *posted,
        initial=_initial(entry, on),
        entry=entry,
        instruments=known_instruments(),
        today=today,
    )
    if request.method == "POST" and form.is_valid():
        try:
            ref = propose_reading(form.given(), actor=actor, at=clock.now())
        except Refused as refusal:
            form.add_error(None, refusal.objection.sentence)
        else:
            say = "Đã nhập; chờ người thứ hai đối chiếu và xác nhận."
            return done(request, to=reverse("office:reading", args=[ref]), say=say)
    context = {
        "crumbs": [
            Link("Quy định chờ đối chiếu", reverse("office:waiting_texts")),
            Link("Nhập giá trị"),
        ],
        "form": form,
        "name": entry_name(entry.id, on),
        "facts": _written(entry, on),
        "conditions": explain_wording(entry.id, on),
        "waiting": waiting_for(entry.id),
        "is_new": form["instrument"].value() == ANOTHER,
        "back_href": reverse("office:waiting_texts"),
    }
    status = 422 if form.errors else 200
    return page(request, "office/lawbook/propose.html", context, status=status)


@require_http_methods(["GET", "POST"])
def confirm(request: HttpRequest, ref: str) -> HttpResponse:
    """Show old beside new and what will change, then confirm."""
    actor = actor_of(request)
    form = SeenForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            version = form.cleaned_data["version"]
            confirm_reading(ref, version=version, actor=actor, at=clock.now())
        except Refused as refusal:
            form.add_error(None, refusal.objection.sentence)
        else:
            say = "Đã xác nhận; từ nay hệ thống tính theo giá trị này."
            return done(request, to=reverse("office:reading", args=[ref]), say=say)
    shown = reading_page(actor, ref)
    if request.method == "GET":
        refuse_if(shown.not_now.confirming)
    context = {
        "compared": compared(shown),
        "columns": COMPARED_COLUMNS,
        "document": document_card(shown),
        "consequences": consequences(shown, actor),
        "undo": UNDO,
    }
    return _act_page(request, "office/lawbook/confirm.html", shown, form, context)


def reject(request: HttpRequest, ref: str) -> HttpResponse:
    """Say that the value is not so."""
    return _end(request, ref, "Không xác nhận", "Đã ghi: không xác nhận.", reject_reading)


def withdraw(request: HttpRequest, ref: str) -> HttpResponse:
    """Take the value back."""
    return _end(request, ref, "Rút giá trị này", "Đã rút giá trị.", withdraw_reading)


@require_http_methods(["GET", "POST"])
def _end(
    request: HttpRequest, ref: str, title: str, said: str, act: Callable[..., None]
) -> HttpResponse:
    actor = actor_of(request)
    shown = reading_page(actor, ref)
    posted = request.POST if request.method == "POST" else None
    form = EndForm(posted, initial={"version": shown.version})
    if request.method == "POST" and form.is_valid():
        try:
            act(ref, **form.cleaned_data, actor=actor, at=clock.now())
        except Refused as refusal:
            form.add_error(None, refusal.objection.sentence)
        else:
            return done(request, to=reverse("office:reading", args=[ref]), say=said)
    if request.method == "GET":
        why = shown.not_now
        refuse_if(why.rejecting if act is reject_reading else why.withdrawing)
    return _act_page(request, "office/lawbook/reason.html", shown, form, {"title": title})


def _act_page(
    request: HttpRequest,
    template: str,
    shown: ReadingPage,
    form: forms.Form,
    more: dict[str, object],
) -> HttpResponse:
    back = reverse("office:reading", args=[shown.row.ref])
    context = {
        "crumbs": [
            Link("Giá trị đã nhập", reverse("office:readings")),
            Link(shown.row.name, back),
        ],
        "reading": shown,
        "form": form,
        "back_href": back,
        **more,
    }
    return page(request, template, context, status=422 if form.errors else 200)


def _entry(id_: str) -> Form:
    """Return how the entry is given.

    Raises:
        Unseen: there is no such entry.
    """
    try:
        return form_of(id_)
    except NotAccepted as refused:
        raise Unseen from refused


def _asked_day(written: str, today: date) -> date:
    try:
        on = date.fromisoformat(written)
    except ValueError:
        return today
    return on if in_force(on) else today


def _initial(entry: Form, on: date) -> dict[str, object]:
    """Return the likely first day and document: those of the law of that day."""
    regime = texts().row("regime").on(on)
    found: dict[str, object] = {"since": regime.since, "instrument": regime.cite.instrument}
    row = texts().rows.get(entry.id)
    if entry.is_list and row is not None:
        newest = [one for one in row.items if one.since <= on and one.value is not None]
        found["value"] = list(newest[-1].names()) if newest else []
    return found


def _written(entry: Form, on: date) -> list[Fact]:
    """Return what is written for each time of the entry, newest first."""
    row = texts().rows.get(entry.id)
    found = [] if row is None else [one for one in row.items if one.since <= on]
    return [
        Fact(
            f"Từ {one.since:%d/%m/%Y}" + (f" đến trước {one.until:%d/%m/%Y}" if one.until else ""),
            value_in_words(entry, one.value),
            source=one.cite.text,
        )
        for one in reversed(found)
    ]
