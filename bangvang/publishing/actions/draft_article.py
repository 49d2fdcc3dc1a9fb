"""Begin an article from the record of a session."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localtime

from bangvang.council.selectors.sessions import session_record
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.publishing.actions.keep_words import keep_words
from bangvang.publishing.drafting import article_about
from bangvang.publishing.models import Article
from bangvang.publishing.permissions import objection_to_writing
from bangvang.publishing.states import State


@transaction.atomic
def draft_article(session_ref: str, *, actor: Actor, at: datetime) -> str:
    """Keep a first draft about a session and return its reference; the editor goes on from there.

    Raises:
        Unseen: there is no such session, or it has not ended.
        Refused: not an editor.
    """
    refuse_if(objection_to_writing(actor))
    told = session_record(session_ref)
    article = Article(
        state=State.DRAFT,
        session_ref=session_ref,
        session_on=localtime(told.starts_at).date(),
    )
    keep_words(article, article_about(told, author_name=actor.name), actor=actor, at=at)
    record(
        actor=actor,
        at=at,
        verb="draft_article",
        subject=("article", article.ref),
        said=f"Soạn bản nháp “{article.title}” từ hồ sơ phiên họp.",
        details={"session": session_ref},
    )
    return article.ref
