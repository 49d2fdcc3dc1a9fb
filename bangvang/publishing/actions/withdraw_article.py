"""Take an article off the portal."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.publishing.permissions import objection_to_no_reason, objection_to_withdrawing
from bangvang.publishing.selectors.articles import article_for
from bangvang.publishing.states import LIFE, Move, State


@transaction.atomic
def withdraw_article(ref: str, *, reason: str, actor: Actor, at: datetime) -> None:
    """Close the article to readers; its versions, its history and its views stay.

    Raises:
        Unseen: this actor has no such article.
        Refused: not the head of the office, not published, or no reason.
    """
    article = article_for(actor, ref, lock=True)
    refuse_if(objection_to_withdrawing(actor, article))
    refuse_if(objection_to_no_reason(reason))
    article.state = LIFE.target(Move.WITHDRAW, State(article.state))
    article.save(update_fields=["state"])
    record(
        actor=actor,
        at=at,
        verb="withdraw_article",
        subject=("article", ref),
        said=f"Gỡ tin bài khỏi cổng: {reason.strip()}",
    )
