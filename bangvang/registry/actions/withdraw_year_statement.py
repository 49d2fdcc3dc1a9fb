"""Take back a head's word that a year was whole; what it was carried over to is reckoned anew."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.db.turns import wait_for_turn
from bangvang.foundation.objection import refuse_if
from bangvang.registry.actions.join_years import YEARS_TURN, join_years
from bangvang.registry.models import YearStatementOf
from bangvang.registry.permissions.own import objection_to_withdrawing_statement
from bangvang.registry.selectors.whole_years import statement_for
from bangvang.registry.states import YEARLY_NAMES


@transaction.atomic
def withdraw_year_statement(ref: str, reason: str, *, actor: Actor, at: datetime) -> None:
    """Let the statement count no longer, with the reason; it stays in view.

    Raises:
        Unseen: this actor's unit has no such statement.
        Refused: not the head, withdrawn already, or no reason.
    """
    wait_for_turn(YEARS_TURN)
    statement = statement_for(actor, ref, lock=True)
    reason = reason.strip()
    refuse_if(objection_to_withdrawing_statement(actor, statement, reason=reason))
    statement.withdrawn_reason = reason
    statement.withdrawn_by_ref, statement.withdrawn_by_name = actor.account_ref, actor.name
    statement.withdrawn_at = at
    statement.save()
    of = YearStatementOf.objects.filter(statement=statement)
    join_years(list(of.values_list("person_id", flat=True)), statement.record_kind)
    record(
        actor=actor,
        at=at,
        verb="withdraw_year_statement",
        subject=("organisation", statement.unit.ref),
        said=f"Rút xác nhận đủ: {YEARLY_NAMES[statement.record_kind].lower()} năm "
        f"{statement.year}. Lý do: {reason}",
        details={"statement": ref},
    )
