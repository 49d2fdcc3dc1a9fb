"""Take away a last day that some rows of a round had of their own."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Unseen, refuse_if
from bangvang.foundation.vietnamese import say_date
from bangvang.nominations.models import IntakeDay
from bangvang.nominations.permissions import objection_to_opening_round
from bangvang.nominations.selectors.intake_days import intakes_of
from bangvang.nominations.selectors.rounds import round_named


@transaction.atomic
def drop_intake_day(round_ref: str, ref: str, *, actor: Actor, at: datetime) -> None:
    """Let the round's own last day decide again; lists that are in keep the day they had.

    Raises:
        Unseen: there is no such round, or no such day.
        Refused: not the head of the standing office.
    """
    refuse_if(objection_to_opening_round(actor))
    round_ = round_named(round_ref, lock=True)
    words = {one.ref: one for one in intakes_of([round_.pk])[round_.pk]}
    if ref not in words:
        raise Unseen
    IntakeDay.objects.filter(round=round_, ref=ref).delete()
    record(
        actor=actor,
        at=at,
        verb="drop_intake_day",
        subject=("round", round_ref),
        said=f"Bỏ hạn riêng {say_date(words[ref].submit_by)}: {words[ref].said(at.date())}.",
    )
