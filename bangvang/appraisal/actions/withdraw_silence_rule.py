"""Take back a paper on what silence means."""

from datetime import datetime

from django.db import transaction

from bangvang.appraisal.permissions.silence_rules import objection_to_withdrawing
from bangvang.appraisal.selectors.silence_rules import cite_of, silence_rule_for
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import tidy


@transaction.atomic
def withdraw_silence_rule(ref: str, reason: str, *, actor: Actor, at: datetime) -> None:
    """Mark the paper as withdrawn; in questions made under it silence means nothing from now on.

    Raises:
        Unseen: no such paper for this actor, or withdrawn already.
        Refused: not the head, or no reason.
    """
    rule = silence_rule_for(actor, ref, lock=True)
    reason = tidy(reason)
    refuse_if(objection_to_withdrawing(actor, reason=reason))
    rule.withdrawn_at, rule.withdrawn_by_name = at, actor.name
    rule.withdrawn_reason = reason
    rule.save(update_fields=["withdrawn_at", "withdrawn_by_name", "withdrawn_reason"])
    record(
        actor=actor,
        at=at,
        verb="withdraw_silence_rule",
        subject=("silence_rule", ref),
        said=f"Rút {cite_of(rule)}. {reason}",
    )
