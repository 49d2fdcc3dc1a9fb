"""Seal the senders of opinions anew with the current key, a portion at a time."""

from datetime import datetime

from django.db import transaction

from bangvang.appraisal.actions.kept_opinion import bound_to
from bangvang.appraisal.models import Opinion
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.registry.selectors.identity import seals


@transaction.atomic
def reseal_senders(*, after: int, most: int, actor: Actor, at: datetime) -> tuple[int, int]:
    """Seal at most so many with keys above `after`; return how many, and the last one's key.

    Senders that were erased are left out. Nothing left gives 0 and `after`. One audit entry a
    portion.

    Raises:
        KeyMissing: the key that sealed one of them was taken away; the portion is left as it was.
        SealBroken: one of them does not open; likewise.
    """
    keys = seals()
    waiting = Opinion.objects.select_for_update().exclude(key_id__in=[keys.current, ""])
    rows = list(waiting.filter(pk__gt=after).order_by("pk")[:most])
    for row in rows:
        said = keys.open(row.sealed_sender, key_id=row.key_id, bound_to=bound_to(row.ref))
        row.sealed_sender = keys.seal(said, bound_to=bound_to(row.ref))
        row.key_id = keys.current
    Opinion.objects.bulk_update(rows, ["sealed_sender", "key_id"])
    if rows:
        record(
            actor=actor,
            at=at,
            verb="reseal_senders",
            subject=("opinions", keys.current),
            said=f"Mã hóa lại người gửi của {len(rows)} ý kiến bằng khóa “{keys.current}”.",
            details={"count": len(rows), "key": keys.current},
        )
    return len(rows), rows[-1].pk if rows else after
