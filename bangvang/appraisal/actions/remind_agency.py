"""Record that an agency was reminded, and how."""

from datetime import datetime

from django.db import transaction

from bangvang.appraisal.models import AgencyReminder
from bangvang.appraisal.permissions.agency_opinions import objection_to_reminding
from bangvang.appraisal.selectors.agency_opinions import request_for
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import tidy


@transaction.atomic
def remind_agency(ref: str, how: str, *, actor: Actor, at: datetime) -> None:
    """Keep who reminded the agency, how and when.

    Raises:
        Unseen: no such question for this actor.
        Refused: not of the standing office, answered or withdrawn, or not said how.
    """
    request = request_for(actor, ref, lock=True)
    how = tidy(how)
    refuse_if(objection_to_reminding(actor, request, how=how))
    AgencyReminder.objects.create(
        request=request, how=how, by_ref=actor.account_ref, by_name=actor.name, given_at=at
    )
    record(
        actor=actor,
        at=at,
        verb="remind_agency",
        subject=("agency_request", ref),
        said=f"Nhắc {request.agency} trả lời yêu cầu số {request.number}: {how}.",
    )
