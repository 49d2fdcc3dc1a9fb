"""A unit proposes to amend its own confirmed decision, whole or for one of its rows."""

from datetime import date, datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import Objection, refuse_if
from bangvang.registry.actions.amending import enter_amendment, tidied
from bangvang.registry.intake.granting import objection_to_granting
from bangvang.registry.models import OwnDecision
from bangvang.registry.permissions.amendments import Amending, objection_to_amending_own
from bangvang.registry.selectors.amended_rows import objection_to_undoing_the_office, own_rows
from bangvang.registry.selectors.own_decisions import GRADE, own_decision_for
from bangvang.registry.states import AmendmentKind, OwnState

NOT_CONFIRMED = Objection("NOT_CONFIRMED", "Quyết định này chưa ghi sổ; hãy sửa ngay bản đang lập.")
CODE_STAYS = Objection(
    "CODE_STAYS",
    "Danh hiệu, hình thức và loại hình của quyết định không đính chính được ở đây; hãy gạch vì ghi "
    "nhầm rồi ghi lại.",
)


@transaction.atomic
def propose_own_amendment(
    own_ref: str,
    amending: Amending,
    *,
    row_ref: str = "",
    scan: tuple[bytes, str] | None = None,
    actor: Actor,
    at: datetime,
) -> str:
    """Propose to amend what the decision brought into the register; return the reference.

    Without `row_ref` all its rows are meant that are as the kind of amendment needs them.

    Raises:
        Unseen: the actor's unit has no such decision.
        Refused: not an officer of the unit, not confirmed, another award, no authority by the law
            of a corrected day, or what `enter_amendment` refuses.
    """
    own = own_decision_for(actor, own_ref, lock=True)
    refuse_if(objection_to_amending_own(actor, own.unit.ref))
    refuse_if(None if own.state == OwnState.CONFIRMED else NOT_CONFIRMED)
    refuse_if(_objection_to_values(own, amending))
    rows = own_rows(own, row_ref, lock=True)
    wants_standing = amending.kind is not AmendmentKind.RESTORED
    if not row_ref:
        rows = [row for row in rows if row.stands is wants_standing]
    if not wants_standing:
        refuse_if(objection_to_undoing_the_office(rows, own))
    return enter_amendment(rows, tidied(amending), own=own, scan=scan, actor=actor, at=at).ref


def _objection_to_values(own: OwnDecision, amending: Amending) -> Objection | None:
    said = amending.said
    if own.record_kind == GRADE:
        return None
    if said.get("code", own.code) != own.code or said.get("kind", own.kind) != own.kind:
        return CODE_STAYS
    on = said.get("decided_on")
    if not isinstance(on, date):
        return None
    return objection_to_granting(own.code, own.unit.kind, grantor=own.grantor, on=on)
