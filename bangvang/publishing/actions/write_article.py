"""Begin an article with an editor's own words."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.publishing.actions.keep_words import keep_words
from bangvang.publishing.models import Article
from bangvang.publishing.permissions import objection_to_writing
from bangvang.publishing.selectors.articles import ArticleText
from bangvang.publishing.states import State


@transaction.atomic
def write_article(text: ArticleText, *, actor: Actor, at: datetime) -> str:
    """Keep a first draft and return its reference.

    Raises:
        Refused: not an editor.
    """
    refuse_if(objection_to_writing(actor))
    article = Article(state=State.DRAFT)
    keep_words(article, text, actor=actor, at=at)
    record(
        actor=actor,
        at=at,
        verb="write_article",
        subject=("article", article.ref),
        said=f"Soạn bản nháp “{article.title}”.",
    )
    return article.ref
