"""Take people of the unit from the register into one of its own decisions."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Objection, Unseen, refuse_if
from bangvang.law import Subject
from bangvang.registry.actions.own_changes import LARGEST, draft_to_change, put_rows
from bangvang.registry.intake.granting import GRADES, objection_to_naming
from bangvang.registry.models import OwnDecisionRow
from bangvang.registry.selectors.own_decisions import GRADE
from bangvang.registry.selectors.own_people import visible_to

NOBODY_PICKED = Objection("NOBODY_PICKED", "Chưa chọn ai.")
NO_GRADE = Objection("NO_GRADE", "Chọn mức xếp loại cho những người này.")
TOO_MANY = Objection("TOO_MANY", f"Một quyết định ghi nhiều nhất {LARGEST} người.")


@transaction.atomic
def pick_own_people(
    ref: str, person_refs: Collection[str], *, actor: Actor, at: datetime, grade: str = ""
) -> int:
    """Add these people and return how many were not there yet; for grades with their grade.

    Somebody who is there already keeps the row; for grades the row takes the new grade.

    Raises:
        Unseen: no such decision, or one of them is not of the unit.
        Refused: not a draft of the own unit, an award for collectives only, nobody, too many, or
            grades without a grade.
    """
    own = draft_to_change(actor, ref)
    is_grade = own.record_kind == GRADE
    refuse_if(objection_to_naming(Subject.PERSON, own.code))
    refuse_if(None if person_refs else NOBODY_PICKED)
    refuse_if(NO_GRADE if is_grade and grade not in GRADES else None)
    people = list(visible_to(actor).filter(ref__in=list(person_refs)))
    if len(people) != len(set(person_refs)):
        raise Unseen
    code = grade if is_grade else ""
    rows = [
        OwnDecisionRow(
            decision=own,
            person=person,
            name=person.full_name,
            sort_key=person.sort_key,
            birth_on=person.birth_on,
            birth_year=person.birth_year,
            sex=person.sex,
            position=person.position,
            unit_id=person.organisation_id,
            code=code,
        )
        for person in people
    ]
    added = put_rows(own, rows, code=code, too_many=TOO_MANY)
    record(
        actor=actor,
        at=at,
        verb="pick_own_people",
        subject=("own_decision", ref),
        said=f"Chọn {len(people)} người của đơn vị vào quyết định.",
    )
    return added
