"""Record an opinion that came on paper, with its scan."""

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localtime

from bangvang.appraisal.actions.kept_opinion import (
    Came,
    OpinionSent,
    Receipt,
    cleaned,
    keep_opinion,
    sent_before,
)
from bangvang.appraisal.models import OpinionWay
from bangvang.appraisal.permissions.opinions import (
    objection_to_content,
    objection_to_recording_paper,
)
from bangvang.appraisal.selectors.consultations import consultation_for
from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import refuse_if


@transaction.atomic
def record_paper_opinion(
    ref: str, sent: OpinionSent, *, came_on: date, actor: Actor, at: datetime
) -> Receipt:
    """Keep an opinion that came on paper within the time, with its scan, until the closing.

    Raises:
        Unseen: no such list for this actor.
        Refused: not of the standing office, not open, came outside the time, no scan, nothing
            said, no sender, the row has left, or a bad file.
    """
    consultation = consultation_for(actor, ref, lock=True)
    if again := sent_before(sent):
        return again
    words, name, contact = cleaned(sent)
    refuse_if(
        objection_to_recording_paper(
            actor,
            consultation,
            has_scan=bool(sent.file),
            came_on=came_on,
            on=localtime(at).date(),
        )
        or objection_to_content(words=words, name=name, contact=contact)
    )
    return keep_opinion(consultation, sent, Came(OpinionWay.PAPER, came_on, actor), at=at)
