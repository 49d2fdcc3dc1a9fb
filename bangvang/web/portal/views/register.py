"""The register of awards: looking up, and what one person holds."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from bangvang.foundation import clock
from bangvang.registry.selectors.operators import LONGEST_TEXT
from bangvang.registry.selectors.public import (
    AWARDS_A_PAGE,
    AwardChoices,
    AwardPublic,
    award_choices_public,
    awards_public,
    person_public,
    register_figures,
)
from bangvang.registry.states import HolderKind
from bangvang.web.components.pager import pager
from bangvang.web.components.pieces import Choice, Column, Filter, Link
from bangvang.web.merged import answers_for_merged
from bangvang.web.portal.forms import LookUp, look_up
from bangvang.web.portal.shown import (
    honour_of,
    page_number,
    pages_of,
    portal_page,
    said_of,
    way,
)
from bangvang.web.search_said import HELP, said_back, sign_chips, unread_said

REGISTER = "Sổ khen thưởng"
COLUMNS = (
    Column("Người, tập thể được khen", "name"),
    Column("Danh hiệu, hình thức"),
    Column("Năm thành tích", "num"),
    Column("Quyết định", "mid"),
    Column("Tình trạng", "mid"),
)
OF_A_PERSON = (
    Column("Danh hiệu, hình thức", "name"),
    Column("Năm thành tích", "num"),
    Column("Đơn vị"),
    Column("Quyết định"),
    Column("Tình trạng", "mid"),
)


@require_safe
def register(request: HttpRequest) -> HttpResponse:
    """Show what matches, newest decision first."""
    at = clock.now()
    on = at.date()
    choices = award_choices_public(on)
    asked = look_up(request.GET, choices)
    number = page_number(request)
    found = awards_public(asked.query, asked.code, asked.year, on=on, page=number)
    context = {
        "crumbs": way(Link(REGISTER)),
        "figures": register_figures(on),
        "filters": _filters(asked, choices),
        "chosen": _chosen(asked, choices),
        "back": said_back(found.sought, "lượt khen thưởng") if asked.query else "",
        "unread": unread_said(found.sought),
        "help": HELP,
        "clear_href": reverse("portal:register"),
        "asked": asked,
        "count": found.count,
        "columns": COLUMNS,
        "rows": _rows(found.awards),
        "pager": pager(
            number,
            pages_of(found.count, AWARDS_A_PAGE),
            query=asked.address(),
            said=said_of("Lượt", number, AWARDS_A_PAGE, found.count),
        ),
    }
    return portal_page(request, "portal/register/list.html", context, at=at)


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Go to the register with what was typed."""
    words = urlencode({"q": request.GET.get("q", "")[:LONGEST_TEXT]})
    return redirect(f"{reverse('portal:register')}?{words}")


@require_safe
@answers_for_merged(HolderKind.PERSON)
def person(request: HttpRequest, ref: str) -> HttpResponse:
    """Show what one person holds."""
    at = clock.now()
    shown = person_public(ref, on=at.date())
    context = {
        "crumbs": way(Link(REGISTER, reverse("portal:register")), Link(shown.name)),
        "person": shown,
        "columns": OF_A_PERSON,
        "rows": _rows(shown.awards),
    }
    return portal_page(request, "portal/register/person.html", context, at=at)


def _rows(awards: tuple[AwardPublic, ...]) -> list[dict[str, object]]:
    return [
        {
            "award": award,
            "honour": honour_of(award.code),
            "decision_href": reverse("portal:decision", args=[award.decision_ref])
            if award.decision_ref
            else "",
        }
        for award in awards
    ]


def _filters(asked: LookUp, choices: AwardChoices) -> tuple[Filter, ...]:
    every = Choice("", "Tất cả")
    return (
        Filter(
            "q",
            "Tên người, tên đơn vị, số quyết định, danh hiệu hoặc năm",
            asked.query,
            is_wide=True,
        ),
        Filter(
            "danh-hieu",
            "Danh hiệu, hình thức",
            asked.code,
            (every, *(Choice(code, name) for code, name in choices.awards)),
        ),
        Filter(
            "nam",
            "Năm thành tích",
            str(asked.year or ""),
            (every, *(Choice(str(year), str(year)) for year in choices.years)),
        ),
    )


def _chosen(asked: LookUp, choices: AwardChoices) -> list[Link]:
    said = {
        "q": f"“{asked.query}”",
        "danh-hieu": dict(choices.awards).get(asked.code, ""),
        "nam": f"Năm {asked.year}",
    }
    signed = sign_chips(asked.query, asked.address_with_query)
    others = [name for name in asked.address() if name != "q" or not signed]
    return [*signed, *(Link(said[name], asked.address_without(name)) for name in others)]
