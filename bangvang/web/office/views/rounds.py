"""Rounds: which are open, what each receives until when, opening and changing one."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from bangvang.foundation import clock
from bangvang.foundation.actor import Role
from bangvang.foundation.audit.selectors import entries_about
from bangvang.foundation.objection import Refused
from bangvang.foundation.vietnamese import say_date
from bangvang.law import catalogue_on
from bangvang.nominations.actions.change_round import change_round
from bangvang.nominations.actions.drop_intake_day import drop_intake_day
from bangvang.nominations.actions.open_round import open_round
from bangvang.nominations.actions.set_intake_day import set_intake_day
from bangvang.nominations.receiving import received_words
from bangvang.nominations.selectors import rounds as selectors
from bangvang.nominations.selectors.batches import batches_for
from bangvang.nominations.selectors.many import brief_rows
from bangvang.nominations.selectors.rounds import RoundRow
from bangvang.registry.selectors.organisations import organisations_on
from bangvang.web.components.pieces import Column, Fact, Link
from bangvang.web.deadlines import deadline_shown
from bangvang.web.door import actor_of
from bangvang.web.histories import events_shown
from bangvang.web.office.forms.rounds import ChangeRoundForm, IntakeDayForm, RoundForm
from bangvang.web.respond import done, page
from bangvang.web.shares import COLUMNS as SHARE_COLUMNS
from bangvang.web.shares import shares_of_received

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
INTAKE_COLUMNS = (Column("Áp dụng cho", "name"), Column("Hạn nhận"), Column("Việc"))
NOMINATING = ("DEPARTMENT", "COMMUNE", "ASSOCIATION", "ENTERPRISE")


@require_http_methods(["GET"])
def rounds(request: HttpRequest) -> HttpResponse:
    """Show every round, newest first."""
    context = {
        "rounds": [(row, _received(row)) for row in selectors.rounds()],
        "columns": COLUMNS,
        "may_open": actor_of(request).has(Role.OFFICE_HEAD),
        "this_year": clock.today().year,
    }
    return page(request, "office/round/list.html", context)


@require_http_methods(["GET"])
def show(request: HttpRequest, ref: str) -> HttpResponse:
    """Show one round: its lists, its last days, and what all lists together are held to."""
    return _show(request, ref, None)


@require_http_methods(["GET", "POST"])
def open_(request: HttpRequest) -> HttpResponse:
    """Open a round."""
    year = clock.today().year - 1
    form = RoundForm(request.POST or None, initial={"achievement_year": year}, awards=_awards())
    if request.method == "POST" and form.is_valid():
        try:
            ref = open_round(**form.cleaned_data, actor=actor_of(request), at=clock.now())
        except Refused as refusal:
            form.add_error(None, refusal.objection.sentence)
        else:
            return done(request, to=reverse("office:round", args=[ref]), say="Đã mở đợt xét.")
    status = 422 if form.errors else 200
    return page(request, "office/round/open.html", {"form": form}, status=status)


@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, ref: str) -> HttpResponse:
    """Give a round other days, or let it receive more or less."""
    shown = selectors.round_seen(ref)
    initial = {
        name: getattr(shown, name)
        for name in (
            "opens_on", "submit_by", "ballot_by", "families", "levels", "award_codes", "version",
        )
    }  # fmt: skip
    form = ChangeRoundForm(request.POST or None, initial=initial, awards=_awards())
    if request.method == "POST" and form.is_valid():
        try:
            change_round(ref, **form.cleaned_data, actor=actor_of(request), at=clock.now())
        except Refused as refusal:
            form.add_error(None, refusal.objection.sentence)
        else:
            return done(request, to=reverse("office:round", args=[ref]), say="Đã đổi đợt xét.")
    context = {
        "form": form,
        "round": shown,
        "crumbs": [
            Link("Đợt xét", reverse("office:rounds")),
            Link(shown.title, reverse("office:round", args=[ref])),
            Link("Đổi hạn, phạm vi"),
        ],
    }
    return page(request, "office/round/change.html", context, status=422 if form.errors else 200)


@require_POST
def set_day(request: HttpRequest, ref: str) -> HttpResponse:
    """Set a last day of its own for some rows."""
    form = _intake_form(request.POST)
    if form.is_valid():
        try:
            set_intake_day(ref, **form.cleaned_data, actor=actor_of(request), at=clock.now())
        except Refused as refusal:
            form.add_error(None, refusal.objection.sentence)
        else:
            return done(
                request,
                to=f"{reverse('office:round', args=[ref])}#han-rieng",
                say="Đã đặt hạn nhận riêng.",
            )
    return _show(request, ref, form, status=422)


@require_POST
def drop_day(request: HttpRequest, ref: str, day_ref: str) -> HttpResponse:
    """Take such a day away."""
    drop_intake_day(ref, day_ref, actor=actor_of(request), at=clock.now())
    to = f"{reverse('office:round', args=[ref])}#han-rieng"
    return done(request, to=to, say="Đã bỏ hạn nhận riêng.")


def _show(
    request: HttpRequest, ref: str, form: IntakeDayForm | None, *, status: int = 200
) -> HttpResponse:
    actor, today = actor_of(request), clock.today()
    shown = selectors.round_seen(ref)
    rows = brief_rows(actor, round_ref=ref)
    may_change = actor.has(Role.OFFICE_HEAD)
    context = {
        "round": shown,
        "facts": _facts(shown),
        "batches": batches_for(actor, round_ref=ref),
        "columns": LIST_COLUMNS,
        "intakes": [
            (one, one.said(today), deadline_shown(one.submit_by, today=today))
            for one in shown.intakes
        ],
        "intake_columns": INTAKE_COLUMNS[: 3 if may_change else 2],
        "intake_form": (form or _intake_form()) if may_change else None,
        "shares": shares_of_received(rows, today=today),
        "share_columns": SHARE_COLUMNS,
        "crumbs": [Link("Đợt xét", reverse("office:rounds")), Link(shown.title)],
        "events": events_shown(entries_about(("round", ref))),
    }
    return page(request, "office/round/show.html", context, status=status)


def _intake_form(data: Any = None) -> IntakeDayForm:
    bodies = organisations_on(clock.today(), kinds=NOMINATING)
    return IntakeDayForm(
        data, awards=_awards(), bodies=[(b.ref, b.name) for b in bodies], auto_id="han_%s"
    )


def _awards() -> list[tuple[str, str]]:
    return [(line.award.code, line.name) for line in catalogue_on(clock.today()) if line.has_rule]


def _received(shown: RoundRow) -> str:
    return received_words(
        families=shown.families,
        levels=shown.levels,
        award_codes=shown.award_codes,
        on=shown.opens_on,
    )


def _facts(shown: RoundRow) -> tuple[Fact, ...]:
    return (
        Fact("Thành tích năm", str(shown.achievement_year)),
        Fact("Nhận", _received(shown)),
        Fact("Nhận danh sách", f"{say_date(shown.opens_on)} đến {say_date(shown.submit_by)}"),
        Fact("Hạn bỏ phiếu", say_date(shown.ballot_by)),
        Fact("Đã nộp", f"{shown.submitted_batches} danh sách, {shown.nominations} dòng"),
    )
