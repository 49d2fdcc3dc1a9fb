"""Decide on a proposal to accept a row that the law refuses."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localtime

from bangvang.appraisal.actions.judge import judge
from bangvang.appraisal.models import Judgement, Verdict
from bangvang.appraisal.permissions import NO_REASON, objection_to_deciding_overrule
from bangvang.appraisal.permissions.agency_opinions import objection_to_awaited
from bangvang.appraisal.permissions.linking import objection_to_unknown
from bangvang.appraisal.permissions.notices import objection_to_noticed
from bangvang.appraisal.selectors.agency_opinions import awaited_among
from bangvang.appraisal.selectors.barred import barred_among
from bangvang.appraisal.selectors.noticed import noticed_among
from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import refuse_if
from bangvang.nominations.actions.move import move
from bangvang.nominations.permissions import objection_to_version
from bangvang.nominations.selectors.nominations import nomination_for
from bangvang.nominations.states import Move


@transaction.atomic
def decide_overrule(
    ref: str, *, agree: bool, reason: str, version: int, actor: Actor, at: datetime
) -> None:
    """Confirm the proposal, or send the row back to the specialist with a reason.

    Raises:
        Unseen: this actor has no such row.
        Refused: not the head of the office, the own proposal, no proposal open, an open bar,
            a body that the register does not know, an agency is awaited, a refusal without a
            reason, or changed by somebody else meanwhile.
    """
    nomination = nomination_for(actor, ref, lock=True)
    proposals = Judgement.objects.filter(nomination=nomination, verdict=Verdict.OVERRULE)
    proposal = proposals.select_related("finding").order_by("-pk").first()
    today = localtime(at).date()
    barred = barred_among([ref], on=today)
    refuse_if(
        objection_to_deciding_overrule(actor, nomination, proposal, agree=agree, barred=barred)
    )
    if agree:
        refuse_if(objection_to_unknown(nomination))
        refuse_if(objection_to_noticed(noticed_among(actor, [ref])))
        refuse_if(objection_to_awaited(awaited_among([ref], on=today)))
    refuse_if(objection_to_version(nomination.version, version))
    reason = reason.strip()
    refuse_if(None if agree or reason else NO_REASON)
    assert proposal is not None  # noqa: S101  a row in this state has a proposal
    verdict = Verdict.CONFIRMED if agree else Verdict.REJECTED
    judge(nomination, proposal.finding, verdict, reason=reason, actor=actor, at=at)
    what = Move.CONFIRM_OVERRULE if agree else Move.REJECT_OVERRULE
    holder = actor.name if agree else proposal.by_name
    move(nomination, what, holder=holder, actor=actor, at=at, reason=reason)
