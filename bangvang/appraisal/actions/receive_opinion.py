"""Take in an opinion that somebody sends by the portal, without an account."""

from datetime import datetime

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
from bangvang.appraisal.models import Consultation, OpinionWay
from bangvang.appraisal.permissions.opinions import objection_to_coming_in
from bangvang.appraisal.selectors.public import SHOWN
from bangvang.foundation.objection import Unseen, refuse_if


@transaction.atomic
def receive_opinion(ref: str, sent: OpinionSent, *, at: datetime) -> Receipt:
    """Keep an opinion that came by the portal until the end of the last day.

    The list is locked first, as by whoever closes it.

    Raises:
        Unseen: no such open list.
        Refused: the time is over, nothing said, no sender, the row has left, or a bad file.
    """
    found = Consultation.objects.filter(ref=ref, state__in=SHOWN)
    consultation = found.select_for_update().first()
    if consultation is None:
        raise Unseen
    if again := sent_before(sent):
        return again
    on = localtime(at).date()
    words, name, contact = cleaned(sent)
    refuse_if(objection_to_coming_in(consultation, words=words, name=name, contact=contact, on=on))
    return keep_opinion(consultation, sent, Came(OpinionWay.PORTAL, on), at=at)
