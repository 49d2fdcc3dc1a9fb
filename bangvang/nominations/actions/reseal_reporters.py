"""Seal reporters of discoveries anew with the current key, a portion at a time."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.db.turns import wait_for_turn
from bangvang.nominations.models import Reporter
from bangvang.registry.selectors.identity import seals

REPORTERS_TURN = 4_170_042


@transaction.atomic
def reseal_reporters(*, after: int, most: int, actor: Actor, at: datetime) -> tuple[int, int]:
    """Seal at most so many with numbers above `after`; return how many, and the last one's number.

    Nothing left gives 0 and `after`; done again it finds only what is left.

    Raises:
        KeyMissing: the key that sealed one of them was taken away; the portion is left as it was.
        SealBroken: one of them does not open; likewise.
    """
    wait_for_turn(REPORTERS_TURN)
    keys = seals()
    waiting = Reporter.objects.exclude(key_id=keys.current).filter(pk__gt=after)
    rows = list(waiting.select_related("discovery").order_by("pk")[:most])
    for row in rows:
        bond = row.discovery.ref
        said = keys.open(row.sealed, key_id=row.key_id, bound_to=bond)
        row.sealed, row.key_id = keys.seal(said, bound_to=bond), keys.current
    Reporter.objects.bulk_update(rows, ["sealed", "key_id"])
    if rows:
        record(
            actor=actor,
            at=at,
            verb="reseal_reporters",
            subject=("reporters", keys.current),
            said=f"Mã hóa lại {len(rows)} người báo tin bằng khóa “{keys.current}”.",
            details={"count": len(rows), "key": keys.current},
        )
    return len(rows), rows[-1].pk if rows else after
