"""Propose to accept a row that the law refuses; the head of the office decides."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localtime

from bangvang.appraisal.actions.judge import judge
from bangvang.appraisal.models import Verdict
from bangvang.appraisal.permissions import objection_to_overruling
from bangvang.appraisal.permissions.notices import objection_to_noticed
from bangvang.appraisal.permissions.readings import READERS, READINGS_WAIT
from bangvang.appraisal.selectors.barred import barred_among
from bangvang.appraisal.selectors.findings import newest_finding
from bangvang.appraisal.selectors.noticed import noticed_among
from bangvang.appraisal.selectors.readings import is_read_twice, readings_given
from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import refuse_if
from bangvang.nominations.actions.move import move
from bangvang.nominations.permissions import objection_to_version
from bangvang.nominations.selectors.nominations import nomination_for
from bangvang.nominations.states import Move

HEAD = "Trưởng phòng Thi đua, khen thưởng"


@transaction.atomic
def propose_overrule(ref: str, reason: str, *, version: int, actor: Actor, at: datetime) -> None:
    """Lay the row before the head of the office with the reason; the finding stays as it is.

    Raises:
        Unseen: this actor has no such row.
        Refused: see `objection_to_overruling`; or changed by somebody else meanwhile.
    """
    nomination = nomination_for(actor, ref, lock=True)
    finding = newest_finding(nomination.pk)
    reason = reason.strip()
    barred = barred_among([ref], on=localtime(at).date())
    refuse_if(objection_to_overruling(actor, nomination, finding, reason=reason, barred=barred))
    refuse_if(objection_to_noticed(noticed_among(actor, [ref])))
    unread = is_read_twice(nomination) and len(readings_given(nomination)) < READERS
    refuse_if(READINGS_WAIT if unread else None)
    refuse_if(objection_to_version(nomination.version, version))
    judge(nomination, finding, Verdict.OVERRULE, reason=reason, actor=actor, at=at)
    move(nomination, Move.PROPOSE_OVERRULE, holder=HEAD, actor=actor, at=at, reason=reason)
