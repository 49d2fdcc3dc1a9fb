"""Bars of a person or an organisation: recording one, ending it, taking back a wrong entry."""

from dataclasses import dataclass

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bangvang.foundation import clock
from bangvang.foundation.objection import Objection, Refused
from bangvang.registry.actions.lift_bar import lift_bar
from bangvang.registry.actions.record_bar import record_bar
from bangvang.registry.actions.withdraw_bar import withdraw_bar
from bangvang.registry.permissions import STALE
from bangvang.registry.selectors.bars import BarSeen, bar_of
from bangvang.registry.selectors.records import collective_record, person_record
from bangvang.registry.states import HolderKind
from bangvang.web.components.pieces import Link
from bangvang.web.door import actor_of
from bangvang.web.office.forms.bars import (
    FIELD_OF,
    LIFTING_FIELD_OF,
    BarForm,
    LiftingForm,
    WithdrawForm,
)
from bangvang.web.office.records_shown import BAR_ACTS, bar_chip
from bangvang.web.respond import done, page


@dataclass(frozen=True)
class _Holder:
    """Whose bar it is, and the page to go back to."""

    of: HolderKind
    ref: str
    name: str

    @property
    def href(self) -> str:
        return reverse(f"office:{BAR_ACTS[self.of].page}", args=[self.ref])

    @property
    def crumbs(self) -> list[Link]:
        return [Link("Người và tập thể", reverse("office:people")), Link(self.name, self.href)]


def record_of_person(request: HttpRequest, ref: str) -> HttpResponse:
    """Record a bar of a person."""
    return _record(request, _person(request, ref))


def record_of_collective(request: HttpRequest, ref: str) -> HttpResponse:
    """Record a bar of an organisation."""
    return _record(request, _collective(request, ref))


def lift_of_person(request: HttpRequest, ref: str, bar_ref: str) -> HttpResponse:
    """End a bar of a person."""
    return _lift(request, _person(request, ref), bar_ref)


def lift_of_collective(request: HttpRequest, ref: str, bar_ref: str) -> HttpResponse:
    """End a bar of an organisation."""
    return _lift(request, _collective(request, ref), bar_ref)


def withdraw_of_person(request: HttpRequest, ref: str, bar_ref: str) -> HttpResponse:
    """Take back a bar of a person."""
    return _withdraw(request, _person(request, ref), bar_ref)


def withdraw_of_collective(request: HttpRequest, ref: str, bar_ref: str) -> HttpResponse:
    """Take back a bar of an organisation."""
    return _withdraw(request, _collective(request, ref), bar_ref)


def _person(request: HttpRequest, ref: str) -> _Holder:
    record = person_record(actor_of(request), ref)
    return _Holder(HolderKind.PERSON, ref, record.person.full_name)


def _collective(request: HttpRequest, ref: str) -> _Holder:
    return _Holder(HolderKind.ORGANISATION, ref, collective_record(actor_of(request), ref).name)


@require_http_methods(["GET", "POST"])
def _record(request: HttpRequest, holder: _Holder) -> HttpResponse:
    form = BarForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            record_bar(
                holder.ref, form.said(), of=holder.of, actor=actor_of(request), at=clock.now()
            )
        except Refused as refusal:
            _say(form, refusal.objection, FIELD_OF)
        else:
            return done(request, to=holder.href, say="Đã ghi vào sổ.")
    context = {"form": form, "holder": holder, "crumbs": holder.crumbs}
    status = 422 if form.errors else 200
    return page(request, "office/bar/record.html", context, status=status)


@require_http_methods(["GET", "POST"])
def _lift(request: HttpRequest, holder: _Holder, bar_ref: str) -> HttpResponse:
    actor = actor_of(request)
    bar = bar_of(actor, holder.of, holder.ref, bar_ref)
    form = LiftingForm(request.POST or None, initial={"version": bar.version})
    if request.method == "POST" and form.is_valid():
        seen = form.cleaned_data["version"]
        try:
            lift_bar(bar_ref, form.lifting(), version=seen, actor=actor, at=clock.now())
        except Refused as refusal:
            _say(form, refusal.objection, LIFTING_FIELD_OF)
        else:
            return done(request, to=holder.href, say="Đã ghi kết thúc.")
    return _bar_page(request, "office/bar/lift.html", holder, bar, form)


@require_http_methods(["GET", "POST"])
def _withdraw(request: HttpRequest, holder: _Holder, bar_ref: str) -> HttpResponse:
    actor = actor_of(request)
    bar = bar_of(actor, holder.of, holder.ref, bar_ref)
    form = WithdrawForm(request.POST or None, initial={"version": bar.version})
    if request.method == "POST" and form.is_valid():
        cleaned = form.cleaned_data
        try:
            withdraw_bar(
                bar_ref,
                cleaned["reason"],
                version=cleaned["version"],
                actor=actor,
                at=clock.now(),
            )
        except Refused as refusal:
            _say(form, refusal.objection, {"NO_REASON": "reason"})
        else:
            return done(request, to=holder.href, say="Đã rút mục ghi nhầm.")
    return _bar_page(request, "office/bar/withdraw.html", holder, bar, form)


def _say(form: forms.Form, objection: Objection, field_of: dict[str, str]) -> None:
    form.add_error(field_of.get(objection.code), objection.sentence)


def _bar_page(
    request: HttpRequest, template: str, holder: _Holder, bar: BarSeen, form: forms.Form
) -> HttpResponse:
    """Show the bar as it is now above the form; who has seen it may press again."""
    is_stale = form.is_bound and STALE.sentence in form.non_field_errors()
    if is_stale:
        form.data = {**form.data, "version": bar.version}
    context = {
        "form": form,
        "bar": bar,
        "chip": bar_chip(bar, on=clock.today()),
        "holder": holder,
        "withdraw_href": reverse(
            f"office:{BAR_ACTS[holder.of].withdraw}", args=[holder.ref, bar.ref]
        ),
        "crumbs": holder.crumbs,
    }
    status = 409 if is_stale else 422 if form.errors else 200
    return page(request, template, context, status=status)
