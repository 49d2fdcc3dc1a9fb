"""Put words into an article and keep them as a version of their own."""

from datetime import datetime

from bangvang.foundation.actor import Actor
from bangvang.foundation.vietnamese import fold, tidy
from bangvang.publishing.models import Article, Revision
from bangvang.publishing.selectors.articles import ArticleText, text_of

SLUG_LENGTH = 200


def keep_words(article: Article, text: ArticleText, *, actor: Actor, at: datetime) -> None:
    """Save the words as the article's current version; called by the actions that write.

    The address follows the title until the article is published for the first time.
    """
    article.title = tidy(text.title)
    article.summary = tidy(text.summary)
    article.body = text.body.replace("\r\n", "\n").strip()
    article.author_name = tidy(text.author_name)
    article.author_office = tidy(text.author_office)
    article.written_by_ref, article.written_by_name = actor.account_ref, actor.name
    article.saved_at = at
    if article.published_at is None:
        article.slug = _free_slug(article)
    article.save()
    kept = text_of(article)
    Revision.objects.create(
        article=article,
        version=article.version,
        saved_by_ref=actor.account_ref,
        saved_by_name=actor.name,
        saved_at=at,
        **vars(kept),
    )


def _free_slug(article: Article) -> str:
    words = "".join(letter if letter.isalnum() else " " for letter in fold(article.title)).split()
    slug = "-".join("".join(filter(str.isascii, word)) for word in words)[:SLUG_LENGTH].strip("-")
    taken = Article.objects.filter(slug=slug).exclude(ref=article.ref).exists()
    return f"{slug}-{article.ref}" if taken or not slug else slug
