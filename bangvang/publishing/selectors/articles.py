"""Reading articles at the office: the list, one article with its versions, one to change."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.objection import Unseen
from bangvang.publishing.markup import Block, blocks_of
from bangvang.publishing.models import Article, Revision
from bangvang.publishing.states import STATE_NAMES, State


@dataclass(frozen=True)
class ArticleText:
    """What an article says; `body` is plain text as `publishing.markup` reads it."""

    title: str
    summary: str
    body: str
    author_name: str
    author_office: str


@dataclass(frozen=True)
class ArticleRow:
    """One article in the office's list."""

    ref: str
    title: str
    state: State
    state_name: str
    written_by: str
    saved_at: datetime
    published_at: datetime | None


@dataclass(frozen=True)
class SavedVersion:
    """That somebody saved a version, and when."""

    version: int
    saved_by: str
    saved_at: datetime


@dataclass(frozen=True)
class ArticleCase:
    """One article as the office sees it."""

    row: ArticleRow
    slug: str
    text: ArticleText
    blocks: tuple[Block, ...]
    version: int
    session_ref: str
    session_on: date | None
    approved_by: str
    versions: tuple[SavedVersion, ...]


def visible_to(actor: Actor) -> QuerySet[Article]:
    """Return the articles an actor may see at the office: editors and the head see all."""
    if actor.has(Role.EDITOR, Role.OFFICE_HEAD):
        return Article.objects.all()
    return Article.objects.none()


def article_for(actor: Actor, ref: str, *, lock: bool = False) -> Article:
    """Return an article to act on.

    Raises:
        Unseen: this actor has no such article.
    """
    found = visible_to(actor).filter(ref=ref)
    if lock:
        found = found.select_for_update(of=("self",))
    article = found.first()
    if article is None:
        raise Unseen
    return article


def has_written(actor: Actor, article: Article) -> bool:
    """Tell whether the actor saved any version of the article."""
    return Revision.objects.filter(article=article, saved_by_ref=actor.account_ref).exists()


def articles_for(actor: Actor, state: State | None = None) -> list[ArticleRow]:
    """Return the office's articles, the newest change first; only of one state if given."""
    found = visible_to(actor).defer("body")
    if state is not None:
        found = found.filter(state=state)
    return [_row(article) for article in found.order_by("-saved_at", "-pk")]


def article_case(actor: Actor, ref: str) -> ArticleCase:
    """Return one article with its versions, newest first.

    Raises:
        Unseen: this actor has no such article.
    """
    article = article_for(actor, ref)
    saved = Revision.objects.filter(article=article).order_by("-version")
    return ArticleCase(
        row=_row(article),
        slug=article.slug,
        text=text_of(article),
        blocks=blocks_of(article.body),
        version=article.version,
        session_ref=article.session_ref,
        session_on=article.session_on,
        approved_by=article.approved_by_name,
        versions=tuple(
            SavedVersion(version, by, at)
            for version, by, at in saved.values_list("version", "saved_by_name", "saved_at")
        ),
    )


def sessions_written_about() -> set[str]:
    """Return the references of the sessions that an article already tells of."""
    told = Article.objects.exclude(session_ref="")
    return set(told.values_list("session_ref", flat=True))


def text_of(article: Article) -> ArticleText:
    """Return the words of an article."""
    return ArticleText(
        title=article.title,
        summary=article.summary,
        body=article.body,
        author_name=article.author_name,
        author_office=article.author_office,
    )


def _row(article: Article) -> ArticleRow:
    state = State(article.state)
    return ArticleRow(
        ref=article.ref,
        title=article.title,
        state=state,
        state_name=STATE_NAMES[state],
        written_by=article.written_by_name,
        saved_at=article.saved_at,
        published_at=article.published_at,
    )
