"""Households and foreign recipients: the list, entering one, what a decision gave to one."""

from collections.abc import Callable

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bangvang.foundation import clock
from bangvang.foundation.objection import Refused, Unseen
from bangvang.law import Subject
from bangvang.registry.actions.record_recipient_award import record_recipient_award
from bangvang.registry.actions.register_foreign_collective import register_foreign_collective
from bangvang.registry.actions.register_foreigner import register_foreigner
from bangvang.registry.actions.register_household import register_household
from bangvang.registry.selectors.recipients import (
    A_PAGE,
    commune_choices,
    recipients_found,
    workplace_choices,
)
from bangvang.registry.selectors.records import collective_record, person_record
from bangvang.registry.states import HolderKind
from bangvang.web.components.pieces import Column, Link
from bangvang.web.door import actor_of
from bangvang.web.lists import page_number, pager_of
from bangvang.web.navigation import OFFICE
from bangvang.web.office.forms.recipients import (
    FIELD_OF,
    ForeignCollectiveForm,
    ForeignerForm,
    GivenForm,
    HouseholdForm,
)
from bangvang.web.office.recipients_shown import awards_to_give, place_of, subject_of
from bangvang.web.office.records_shown import tabs_of
from bangvang.web.respond import done, page

COLUMNS = (
    Column("Tên", "name"),
    Column("Xã, phường hoặc nước"),
    Column("Lượt khen thưởng", "num", is_number=True),
)


@require_http_methods(["GET"])
def recipients(request: HttpRequest) -> HttpResponse:
    """Show all households, foreign collectives and foreigners."""
    actor, number = actor_of(request), page_number(request)
    found = recipients_found(actor, page=number)
    context = {
        "tabs": tabs_of("recipients"),
        "count": found.count,
        "lines": [(one, _href(one.ref, is_person=one.person)) for one in found.lines],
        "columns": COLUMNS,
        "may_enter": actor.has(*OFFICE),
        "pager": pager_of(number, found.count, A_PAGE, query={}, what="Hộ, người, tập thể"),
    }
    return page(request, "office/recipient/list.html", context)


@require_http_methods(["GET", "POST"])
def household(request: HttpRequest) -> HttpResponse:
    """Enter a household."""
    actor = actor_of(request)
    form = HouseholdForm(request.POST or None, communes=commune_choices(actor))

    def act() -> str:
        said = form.cleaned_data
        return register_household(
            said["name"],
            commune_ref=said["commune"],
            is_other=said["is_other"],
            actor=actor,
            at=clock.now(),
        )

    return _entered(request, form, act, "Ghi hộ gia đình")


@require_http_methods(["GET", "POST"])
def foreign_collective(request: HttpRequest) -> HttpResponse:
    """Enter a foreign collective."""
    form = ForeignCollectiveForm(request.POST or None)

    def act() -> str:
        return register_foreign_collective(
            **form.cleaned_data, actor=actor_of(request), at=clock.now()
        )

    return _entered(request, form, act, "Ghi tập thể người nước ngoài")


@require_http_methods(["GET", "POST"])
def foreigner(request: HttpRequest) -> HttpResponse:
    """Enter a foreigner."""
    actor = actor_of(request)
    form = ForeignerForm(request.POST or None, units=workplace_choices(actor))

    def act() -> str:
        other = form.cleaned_data["is_other"]
        return register_foreigner(form.said(), is_other=other, actor=actor, at=clock.now())

    return _entered(request, form, act, "Ghi người nước ngoài", is_person=True)


@require_http_methods(["GET", "POST"])
def give_collective(request: HttpRequest, ref: str) -> HttpResponse:
    """Enter an award of a household or a foreign collective."""
    found = collective_record(actor_of(request), ref)
    if not found.can_be_given:
        raise Unseen
    return _given(
        request,
        HolderKind.ORGANISATION,
        ref,
        (found.name, place_of(found.parent_name)),
        subject_of(found),
        is_foreign=not found.is_household,
    )


@require_http_methods(["GET", "POST"])
def give_person(request: HttpRequest, ref: str) -> HttpResponse:
    """Enter an award of a foreigner."""
    found = person_record(actor_of(request), ref).person
    if not found.nationality:
        raise Unseen
    names = (found.full_name, found.organisation_name)
    return _given(request, HolderKind.PERSON, ref, names, Subject.PERSON, is_foreign=True)


def _given(
    request: HttpRequest,
    of: HolderKind,
    ref: str,
    names: tuple[str, str],
    subject: Subject,
    *,
    is_foreign: bool,
) -> HttpResponse:
    name, where = names
    form = GivenForm(
        request.POST or None,
        awards=awards_to_give(subject, is_foreign=is_foreign, on=clock.today()),
        initial={
            "kind": "EXTERNAL" if is_foreign else "MERIT",
            "name_as_written": name,
            "unit_as_written": where,
        },
    )
    back = _href(ref, is_person=of is HolderKind.PERSON)
    if request.method == "POST" and form.is_valid():
        try:
            record_recipient_award(of, ref, form.said(), actor=actor_of(request), at=clock.now())
        except Refused as refusal:
            form.add_error(FIELD_OF.get(refusal.objection.code), refusal.objection.sentence)
        else:
            return done(request, to=back, say="Đã ghi lượt khen vào sổ.")
    context = {
        "form": form,
        "name": name,
        "crumbs": [*_crumbs(), Link(name, back), Link("Ghi lượt khen")],
        "back_href": back,
    }
    status = 422 if form.errors else 200
    return page(request, "office/recipient/give.html", context, status=status)


def _entered(
    request: HttpRequest,
    form: forms.Form,
    act: Callable[[], str],
    title: str,
    *,
    is_person: bool = False,
) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        try:
            ref = act()
        except Refused as refusal:
            form.add_error(FIELD_OF.get(refusal.objection.code), refusal.objection.sentence)
        else:
            return done(request, to=_href(ref, is_person=is_person), say="Đã ghi vào sổ.")
    context = {
        "form": form,
        "title": title,
        "crumbs": [*_crumbs(), Link(title)],
        "back_href": reverse("office:recipients"),
    }
    status = 422 if form.errors else 200
    return page(request, "office/recipient/register.html", context, status=status)


def _crumbs() -> list[Link]:
    return [Link("Hộ gia đình, nước ngoài", reverse("office:recipients"))]


def _href(ref: str, *, is_person: bool) -> str:
    return reverse("office:person" if is_person else "office:collective", args=[ref])
