"""Publish an article that somebody else wrote."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.publishing.permissions import objection_to_approving, objection_to_version
from bangvang.publishing.selectors.articles import article_for, has_written
from bangvang.publishing.states import LIFE, Move, State


@transaction.atomic
def approve_article(ref: str, *, version: int, actor: Actor, at: datetime) -> None:
    """Publish the version that was read; from this moment it is on the portal.

    Raises:
        Unseen: this actor has no such article.
        Refused: not the head of the office, not waiting for approval, own words, before the
            session's day, or another version than the one that was read (`STALE`).
    """
    article = article_for(actor, ref, lock=True)
    written = has_written(actor, article)
    refuse_if(objection_to_approving(actor, article, has_written=written, on=at.date()))
    refuse_if(objection_to_version(article.version, version))
    article.state = LIFE.target(Move.APPROVE, State(article.state))
    article.approved_by_ref, article.approved_by_name = actor.account_ref, actor.name
    article.published_at = at
    article.save(update_fields=["state", "approved_by_ref", "approved_by_name", "published_at"])
    record(
        actor=actor,
        at=at,
        verb="approve_article",
        subject=("article", ref),
        said=f"Duyệt đăng bản thứ {article.version} của tin bài.",
        details={"version": article.version, "slug": article.slug},
    )
