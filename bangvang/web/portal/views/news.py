"""News: the list, and one article with what stands around it."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from bangvang.foundation import clock
from bangvang.publishing.markup import BlockKind
from bangvang.publishing.selectors.public import (
    ARTICLES_A_PAGE,
    OTHERS_A_PAGE,
    article_public,
    articles_public,
)
from bangvang.web.components.pager import pager
from bangvang.web.components.pieces import Link
from bangvang.web.portal.counting import counted, visitor_of
from bangvang.web.portal.shown import card, page_number, pages_of, portal_page, said_of, way
from bangvang.web.respond import page

NEWS = "Tin tức"
LEAST_HEADINGS = 3
"""From so many headings on, an article begins with its contents."""


@require_safe
def news(request: HttpRequest) -> HttpResponse:
    """Show one page of the news."""
    at = clock.now()
    number = page_number(request)
    found = articles_public(at, page=number)
    context = {
        "crumbs": way(Link(NEWS)),
        "articles": [card(article) for article in found.articles],
        "pager": pager(
            number,
            pages_of(found.count, ARTICLES_A_PAGE),
            query={},
            said=said_of("Tin", number, ARTICLES_A_PAGE, found.count),
        ),
    }
    return portal_page(request, "portal/news/list.html", context, at=at)


@require_safe
def article(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one article; turning the pages of the other news is no new reading of it."""
    at = clock.now()
    visitor = visitor_of(request, at=at)
    number = page_number(request)
    shown = article_public(slug, at=at, visitor=visitor, others_page=number)
    is_read = number == 1
    if counted(shown.ref if is_read else None, visitor=visitor, at=at, seen=shown.visits):
        shown = replace(shown, views=shown.views + is_read, visits=shown.visits.with_this_one())
    headings = [block for block in shown.blocks if block.kind is BlockKind.HEADING]
    context = {
        "crumbs": way(Link(NEWS, reverse("portal:news")), Link(shown.title)),
        "article": shown,
        "contents": headings if len(headings) >= LEAST_HEADINGS else [],
        "others": [card(other) for other in shown.others.articles],
        "pager": pager(number, pages_of(shown.others.count, OTHERS_A_PAGE), query={}),
    }
    return page(request, "portal/news/article.html", context)
