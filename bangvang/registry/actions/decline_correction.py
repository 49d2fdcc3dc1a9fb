"""Let a proposed correction of an initiative go; it is kept with the reason."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import tidy
from bangvang.registry.permissions.initiative_corrections import (
    objection_to_declining_correction,
    objection_to_seen_correction,
)
from bangvang.registry.permissions.merges import objection_to_reason
from bangvang.registry.selectors.initiative_corrections import correction_for
from bangvang.registry.states import AmendmentState


@transaction.atomic
def decline_correction(ref: str, reason: str, *, version: int, actor: Actor, at: datetime) -> None:
    """Record that the initiative stays as it is.

    Raises:
        Unseen: there is no such correction.
        Refused: not the standing office, decided already, changed since it was seen, or no reason.
    """
    correction = correction_for(actor, ref, lock=True)
    refuse_if(objection_to_declining_correction(actor, correction))
    refuse_if(objection_to_seen_correction(correction, version))
    written = tidy(reason)
    refuse_if(objection_to_reason(written))
    correction.rows.update(is_open=False)
    correction.state = AmendmentState.DECLINED
    correction.decided_by_ref, correction.decided_by_name = actor.account_ref, actor.name
    correction.decided_at, correction.decided_reason = at, written
    correction.version += 1
    correction.save()
    record(
        actor=actor,
        at=at,
        verb="decline_correction",
        subject=("initiative_correction", ref),
        said="Không ghi đính chính sáng kiến, đề tài.",
    )
