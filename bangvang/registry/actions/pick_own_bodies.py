"""Take collectives below the unit into one of its own decisions."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Objection, Unseen, refuse_if
from bangvang.law import Subject
from bangvang.registry.actions.own_changes import LARGEST, draft_to_change, put_rows
from bangvang.registry.actions.pick_own_people import NO_GRADE
from bangvang.registry.intake.granting import GRADES, objection_to_naming
from bangvang.registry.models import OwnDecisionRow
from bangvang.registry.selectors.own_bodies import bodies_below
from bangvang.registry.selectors.own_decisions import GRADE

NONE_PICKED = Objection("NONE_PICKED", "Chưa chọn tập thể nào.")
TOO_MANY_ROWS = Objection("TOO_MANY", f"Một quyết định ghi nhiều nhất {LARGEST} dòng.")


@transaction.atomic
def pick_own_bodies(
    ref: str, body_refs: Collection[str], *, actor: Actor, at: datetime, grade: str = ""
) -> int:
    """Add these collectives and return how many were not there yet; for grades with their grade.

    One that is there already keeps the row; for grades the row takes the new grade.

    Raises:
        Unseen: no such decision, or one of them does not stand below the unit today.
        Refused: not a draft of the own unit, an award for people only, none, too many, or grades
            without a grade.
    """
    own = draft_to_change(actor, ref)
    is_grade = own.record_kind == GRADE
    refuse_if(objection_to_naming(Subject.COLLECTIVE, own.code))
    refuse_if(None if body_refs else NONE_PICKED)
    refuse_if(NO_GRADE if is_grade and grade not in GRADES else None)
    bodies = list(bodies_below(actor, on=at.date()).filter(ref__in=list(body_refs)))
    if len(bodies) != len(set(body_refs)):
        raise Unseen
    code = grade if is_grade else ""
    rows = [
        OwnDecisionRow(
            decision=own,
            body=body,
            name=body.name,
            sort_key=body.sort_key,
            unit_id=body.parent_id or own.unit_id,
            code=code,
        )
        for body in bodies
    ]
    added = put_rows(own, rows, code=code, too_many=TOO_MANY_ROWS)
    record(
        actor=actor,
        at=at,
        verb="pick_own_bodies",
        subject=("own_decision", ref),
        said=f"Chọn {len(bodies)} tập thể của đơn vị vào quyết định.",
    )
    return added
