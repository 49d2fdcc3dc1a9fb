"""Make a draft of a withdrawn article again."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.publishing.permissions import objection_to_reopening
from bangvang.publishing.selectors.articles import article_for
from bangvang.publishing.states import LIFE, Move, State


@transaction.atomic
def reopen_article(ref: str, *, actor: Actor, at: datetime) -> None:
    """Open it to editors; it needs a second person's approval again, and keeps its address.

    Raises:
        Unseen: this actor has no such article.
        Refused: not an editor, or not withdrawn.
    """
    article = article_for(actor, ref, lock=True)
    refuse_if(objection_to_reopening(actor, article))
    article.state = LIFE.target(Move.REOPEN, State(article.state))
    article.save(update_fields=["state"])
    record(
        actor=actor,
        at=at,
        verb="reopen_article",
        subject=("article", ref),
        said="Mở lại tin bài đã gỡ để sửa.",
    )
