"""Return an article to its editors with a reason."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.publishing.permissions import objection_to_no_reason, objection_to_sending_back
from bangvang.publishing.selectors.articles import article_for
from bangvang.publishing.states import LIFE, Move, State


@transaction.atomic
def send_back(ref: str, *, reason: str, actor: Actor, at: datetime) -> None:
    """Make it a draft again; the reason stands in its history.

    Raises:
        Unseen: this actor has no such article.
        Refused: not the head of the office, not waiting for approval, or no reason.
    """
    article = article_for(actor, ref, lock=True)
    refuse_if(objection_to_sending_back(actor, article))
    refuse_if(objection_to_no_reason(reason))
    article.state = LIFE.target(Move.SEND_BACK, State(article.state))
    article.save(update_fields=["state"])
    record(
        actor=actor,
        at=at,
        verb="send_back",
        subject=("article", ref),
        said=f"Trả lại để sửa: {reason.strip()}",
    )
