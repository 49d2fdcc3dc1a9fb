"""One row of an agency's list: whom it means, what it becomes, and taking that back."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from bangvang.foundation import clock
from bangvang.foundation.objection import Refused
from bangvang.registry.actions.confirm_listed_row import confirm_listed_row
from bangvang.registry.actions.deny_match import deny_match
from bangvang.registry.actions.dismiss_listed_row import dismiss_listed_row
from bangvang.registry.actions.reopen_listed_row import reopen_listed_row
from bangvang.registry.intake.agency_settling import key_of
from bangvang.registry.permissions import STALE
from bangvang.registry.selectors.agency_lists import ListedState, list_seen
from bangvang.registry.selectors.listed_rows import ListedRowSeen, listed_row_seen
from bangvang.registry.selectors.search import Asked, search
from bangvang.registry.states import HolderKind
from bangvang.web.components.pieces import Filter, Link, Namesake
from bangvang.web.door import actor_of
from bangvang.web.navigation import OFFICE
from bangvang.web.office.agency_lists_shown import (
    denials_shown,
    holders_shown,
    listed_row_shown,
    namesake,
    row_facts,
    row_initial,
)
from bangvang.web.office.forms.agency_lists import (
    ROW_FIELD_OF,
    ConfirmRowForm,
    DenyForm,
    DismissForm,
)
from bangvang.web.office.forms.imports import VersionForm
from bangvang.web.office.views.agency_lists import list_crumbs
from bangvang.web.people import born_said
from bangvang.web.respond import done, page

LONGEST_QUERY = 100
CONFIRMING, DENYING, DISMISSING = "confirm", "deny", "dismiss"
"""The forms of the page, of which one may come back with what was wrong."""


@require_http_methods(["GET", "POST"])
def row(request: HttpRequest, ref: str, sheet: int, row: int) -> HttpResponse:
    """Show one row, and confirm whom it means and what it becomes."""
    if request.method == "GET":
        return _row_page(request, ref, sheet, row)
    form = ConfirmRowForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        try:
            confirm_listed_row(
                ref,
                sheet,
                row,
                said["holder"],
                form.becomes(),
                version=said["version"],
                actor=actor_of(request),
                at=clock.now(),
            )
        except Refused as refusal:
            return _refused(request, (ref, sheet, row), refusal, {CONFIRMING: form})
        return done(request, to=_list_href(ref), say=f"Đã xác nhận dòng {row}.")
    return _row_page(request, ref, sheet, row, bound={CONFIRMING: form}, status=422)


@require_POST
def deny(request: HttpRequest, ref: str, sheet: int, row: int) -> HttpResponse:
    """Say that the row does not mean one of those it may."""
    form = DenyForm(request.POST)
    if not form.is_valid():
        return _row_page(request, ref, sheet, row, bound={DENYING: form}, status=422)
    said = form.cleaned_data
    try:
        deny_match(
            ref,
            sheet,
            row,
            said["holder"],
            said["reason"],
            version=said["version"],
            actor=actor_of(request),
            at=clock.now(),
        )
    except Refused as refusal:
        return _refused(request, (ref, sheet, row), refusal, {DENYING: form})
    say = f"Dòng {row}: đã ghi ý kiến không phải người, tập thể đó."
    return done(request, to=_row_href(ref, sheet, row), say=say)


@require_POST
def dismiss(request: HttpRequest, ref: str, sheet: int, row: int) -> HttpResponse:
    """Say that the row becomes nothing."""
    form = DismissForm(request.POST)
    if not form.is_valid():
        return _row_page(request, ref, sheet, row, bound={DISMISSING: form}, status=422)
    said = form.cleaned_data
    try:
        dismiss_listed_row(
            ref,
            sheet,
            row,
            said["reason"],
            version=said["version"],
            actor=actor_of(request),
            at=clock.now(),
        )
    except Refused as refusal:
        return _refused(request, (ref, sheet, row), refusal, {DISMISSING: form})
    return done(request, to=_list_href(ref), say=f"Đã ghi: không ghi dòng {row} vào sổ.")


@require_POST
def reopen(request: HttpRequest, ref: str, sheet: int, row: int) -> HttpResponse:
    """Take back what was said of the row."""
    form = VersionForm(request.POST)
    if not form.is_valid():
        return _row_page(request, ref, sheet, row, status=422)
    version = form.cleaned_data["version"]
    try:
        reopen_listed_row(ref, sheet, row, version=version, actor=actor_of(request), at=clock.now())
    except Refused as refusal:
        return _refused(request, (ref, sheet, row), refusal)
    say = f"Đã mở lại dòng {row}, đối chiếu lại với sổ."
    return done(request, to=_row_href(ref, sheet, row), say=say)


def _refused(
    request: HttpRequest,
    place: tuple[str, int, int],
    refusal: Refused,
    bound: Mapping[str, forms.Form] = MappingProxyType({}),
) -> HttpResponse:
    """Show the row as it is now and say why the act was not done."""
    objection = refusal.objection
    status = 409 if objection == STALE else 422
    for name, form in bound.items():
        field = ROW_FIELD_OF.get(objection.code) if name == CONFIRMING else None
        form.add_error(field, objection.sentence)
    trouble = "" if bound else objection.sentence
    return _row_page(request, *place, bound=bound, status=status, trouble=trouble)


def _row_page(
    request: HttpRequest,
    ref: str,
    sheet: int,
    row: int,
    *,
    bound: Mapping[str, forms.Form] = MappingProxyType({}),
    status: int = 200,
    trouble: str = "",
) -> HttpResponse:
    actor = actor_of(request)
    found, seen = list_seen(actor, ref), listed_row_seen(actor, ref, sheet, row)
    may_act = actor.has(*OFFICE) and found.is_read
    words = request.GET.get("q", "").strip()[:LONGEST_QUERY]
    meant = holders_shown(actor, seen) if may_act and seen.is_waiting else ()
    others = _others(request, words, {one.value for one in meant}) if words else ()
    version = {"version": seen.version}
    confirming = bound.get(CONFIRMING) or ConfirmRowForm(initial=row_initial(found, seen))
    context: dict[str, Any] = {
        "found": found,
        "seen": seen,
        "shown": listed_row_shown(found, seen, may_act=may_act),
        "facts": row_facts(found, seen),
        "denials": denials_shown(actor, seen),
        "trouble": trouble,
        "may_decide": may_act and seen.is_waiting,
        "can_reopen": may_act and _can_reopen(seen),
        "meant": meant,
        "others": others,
        "words": words,
        "filters": [Filter("q", "Tên người hoặc tập thể trong sổ", words, is_wide=True)],
        "form": confirming,
        "chosen": confirming["holder"].value() or "",
        "deny": bound.get(DENYING) or DenyForm(initial=version),
        "dismiss": bound.get(DISMISSING) or DismissForm(initial=version),
        "errors": next(iter(bound.values()), None),
        "crumbs": list_crumbs(Link(found.topic_name, _list_href(ref))),
    }
    return page(request, "office/agency_list/row.html", context, status=status)


def _can_reopen(seen: ListedRowSeen) -> bool:
    """Tell whether something was said of the row that nothing of the register stands on."""
    if seen.state is ListedState.CONFIRMED:
        return all(one.is_withdrawn for one in seen.became)
    return seen.state is ListedState.DISMISSED or (seen.is_waiting and bool(seen.denied))


def _others(request: HttpRequest, words: str, known: set[str]) -> tuple[Namesake, ...]:
    """Return whom the register has under these words, besides those who are named already."""
    hits = search(actor_of(request), Asked(words)).hits
    return tuple(
        namesake(
            key,
            hit.name,
            ", ".join(part for part in (hit.about, hit.unit) if part),
            "",
            born=born_said(hit.birth_on, hit.birth_year) if hit.of is HolderKind.PERSON else "",
        )
        for hit in hits
        if (key := key_of(hit.of, hit.ref)) not in known
    )


def _row_href(ref: str, sheet: int, row: int) -> str:
    return reverse("office:listed_row", args=[ref, sheet, row])


def _list_href(ref: str) -> str:
    return reverse("office:agency_list", args=[ref])
