"""What anybody may read: published articles and the numbers of visits."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import cast

from django.db.models import (
    BigIntegerField,
    Case,
    Exists,
    F,
    Func,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextField,
    Value,
    When,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce

from bangvang.foundation.objection import Unseen
from bangvang.publishing.markup import Block, blocks_of
from bangvang.publishing.models import PORTAL, Article, Presence, Views
from bangvang.publishing.states import State

OTHERS_A_PAGE = 5
ARTICLES_A_PAGE = 10
ONLINE = timedelta(minutes=15)


@dataclass(frozen=True)
class Visits:
    """The numbers under "Thống kê truy cập".

    `online` are browsers that opened a page in the last quarter of an hour; the others count opened
    pages. `has_left` says that rows of people who went away wait to be deleted.
    """

    online: int
    today: int
    week: int
    all: int
    has_left: bool = False

    def with_this_one(self) -> "Visits":
        """Return the numbers with the view that is being answered."""
        return replace(
            self,
            online=self.online + 1,
            today=self.today + 1,
            week=self.week + 1,
            all=self.all + 1,
        )


@dataclass(frozen=True)
class ArticleTeaser:
    """An article as lists show it."""

    slug: str
    title: str
    summary: str
    published_at: datetime


@dataclass(frozen=True)
class ArticleList:
    """One page of the news, and how many articles there are in all."""

    articles: tuple[ArticleTeaser, ...]
    count: int


@dataclass(frozen=True)
class ArticleRead:
    """One article with everything that stands around it."""

    ref: str
    slug: str
    title: str
    summary: str
    blocks: tuple[Block, ...]
    author_name: str
    author_office: str
    published_at: datetime
    views: int
    others: ArticleList
    visits: Visits


def articles_public(at: datetime, *, page: int = 1) -> ArticleList:
    """Return one page of the news, newest first.

    Raises:
        Unseen: there is no such page.
    """
    found = _published(at)
    count = found.count()
    start = (page - 1) * ARTICLES_A_PAGE
    if start < 0 or start >= max(count, 1):
        raise Unseen
    listed = found.defer("body")[start : start + ARTICLES_A_PAGE]
    return ArticleList(tuple(_teaser(article) for article in listed), count)


def newest_articles(at: datetime, count: int) -> list[ArticleTeaser]:
    """Return the newest articles."""
    return [_teaser(article) for article in _published(at).defer("body")[:count]]


def article_addresses(at: datetime) -> list[tuple[str, datetime]]:
    """Return slug and moment of publishing of every article, newest first, for machines."""
    return [
        (slug, published_at)
        for slug, published_at in _published(at).values_list("slug", "published_at")
        if published_at is not None
    ]


def article_public(slug: str, *, at: datetime, visitor: str, others_page: int = 1) -> ArticleRead:
    """Return one article, a page of the others and all numbers, in one query.

    Args:
        slug: the article's address.
        at: the moment of reading; what is published later does not exist yet.
        visitor: the reader's token, left out of the number online; see `count_view`.
        others_page: which page of "Tin khác".

    Raises:
        Unseen: no such article, or no such page of the others.
    """
    published = _published(at)
    others = published.exclude(slug=slug)
    start = (others_page - 1) * OTHERS_A_PAGE
    shown = others.values("pk")[max(start, 0) : max(start, 0) + OTHERS_A_PAGE]
    rows = list(
        published.filter(Q(slug=slug) | Q(pk__in=shown))
        .defer("body")
        .annotate(
            text=Case(When(slug=slug, then=F("body")), default=Value(""), output_field=TextField()),
            views=_number(Views.objects.filter(page=OuterRef("ref")), "Sum", "count"),
            others=_number(others, "Count", "pk"),
            **_visit_columns(at, visitor),
        )
    )
    article = next((row for row in rows if row.slug == slug), None)
    if article is None or start < 0 or start >= max(article.others, 1):
        raise Unseen
    return ArticleRead(
        ref=article.ref,
        slug=article.slug,
        title=article.title,
        summary=article.summary,
        blocks=blocks_of(article.text),
        author_name=article.author_name,
        author_office=article.author_office,
        published_at=_moment(article),
        views=article.views,
        others=ArticleList(tuple(_teaser(row) for row in rows if row.slug != slug), article.others),
        visits=_visits(article),
    )


def visits_public(at: datetime, *, visitor: str) -> Visits:
    """Return the numbers of visits in one query; see `article_public` for the arguments."""
    newest = Views.objects.filter(page=PORTAL, day__lte=at.date()).order_by("-day")
    row = newest.annotate(**_visit_columns(at, visitor)).first()
    if row is None:
        return Visits(online=0, today=0, week=0, all=0)
    return _visits(row)


def _visit_columns(at: datetime, visitor: str) -> dict[str, Combinable]:
    on = at.date()
    days = Views.objects.filter(page=PORTAL, day__lte=on)
    monday = on - timedelta(days=on.weekday())
    fresh = Q(last_seen_at__gt=at - ONLINE)
    return {
        "today": _number(days.filter(day=on), "Sum", "count"),
        "week": _number(days.filter(day__gte=monday), "Sum", "count"),
        "all": _number(days, "Sum", "count"),
        "online": _number(Presence.objects.filter(fresh).exclude(token=visitor), "Count", "pk"),
        "has_left": Exists(Presence.objects.exclude(fresh)),
    }


def _visits(row: Article | Views) -> Visits:
    return Visits(**{name: vars(row)[name] for name in Visits.__dataclass_fields__})


def _number(rows: QuerySet, what: str, column: str) -> Combinable:  # type: ignore[type-arg]  # of any record
    """Return one number over the rows, 0 if there are none; no grouping, so one row comes out."""
    over = Func(F(column), function=what, output_field=BigIntegerField())
    return Coalesce(Subquery(rows.order_by().annotate(number=over).values("number")), 0)


def _published(at: datetime) -> QuerySet[Article]:
    found = Article.objects.filter(state=State.PUBLISHED, published_at__lte=at)
    return found.order_by("-published_at", "-pk")


def _teaser(article: Article) -> ArticleTeaser:
    return ArticleTeaser(article.slug, article.title, article.summary, _moment(article))


def _moment(article: Article) -> datetime:
    return cast("datetime", article.published_at)  # the table holds none published without it
