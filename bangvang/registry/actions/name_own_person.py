"""Write somebody whom the register does not know yet into one of the unit's own decisions."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Objection, Unseen, refuse_if
from bangvang.foundation.vietnamese import ReadDate, person_sort_key, sign_in_name, tidy
from bangvang.law import Subject
from bangvang.registry.actions.own_changes import draft_to_change, touch
from bangvang.registry.intake.granting import GRADES, objection_to_naming
from bangvang.registry.models import Organisation, OwnDecisionRow
from bangvang.registry.selectors.organisations import branch_of
from bangvang.registry.selectors.own_decisions import GRADE

NO_NAME = Objection("NO_NAME", "Cần ghi họ và tên.")
NO_SUCH_NAME = Objection("NO_SUCH_NAME", "Họ và tên có dấu không thuộc tên người; hãy xem lại.")
NO_BIRTH = Objection("NO_BIRTH", "Cần ngày sinh, ít nhất năm sinh.")
NAMED_WITHOUT_GRADE = Objection("NO_GRADE", "Chọn mức xếp loại.")


@dataclass(frozen=True)
class NewPerson:
    """What the unit writes of somebody new; `unit_ref` is the unit itself or one below it."""

    name: str
    birth: ReadDate | None
    sex: str
    position: str
    unit_ref: str


@transaction.atomic
def name_own_person(
    ref: str, written: NewPerson, *, actor: Actor, at: datetime, grade: str = ""
) -> str:
    """Add the row and return its reference; whether it is somebody new is matched like an annex.

    Raises:
        Unseen: no such decision, or a unit that is not below the own one.
        Refused: not a draft of the own unit, an award for collectives only, no name or no birth,
            or grades without a grade.
    """
    own = draft_to_change(actor, ref)
    refuse_if(objection_to_naming(Subject.PERSON, own.code))
    name = tidy(written.name)
    refuse_if(None if name else NO_NAME)
    refuse_if(NO_SUCH_NAME if sign_in_name(name) else None)
    refuse_if(None if written.birth else NO_BIRTH)
    is_grade = own.record_kind == GRADE
    refuse_if(NAMED_WITHOUT_GRADE if is_grade and grade not in GRADES else None)
    unit = Organisation.objects.filter(ref=written.unit_ref, pk__in=branch_of(own.unit_id)).first()
    if unit is None:
        raise Unseen
    row = OwnDecisionRow.objects.create(
        decision=own,
        name=name,
        sort_key=person_sort_key(name),
        birth_on=written.birth.on if written.birth else None,
        birth_year=written.birth.year if written.birth else None,
        sex=written.sex,
        position=written.position,
        unit=unit,
        unit_as_written=unit.name,
        code=grade if is_grade else "",
    )
    touch(own)
    record(
        actor=actor,
        at=at,
        verb="name_own_person",
        subject=("own_decision", ref),
        said=f"Ghi thêm {name} vào quyết định.",
    )
    return row.ref
