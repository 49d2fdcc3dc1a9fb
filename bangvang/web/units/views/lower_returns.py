"""Giving a lower list, or one row of it, back to its unit."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bangvang.foundation import clock
from bangvang.foundation.objection import Refused
from bangvang.nominations.actions.return_lower_list import return_lower_list
from bangvang.nominations.actions.return_lower_row import return_lower_row
from bangvang.nominations.selectors.batches import batch_page
from bangvang.nominations.selectors.nominations import nomination_row
from bangvang.nominations.states import State
from bangvang.web.door import actor_of
from bangvang.web.respond import done, page
from bangvang.web.units.forms.lower import ReturnForm


@require_http_methods(["GET", "POST"])
def whole(request: HttpRequest, ref: str) -> HttpResponse:
    """Ask why, then give the whole list back to the head of its unit."""
    actor = actor_of(request)
    shown = batch_page(actor, ref)
    form = ReturnForm(request.POST or None, initial={"version": shown.version})
    if request.method == "POST" and form.is_valid():
        try:
            return_lower_list(ref, **form.cleaned_data, actor=actor, at=clock.now())
        except Refused as refusal:
            form.add_error(None, refusal.objection.sentence)
        else:
            say = f"Đã trả lại danh sách cho {shown.row.unit_name}."
            return done(request, to=reverse("units:lower_lists"), say=say)
    context = {
        "form": form,
        "what": f"Danh sách {shown.row.counted} của {shown.row.unit_name}",
        "hint": "Cả danh sách về chỗ thủ trưởng đơn vị; đơn vị sửa rồi nộp lên lại.",
        "back": reverse("units:lower_list", args=[ref]),
    }
    return page(request, "units/lower/return.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def row(request: HttpRequest, ref: str) -> HttpResponse:
    """Ask why, then give one row back; the others stay."""
    actor = actor_of(request)
    shown = nomination_row(actor, ref)
    is_gathered = shown.state == State.GATHERED
    lower = shown.origin_ref or shown.batch_ref
    back = reverse("units:batch" if is_gathered else "units:lower_list", args=[shown.batch_ref])
    form = ReturnForm(request.POST or None, initial={"version": shown.version})
    if request.method == "POST" and form.is_valid():
        try:
            unit = return_lower_row(ref, **form.cleaned_data, actor=actor, at=clock.now())
        except Refused as refusal:
            form.add_error(None, refusal.objection.sentence)
        else:
            say = f"Đã trả lại dòng của {shown.name} cho {unit}."
            return done(request, to=reverse("units:lower_list", args=[lower]), say=say)
    context = {
        "form": form,
        "what": f"{shown.name}, {shown.proposed_by}",
        "hint": "Dòng được tách khỏi danh sách tổng hợp; đơn vị bổ sung rồi nộp lên lại."
        if is_gathered
        else "Chỉ dòng này về đơn vị; các dòng khác vẫn chờ tổng hợp.",
        "back": back,
    }
    return page(request, "units/lower/return.html", context, status=422 if form.errors else 200)
