"""Rounds: which are open, and opening one."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bangvang.foundation import clock
from bangvang.foundation.actor import Role
from bangvang.foundation.objection import Refused
from bangvang.foundation.vietnamese import say_date
from bangvang.nominations.actions.open_round import open_round
from bangvang.nominations.selectors import rounds as selectors
from bangvang.nominations.selectors.batches import batches_for
from bangvang.nominations.selectors.nominations import nominations_for
from bangvang.nominations.selectors.rounds import RoundRow
from bangvang.web.components.pieces import Column, Fact, Link
from bangvang.web.door import actor_of
from bangvang.web.office.forms.rounds import RoundForm
from bangvang.web.respond import done, page
from bangvang.web.shares import COLUMNS as SHARE_COLUMNS
from bangvang.web.shares import shares_shown

COLUMNS = (
    Column("Đợt xét", "name"),
    Column("Nhận danh sách"),
    Column("Hạn bỏ phiếu"),
    Column("Danh sách", is_number=True),
    Column("Người", is_number=True),
)


LIST_COLUMNS = (
    Column("Đơn vị trình", "name"),
    Column("Số tiếp nhận", "mid"),
    Column("Người", is_number=True),
    Column("Đang ở"),
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


@require_http_methods(["GET"])
def show(request: HttpRequest, ref: str) -> HttpResponse:
    """Show one round: its lists, and what all of them together are held to."""
    actor = actor_of(request)
    shown = selectors.round_seen(ref)
    rows = nominations_for(actor, round_ref=ref)
    context = {
        "round": shown,
        "facts": _facts(shown),
        "batches": batches_for(actor, round_ref=ref),
        "columns": LIST_COLUMNS,
        "shares": shares_shown(rows, today=clock.today()),
        "share_columns": SHARE_COLUMNS,
        "crumbs": [Link("Đợt xét", reverse("office:rounds")), Link(shown.title)],
    }
    return page(request, "office/round/show.html", context)


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


def _facts(shown: RoundRow) -> tuple[Fact, ...]:
    return (
        Fact("Thành tích năm", str(shown.achievement_year)),
        Fact("Nhận danh sách", f"{say_date(shown.opens_on)} đến {say_date(shown.submit_by)}"),
        Fact("Hạn bỏ phiếu", say_date(shown.ballot_by)),
        Fact("Đã nộp", f"{shown.submitted_batches} danh sách, {shown.nominations} người"),
    )
