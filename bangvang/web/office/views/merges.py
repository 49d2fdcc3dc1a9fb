"""Merging: two records side by side, the proposal, the second person, undoing."""

from collections.abc import Callable

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bangvang.foundation import clock
from bangvang.foundation.audit.selectors import entries_about
from bangvang.foundation.objection import Refused, refuse_if
from bangvang.registry.actions.confirm_merge import confirm_merge
from bangvang.registry.actions.decline_merge import decline_merge
from bangvang.registry.actions.propose_merge import propose_merge
from bangvang.registry.actions.undo_merge import undo_merge
from bangvang.registry.selectors.doubles import reasons_of
from bangvang.registry.selectors.merges import (
    A_PAGE,
    MergePage,
    TwoRecords,
    merge_page,
    merges_found,
    two_records,
)
from bangvang.registry.states import MERGE_STATE_NAMES, HolderKind, MergeState
from bangvang.web.components.pieces import Choice, Column, Filter, Link
from bangvang.web.door import actor_of
from bangvang.web.histories import events_shown
from bangvang.web.lists import page_number, pager_of
from bangvang.web.office.doubles_shown import (
    FACT_COLUMNS,
    SIDE_COLUMNS,
    WORDS,
    chosen_shown,
    compare_href,
    completeness_after,
    doubles_tabs,
    facts_shown,
    kind_of,
    merge_chip,
    merge_head,
    near_shown,
    sides_shown,
)
from bangvang.web.office.forms.merges import EndMergeForm, ProposalForm, SeenMergeForm
from bangvang.web.respond import done, page

COLUMNS = (
    Column("Bản giữ lại, bản được gộp", "name"),
    Column("Người đề nghị", "mid"),
    Column("Trạng thái", "mid"),
)
UNDO = (
    "Trưởng phòng tách lại được: mọi dòng trở về đúng chỗ cũ; những gì ghi sau khi gộp ở lại với "
    "bản giữ lại."
)
Act = Callable[..., object]


@require_http_methods(["GET"])
def compare(request: HttpRequest, of: str, ref: str, other_ref: str) -> HttpResponse:
    """Show two records side by side and ask for what only a person can answer."""
    records = two_records(actor_of(request), kind_of(of), ref, other_ref)
    form = ProposalForm(
        contradictions=records.compared.contradictions,
        initial={"seen": records.compared.fingerprint},
    )
    return _compare_page(request, records, form)


@require_http_methods(["POST"])
def propose(request: HttpRequest, of: str, ref: str, other_ref: str) -> HttpResponse:
    """Propose to merge the second record into the first."""
    actor, kind = actor_of(request), kind_of(of)
    records = two_records(actor, kind, ref, other_ref)
    form = ProposalForm(request.POST, contradictions=records.compared.contradictions)
    if form.is_valid():
        try:
            made = propose_merge(
                ref,
                other_ref,
                of=kind,
                reason=form.cleaned_data["reason"],
                chosen=form.chosen(),
                seen=form.cleaned_data["seen"],
                actor=actor,
                at=clock.now(),
            )
        except Refused as refusal:
            form.add_error(None, refusal.objection.sentence)
            form.data = {**form.data.dict(), "seen": records.compared.fingerprint}  # type: ignore[attr-defined]  # a QueryDict
        else:
            said = "Đã đề nghị gộp; người thứ hai so lại và xác nhận thì mới gộp."
            return done(request, to=reverse("office:merge", args=[made]), say=said)
    return _compare_page(request, records, form)


def _compare_page(request: HttpRequest, records: TwoRecords, form: ProposalForm) -> HttpResponse:
    kept, merged, of = records.kept, records.merged, records.of
    names = [WORDS[of], kept.ref, merged.ref]
    context = {
        "crumbs": [Link("Có thể là một", reverse("office:doubles")), Link(kept.name)],
        **_side_by_side(records),
        "reasons": reasons_of(of, (kept.ref, merged.ref)),
        "form": form,
        "propose_href": reverse("office:propose_merge", args=names),
        "different_href": reverse("office:say_different", args=names),
        "swap_href": compare_href(of, merged.ref, kept.ref),
        "undo": UNDO,
    }
    return page(request, "office/merge/compare.html", context, status=422 if form.errors else 200)


def _side_by_side(records: TwoRecords) -> dict[str, object]:
    page_of = "person" if records.of is HolderKind.PERSON else "collective"
    return {
        "records": records,
        "is_person": records.of is HolderKind.PERSON,
        "sides": sides_shown(records),
        "side_columns": SIDE_COLUMNS,
        "lines": facts_shown(records),
        "fact_columns": FACT_COLUMNS,
        "near": near_shown(records),
        "whole": completeness_after(records),
        "kept_href": reverse(f"office:{page_of}", args=[records.kept.ref]),
        "merged_href": reverse(f"office:{page_of}", args=[records.merged.ref]),
    }


