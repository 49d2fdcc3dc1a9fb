"""Reading articles at the office: the list, one article, one to change, what is to be told."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet
from django.utils.timezone import localtime

from bangvang.council.models import Session
from bangvang.council.states import SessionState
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.objection import Objection, Unseen
from bangvang.publishing import permissions
from bangvang.publishing.markup import Block, blocks_of
from bangvang.publishing.models import Article, Revision
from bangvang.publishing.states import STATE_NAMES, Move, State


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
class ArticleCase:
    """One article as the office sees it; `objections` to each move by whoever looks, now."""

    row: ArticleRow
    slug: str
    text: ArticleText
    blocks: tuple[Block, ...]
    version: int
    session_ref: str
    session_on: date | None
    approved_by: str
    objections: dict[Move, Objection | None]


@dataclass(frozen=True)
class SessionToTell:
    """A session that has been held and that nobody has written about."""

    ref: str
    title: str
    held_on: date


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


def article_case(actor: Actor, ref: str, *, on: date) -> ArticleCase:
    """Return one article and what may be done with it on a day.

    Raises:
        Unseen: this actor has no such article.
    """
    article = article_for(actor, ref)
    return ArticleCase(
        row=_row(article),
        slug=article.slug,
        text=text_of(article),
        blocks=blocks_of(article.body),
        version=article.version,
        session_ref=article.session_ref,
        session_on=article.session_on,
        approved_by=article.approved_by_name,
        objections=_objections(actor, article, on),
    )


def _objections(actor: Actor, article: Article, on: date) -> dict[Move, Objection | None]:
    written = has_written(actor, article)
    return {
        Move.SEND_TO_REVIEW: permissions.objection_to_sending_to_review(actor, article),
        Move.SEND_BACK: permissions.objection_to_sending_back(actor, article),
        Move.APPROVE: permissions.objection_to_approving(
            actor, article, has_written=written, on=on
        ),
        Move.WITHDRAW: permissions.objection_to_withdrawing(actor, article),
        Move.REOPEN: permissions.objection_to_reopening(actor, article),
    }


def sessions_to_tell_of(actor: Actor) -> list[SessionToTell]:
    """Return the sessions that ended and have no article yet, newest first, for an editor."""
    if not actor.has(Role.EDITOR):
        return []
    told = Article.objects.exclude(session_ref="").values("session_ref")
    ended = Session.objects.filter(state__in=[SessionState.CLOSED, SessionState.SIGNED])
    return [
        SessionToTell(session.ref, session.title, localtime(session.starts_at).date())
        for session in ended.exclude(ref__in=told).order_by("-starts_at", "-pk")
    ]


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
