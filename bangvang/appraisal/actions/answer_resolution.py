"""Let the head confirm what an officer makes of an opinion, or send it back."""

from datetime import datetime

from django.db import transaction

from bangvang.appraisal.actions.resolve_opinion import move_opinion
from bangvang.appraisal.permissions.opinions import objection_to_answering
from bangvang.appraisal.selectors.opinions import newest_resolution, opinion_for
from bangvang.appraisal.states import OpinionMove
from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import refuse_if
from bangvang.nominations.permissions import objection_to_version


@transaction.atomic
def answer_resolution(
    ref: str, *, agree: bool, answer: str, version: int, actor: Actor, at: datetime
) -> None:
    """Let the head confirm what was proposed, or send it back with a reason.

    Raises:
        Unseen: no such opinion for this actor.
        Refused: not the head, nothing waits, the head's own proposal, sent back without a reason,
            or changed since it was seen.
    """
    opinion = opinion_for(actor, ref, lock=True)
    newest, answer = newest_resolution(opinion), answer.strip()
    refuse_if(
        objection_to_answering(actor, opinion, newest, agree=agree, answer=answer)
        or objection_to_version(opinion.version, version)
    )
    assert newest is not None  # noqa: S101  the state says that there is one
    newest.is_confirmed, newest.answered_by_name = agree, actor.name
    newest.answered_at, newest.answer = at, answer
    newest.save(update_fields=["is_confirmed", "answered_by_name", "answered_at", "answer"])
    what = OpinionMove.CONFIRM if agree else OpinionMove.SEND_BACK
    said = "xác nhận cách giải quyết" if agree else "trả lại để giải quyết khác"
    move_opinion(opinion, what, said, actor, at)
