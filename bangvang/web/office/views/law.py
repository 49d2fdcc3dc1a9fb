"""The law on a chosen day, for the office."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bangvang.foundation import clock
from bangvang.web.components.pieces import Link
from bangvang.web.lawpages.awards import award_shown
from bangvang.web.lawpages.conditions import CONDITION_COLUMNS
from bangvang.web.lawpages.days import Day, day_of, keeping
from bangvang.web.lawpages.lists import AWARD_COLUMNS, catalogue_shown, clauses_shown
from bangvang.web.lawpages.said import LINE_COLUMNS
from bangvang.web.respond import page

LAW = "Quy định"


@require_http_methods(["GET"])
def awards(request: HttpRequest) -> HttpResponse:
    """Show the awards of a day."""
    day = day_of(request, today=clock.today())
    context = {
        "crumbs": [Link(LAW)],
        "day": day,
        "groups": catalogue_shown(day.on, lambda code: _award_href(code, day)),
        "columns": AWARD_COLUMNS,
        "clauses_href": keeping(reverse("office:law_clauses"), day),
    }
    return page(request, "office/law/list.html", context)


@require_http_methods(["GET"])
def award(request: HttpRequest, code: str) -> HttpResponse:
    """Show an award's rules on a day."""
    day = day_of(request, today=clock.today())
    shown = award_shown(code.upper(), day.on)
    context = {
        "crumbs": [Link(LAW, keeping(reverse("office:law"), day)), Link(shown.name)],
        "day": day,
        "award": shown,
        "columns": CONDITION_COLUMNS,
        "line_columns": LINE_COLUMNS,
    }
    return page(request, "office/law/award.html", context)


@require_http_methods(["GET"])
def clauses(request: HttpRequest) -> HttpResponse:
    """Show the clauses of a day with the conditions that rest on them."""
    day = day_of(request, today=clock.today())
    context = {
        "crumbs": [Link(LAW, keeping(reverse("office:law"), day)), Link("Điều khoản")],
        "day": day,
        "instruments": clauses_shown(day.on, lambda code: _award_href(code, day)),
    }
    return page(request, "office/law/clauses.html", context)


def _award_href(code: str, day: Day) -> str:
    return keeping(reverse("office:law_award", args=[code.lower()]), day)
