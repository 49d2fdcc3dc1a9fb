"""Hand a draft to the head of the office for approval."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.publishing.permissions import objection_to_sending_to_review
from bangvang.publishing.selectors.articles import article_for
from bangvang.publishing.states import LIFE, Move, State


@transaction.atomic
def send_to_review(ref: str, *, actor: Actor, at: datetime) -> None:
    """Send the draft as it stands.

    Raises:
        Unseen: this actor has no such article.
        Refused: not an editor, not a draft, or not complete.
    """
    article = article_for(actor, ref, lock=True)
    refuse_if(objection_to_sending_to_review(actor, article))
    article.state = LIFE.target(Move.SEND_TO_REVIEW, State(article.state))
    article.save(update_fields=["state"])
    record(
        actor=actor,
        at=at,
        verb="send_to_review",
        subject=("article", ref),
        said=f"Trình duyệt bản thứ {article.version} của tin bài.",
        details={"version": article.version},
    )
