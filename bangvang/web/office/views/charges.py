"""Which officer follows which units and awards: the list, putting somebody in charge, ending it."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from bangvang.appraisal.actions.end_charge import end_charge
from bangvang.appraisal.actions.give_charge import give_charge
from bangvang.appraisal.selectors.charges import (
    ChargeSeen,
    charge_seen,
    charges_for,
    units_without_charge,
)
from bangvang.foundation import clock
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.objection import Objection, Refused
from bangvang.law import catalogue_on
from bangvang.registry.selectors.organisations import organisations_on
from bangvang.web.components.pieces import Column, Link
from bangvang.web.door import actor_of
from bangvang.web.office.forms.charges import FIELD_OF, ChargeForm, EndChargeForm
from bangvang.web.office.officers import officers_on
from bangvang.web.office.views.rounds import NOMINATING
from bangvang.web.respond import done, page

COLUMNS = (Column("Theo dõi", "name"), Column("Thời gian"), Column("Việc"))
TITLE = "Phân công theo dõi"


@require_http_methods(["GET"])
def charges(request: HttpRequest) -> HttpResponse:
    """Show who follows what, and what nobody follows."""
    return _show(request, None)


@require_POST
def give(request: HttpRequest) -> HttpResponse:
    """Put an officer in charge."""
    officers = {officer.ref: officer for officer in officers_on(clock.today())}
    form = _form(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        try:
            give_charge(
                officers[said["officer"]],
                unit_ref=said["unit_ref"],
                award_code=said["award_code"],
                since=said["since"],
                actor=actor_of(request),
                at=clock.now(),
            )
        except Refused as refusal:
            _say(form, refusal.objection)
        else:
            return done(request, to=reverse("office:charges"), say="Đã phân công.")
    return _show(request, form, status=422)


@require_http_methods(["GET", "POST"])
def end(request: HttpRequest, ref: str) -> HttpResponse:
    """End a charge."""
    actor, today = actor_of(request), clock.today()
    seen = charge_seen(actor, ref, on=today)
    form = EndChargeForm(request.POST or None, initial={"version": seen.version, "until": today})
    if request.method == "POST" and form.is_valid():
        try:
            end_charge(ref, **form.cleaned_data, actor=actor, at=clock.now())
        except Refused as refusal:
            _say(form, refusal.objection)
        else:
            return done(request, to=reverse("office:charges"), say="Đã ghi thôi theo dõi.")
    context = {
        "form": form,
        "charge": seen,
        "crumbs": [*_crumbs(reverse("office:charges")), Link("Thôi theo dõi")],
    }
    return page(request, "office/charge/end.html", context, status=422 if form.errors else 200)


def _show(request: HttpRequest, form: ChargeForm | None, *, status: int = 200) -> HttpResponse:
    actor, today = actor_of(request), clock.today()
    may_change = actor.has(Role.OFFICE_HEAD)
    context = {
        "officers": _by_officer(actor),
        "columns": COLUMNS[: 3 if may_change else 2],
        "may_change": may_change,
        "form": (form or _form()) if may_change else None,
        "without": units_without_charge(actor, on=today, kinds=NOMINATING),
        "crumbs": _crumbs(),
    }
    return page(request, "office/charge/list.html", context, status=status)


def _by_officer(actor: Actor) -> list[tuple[str, bool, list[ChargeSeen]]]:
    """Return each officer's name, whether they appraise today, and what they follow."""
    today = clock.today()
    named = {officer.ref: officer.actor.name for officer in officers_on(today)}
    of: dict[str, list[ChargeSeen]] = {ref: [] for ref in named}
    for charge in charges_for(actor, on=today):
        of.setdefault(charge.account_ref, []).append(charge)
    return [
        (named.get(ref) or found[0].account_name, ref in named, found) for ref, found in of.items()
    ]


def _form(data: Any = None) -> ChargeForm:
    today = clock.today()
    return ChargeForm(
        data,
        initial={"since": today},
        officers=[(one.ref, f"{one.actor.name}, {one.actor.title}") for one in officers_on(today)],
        bodies=[(body.ref, body.name) for body in organisations_on(today)],
        awards=[(line.award.code, line.name) for line in catalogue_on(today) if line.has_rule],
    )


def _say(form: forms.Form, objection: Objection) -> None:
    field = FIELD_OF.get(objection.code)
    form.add_error(field if field in form.fields else None, objection.sentence)


def _crumbs(href: str = "") -> list[Link]:
    return [Link("Danh sách tiếp nhận", reverse("office:batches")), Link(TITLE, href)]
