"""From what the stages say to what the portal's components show."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.timezone import localtime

from bangvang.publishing.selectors.public import ArticleTeaser, visits_public
from bangvang.web.components.pieces import Link
from bangvang.web.components.public_pieces import ArticleCard
from bangvang.web.portal.counting import counted, visitor_of
from bangvang.web.respond import page

PAGE_DIGITS = 5
HOME = "Trang chủ"


def portal_page(
    request: HttpRequest,
    template: str,
    context: Mapping[str, Any],
    *,
    at: datetime,
    status: int = 200,
) -> HttpResponse:
    """Render a page with the numbers of visits at its foot, this view among them."""
    visitor = visitor_of(request, at=at)
    visits = visits_public(at, visitor=visitor)
    if counted(None, visitor=visitor, at=at, seen=visits):
        visits = visits.with_this_one()
    around = {**context, "visits": visits, "visits_at": at}
    return page(request, template, around, status=status)


def page_number(request: HttpRequest) -> int:
    """Return which page of a list is asked for; what is no number asks for the first."""
    said = request.GET.get("trang", "")
    return int(said) if said.isdecimal() and len(said) <= PAGE_DIGITS else 1


def pages_of(count: int, size: int) -> int:
    """Return how many pages so many rows take; at least one."""
    return max(1, -(-count // size))


def said_of(what: str, number: int, size: int, count: int) -> str:
    """Return which rows a page shows: "Lượt 1 đến 20 trong 27"; nothing when it shows all."""
    if count <= size:
        return ""
    first = (number - 1) * size + 1
    return f"{what} {first} đến {min(first + size - 1, count)} trong {count}"


def card(article: ArticleTeaser) -> ArticleCard:
    """Return an article as lists show it."""
    return ArticleCard(
        title=article.title,
        href=reverse("portal:article", args=[article.slug]),
        on=localtime(article.published_at).date(),
        summary=article.summary,
    )


def way(*steps: Link) -> list[Link]:
    """Return the breadcrumbs from the first page."""
    return [Link(HOME, reverse("portal:home")), *steps]


def honour_of(code: str) -> str:
    """Return the mark of an award: order, flag, paper or title."""
    for begins, mark in (("HC", "order"), ("CO_", "flag"), ("BK_", "paper"), ("GIAY", "paper")):
        if code.startswith(begins):
            return mark
    return "title"
