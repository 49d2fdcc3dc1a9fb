"""Let a list that came too late for its round take part in another."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Objection, refuse_if
from bangvang.nominations.models import Batch, Nomination, Round
from bangvang.nominations.permissions import objection_to_judging_late, objection_to_version
from bangvang.nominations.receiving import not_received_award, not_received_kind
from bangvang.nominations.selectors.batches import batch_for
from bangvang.nominations.selectors.intake_days import days_of_rows
from bangvang.nominations.selectors.rounds import round_named
from bangvang.nominations.states import State

SAME_ROUND = Objection("SAME_ROUND", "Danh sách đang ở chính đợt này.")
ALSO_LATE = Objection("ALSO_LATE", "Đợt này cũng đã hết hạn trước ngày danh sách đến.")
OTHER_YEAR = Objection("OTHER_YEAR", "Đợt này xét thành tích của năm khác.")


@transaction.atomic
def move_to_round(
    ref: str, round_ref: str, reason: str, *, version: int, actor: Actor, at: datetime
) -> None:
    """Move a late list to a round in which it is in time; its number and its day stay.

    Raises:
        Unseen: this actor has no such list, or there is no such round.
        Refused: not the head of the office, not late, no reason, a round that does not receive
            these rows, of another year or over by then, or changed by somebody else meanwhile.
    """
    batch = batch_for(actor, ref, lock=True)
    other = round_named(round_ref)
    reason = reason.strip()
    refuse_if(objection_to_judging_late(actor, batch, reason=reason))
    refuse_if(objection_to_version(batch.version, version))
    rows = list(
        Nomination.objects.filter(batch=batch)
        .exclude(state=State.WITHDRAWN)
        .values_list("award_code", "kind", "pk")
    )
    due_on = days_of_rows(other, batch.unit_id, rows)[0].submit_by
    refuse_if(_objection_to(batch, other, rows))
    assert batch.received_on is not None  # noqa: S101  a late list was handed in
    refuse_if(ALSO_LATE if batch.received_on > due_on else None)
    before, batch.round, batch.due_on = batch.round.title, other, due_on
    batch.version += 1
    batch.save(update_fields=["round", "due_on", "version"])
    record(
        actor=actor,
        at=at,
        verb="move_to_round",
        subject=("batch", ref),
        said=f"Chuyển từ {before} sang {other.title}: {reason}",
        details={"round": other.ref},
    )


def _objection_to(batch: Batch, other: Round, rows: list[tuple[str, str, int]]) -> Objection | None:
    if other.pk == batch.round_id:
        return SAME_ROUND
    if other.achievement_year != batch.round.achievement_year:
        return OTHER_YEAR
    for award_code, kind, _ in rows:
        said = not_received_award(other, award_code, other.opens_on)
        if said := said or not_received_kind(other, kind):
            return Objection("NOT_RECEIVED", said)
    return None
