"""The council: its seats on a day, and its regulation."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bangvang.council.actions.appoint_seat import Appointment, appoint_seat
from bangvang.council.selectors.councils import CouncilPage, council_page, councils_for, seat_roles
from bangvang.foundation import clock
from bangvang.foundation.actor import Role
from bangvang.foundation.objection import Refused, Unseen
from bangvang.web.asked_day import asked_day
from bangvang.web.chamber.forms.sessions import AppointmentForm
from bangvang.web.components.pieces import Column, Figure, Filter
from bangvang.web.door import actor_of
from bangvang.web.respond import done, page

COLUMNS = (
    Column("Ghế", "index", is_number=True),
    Column("Thành viên", "name"),
    Column("Trong Hội đồng", "mid"),
    Column("Theo quyết định", "mid"),
)


@require_http_methods(["GET"])
def composition(request: HttpRequest) -> HttpResponse:
    """Show who sits on the council on a day (`ngay`), and by which rules."""
    on, unreadable = asked_day(request, today=clock.today())
    shown = _council(request, on)
    context = {
        "shown": shown,
        "unreadable": unreadable,
        "columns": COLUMNS,
        "figures": (
            Figure("Tổng số thành viên", str(shown.total), after=f"khuyết {shown.vacancies}"),
        ),
        "filters": (Filter("ngay", "Vào ngày", shown.on.isoformat(), is_day=True),),
        "may_appoint": actor_of(request).has(Role.SECRETARY),
    }
    return page(request, "chamber/council/show.html", context)


@require_http_methods(["GET", "POST"])
def appoint(request: HttpRequest) -> HttpResponse:
    """Write down who holds a seat from a day on."""
    shown = _council(request, clock.today())
    form = AppointmentForm(request.POST or None).with_roles(seat_roles())
    if request.method == "POST" and form.is_valid():
        new = Appointment(**form.cleaned_data)
        try:
            appoint_seat(shown.ref, new, actor=actor_of(request), at=clock.now())
        except Refused as refusal:
            form.add_error(None, refusal.objection.sentence)
        else:
            to = reverse("council:composition")
            return done(request, to=to, say=f"Đã ghi thành viên ghế số {new.number}.")
    return page(
        request,
        "chamber/council/appoint.html",
        {"shown": shown, "form": form},
        status=422 if form.errors else 200,
    )


def _council(request: HttpRequest, on: date) -> CouncilPage:
    actor = actor_of(request)
    councils = councils_for(actor)
    if not councils:
        raise Unseen
    return council_page(actor, councils[0].ref, on=on)
