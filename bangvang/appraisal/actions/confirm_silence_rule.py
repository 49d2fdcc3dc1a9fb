"""Confirm, as the second person, a paper on what silence means."""

from datetime import datetime

from django.db import transaction

from bangvang.appraisal.permissions.silence_rules import objection_to_confirming
from bangvang.appraisal.selectors.silence_rules import cite_of, silence_rule_for
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if


@transaction.atomic
def confirm_silence_rule(ref: str, *, actor: Actor, at: datetime) -> None:
    """Let the paper hold for what is asked from its day on; questions made before stay as they are.

    Raises:
        Unseen: no such paper for this actor, or withdrawn already.
        Refused: not the head, the own entry, or confirmed already.
    """
    rule = silence_rule_for(actor, ref, lock=True)
    refuse_if(objection_to_confirming(actor, rule))
    rule.confirmed_by_name, rule.confirmed_at = actor.name, at
    rule.save(update_fields=["confirmed_by_name", "confirmed_at"])
    record(
        actor=actor,
        at=at,
        verb="confirm_silence_rule",
        subject=("silence_rule", ref),
        said=f"Xác nhận {cite_of(rule)}.",
    )
