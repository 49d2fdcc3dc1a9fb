"""The law on a chosen day, for everybody."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from bangvang.foundation import clock
from bangvang.web.components.pieces import Link
from bangvang.web.lawpages.awards import award_shown
from bangvang.web.lawpages.conditions import CONDITION_COLUMNS
from bangvang.web.lawpages.days import Day, day_of, keeping
from bangvang.web.lawpages.lists import AWARD_COLUMNS, catalogue_shown, clauses_shown
from bangvang.web.lawpages.said import LINE_COLUMNS
from bangvang.web.portal.shown import portal_page, way

LAW = "Quy định"


@require_safe
def awards(request: HttpRequest) -> HttpResponse:
    """Show the awards of a day."""
    at = clock.now()
    day = day_of(request, today=clock.today())
    context = {
        "crumbs": way(Link(LAW)),
        "day": day,
        "groups": catalogue_shown(day.on, lambda code: _award_href(code, day)),
        "columns": AWARD_COLUMNS,
        "clauses_href": keeping(reverse("portal:law_clauses"), day),
    }
    return portal_page(request, "portal/law/list.html", context, at=at)


@require_safe
def award(request: HttpRequest, code: str) -> HttpResponse:
    """Show an award's rules on a day."""
    at = clock.now()
    day = day_of(request, today=clock.today())
    shown = award_shown(code.upper(), day.on)
    context = {
        "crumbs": way(Link(LAW, keeping(reverse("portal:law"), day)), Link(shown.name)),
        "day": day,
        "award": shown,
        "columns": CONDITION_COLUMNS,
        "line_columns": LINE_COLUMNS,
    }
    return portal_page(request, "portal/law/award.html", context, at=at)


@require_safe
def clauses(request: HttpRequest) -> HttpResponse:
    """Show the clauses of a day with the conditions that rest on them."""
    at = clock.now()
    day = day_of(request, today=clock.today())
    context = {
        "crumbs": way(Link(LAW, keeping(reverse("portal:law"), day)), Link("Điều khoản")),
        "day": day,
        "instruments": clauses_shown(day.on, lambda code: _award_href(code, day)),
    }
    return portal_page(request, "portal/law/clauses.html", context, at=at)


def _award_href(code: str, day: Day) -> str:
    return keeping(reverse("portal:law_award", args=[code.lower()]), day)
