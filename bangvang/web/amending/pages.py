"""The pages that the office and the units share: proposing, one amendment, deciding it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from bangvang.foundation import clock
from bangvang.foundation.audit.selectors import entries_about
from bangvang.foundation.files.kinds import FileKind
from bangvang.foundation.files.selectors import kept_file, read
from bangvang.foundation.objection import Refused, refuse_if
from bangvang.registry.actions.confirm_amendment import confirm_amendment
from bangvang.registry.actions.decline_amendment import decline_amendment
from bangvang.registry.permissions.amendments import Amending
from bangvang.registry.selectors.amended_rows import RowSeen, said_of
from bangvang.registry.selectors.amendments import (
    AmendmentSeen,
    amendment_for,
    amendment_scan,
    amendment_seen,
)
from bangvang.registry.states import AMENDMENT_NAMES, AmendmentKind, AmendmentState
from bangvang.web.amending.forms import FIELD_OF, AmendForm, DecideForm, DeclineForm
from bangvang.web.amending.resting import REST_COLUMNS, rest_shown
from bangvang.web.amending.shown import (
    EFFECTS,
    INITIATIVES,
    ROW_COLUMNS,
    UNDO,
    WORDS,
    Names,
    amendment_head,
    amendment_title,
    paper_said,
    rows_shown,
)
from bangvang.web.components.pieces import Link
from bangvang.web.door import actor_of
from bangvang.web.files import kept_card
from bangvang.web.histories import events_shown
from bangvang.web.respond import done, download, page

Act = Callable[[Amending, tuple[bytes, str] | None], str]


def kind_of(word: str) -> AmendmentKind:
    """Return the kind that an address names.

    Raises:
        Http404: there is no such kind.
    """
    if word not in WORDS:
        raise Http404
    return WORDS[word]


def propose_page(
    request: HttpRequest,
    form: AmendForm,
    rows: Sequence[RowSeen],
    act: Act,
    names: Names,
    *,
    crumbs: Sequence[Link],
    back_href: str,
) -> HttpResponse:
    """Ask for the paper and the reason, with what rests on the rows; then keep the proposal."""
    actor, kind = actor_of(request), form.kind
    if request.method == "POST" and form.is_valid():
        try:
            ref = act(form.amending(), form.scanned())
        except Refused as refusal:
            code, _, name = refusal.objection.code.partition(":")
            field = name or FIELD_OF.get(code)
            if code.startswith("FILE_"):
                field = "scan"
            form.add_error(field if field in form.fields else None, refusal.objection.sentence)
        else:
            said = "Đã đề nghị; người thứ hai xác nhận thì sổ mới thay đổi."
            return done(request, to=reverse(names.show, args=[ref]), say=said)
    gone = Amending(kind if kind is not AmendmentKind.CORRECTED else AmendmentKind.STRUCK, "")
    context = {
        "title": AMENDMENT_NAMES[kind],
        "lede": amendment_title(kind, rows),
        "form": form,
        "is_revocation": kind is AmendmentKind.REVOKED,
        "effects": EFFECTS[kind],
        "rows": rows_shown(actor, rows, Amending(kind, ""), names),
        "row_columns": ROW_COLUMNS[:2],
        "rest": rest_shown(actor, rows, gone, names, on=clock.today()),
        "rest_columns": REST_COLUMNS,
        "is_correction": kind is AmendmentKind.CORRECTED,
        "crumbs": list(crumbs),
        "back_href": back_href,
    }
    return page(request, "amendment/propose.html", context, status=422 if form.errors else 200)


def show_page(
    request: HttpRequest, ref: str, names: Names, *, crumbs: Sequence[Link]
) -> HttpResponse:
    """Show one amendment with its rows; while it waits, also what rests on them."""
    seen = amendment_seen(actor_of(request), ref)
    context = _context(request, seen, names) | {
        "case": amendment_head(seen, names),
        "events": events_shown(entries_about(("amendment", ref))),
        "crumbs": list(crumbs),
    }
    return page(request, "amendment/show.html", context)


def confirm_page(
    request: HttpRequest, ref: str, names: Names, *, crumbs: Sequence[Link]
) -> HttpResponse:
    """Show once more what changes and what rests on it, then record it."""
    actor = actor_of(request)
    form = DecideForm(request.POST if request.method == "POST" else None)
    there = reverse(names.show, args=[ref])
    if request.method == "POST" and form.is_valid():
        try:
            confirm_amendment(
                ref, version=form.cleaned_data["version"], actor=actor, at=clock.now()
            )
        except Refused as refusal:
            form.add_error(None, refusal.objection.sentence)
        else:
            return done(request, to=there, say="Đã ghi vào sổ.")
    seen = amendment_seen(actor, ref)
    if request.method == "GET":
        refuse_if(seen.not_confirming)
    context = _context(request, seen, names) | {
        "form": form,
        "title": f"{AMENDMENT_NAMES[seen.kind]}: so với văn bản và xác nhận",
        "lede": amendment_title(seen.kind, seen.rows),
        "consequences": [*EFFECTS[seen.kind], INITIATIVES],
        "undo": UNDO,
        "crumbs": [*crumbs, Link(amendment_title(seen.kind, seen.rows), there)],
        "back_href": there,
    }
    return page(request, "amendment/confirm.html", context, status=409 if form.errors else 200)


def decline_page(
    request: HttpRequest, ref: str, names: Names, *, crumbs: Sequence[Link]
) -> HttpResponse:
    """Let a proposal go, with a reason."""
    actor = actor_of(request)
    seen = amendment_seen(actor, ref)
    there = reverse(names.show, args=[ref])
    posted = request.POST if request.method == "POST" else None
    form = DeclineForm(posted, initial={"version": seen.version})
    if request.method == "POST" and form.is_valid():
        try:
            decline_amendment(ref, **_said(form), actor=actor, at=clock.now())
        except Refused as refusal:
            form.add_error(None, refusal.objection.sentence)
        else:
            return done(request, to=there, say="Đã ghi: không thay đổi sổ.")
    if request.method == "GET":
        refuse_if(seen.not_declining)
    context = {
        "lede": amendment_title(seen.kind, seen.rows),
        "form": form,
        "crumbs": [*crumbs, Link(amendment_title(seen.kind, seen.rows), there)],
        "back_href": there,
    }
    return page(request, "amendment/decline.html", context, status=422 if form.errors else 200)


def scan_file(request: HttpRequest, ref: str) -> HttpResponse:
    """Hand out the scanned decision of an amendment."""
    stored = amendment_scan(actor_of(request), ref)
    media_type = FileKind(stored.media_kind).media_type
    return download(read(stored.ref), name=stored.original_name, media_type=media_type)


def _said(form: DeclineForm) -> Mapping[str, Any]:
    return {"reason": form.cleaned_data["reason"], "version": form.cleaned_data["version"]}


def _context(request: HttpRequest, seen: AmendmentSeen, names: Names) -> dict[str, object]:
    actor = actor_of(request)
    amending = said_of(amendment_for(actor, seen.ref))
    waits = seen.state is AmendmentState.PROPOSED
    files = []
    if seen.scan_ref:
        href = reverse(names.scan, args=[seen.ref])
        files.append(kept_card(kept_file(seen.scan_ref), href, "bản quét văn bản"))
    return {
        "seen": seen,
        "paper": paper_said(seen),
        "rows": rows_shown(actor, seen.rows, amending, names),
        "row_columns": ROW_COLUMNS,
        "waits": waits,
        "rest": rest_shown(actor, seen.rows, amending, names, on=clock.today()) if waits else [],
        "rest_columns": REST_COLUMNS,
        "files": files,
    }
