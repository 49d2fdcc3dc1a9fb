"""Reported good deeds at the office: list, page, sending, setting aside, who reported."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from bangvang.foundation import clock
from bangvang.foundation.actor import Role
from bangvang.foundation.audit.selectors import entries_about
from bangvang.foundation.files.selectors import read
from bangvang.foundation.objection import Refused, Unseen
from bangvang.nominations.actions.reveal_reporter import reveal_reporter
from bangvang.nominations.actions.send_discovery import send_discovery
from bangvang.nominations.actions.set_discovery_aside import set_discovery_aside
from bangvang.nominations.selectors.discoveries import (
    DiscoveryPage,
    discoveries_for,
    discovery_page,
)
from bangvang.nominations.states import (
    DISCOVERY_LIFE,
    AsideWhy,
    DiscoveryMove,
)
from bangvang.registry.selectors.organisations import organisations_on
from bangvang.web.components.pieces import Link
from bangvang.web.discoveries import LIST_COLUMNS, discovery_card, discovery_facts, rows_shown
from bangvang.web.door import actor_of
from bangvang.web.histories import events_shown
from bangvang.web.office.forms.discoveries import AsideForm, RevealForm, SendForm
from bangvang.web.respond import done, download, page

LIST = "Tin báo việc tốt"
ANSWERING = ("DEPARTMENT", "COMMUNE", "ASSOCIATION", "ENTERPRISE")


@require_http_methods(["GET"])
def discoveries(request: HttpRequest) -> HttpResponse:
    """Show every report, newest first."""
    rows = rows_shown(discoveries_for(actor_of(request)), address_of, today=clock.today())
    return page(request, "office/discoveries/list.html", {"rows": rows, "columns": LIST_COLUMNS})


@require_http_methods(["GET"])
def discovery(request: HttpRequest, ref: str) -> HttpResponse:
    """Show one report with what may be done now."""
    return _show(request, ref)


@require_POST
def send(request: HttpRequest, ref: str) -> HttpResponse:
    """Send it to a unit."""
    form = SendForm(request.POST, units=_units(), auto_id="chuyen_%s")
    if form.is_valid():
        try:
            send_discovery(ref, **form.cleaned_data, actor=actor_of(request), at=clock.now())
        except Refused as refusal:
            form.add_error(None, refusal.objection.sentence)
        else:
            return done(request, to=address_of(ref), say="Đã chuyển đơn vị trả lời.")
    return _show(request, ref, send_form=form)


@require_POST
def set_aside(request: HttpRequest, ref: str) -> HttpResponse:
    """Send it to nobody."""
    form = AsideForm(request.POST, auto_id="khep_%s")
    if form.is_valid():
        said = form.cleaned_data
        why = AsideWhy(said["why"])
        try:
            set_discovery_aside(
                ref,
                why,
                said["words"],
                version=said["version"],
                actor=actor_of(request),
                at=clock.now(),
            )
        except Refused as refusal:
            form.add_error(None, refusal.objection.sentence)
        else:
            return done(request, to=address_of(ref), say="Đã khép tin báo, không chuyển tiếp.")
    return _show(request, ref, aside_form=form)


@require_http_methods(["GET", "POST"])
def reveal(request: HttpRequest, ref: str) -> HttpResponse:
    """Ask for the reason, then show the reporter on this answer and nowhere else."""
    actor = actor_of(request)
    seen = discovery_page(actor, ref)
    form = RevealForm(request.POST if request.method == "POST" else None)
    who: tuple[str, str] | None = None
    if request.method == "POST" and form.is_valid():
        try:
            who = reveal_reporter(ref, form.cleaned_data["reason"], actor=actor, at=clock.now())
        except Refused as refusal:
            form.add_error("reason", refusal.objection.sentence)
    context = {"crumbs": _crumbs(seen, "Người báo tin"), "seen": seen, "form": form, "who": who}
    status = 422 if form.errors else 200
    return page(request, "office/discoveries/reveal.html", context, status=status)


@require_http_methods(["GET"])
def file(request: HttpRequest, ref: str) -> HttpResponse:
    """Hand out what was attached."""
    kept = discovery_page(actor_of(request), ref).file
    if kept is None:
        raise Unseen
    return download(read(kept.ref), name=kept.name, media_type=kept.kind.media_type)


def address_of(ref: str) -> str:
    """Return where the office reads it."""
    return reverse("office:discovery", args=[ref])


def _show(
    request: HttpRequest,
    ref: str,
    *,
    send_form: SendForm | None = None,
    aside_form: AsideForm | None = None,
) -> HttpResponse:
    actor = actor_of(request)
    seen = discovery_page(actor, ref)
    acts = actor.has(Role.SPECIALIST, Role.OFFICE_HEAD)
    state, version = seen.row.state, seen.row.version
    may_send = acts and DISCOVERY_LIFE.can(DiscoveryMove.SEND, state)
    may_set_aside = acts and DISCOVERY_LIFE.can(DiscoveryMove.SET_ASIDE, state)
    asked = {"version": version, "unit_ref": seen.place_ref}
    blank = SendForm(initial=asked, units=_units(), auto_id="chuyen_%s")
    context = {
        "crumbs": _crumbs(seen, seen.row.said),
        "seen": seen,
        "facts": discovery_facts(seen),
        "file": discovery_card(seen, reverse("office:discovery_file", args=[ref])),
        "send_form": (send_form or blank) if may_send else None,
        "aside_form": (aside_form or AsideForm(initial={"version": version}, auto_id="khep_%s"))
        if may_set_aside
        else None,
        "may_reveal": actor.has(Role.OFFICE_HEAD) and seen.has_reporter,
        "events": events_shown(entries_about(("discovery", ref))),
        "refused": next((f for f in (send_form, aside_form) if f is not None and f.errors), None),
    }
    status = 422 if context["refused"] else 200
    return page(request, "office/discoveries/show.html", context, status=status)


def _crumbs(seen: DiscoveryPage, last: str) -> list[Link]:
    crumbs = [Link(LIST, reverse("office:discoveries"))]
    if last != seen.row.said:
        crumbs.append(Link(seen.row.said, address_of(seen.row.ref)))
    return [*crumbs, Link(last)]


def _units() -> list[tuple[str, str]]:
    return [(body.ref, body.name) for body in organisations_on(clock.today(), kinds=ANSWERING)]
