"""Open one identity number for the head of the office; who, whose and why is kept for ever."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Objection, refuse_if
from bangvang.foundation.sealing import KeyMissing, SealBroken
from bangvang.foundation.vietnamese import tidy
from bangvang.registry.models import IdentityNumber
from bangvang.registry.permissions.merges import NO_NUMBER, objection_to_revealing
from bangvang.registry.selectors.holders import person_named
from bangvang.registry.selectors.identity import seals

CANNOT_OPEN = Objection(
    "CANNOT_OPEN", "Không mở được số định danh đã lưu; hãy báo người quản trị kiểm tra khóa mã hóa."
)


@transaction.atomic
def reveal_identity_number(person_ref: str, reason: str, *, actor: Actor, at: datetime) -> str:
    """Return the number; the audit entry names the person and the reason, never a digit.

    Raises:
        Unseen: there is no such person.
        Refused: not the head of the office, no reason or one that holds a long number, no number
            kept, or one that the keys of today do not open.
    """
    reason = tidy(reason)
    refuse_if(objection_to_revealing(actor, reason))
    person = person_named(person_ref, lock=True)
    kept = IdentityNumber.objects.filter(digest=person.identity_digest or "").first()
    refuse_if(NO_NUMBER if kept is None else None)
    number = _opened(kept) if kept else ""
    refuse_if(None if number else CANNOT_OPEN)
    record(
        actor=actor,
        at=at,
        verb="reveal_identity_number",
        subject=("person", person.ref),
        said=f"Xem số định danh của {person.full_name}. Lý do: {reason}",
    )
    return number


def _opened(kept: IdentityNumber) -> str:
    try:
        return seals().open(kept.sealed, key_id=kept.key_id, bound_to=kept.digest)
    except (KeyMissing, SealBroken):
        return ""
