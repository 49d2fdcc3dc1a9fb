"""Events of bodies: the page of one, the second person, taking one back; people of a split."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bangvang.foundation import clock
from bangvang.foundation.objection import Refused, refuse_if
from bangvang.registry.actions.confirm_body_event import confirm_body_event
from bangvang.registry.actions.move_people import move_people
from bangvang.registry.actions.withdraw_body_event import withdraw_body_event
from bangvang.registry.selectors.body_pages import BodyLink, EventPage, event_page
from bangvang.registry.selectors.body_people import left_behind
from bangvang.web.components.pieces import Link
from bangvang.web.door import actor_of
from bangvang.web.navigation import OFFICE
from bangvang.web.office.bodies_shown import (
    consequences_of,
    event_chip,
    event_facts,
    event_said,
    person_said,
    way_to,
)
from bangvang.web.office.forms.bodies import (
    FIELD_OF,
    PeopleForm,
    SeenEventForm,
    WithdrawEventForm,
)
from bangvang.web.respond import done, page

UNDO = "Ghi nhầm thì rút lại được, kèm lý do, khi chưa có việc ghi sau dựa vào."


@require_http_methods(["GET", "POST"])
def people(request: HttpRequest, ref: str) -> HttpResponse:
    """Enter people of a split body in one of its heirs."""
    actor = actor_of(request)
    left = left_behind(actor, ref)
    form = PeopleForm(
        request.POST or None,
        heirs=[(heir.ref, heir.name) for heir in left.heirs],
        people=[(one.ref, person_said(one)) for one in left.people],
        initial={"version": left.version},
    )
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            count = move_people(
                ref,
                said["people"],
                said["heir"],
                version=said["version"],
                actor=actor,
                at=clock.now(),
            )
        except Refused as refusal:
            form.add_error(FIELD_OF.get(refusal.objection.code), refusal.objection.sentence)
        else:
            address = reverse("office:move_people", args=[ref])
            return done(request, to=address, say=f"Đã chuyển {count} người.")
    here = BodyLink(ref, left.name)
    context = {
        "crumbs": [*way_to(here), Link("Chuyển người")],
        "name": left.name,
        "form": form,
        "has_people": bool(left.people),
        "back_href": reverse("office:body", args=[ref]),
    }
    return page(request, "office/body/people.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET"])
def event(request: HttpRequest, ref: str) -> HttpResponse:
    """Show an event; a second person confirms an end here."""
    return _event_page(request, event_page(actor_of(request), ref))


@require_http_methods(["POST"])
def confirm(request: HttpRequest, ref: str) -> HttpResponse:
    """Let the end take effect."""
    actor = actor_of(request)
    form = SeenEventForm(request.POST)
    if form.is_valid():
        version = form.cleaned_data["version"]
        confirm_body_event(ref, version=version, actor=actor, at=clock.now())
        say = "Đã xác nhận; sổ ghi theo sự kiện này."
        return done(request, to=reverse("office:body_event", args=[ref]), say=say)
    return _event_page(request, event_page(actor, ref), status=422)


@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, ref: str) -> HttpResponse:
    """Take an event back."""
    actor = actor_of(request)
    shown = event_page(actor, ref)
    form = WithdrawEventForm(request.POST or None, initial={"version": shown.event.version})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            withdraw_body_event(
                ref, said["reason"], version=said["version"], actor=actor, at=clock.now()
            )
        except Refused as refusal:
            form.add_error(FIELD_OF.get(refusal.objection.code), refusal.objection.sentence)
        else:
            say = "Đã rút sự kiện ghi nhầm."
            return done(request, to=reverse("office:body_event", args=[ref]), say=say)
    if request.method == "GET":
        refuse_if(shown.not_withdrawing)
    context = {
        "crumbs": [*_crumbs(shown), Link("Rút sự kiện")],
        "event": shown.event,
        "facts": event_facts(shown.event),
        "said": event_said(shown.event),
        "form": form,
        "back_href": reverse("office:body_event", args=[ref]),
    }
    return page(request, "office/body/withdraw.html", context, status=422 if form.errors else 200)


def _event_page(request: HttpRequest, shown: EventPage, *, status: int = 200) -> HttpResponse:
    seen = shown.event
    waits = seen.done_at is None and seen.withdrawn_at is None
    may_act = actor_of(request).has(*OFFICE)
    heirs = [*(link.name for link in seen.heirs), *seen.new_names]
    context = {
        "crumbs": [*_crumbs(shown), Link(seen.title)],
        "event": seen,
        "said": event_said(seen),
        "chip": event_chip(seen),
        "facts": event_facts(seen),
        "consequences": consequences_of(seen.ended, shown.touched, heirs=heirs, on=clock.today())
        if waits
        else [],
        "undo": UNDO,
        "may_confirm": waits and may_act and shown.not_confirming is None,
        "not_confirming": shown.not_confirming if waits and may_act else None,
        "may_withdraw": may_act and seen.withdrawn_at is None,
        "not_withdrawing": shown.not_withdrawing,
        "confirm_href": reverse("office:confirm_body_event", args=[seen.ref]),
    }
    return page(request, "office/body/event.html", context, status=status)


def _crumbs(shown: EventPage) -> list[Link]:
    event = shown.event
    return way_to(next(iter((*event.ended, *event.changed, *event.heirs)), None))
