"""What the head does with the unit's own decisions: confirm with the signed paper, or give back."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bangvang.foundation import clock
from bangvang.foundation.objection import Refused
from bangvang.registry.actions.confirm_own_decision import confirm_own_decision
from bangvang.registry.actions.give_own_back import give_own_back
from bangvang.registry.intake.granting import grantors_there
from bangvang.registry.intake.own_preview import own_preview
from bangvang.registry.selectors.own_decisions import (
    GRADE,
    OwnLine,
    own_decision_for,
    own_decision_line,
)
from bangvang.registry.selectors.whole_years import own_years
from bangvang.registry.states import OwnState
from bangvang.web.components.pieces import Link
from bangvang.web.door import actor_of
from bangvang.web.files import contents
from bangvang.web.respond import done, page
from bangvang.web.shares import COLUMNS as SHARE_COLUMNS
from bangvang.web.units.forms.batches import HandBackForm
from bangvang.web.units.forms.own import FIELD_OF, ConfirmForm
from bangvang.web.units.own_shown import counts_said, day_of, own_name, own_shares, settled
from bangvang.web.units.own_years_shown import HELP, whole_sentence
from bangvang.web.units.views.own import way


@require_http_methods(["GET", "POST"])
def confirm(request: HttpRequest, ref: str) -> HttpResponse:
    """Take the number, the day and the scan; then the awards are in the register."""
    actor, today = actor_of(request), clock.today()
    line, own = own_decision_line(actor, ref), own_decision_for(actor, ref)
    if line.state != OwnState.WITH_HEAD:
        return done(request, to=_own(ref), say="Quyết định này không còn chờ xác nhận.")
    grantors = (
        () if line.record_kind == GRADE else grantors_there(line.code, own.unit.kind, on=today)
    )
    asks_whole = _asks_whole(request, line)
    form = ConfirmForm(
        request.POST or None,
        request.FILES or None,
        grantors=[(g.key, f"{g.name_vi} ({g.cite.text})") for g in grantors],
        whole=whole_sentence(line.record_kind, line.year) if asks_whole else "",
        whole_help=HELP,
        initial={
            "version": line.version,
            "issued_by": actor.title,
            "grantor": grantors[0].key if grantors else "",
        },
    )
    if request.method == "POST" and form.is_valid():
        data, name = contents(form.cleaned_data["scan"])
        try:
            entered = confirm_own_decision(
                ref,
                form.paper(),
                data,
                scan_name=name,
                says_whole=form.cleaned_data.get("says_whole", False),
                version=form.cleaned_data["version"],
                actor=actor,
                at=clock.now(),
            )
        except Refused as refusal:
            field = FIELD_OF.get(refusal.objection.code)
            form.add_error(field if field in form.fields else None, refusal.objection.sentence)
        else:
            held = f", {entered.held} lượt đã có sẵn không ghi lần nữa" if entered.held else ""
            say = f"Đã ghi vào sổ {entered.entered} lượt{held}."
            return done(request, to=_own(ref), say=say)
    rows = own_preview(own)
    context = {
        "line": line,
        "name": own_name(line, today),
        "form": form,
        "counts": counts_said(rows),
        "shares": own_shares(line, settled(rows), on=today),
        "share_columns": SHARE_COLUMNS,
        "law_of": day_of(line, today),
        "crumbs": way(Link(own_name(line, today), _own(ref))),
    }
    return page(request, "units/own/confirm.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def give_back(request: HttpRequest, ref: str) -> HttpResponse:
    """Give it back to the officer, with a reason."""
    actor, today = actor_of(request), clock.today()
    line = own_decision_line(actor, ref)
    form = HandBackForm(request.POST or None, initial={"version": line.version})
    if request.method == "POST" and form.is_valid():
        cleaned = form.cleaned_data
        give_own_back(
            ref, cleaned["reason"], version=cleaned["version"], actor=actor, at=clock.now()
        )
        return done(request, to=_own(ref), say="Đã trả lại cán bộ lập.")
    context = {
        "line": line,
        "name": own_name(line, today),
        "form": form,
        "crumbs": way(Link(own_name(line, today), _own(ref))),
    }
    return page(request, "units/own/give_back.html", context, status=422 if form.errors else 200)


def _asks_whole(request: HttpRequest, line: OwnLine) -> bool:
    """Tell whether there is something to state: the year is over and not whole of everybody."""
    if line.year >= clock.today().year:
        return False
    (seen,) = own_years(actor_of(request), [line.year])
    return not seen[line.record_kind].is_whole


def _own(ref: str) -> str:
    return reverse("units:own_decision", args=[ref])
