"""A unit amends what its own confirmed decisions brought into the register."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bangvang.foundation import clock
from bangvang.foundation.objection import Unseen, refuse_if
from bangvang.registry.actions.propose_own_amendment import propose_own_amendment
from bangvang.registry.permissions.amendments import NO_ROWS, Amending
from bangvang.registry.selectors.amendments import amendment_seen, own_rows_seen
from bangvang.registry.selectors.own_decisions import OwnLine, own_decision_line
from bangvang.registry.states import AmendmentKind
from bangvang.web.amending.forms import AmendForm, codes_of
from bangvang.web.amending.pages import (
    confirm_page,
    decline_page,
    kind_of,
    propose_page,
    scan_file,
    show_page,
)
from bangvang.web.amending.shown import Names
from bangvang.web.components.pieces import Link
from bangvang.web.door import actor_of
from bangvang.web.units.own_shown import own_name
from bangvang.web.units.views.own import way

NAMES = Names(
    show="units:amendment",
    confirm="units:confirm_amendment",
    decline="units:decline_amendment",
    scan="units:amendment_scan",
    person="units:person",
    collective="units:collective",
    nomination="units:nomination",
)
OF_ALL = {
    "AWARD": ("year", "decision_no", "decided_on", "issued_by"),
    "GRADE": ("year", "decision_no", "decided_on"),
}
OF_ONE = {"AWARD": ("name_as_written", "unit_as_written"), "GRADE": ("code",)}


def propose_all(request: HttpRequest, ref: str, word: str) -> HttpResponse:
    """Propose to amend all rows of a decision."""
    return _propose(request, ref, "", word)


def propose_row(request: HttpRequest, ref: str, row_ref: str, word: str) -> HttpResponse:
    """Propose to amend one row of a decision."""
    return _propose(request, ref, row_ref, word)


@require_http_methods(["GET", "POST"])
def _propose(request: HttpRequest, ref: str, row_ref: str, word: str) -> HttpResponse:
    actor, kind = actor_of(request), kind_of(word)
    line = own_decision_line(actor, ref)
    rows = own_rows_seen(actor, ref, row_ref, stands=kind is not AmendmentKind.RESTORED)
    refuse_if(None if rows else NO_ROWS)
    named = OF_ALL[line.record_kind] + (OF_ONE[line.record_kind] if row_ref else ())
    form = AmendForm(
        request.POST or None,
        request.FILES or None,
        kind=kind,
        named={name: getattr(rows[0], name) for name in named},
        codes=codes_of(rows[0]),
        initial={"paper_by": line.issued_by} if word == "huy-bo" else {},
    )

    def act(amending: Amending, scan: tuple[bytes, str] | None) -> str:
        return propose_own_amendment(
            ref, amending, row_ref=row_ref, scan=scan, actor=actor, at=clock.now()
        )

    back = reverse("units:own_decision", args=[ref])
    crumbs = way(_own_link(line))
    return propose_page(request, form, rows, act, NAMES, crumbs=crumbs, back_href=back)


@require_http_methods(["GET"])
def show(request: HttpRequest, ref: str) -> HttpResponse:
    """Show one amendment of the unit."""
    return show_page(request, ref, NAMES, crumbs=_crumbs(request, ref))


@require_http_methods(["GET", "POST"])
def confirm(request: HttpRequest, ref: str) -> HttpResponse:
    """The head compares with the paper and records it."""
    return confirm_page(request, ref, NAMES, crumbs=_crumbs(request, ref))


@require_http_methods(["GET", "POST"])
def decline(request: HttpRequest, ref: str) -> HttpResponse:
    """Let a proposal go."""
    return decline_page(request, ref, NAMES, crumbs=_crumbs(request, ref))


@require_http_methods(["GET"])
def scan(request: HttpRequest, ref: str) -> HttpResponse:
    """Hand out the scanned decision."""
    return scan_file(request, ref)


def _crumbs(request: HttpRequest, ref: str) -> list[Link]:
    """Return the way back to the decision.

    Raises:
        Unseen: the unit has no such amendment.
    """
    actor = actor_of(request)
    seen = amendment_seen(actor, ref)
    if not seen.own_ref:
        raise Unseen
    return way(_own_link(own_decision_line(actor, seen.own_ref)))


def _own_link(line: OwnLine) -> Link:
    return Link(own_name(line, clock.today()), reverse("units:own_decision", args=[line.ref]))
