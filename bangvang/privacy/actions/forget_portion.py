"""Forget what is past its confirmed period, a portion at a time."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localtime

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.db.turns import wait_for_turn
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import say_date
from bangvang.privacy.actions.forgetting import FORGET
from bangvang.privacy.permissions import objection_to_forgetting
from bangvang.privacy.selectors.past import past
from bangvang.privacy.selectors.periods import kept_since, length_said, paper_said, period_on
from bangvang.privacy.states import BECOMES, Matter
from bangvang.registry.actions.staged_rows import TURN as IMPORTS_TURN

FORGET_TURN = 4_170_072
PORTION = 500


@transaction.atomic
def forget_portion(matter: Matter, *, actor: Actor, at: datetime, most: int = PORTION) -> int:
    """Forget at most so many rows of one matter; return how many went.

    0: no period was confirmed, it says for good, or nothing is left. The audit entry says how many
    of what and by which paper, never whose. Whoever comes second finds what the first left.

    Raises:
        Refused: neither the head of the office nor whoever runs the server.
    """
    refuse_if(objection_to_forgetting(actor))
    wait_for_turn(FORGET_TURN)
    wait_for_turn(IMPORTS_TURN)
    on = localtime(at).date()
    period = period_on(matter, on)
    before = kept_since(period, on) if period else None
    if period is None or before is None:
        return 0
    gone = 0
    for rows in past(matter, before).goes:
        room = most - gone
        if room > 0:
            chosen = list(rows.order_by("pk").values_list("pk", flat=True)[:room])
            gone += FORGET[matter](rows.model, chosen, at)
    if gone:
        record(
            actor=actor,
            at=at,
            verb="forget_portion",
            subject=("retention", matter.value),
            said=f"{matter.label}: {BECOMES[matter]}; {gone} mục trước ngày "
            f"{say_date(before.date())}, thời hạn {length_said(period)} theo {paper_said(period)}.",
            details={"count": gone, "period": period.ref},
        )
    return gone
