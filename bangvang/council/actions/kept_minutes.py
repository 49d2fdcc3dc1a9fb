"""Keeping a print of minutes; an earlier print stays among the documents."""

from datetime import datetime

from bangvang.council.models import Minutes
from bangvang.council.states import MINUTES_LIFE, MinutesMove, MinutesState
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.selectors import Head
from bangvang.foundation.documents.keep import keep_document
from bangvang.foundation.documents.paper import OfficialPaper


def keep_minutes(
    minutes: Minutes,
    paper: OfficialPaper,
    *,
    head: Head,
    name: str,
    actor: Actor,
    at: datetime,
) -> Minutes:
    """Print the paper and let new or printed minutes stand on it."""
    state = MinutesState(minutes.state) if minutes.state else MinutesState.PRINTED
    minutes.state = MINUTES_LIFE.target(MinutesMove.PRINT_AGAIN, state)
    minutes.document = keep_document(
        paper,
        kind=f"{minutes.kind}_MINUTES",
        subject=("minutes", minutes.ref),
        name=name,
        actor=actor,
        at=at,
    )
    minutes.head_seq, minutes.head_digest = head.seq, head.digest
    minutes.save()
    return minutes
