"""What machines read: the list of pages, and the newest articles."""

from datetime import datetime

from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import sitemap
from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from bangvang.foundation import clock
from bangvang.publishing.selectors.public import (
    ArticleTeaser,
    article_addresses,
    newest_articles,
)

IN_FEED = 20
SECTIONS = ("portal:home", "portal:news", "portal:register", "portal:consultations")
Address = tuple[str, datetime | None]


class Pages(Sitemap):  # type: ignore[type-arg]  # not subscriptable when it runs
    """The sections and every article."""

    def items(self) -> list[Address]:
        """Return addresses with the day of their last change, if it is known."""
        sections: list[Address] = [(reverse(name), None) for name in SECTIONS]
        articles = article_addresses(clock.now())
        return sections + [(reverse("portal:article", args=[slug]), at) for slug, at in articles]

    def location(self, item: Address) -> str:
        """Return the path."""
        return item[0]

    def lastmod(self, item: Address) -> datetime | None:
        """Return the moment of publishing."""
        return item[1]


class Newest(Feed):  # type: ignore[type-arg]  # not subscriptable when it runs
    """The newest articles."""

    title = "Bảng Vàng: Hội đồng Thi đua - Khen thưởng tỉnh Lào Cai"
    description = "Tin về công tác thi đua, khen thưởng của tỉnh Lào Cai."
    language = "vi"

    def link(self) -> str:
        """Return the page that the feed belongs to."""
        return reverse("portal:news")

    def items(self) -> list[ArticleTeaser]:
        """Return the articles, newest first."""
        return newest_articles(clock.now(), IN_FEED)

    def item_title(self, item: ArticleTeaser) -> str:
        """Return the title."""
        return item.title

    def item_description(self, item: ArticleTeaser) -> str:
        """Return the summary."""
        return item.summary

    def item_link(self, item: ArticleTeaser) -> str:
        """Return the address."""
        return reverse("portal:article", args=[item.slug])

    def item_pubdate(self, item: ArticleTeaser) -> datetime:
        """Return the moment of publishing."""
        return item.published_at


@require_safe
def pages(request: HttpRequest) -> TemplateResponse:
    """Return the sitemap."""
    return sitemap(request, {"pages": Pages()}, template_name="portal/machines/sitemap.xml")


@require_safe
def newest(request: HttpRequest) -> HttpResponse:
    """Return the feed."""
    return Newest()(request)
