"""Amendments of the register at the office: proposing, the list, one of them, deciding."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bangvang.foundation import clock
from bangvang.registry.actions.propose_amendment import propose_amendment
from bangvang.registry.permissions.amendments import OF_AWARD, OF_GRADE, Amending
from bangvang.registry.selectors.amended_rows import RowSeen
from bangvang.registry.selectors.amendments import A_PAGE, amendable_row, amendments_found
from bangvang.registry.selectors.initiative_corrections import corrections_found
from bangvang.registry.states import AMENDMENT_STATE_NAMES, AmendmentState, HolderKind
from bangvang.web.amending.forms import AmendForm, codes_of
from bangvang.web.amending.pages import (
    confirm_page,
    decline_page,
    kind_of,
    propose_page,
    scan_file,
    show_page,
)
from bangvang.web.amending.shown import (
    LIST_COLUMNS,
    Names,
    amendment_chip,
    amendment_title,
    holders_said,
    paper_said,
)
from bangvang.web.components.pieces import Choice, Filter, Link
from bangvang.web.door import actor_of
from bangvang.web.lists import page_number, pager_of
from bangvang.web.office.correcting import correction_chip
from bangvang.web.office.records_shown import tabs_of, way
from bangvang.web.respond import page

NAMES = Names(
    show="office:amendment",
    confirm="office:confirm_amendment",
    decline="office:decline_amendment",
    scan="office:amendment_scan",
    person="office:person",
    collective="office:collective",
    nomination="office:nomination",
)


@require_http_methods(["GET"])
def amendments(request: HttpRequest) -> HttpResponse:
    """Show every amendment, newest first; the filter stays in the address."""
    wanted = request.GET.get("trang-thai", "")
    state = AmendmentState(wanted) if wanted in AmendmentState.__members__ else None
    number = page_number(request)
    found = amendments_found(actor_of(request), state, page=number)
    choices = (
        Choice("", "Mọi trạng thái"),
        *(Choice(one.value, name) for one, name in AMENDMENT_STATE_NAMES.items()),
    )
    context = {
        "tabs": tabs_of("amendments"),
        "filters": [Filter("trang-thai", "Trạng thái", wanted, choices)],
        "rows": [
            (
                one,
                amendment_title(one.kind, one.rows),
                holders_said(one.rows),
                paper_said(one),
                amendment_chip(one),
            )
            for one in found.rows
        ],
        "columns": LIST_COLUMNS,
        "is_filtered": state is not None,
        "corrections": [
            (one, ", ".join(author.name for author in one.authors_before), correction_chip(one))
            for one in corrections_found(actor_of(request))
        ],
        "pager": pager_of(
            number,
            found.count,
            A_PAGE,
            query={"trang-thai": wanted} if state else {},
            what="Thay đổi",
        ),
    }
    return page(request, "office/amendment/list.html", context)


@require_http_methods(["GET", "POST"])
def propose(request: HttpRequest, record_ref: str, word: str) -> HttpResponse:
    """Propose to revoke, correct, strike out or restore one award or grade."""
    actor, kind = actor_of(request), kind_of(word)
    row = amendable_row(actor, record_ref)
    fields = OF_AWARD if row.record_kind == "AWARD" else OF_GRADE
    form = AmendForm(
        request.POST or None,
        request.FILES or None,
        kind=kind,
        named={name: getattr(row, name) for name in fields},
        codes=codes_of(row),
        initial={"paper_by": row.issued_by} if word == "huy-bo" else {},
    )

    def act(amending: Amending, scan: tuple[bytes, str] | None) -> str:
        return propose_amendment(row.ref, amending, scan=scan, actor=actor, at=clock.now())

    back = _row_href(row)
    crumbs = [*way("", ""), Link(row.holder_name, _holder_href(row)), Link("Nguồn", back)]
    return propose_page(request, form, [row], act, NAMES, crumbs=crumbs, back_href=back)


@require_http_methods(["GET"])
def show(request: HttpRequest, ref: str) -> HttpResponse:
    """Show one amendment."""
    return show_page(request, ref, NAMES, crumbs=_crumbs())


@require_http_methods(["GET", "POST"])
def confirm(request: HttpRequest, ref: str) -> HttpResponse:
    """Compare with the paper and record it."""
    return confirm_page(request, ref, NAMES, crumbs=_crumbs())


@require_http_methods(["GET", "POST"])
def decline(request: HttpRequest, ref: str) -> HttpResponse:
    """Let a proposal go."""
    return decline_page(request, ref, NAMES, crumbs=_crumbs())


@require_http_methods(["GET"])
def scan(request: HttpRequest, ref: str) -> HttpResponse:
    """Hand out the scanned decision."""
    return scan_file(request, ref)


def _crumbs() -> list[Link]:
    return [*way("", ""), Link("Đính chính, hủy bỏ", reverse("office:amendments"))]


def _holder_href(row: RowSeen) -> str:
    name = "person" if row.of is HolderKind.PERSON else "collective"
    return reverse(f"office:{name}", args=[row.holder_ref])


def _row_href(row: RowSeen) -> str:
    name = "person" if row.of is HolderKind.PERSON else "collective"
    what = "award" if row.record_kind == "AWARD" else "grade"
    return reverse(f"office:{name}_{what}", args=[row.holder_ref, row.ref])
