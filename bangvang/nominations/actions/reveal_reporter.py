"""Open who reported a discovery, for the head of the office; each look is kept for ever."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Objection, Refused, refuse_if
from bangvang.foundation.sealing import KeyMissing, SealBroken
from bangvang.foundation.vietnamese import tidy
from bangvang.nominations.models import Reporter
from bangvang.nominations.permissions import NO_REPORTER, objection_to_revealing_reporter
from bangvang.nominations.selectors.discoveries import discovery_for
from bangvang.registry.selectors.identity import seals

CANNOT_OPEN = Objection(
    "CANNOT_OPEN", "Không mở được thông tin đã lưu; hãy báo người quản trị kiểm tra khóa mã hóa."
)


@transaction.atomic
def reveal_reporter(ref: str, reason: str, *, actor: Actor, at: datetime) -> tuple[str, str]:
    """Return name and contact; the audit entry says number and reason, nothing of the reporter.

    Raises:
        Unseen: this actor has no such discovery.
        Refused: not the head of the office, no reason, nobody named, or keys that do not open it.
    """
    discovery, reason = discovery_for(actor, ref, lock=True), tidy(reason)
    refuse_if(objection_to_revealing_reporter(actor, reason=reason))
    kept = Reporter.objects.filter(discovery=discovery).first()
    if kept is None:
        raise Refused(NO_REPORTER)
    try:
        opened = seals().open(kept.sealed, key_id=kept.key_id, bound_to=discovery.ref)
    except (KeyMissing, SealBroken) as closed:
        raise Refused(CANNOT_OPEN) from closed
    name, _, contact = opened.partition("\n")
    record(
        actor=actor,
        at=at,
        verb="reveal_reporter",
        subject=("discovery", ref),
        said=f"Xem người báo tin số {discovery.said}. Lý do: {reason}",
    )
    return name, contact
