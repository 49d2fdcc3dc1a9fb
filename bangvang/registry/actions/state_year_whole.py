"""A head states that the register holds all of one kind and year of the unit's people."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.db.turns import wait_for_turn
from bangvang.foundation.objection import Objection, refuse_if
from bangvang.registry.actions.join_years import YEARS_TURN, join_years
from bangvang.registry.models import OwnDecision, YearStatement, YearStatementOf
from bangvang.registry.permissions.own import objection_to_stating_year
from bangvang.registry.selectors.own_decisions import unit_of
from bangvang.registry.selectors.whole_years import unit_in_year
from bangvang.registry.states import YEARLY_KINDS, YEARLY_NAMES

NO_SUCH_KIND = Objection("NO_SUCH_KIND", "Loại này không xác nhận theo năm.")


@transaction.atomic
def state_year_whole(
    record_kind: str,
    *,
    year: int,
    actor: Actor,
    at: datetime,
    decision: OwnDecision | None = None,
) -> str:
    """Keep the statement with the people it speaks of, carry it over to them, return its reference.

    It speaks of everybody whom the register has in the unit or below it at this moment; who comes
    later is not covered. `decision` is the one with whose confirmation it was said.

    Raises:
        Unseen: the actor acts for no unit.
        Refused: not the head, a year that is not over, nobody there, or stated before of everybody.
    """
    refuse_if(None if record_kind in YEARLY_KINDS else NO_SUCH_KIND)
    unit = unit_of(actor)
    wait_for_turn(YEARS_TURN)
    seen = unit_in_year(unit, record_kind, year)
    ids = seen.ids
    refuse_if(
        objection_to_stating_year(actor, year, people=len(ids), fresh=seen.fresh, on=at.date())
    )
    statement = YearStatement.objects.create(
        unit=unit,
        record_kind=record_kind,
        year=year,
        decision=decision,
        stated_by_ref=actor.account_ref,
        stated_by_name=actor.name,
        stated_at=at,
    )
    YearStatementOf.objects.bulk_create(
        YearStatementOf(statement=statement, person_id=pk) for pk in ids
    )
    join_years(ids, record_kind)
    record(
        actor=actor,
        at=at,
        verb="state_year_whole",
        subject=("organisation", unit.ref),
        said=f"Xác nhận sổ đã đủ: {YEARLY_NAMES[record_kind].lower()} năm {year} của "
        f"{len(ids)} người.",
        details={"statement": statement.ref},
    )
    return statement.ref
