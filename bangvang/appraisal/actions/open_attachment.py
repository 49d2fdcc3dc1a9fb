"""Open the file that came with an opinion, which may say who sent it; kept like a look at that."""

from datetime import datetime

from django.db import transaction

from bangvang.appraisal.permissions.opinions import (
    NO_ATTACHMENT,
    objection_to_seeing_sender,
)
from bangvang.appraisal.selectors.opinions import opinion_for
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.files.selectors import KeptFile, file_card
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import tidy


@transaction.atomic
def open_attachment(ref: str, reason: str, *, actor: Actor, at: datetime) -> KeptFile:
    """Return the file that came with an opinion, which may name its sender.

    Raises:
        Unseen: no such opinion for this actor.
        Refused: not the head, no reason, or nothing came with it.
    """
    opinion = opinion_for(actor, ref, lock=True)
    reason = tidy(reason)
    refuse_if(objection_to_seeing_sender(actor, reason=reason))
    refuse_if(None if opinion.attachment else NO_ATTACHMENT)
    assert opinion.attachment is not None  # noqa: S101  refused above
    record(
        actor=actor,
        at=at,
        verb="open_attachment",
        subject=("opinion", ref),
        said=f"Mở tệp kèm ý kiến số {opinion.receipt_no}. Lý do: {reason}",
    )
    return file_card(opinion.attachment)
