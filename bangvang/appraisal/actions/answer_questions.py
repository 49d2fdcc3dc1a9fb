"""Answer the law's questions about a row under appraisal, and ask the law again."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from bangvang.appraisal.actions.check_again import check_again
from bangvang.foundation.actor import Actor
from bangvang.nominations.actions.state_facts import Stated, state_facts


@transaction.atomic
def answer_questions(
    ref: str, answers: Mapping[str, Stated], *, version: int, actor: Actor, at: datetime
) -> int:
    """Keep what changed and check the row again; return how many answers changed.

    Raises:
        Unseen: this actor has no such row.
        Refused: see `state_facts` and `check_again`.
    """
    changed = state_facts(ref, answers, version=version, actor=actor, at=at)
    if changed:
        check_again(ref, actor=actor, at=at)
    return changed
