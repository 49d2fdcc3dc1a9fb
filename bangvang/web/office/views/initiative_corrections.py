"""Corrections of a recognised initiative: proposing, one of them, deciding it."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bangvang.appraisal.actions.correct_initiative import correct_initiative
from bangvang.foundation import clock
from bangvang.foundation.audit.selectors import entries_about
from bangvang.foundation.objection import Refused, Unseen, refuse_if
from bangvang.law import award_name
from bangvang.registry.actions.decline_correction import decline_correction
from bangvang.registry.actions.propose_correction import propose_correction
from bangvang.registry.actions.recognise_initiative import SCOPES
from bangvang.registry.permissions.amendments import Amending
from bangvang.registry.permissions.initiative_corrections import CHANGED_SINCE
from bangvang.registry.selectors.initiative_corrections import (
    AuthorSeen,
    CorrectionSeen,
    correctable,
    correction_seen,
    was_corrected,
)
from bangvang.registry.selectors.naming import named
from bangvang.registry.selectors.search import Asked, search
from bangvang.registry.states import AmendmentKind, AmendmentState, HolderKind
from bangvang.web.amending.forms import DecideForm, DeclineForm
from bangvang.web.amending.resting import REST_COLUMNS, rest_shown
from bangvang.web.amending.shown import ROW_COLUMNS
from bangvang.web.components.pieces import Filter, Link
from bangvang.web.door import actor_of
from bangvang.web.histories import events_shown
from bangvang.web.office.correcting import (
    EFFECTS,
    KIND,
    UNDO,
    authors_shown,
    correction_head,
    correction_paper,
    correction_rest,
)
from bangvang.web.office.forms.initiatives import FIELD_OF, CorrectionForm
from bangvang.web.office.records_shown import way
from bangvang.web.office.views.amendments import NAMES
from bangvang.web.people import born_said
from bangvang.web.respond import done, page

LONGEST_QUERY = 100
MOST_AUTHORS = 20
ADDED, LEFT_OUT = "them", "bo"
IF_GONE = Amending(AmendmentKind.STRUCK, "")


@require_http_methods(["GET", "POST"])
def propose(request: HttpRequest, ref: str, initiative_ref: str) -> HttpResponse:
    """Propose how it should stand; authors are added and left out in the address."""
    actor, today = actor_of(request), clock.today()
    refuse_if(CHANGED_SINCE if was_corrected(initiative_ref) else None)
    said, stands, rows = correctable(actor, initiative_ref)
    if ref not in {author.ref for author in stands}:
        raise Unseen
    added = list(dict.fromkeys(request.GET.getlist(ADDED)))[:MOST_AUTHORS]
    out = set(request.GET.getlist(LEFT_OUT))
    who = named(actor, HolderKind.PERSON, added)
    authors = [(one.ref, one.name) for one in stands if one.ref not in out]
    known = {one for one, _ in authors}
    authors += [(one, who[one].name) for one in added if one in who and one not in known]
    form = CorrectionForm(
        request.POST or None,
        scopes=[(code, award_name(code, today)) for code in SCOPES],
        authors=authors,
        initial=vars(said) | {f"phan_{one.ref}": one.share_percent for one in stands},
    )
    back = reverse("office:person_initiative", args=[ref, initiative_ref])
    if request.method == "POST" and form.is_valid():
        try:
            made = propose_correction(
                initiative_ref,
                form.said(),
                form.shares(),
                form.basis(),
                actor=actor,
                at=clock.now(),
            )
        except Refused as refusal:
            form.add_error(FIELD_OF.get(refusal.objection.code), refusal.objection.sentence)
        else:
            told = "Đã đề nghị; người thứ hai xác nhận thì sổ mới thay đổi."
            there = reverse("office:initiative_correction", args=[made])
            return done(request, to=there, say=told)
    words = request.GET.get("q", "").strip()[:LONGEST_QUERY]
    here = {one for one, _ in authors}
    asked = Asked(words, kind=HolderKind.PERSON.value)
    context = {
        "lede": said.title,
        "form": form,
        "authors": [(name, _without(one, added, out)) for one, name in authors],
        "left_out": [
            (one.name, _address(added, out - {one.ref})) for one in stands if one.ref in out
        ],
        "used": _used(stands),
        "filters": [Filter("q", "Thêm tác giả theo tên hoặc đơn vị", words)],
        "hidden": [*((ADDED, one) for one in added), *((LEFT_OUT, one) for one in sorted(out))],
        "words": words,
        "found": [
            (p, born_said(p.birth_on, p.birth_year), _address([*added, p.ref], out - {p.ref}))
            for p in (search(actor, asked).hits if words else ())
            if p.ref not in here
        ],
        "rest": rest_shown(actor, rows, IF_GONE, NAMES, on=today),
        "rest_columns": REST_COLUMNS,
        "effects": EFFECTS,
        "crumbs": [*way("", ""), Link("Nguồn", back)],
        "back_href": back,
    }
    status = 422 if form.errors else 200
    return page(request, "office/initiative/correct.html", context, status=status)


@require_http_methods(["GET"])
def show(request: HttpRequest, ref: str) -> HttpResponse:
    """Show one correction with what rests on it, and what came of it."""
    seen = correction_seen(actor_of(request), ref)
    context = _context(request, seen) | {
        "case": correction_head(seen),
        "events": events_shown(entries_about(("initiative_correction", ref))),
        "crumbs": _crumbs(),
    }
    return page(request, "amendment/show.html", context)


@require_http_methods(["GET", "POST"])
def confirm(request: HttpRequest, ref: str) -> HttpResponse:
    """Show once more what changes and what rests on it, then record it."""
    actor = actor_of(request)
    form = DecideForm(request.POST if request.method == "POST" else None)
    there = reverse("office:initiative_correction", args=[ref])
    if request.method == "POST" and form.is_valid():
        try:
            correct_initiative(
                ref, version=form.cleaned_data["version"], actor=actor, at=clock.now()
            )
        except Refused as refusal:
            form.add_error(None, refusal.objection.sentence)
        else:
            return done(request, to=there, say="Đã ghi vào sổ.")
    seen = correction_seen(actor, ref)
    if request.method == "GET":
        refuse_if(seen.not_confirming)
    context = _context(request, seen) | {
        "form": form,
        "title": f"{KIND}: so với văn bản và xác nhận",
        "lede": seen.before.title,
        "consequences": EFFECTS,
        "undo": UNDO,
        "crumbs": [*_crumbs(), Link(KIND, there)],
        "back_href": there,
    }
    return page(request, "amendment/confirm.html", context, status=409 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def decline(request: HttpRequest, ref: str) -> HttpResponse:
    """Let a proposal go, with a reason."""
    actor = actor_of(request)
    seen = correction_seen(actor, ref)
    there = reverse("office:initiative_correction", args=[ref])
    posted = request.POST if request.method == "POST" else None
    form = DeclineForm(posted, initial={"version": seen.version})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            decline_correction(
                ref, said["reason"], version=said["version"], actor=actor, at=clock.now()
            )
        except Refused as refusal:
            form.add_error(None, refusal.objection.sentence)
        else:
            return done(request, to=there, say="Đã ghi: không thay đổi sổ.")
    if request.method == "GET":
        refuse_if(seen.not_declining)
    context = {
        "lede": seen.before.title,
        "form": form,
        "crumbs": [*_crumbs(), Link(KIND, there)],
        "back_href": there,
    }
    return page(request, "amendment/decline.html", context, status=422 if form.errors else 200)


def _context(request: HttpRequest, seen: CorrectionSeen) -> dict[str, object]:
    actor = actor_of(request)
    waits = seen.state is AmendmentState.PROPOSED
    return {
        "seen": seen,
        "paper": correction_paper(seen.paper),
        "rows": authors_shown(seen),
        "row_columns": ROW_COLUMNS,
        "waits": waits,
        "rest": correction_rest(actor, seen, NAMES, on=clock.today()) if waits else [],
        "rest_columns": REST_COLUMNS,
        "files": [],
    }


def _used(authors: tuple[AuthorSeen, ...]) -> list[tuple[str, str]]:
    return [
        (author.name, f"{award_name(use.award_code, use.since)} năm {use.year}, {use.decision_no}")
        for author in authors
        for use in author.used_for
    ]


def _without(ref: str, added: list[str], out: set[str]) -> str:
    if ref in added:
        return _address([one for one in added if one != ref], out)
    return _address(added, out | {ref})


def _address(added: list[str], out: set[str]) -> str:
    said = [*((ADDED, one) for one in added), *((LEFT_OUT, one) for one in sorted(out))]
    return "?" + urlencode(said)


def _crumbs() -> list[Link]:
    return [*way("", ""), Link("Đính chính, hủy bỏ", reverse("office:amendments"))]
