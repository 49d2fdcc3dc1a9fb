"""Save changed words of a draft."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.publishing.actions.keep_words import keep_words
from bangvang.publishing.permissions import objection_to_saving, objection_to_version
from bangvang.publishing.selectors.articles import ArticleText, article_for


@transaction.atomic
def save_article(ref: str, text: ArticleText, *, version: int, actor: Actor, at: datetime) -> int:
    """Save the words over version `version` and return the new version.

    Raises:
        Unseen: this actor has no such article.
        Refused: not an editor, not a draft, or somebody else saved in between (`STALE`).
    """
    article = article_for(actor, ref, lock=True)
    refuse_if(objection_to_saving(actor, article))
    refuse_if(objection_to_version(article.version, version))
    article.version += 1
    keep_words(article, text, actor=actor, at=at)
    record(
        actor=actor,
        at=at,
        verb="save_article",
        subject=("article", ref),
        said=f"Lưu bản thứ {article.version} của tin bài.",
        details={"version": article.version},
    )
    return article.version