@require_http_methods(["GET"])
def merges(request: HttpRequest) -> HttpResponse:
    """Show every merge, newest first; the filter stays in the address."""
    wanted = request.GET.get("trang-thai", "")
    state = MergeState(wanted) if wanted in MergeState.__members__ else None
    number = page_number(request)
    found = merges_found(actor_of(request), state, page=number)
    choices = (
        Choice("", "Mọi trạng thái"),
        *(Choice(one.value, name) for one, name in MERGE_STATE_NAMES.items()),
    )
    context = {
        "crumbs": [Link("Có thể là một", reverse("office:doubles")), Link("Các lần gộp")],
        "tabs": doubles_tabs("merges"),
        "filters": [Filter("trang-thai", "Trạng thái", wanted, choices)],
        "rows": [(row, merge_chip(row)) for row in found.rows],
        "columns": COLUMNS,
        "is_filtered": state is not None,
        "pager": pager_of(
            number,
            found.count,
            A_PAGE,
            query={"trang-thai": wanted} if state else {},
            what="Lần gộp",
        ),
    }
    return page(request, "office/merge/list.html", context)


@require_http_methods(["GET"])
def merge(request: HttpRequest, ref: str) -> HttpResponse:
    """Show one merge: what was said, by whom, and both records while it waits."""
    shown = merge_page(actor_of(request), ref)
    context = {
        "crumbs": [Link("Các lần gộp", reverse("office:merges")), Link(shown.row.kept_name)],
        "merge": shown,
        "case": merge_head(shown),
        "chosen": chosen_shown(shown),
        "events": events_shown(entries_about(("merge", ref))),
        **(_side_by_side(shown.records) if shown.records else {}),
    }
    return page(request, "office/merge/show.html", context)


@require_http_methods(["GET", "POST"])
def confirm(request: HttpRequest, ref: str) -> HttpResponse:
    """Compare once more, then make one record of two."""
    actor = actor_of(request)
    form = SeenMergeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            confirm_merge(ref, version=form.cleaned_data["version"], actor=actor, at=clock.now())
        except Refused as refusal:
            form.add_error(None, refusal.objection.sentence)
        else:
            said = "Đã gộp hai bản ghi."
            return done(request, to=reverse("office:merge", args=[ref]), say=said)
    shown = merge_page(actor, ref)
    if request.method == "GET":
        refuse_if(shown.not_confirming)
    context = {
        "crumbs": _crumbs(shown),
        "merge": shown,
        "form": form,
        "chosen": chosen_shown(shown),
        "consequences": _consequences(shown),
        "undo": UNDO,
        "back_href": reverse("office:merge", args=[ref]),
        **(_side_by_side(shown.records) if shown.records else {}),
    }
    return page(request, "office/merge/confirm.html", context, status=409 if form.errors else 200)


def _consequences(shown: MergePage) -> list[str]:
    row = shown.row
    said = [
        f"Khen thưởng, xếp loại, sáng kiến, mục tạm dừng xét và hồ sơ đề nghị của bản ghi "
        f"{row.merged_name} chuyển sang bản ghi {row.kept_name}.",
        "Địa chỉ của bản ghi cũ dẫn sang bản giữ lại.",
    ]
    doubled = len(shown.records.compared.doubled) if shown.records else 0
    if doubled:
        said.insert(1, f"{doubled} mục có ở cả hai bản ghi được tính một lần.")
    return said


def decline(request: HttpRequest, ref: str) -> HttpResponse:
    """Let the proposal go."""
    return _end(request, ref, "Không gộp", "Đã ghi: không gộp.", decline_merge)


def undo(request: HttpRequest, ref: str) -> HttpResponse:
    """Take two records apart again."""
    return _end(request, ref, "Tách lại như trước", "Đã tách lại hai bản ghi.", undo_merge)


@require_http_methods(["GET", "POST"])
def _end(request: HttpRequest, ref: str, title: str, said: str, act: Act) -> HttpResponse:
    actor = actor_of(request)
    shown = merge_page(actor, ref)
    posted = request.POST if request.method == "POST" else None
    form = EndMergeForm(posted, initial={"version": shown.version})
    if request.method == "POST" and form.is_valid():
        try:
            left = act(ref, **form.cleaned_data, actor=actor, at=clock.now())
        except Refused as refusal:
            _say(form, refusal.objection.sentence)
        else:
            more = f" {left} giá trị đã sửa sau khi gộp nên giữ như hiện nay." if left else ""
            return done(request, to=reverse("office:merge", args=[ref]), say=said + more)
    if request.method == "GET":
        refuse_if(shown.not_declining if act is decline_merge else shown.not_undoing)
    context = {
        "crumbs": _crumbs(shown),
        "title": title,
        "names": f"{shown.row.kept_name} và {shown.row.merged_name}",
        "hint": "" if act is decline_merge else UNDO,
        "form": form,
        "back_href": reverse("office:merge", args=[ref]),
    }
    return page(request, "office/doubles/reason.html", context, status=422 if form.errors else 200)


def _say(form: forms.Form, sentence: str) -> None:
    form.add_error(None, sentence)


def _crumbs(shown: MergePage) -> list[Link]:
    back = reverse("office:merge", args=[shown.row.ref])
    return [Link("Các lần gộp", reverse("office:merges")), Link(shown.row.kept_name, back)]
