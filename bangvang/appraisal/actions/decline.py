"""End a row that will not be laid before the council."""

from datetime import datetime

from django.db import transaction

from bangvang.appraisal.actions.judge import judge
from bangvang.appraisal.actions.take_out_of_consultation import leave_public_list
from bangvang.appraisal.models import Verdict
from bangvang.appraisal.permissions import objection_to_declining
from bangvang.appraisal.selectors.findings import newest_finding
from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import refuse_if
from bangvang.nominations.actions.move import move
from bangvang.nominations.permissions import objection_to_version
from bangvang.nominations.selectors.nominations import nomination_for
from bangvang.nominations.states import Move


@transaction.atomic
def decline(ref: str, reason: str, *, version: int, actor: Actor, at: datetime) -> None:
    """End the row; its reason is kept and read by the unit, never by the public.

    Raises:
        Unseen: this actor has no such row.
        Refused: not the head of the office, not under appraisal, no reason, or changed meanwhile.
    """
    nomination = nomination_for(actor, ref, lock=True)
    finding = newest_finding(nomination.pk)
    reason = reason.strip()
    refuse_if(objection_to_declining(actor, nomination, reason=reason))
    refuse_if(objection_to_version(nomination.version, version))
    judge(nomination, finding, Verdict.DECLINED, reason=reason, actor=actor, at=at)
    leave_public_list(nomination, "Dừng xét, không đưa ra Hội đồng.", actor=actor, at=at)
    unit = nomination.batch.unit.name
    move(nomination, Move.DECLINE, holder=unit, actor=actor, at=at, reason=reason)
