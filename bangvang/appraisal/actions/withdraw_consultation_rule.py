"""Take back a paper on asking the people that was entered by mistake."""

from datetime import datetime

from django.db import transaction

from bangvang.appraisal.permissions.consultation_rules import objection_to_withdrawing_rule
from bangvang.appraisal.selectors.consultation_rules import cite_of, is_used, rule_for
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import tidy


@transaction.atomic
def withdraw_consultation_rule(ref: str, reason: str, *, actor: Actor, at: datetime) -> None:
    """Mark the paper as withdrawn; lists already prepared keep their days and grounds.

    Raises:
        Unseen: no such paper for this actor, or withdrawn already.
        Refused: not the head, a list was opened under it, or no reason.
    """
    rule = rule_for(actor, ref, lock=True)
    reason = tidy(reason)
    refuse_if(objection_to_withdrawing_rule(actor, is_used=is_used(rule), reason=reason))
    rule.withdrawn_at, rule.withdrawn_by_name = at, actor.name
    rule.withdrawn_reason = reason
    rule.save(update_fields=["withdrawn_at", "withdrawn_by_name", "withdrawn_reason"])
    record(
        actor=actor,
        at=at,
        verb="withdraw_consultation_rule",
        subject=("consultation_rule", ref),
        said=f"Rút {cite_of(rule)}. {reason}",
    )
