"""A list that came after its last day: accept it, or let it take part in another round."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from bangvang.foundation import clock
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.vietnamese import say_date
from bangvang.nominations.actions.accept_late import accept_late
from bangvang.nominations.actions.move_to_round import move_to_round
from bangvang.nominations.selectors.batches import BatchPage, batch_page
from bangvang.nominations.selectors.rounds import rounds
from bangvang.web.components.pieces import Fact, Link
from bangvang.web.door import actor_of
from bangvang.web.office.forms.rounds import AcceptLateForm, MoveRoundForm
from bangvang.web.respond import done, go_to, page


@require_http_methods(["GET"])
def late(request: HttpRequest, ref: str) -> HttpResponse:
    """Show how late the list is and why, and what can become of it."""
    return _late(request, batch_page(actor_of(request), ref))


@require_POST
def accept(request: HttpRequest, ref: str) -> HttpResponse:
    """Accept it."""
    shown = batch_page(actor_of(request), ref)
    form = AcceptLateForm(request.POST, auto_id="nhan_%s")
    if form.is_valid():
        try:
            accept_late(ref, **form.cleaned_data, actor=actor_of(request), at=clock.now())
        except Refused as refusal:
            form.add_error(None, refusal.objection.sentence)
        else:
            return _back(request, ref, "Đã chấp nhận danh sách nộp muộn.")
    return _late(request, shown, accept_form=form, status=422)


@require_POST
def move(request: HttpRequest, ref: str) -> HttpResponse:
    """Move it."""
    shown = batch_page(actor_of(request), ref)
    form = MoveRoundForm(request.POST, rounds=_others(shown), auto_id="chuyen_%s")
    if form.is_valid():
        try:
            move_to_round(ref, **form.cleaned_data, actor=actor_of(request), at=clock.now())
        except Refused as refusal:
            form.add_error(None, refusal.objection.sentence)
        else:
            return _back(request, ref, "Đã chuyển danh sách sang đợt khác.")
    return _late(request, shown, move_form=form, status=422)


def _late(
    request: HttpRequest,
    shown: BatchPage,
    *,
    accept_form: AcceptLateForm | None = None,
    move_form: MoveRoundForm | None = None,
    status: int = 200,
) -> HttpResponse:
    ref, seen = shown.row.ref, {"version": shown.version}
    if not shown.row.waits_for_acceptance:
        return go_to(request, reverse("office:batch", args=[ref]))
    others = _others(shown)
    context = {
        "batch": shown,
        "facts": _facts(shown),
        "accept_form": accept_form or AcceptLateForm(initial=seen, auto_id="nhan_%s"),
        "move_form": move_form
        or (MoveRoundForm(initial=seen, rounds=others, auto_id="chuyen_%s") if others else None),
        "crumbs": [
            Link("Danh sách tiếp nhận", reverse("office:batches")),
            Link(shown.row.reference, reverse("office:batch", args=[ref])),
            Link("Nộp muộn"),
        ],
    }
    return page(request, "office/batch/late.html", context, status=status)


def _others(shown: BatchPage) -> list[tuple[str, str]]:
    """Return the other rounds for the same year."""
    return [
        (row.ref, row.title)
        for row in rounds()
        if row.ref != shown.round_ref and row.achievement_year == shown.achievement_year
    ]


def _facts(shown: BatchPage) -> tuple[Fact, ...]:
    received, due = shown.row.received_on, shown.due_on
    if received is None or due is None:
        raise Unseen
    return (
        Fact("Đơn vị", shown.row.unit_name),
        Fact("Đợt xét", shown.row.round_title),
        Fact("Hạn nhận", say_date(due)),
        Fact("Nộp ngày", f"{say_date(received)}, muộn {(received - due).days} ngày"),
        Fact("Đơn vị giải trình", shown.late_reason),
    )


def _back(request: HttpRequest, ref: str, say: str) -> HttpResponse:
    return done(request, to=reverse("office:batch", args=[ref]), say=say)
