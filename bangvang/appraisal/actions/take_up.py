"""Take a list up: hold it, and ask the law of its receipt day about every row that waits."""

from datetime import datetime

from django.db import transaction

from bangvang.appraisal.actions.ask_law import ask_law
from bangvang.appraisal.actions.settle_people import settle_people
from bangvang.appraisal.permissions import NOTHING_TO_TAKE_UP, objection_to_taking_up
from bangvang.appraisal.selectors.findings import without_finding
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.db.turns import wait_for_turn
from bangvang.foundation.objection import refuse_if
from bangvang.nominations.actions.move import move
from bangvang.nominations.actions.save_drafts import SAVING_TURN
from bangvang.nominations.models import Nomination
from bangvang.nominations.permissions import LATE_NOT_ACCEPTED
from bangvang.nominations.selectors.batches import batch_for
from bangvang.nominations.states import Move, State


@transaction.atomic
def take_up(batch_ref: str, *, actor: Actor, at: datetime) -> int:
    """Check every waiting row against the law, keep the findings, and return how many there were.

    Law: the day the list was received decides, not today. Who is not among the people of the unit
    is looked for in the whole register first.

    Raises:
        Unseen: this actor has no such list.
        Refused: not of the standing office, no row waits, or the list is late and not accepted.
        NotInForce: no rulebook is in force on the day of receipt.
    """
    wait_for_turn(SAVING_TURN)  # before any lock, as whoever says who a row means does
    batch = batch_for(actor, batch_ref, lock=True)
    refuse_if(objection_to_taking_up(actor))
    refuse_if(LATE_NOT_ACCEPTED if batch.waits_for_acceptance else None)
    waiting = list(
        Nomination.objects.select_for_update(of=("self",))
        .filter(batch=batch, state=State.SUBMITTED)
        .select_related("batch__unit")
        .order_by("source_row", "pk")
    )
    refuse_if(None if waiting and batch.received_on else NOTHING_TO_TAKE_UP)
    assert batch.received_on is not None  # noqa: S101  tells the type checker what was just refused
    new = without_finding(waiting)
    linked, unclear = settle_people(new)
    ask_law(waiting, on=batch.received_on, at=at)
    for nomination in waiting:
        move(nomination, Move.CHECK, holder=actor.name, actor=actor, at=at)
    batch.holder, batch.holder_ref, batch.held_since = actor.name, actor.account_ref, at
    batch.version += 1
    batch.save(update_fields=["holder", "holder_ref", "held_since", "version"])
    record(
        actor=actor,
        at=at,
        verb="take_up",
        subject=("batch", batch_ref),
        said=f"Tiếp nhận, đối chiếu {len(waiting)} dòng với luật có hiệu lực ngày nhận.",
        details={"found_elsewhere": linked, "left_open": unclear},
    )
    return len(waiting)
