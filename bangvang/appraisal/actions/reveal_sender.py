"""Show the head who sent an opinion; who looked and why is kept for ever."""

import json
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from bangvang.appraisal.actions.kept_opinion import bound_to
from bangvang.appraisal.permissions.opinions import objection_to_seeing_sender
from bangvang.appraisal.selectors.opinions import opinion_for
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Objection, Refused, refuse_if
from bangvang.foundation.sealing import KeyMissing, SealBroken
from bangvang.foundation.vietnamese import tidy
from bangvang.registry.selectors.identity import seals

CANNOT_OPEN = Objection(
    "CANNOT_OPEN",
    "Không mở được thông tin người gửi đã lưu; hãy báo người quản trị kiểm tra khóa mã hóa.",
)
SENDER_ERASED = Objection(
    "SENDER_ERASED",
    "Tên và cách liên hệ của người gửi đã được xóa, vì hết thời hạn lưu hoặc theo yêu cầu.",
)


@dataclass(frozen=True)
class Sender:
    """Who sent an opinion, and how to reach them; printing it shows neither."""

    name: str
    contact: str

    def __repr__(self) -> str:
        """Return nothing of the person."""
        return "Sender(…)"


@transaction.atomic
def reveal_sender(ref: str, reason: str, *, actor: Actor, at: datetime) -> Sender:
    """Return name and contact; the audit entry names the opinion and the reason, no person.

    Raises:
        Unseen: no such opinion for this actor.
        Refused: not the head, no reason, erased, or the keys of today do not open it.
    """
    opinion = opinion_for(actor, ref, lock=True)
    reason = tidy(reason)
    refuse_if(objection_to_seeing_sender(actor, reason=reason))
    refuse_if(None if opinion.key_id else SENDER_ERASED)
    try:
        opened = seals().open(
            opinion.sealed_sender, key_id=opinion.key_id, bound_to=bound_to(opinion.ref)
        )
    except (KeyMissing, SealBroken) as error:
        raise Refused(CANNOT_OPEN) from error
    record(
        actor=actor,
        at=at,
        verb="reveal_sender",
        subject=("opinion", ref),
        said=f"Xem người gửi ý kiến số {opinion.receipt_no}. Lý do: {reason}",
    )
    return Sender(**json.loads(opened))
