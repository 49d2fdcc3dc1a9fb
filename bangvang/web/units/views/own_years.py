"""Which years of the unit are whole; the head states it, and takes a wrong word back."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bangvang.foundation import clock
from bangvang.foundation.actor import Role
from bangvang.foundation.objection import Refused
from bangvang.law import award_name
from bangvang.registry.actions.state_year_whole import state_year_whole
from bangvang.registry.actions.withdraw_year_statement import withdraw_year_statement
from bangvang.registry.selectors.whole_years import own_held_in, own_statements, own_years
from bangvang.registry.states import YEARLY_NAMES
from bangvang.web.components.pieces import Column, Link
from bangvang.web.door import actor_of
from bangvang.web.respond import done, page
from bangvang.web.units.forms.own import ReasonForm, WholeForm
from bangvang.web.units.own_years_shown import HELP, kind_of, whole_sentence, years_lines
from bangvang.web.units.views.own import way

COLUMNS = (
    Column("Năm", "date"),
    Column(YEARLY_NAMES["AWARD"]),
    Column(YEARLY_NAMES["GRADE"]),
)
STATEMENT_COLUMNS = (
    Column("Đã xác nhận đủ", "name"),
    Column("Người xác nhận"),
    Column("Rút", "act", is_unseen=True),
)


@require_http_methods(["GET"])
def years(request: HttpRequest) -> HttpResponse:
    """Show the last years, and every statement with what became of it."""
    actor = actor_of(request)
    context = {
        "lines": years_lines(actor, today=clock.today()),
        "columns": COLUMNS,
        "statements": [(row, YEARLY_NAMES[row.record_kind]) for row in own_statements(actor)],
        "statement_columns": STATEMENT_COLUMNS,
        "may_withdraw": actor.has(Role.UNIT_HEAD),
        "crumbs": way(),
    }
    return page(request, "units/own/years.html", context)


@require_http_methods(["GET", "POST"])
def state(request: HttpRequest, word: str, year: int) -> HttpResponse:
    """Show what the register holds of the year, then take the head's word that it is all."""
    actor, kind = actor_of(request), kind_of(word)
    if kind is None:
        raise Http404
    form = WholeForm(request.POST or None, said=whole_sentence(kind, year))
    if request.method == "POST" and form.is_valid():
        try:
            state_year_whole(kind, year=year, actor=actor, at=clock.now())
        except Refused as refusal:
            form.add_error(None, refusal.objection.sentence)
        else:
            say = f"Đã xác nhận đủ {YEARLY_NAMES[kind].lower()} năm {year}."
            return done(request, to=reverse("units:years"), say=say)
    (seen,) = own_years(actor, [year])
    context = {
        "title": f"{YEARLY_NAMES[kind]} năm {year}",
        "form": form,
        "seen": seen[kind],
        "held": [
            (award_name(code, clock.today()), count)
            for code, count in own_held_in(actor, kind, year)
        ],
        "help": HELP,
        "crumbs": way(Link("Năm nào đã đủ", reverse("units:years"))),
    }
    return page(request, "units/own/state_year.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, ref: str) -> HttpResponse:
    """Ask for the reason, then let the statement count no longer."""
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        withdraw_year_statement(ref, reason, actor=actor_of(request), at=clock.now())
        return done(request, to=reverse("units:years"), say="Đã rút xác nhận.")
    context = {"form": form, "crumbs": way(Link("Năm nào đã đủ", reverse("units:years")))}
    return page(
        request, "units/own/withdraw_year.html", context, status=422 if form.errors else 200
    )
