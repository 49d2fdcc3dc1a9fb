"""Accept a row that the law does not refuse."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localtime

from bangvang.appraisal.actions.judge import judge
from bangvang.appraisal.models import Verdict
from bangvang.appraisal.permissions import objection_to_accepting
from bangvang.appraisal.permissions.agency_opinions import objection_to_awaited
from bangvang.appraisal.permissions.linking import objection_to_unknown
from bangvang.appraisal.permissions.notices import objection_to_noticed
from bangvang.appraisal.permissions.readings import objection_to_concluding_unread
from bangvang.appraisal.selectors.agency_opinions import awaited_among
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


@transaction.atomic
def accept(ref: str, reason: str, *, version: int, actor: Actor, at: datetime) -> None:
    """Accept the row; `reason` says what was judged where the law leaves it to a person.

    Raises:
        Unseen: this actor has no such row, or the law was not asked yet.
        Refused: see `objection_to_accepting`; a body that the register does not know; an agency
            is awaited; two readings are asked for and not in, or differ; or changed by somebody
            else meanwhile.
    """
    nomination = nomination_for(actor, ref, lock=True)
    finding = newest_finding(nomination.pk)
    reason = reason.strip()
    today = localtime(at).date()
    barred = barred_among([ref], on=today)
    refuse_if(objection_to_accepting(actor, nomination, finding, reason=reason, barred=barred))
    refuse_if(objection_to_unknown(nomination))
    refuse_if(objection_to_noticed(noticed_among(actor, [ref])))
    refuse_if(objection_to_awaited(awaited_among([ref], on=today)))
    refuse_if(
        objection_to_concluding_unread(
            actor, readings_given(nomination), is_asked=is_read_twice(nomination), reason=reason
        )
    )
    refuse_if(objection_to_version(nomination.version, version))
    judge(nomination, finding, Verdict.ACCEPTED, reason=reason, actor=actor, at=at)
    move(nomination, Move.ACCEPT, holder=actor.name, actor=actor, at=at, reason=reason)
