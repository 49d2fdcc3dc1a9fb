"""The second person confirms an amendment: only then the register says something else."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.db.turns import wait_for_turn
from bangvang.foundation.objection import refuse_if
from bangvang.registry.actions.amending import refuse_if_not_free
from bangvang.registry.actions.turn import MERGING_TURN
from bangvang.registry.models import (
    AmendedRow,
    Amendment,
    Award,
    Grade,
    OwnDecisionRow,
    RecordSource,
)
from bangvang.registry.permissions.amendments import (
    Amending,
    objection_to_amending_row,
    objection_to_confirming_amendment,
    objection_to_seen_amendment,
)
from bangvang.registry.selectors.amended_rows import row_to_amend, rows_of, said_of
from bangvang.registry.selectors.amendments import amendment_for
from bangvang.registry.states import AMENDMENT_NAMES, AmendmentKind, AmendmentState

OF_THE_ROW = frozenset({"id", "ref", "withdrawn_at", "set_aside", "revoked_on", "origin"})
"""Columns that a row does not hand on to the one that takes its place."""


@transaction.atomic
def confirm_amendment(ref: str, *, version: int, actor: Actor, at: datetime) -> None:
    """Record the amendment: all its rows at once, or none.

    A revoked row stays with the day of its decision; a struck one stays out of every reading. A
    corrected or restored one makes place for a new row, which takes over its sources.

    Raises:
        Unseen: there is no such amendment, or a row of it is gone.
        Refused: not who may confirm, decided already, changed since it was seen, or a row is no
            longer as it was when this was proposed.
    """
    wait_for_turn(MERGING_TURN)
    amendment = amendment_for(actor, ref, lock=True)
    refuse_if(objection_to_confirming_amendment(actor, amendment))
    refuse_if(objection_to_seen_amendment(amendment, version))
    amending = said_of(amendment)
    rows = list(rows_of(Amendment.objects.filter(pk=amendment.pk)).order_by("pk"))
    for row in rows:
        _amend(row, amending, actor, at)
    AmendedRow.objects.bulk_update(rows, ["new_award", "new_grade", "is_open"])
    amendment.state = AmendmentState.DONE
    amendment.decided_by_ref, amendment.decided_by_name = actor.account_ref, actor.name
    amendment.decided_at = at
    amendment.version += 1
    amendment.save()
    record(
        actor=actor,
        at=at,
        verb="confirm_amendment",
        subject=("amendment", ref),
        said=f"Ghi sổ: {AMENDMENT_NAMES[amending.kind]}, {len(rows)} dòng.",
        details={"kind": amendment.kind, "paper": amendment.paper_no},
    )


def _amend(amended: AmendedRow, amending: Amending, actor: Actor, at: datetime) -> None:
    known = amended.award or amended.grade
    assert known is not None  # noqa: S101  the table's own constraint
    row = row_to_amend(known.ref, lock=True)
    refuse_if(objection_to_amending_row(row, amending))
    refuse_if_not_free(row, amending)
    amended.is_open = False
    if amending.kind is AmendmentKind.REVOKED and isinstance(row, Award):
        row.revoked_on = amending.paper.on
        row.save(update_fields=["revoked_on"])
        return
    if row.withdrawn_at is None:
        row.withdrawn_at = at
        row.save(update_fields=["withdrawn_at"])
    if amending.kind is AmendmentKind.STRUCK:
        return
    new = _successor(row, amending, actor)
    amended.new_award = new if isinstance(new, Award) else None
    amended.new_grade = new if isinstance(new, Grade) else None


def _successor(row: Award | Grade, amending: Amending, actor: Actor) -> Award | Grade:
    """Enter the row that takes the place of another, with the sources of that one."""
    values = {
        field.attname: getattr(row, field.attname)
        for field in row._meta.concrete_fields
        if field.attname not in OF_THE_ROW
    }
    if amending.kind is AmendmentKind.CORRECTED:
        values |= amending.said
    field = "award" if isinstance(row, Award) else "grade"
    if isinstance(row, Award):
        new: Award | Grade = Award.objects.create(**values, origin=actor.origin)
    else:
        new = Grade.objects.create(**values)
    for source in (OwnDecisionRow, RecordSource):
        source._default_manager.filter(**{field: row}).update(**{field: new})
    return new
