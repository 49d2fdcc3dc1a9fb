"""Rounds: which are open, and opening one."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bangvang.foundation import clock
from bangvang.foundation.actor import Role
from bangvang.foundation.objection import Refused
from bangvang.nominations.actions.open_round import open_round
from bangvang.nominations.selectors import rounds as selectors
from bangvang.web.components.pieces import Column
from bangvang.web.door import actor_of
from bangvang.web.office.forms.rounds import RoundForm
from bangvang.web.respond import done, page

COLUMNS = (
    Column("Đợt xét", "name"),
    Column("Nhận danh sách"),
    Column("Hạn bỏ phiếu"),
    Column("Danh sách", is_number=True),
    Column("Người", is_number=True),
)


@require_http_methods(["GET"])
def rounds(request: HttpRequest) -> HttpResponse:
    """Show every round, newest first."""
    context = {
        "rounds": selectors.rounds(),
        "columns": COLUMNS,
        "may_open": actor_of(request).has(Role.OFFICE_HEAD),
    }
    return page(request, "office/round/list.html", context)


@require_http_methods(["GET", "POST"])
def open_(request: HttpRequest) -> HttpResponse:
    """Open a round."""
    year = clock.today().year - 1
    form = RoundForm(request.POST or None, initial={"achievement_year": year})
    if request.method == "POST" and form.is_valid():
        try:
            open_round(**form.cleaned_data, actor=actor_of(request), at=clock.now())
        except Refused as refusal:
            form.add_error(None, refusal.objection.sentence)
        else:
            return done(request, to=reverse("office:rounds"), say="Đã mở đợt xét.")
    status = 422 if form.errors else 200
    return page(request, "office/round/open.html", {"form": form}, status=status)
