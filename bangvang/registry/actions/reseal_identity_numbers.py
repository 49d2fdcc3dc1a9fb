"""Seal identity numbers anew with the current key, a portion at a time."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.db.turns import wait_for_turn
from bangvang.registry.models import IdentityNumber
from bangvang.registry.selectors.identity import seals

RESEALING_TURN = 4_170_012


@transaction.atomic
def reseal_identity_numbers(
    *, after: int, most: int, actor: Actor, at: datetime
) -> tuple[int, int]:
    """Seal at most so many with numbers above `after`; return how many, and the last one's number.

    Nothing left gives 0 and `after`. One audit entry a portion. What was done stays done if the
    next portion fails, and done again it finds only what is left.

    Raises:
        KeyMissing: the key that sealed one of them was taken away; the portion is left as it was.
        SealBroken: one of them does not open; likewise.
    """
    wait_for_turn(RESEALING_TURN)
    keys = seals()
    waiting = IdentityNumber.objects.select_for_update().exclude(key_id=keys.current)
    rows = list(waiting.filter(pk__gt=after).order_by("pk")[:most])
    for row in rows:
        number = keys.open(row.sealed, key_id=row.key_id, bound_to=row.digest)
        row.sealed, row.key_id = keys.seal(number, bound_to=row.digest), keys.current
    IdentityNumber.objects.bulk_update(rows, ["sealed", "key_id"])
    if rows:
        record(
            actor=actor,
            at=at,
            verb="reseal_identity_numbers",
            subject=("identity_numbers", keys.current),
            said=f"Mã hóa lại {len(rows)} số định danh bằng khóa “{keys.current}”.",
            details={"count": len(rows), "key": keys.current},
        )
    return len(rows), rows[-1].pk if rows else after
