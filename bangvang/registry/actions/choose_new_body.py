"""Say that a household or a collective of an import is a new one, and of what commune or body."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Objection, Unseen, refuse_if
from bangvang.registry.actions.settle_again import settle_again
from bangvang.registry.intake.groups import as_collective
from bangvang.registry.intake.units_meant import NEW_IN
from bangvang.registry.models import ImportRow, Organisation
from bangvang.registry.models.organisations import OrganisationKind
from bangvang.registry.permissions.imports import (
    NOT_TO_BE_NEW,
    PARENT_IS_OVER,
    objection_to_import,
)
from bangvang.registry.permissions.recipients import NOT_A_COMMUNE
from bangvang.registry.selectors.apart_named import is_household
from bangvang.registry.selectors.bodies import objection_to_name
from bangvang.registry.selectors.households_named import as_household
from bangvang.registry.selectors.import_jobs import is_entering
from bangvang.registry.selectors.imports import import_for
from bangvang.registry.selectors.organisations import organisation_named
from bangvang.registry.selectors.recipients import objection_to_household_name
from bangvang.registry.states import RowState


@transaction.atomic
def choose_new_body(
    ref: str, unit_key: str, parent_ref: str, *, version: int, actor: Actor, at: datetime
) -> int:
    """Keep the choice and return how many waiting rows it concerns; nothing is entered yet.

    Args:
        ref: the import.
        unit_key: how the file names it, see `ImportRow`.
        parent_ref: the commune of the household, or what the collective is right below.
        version: the version of the import that was seen.
        actor: somebody of the standing office.
        at: the moment of the act.

    Raises:
        Unseen: no such import, no waiting row that names it so, or no such commune or body.
        Refused: not the standing office, out of date, not read yet, on the way in, rows about
            neither a household nor a collective, no commune, a body that is over, or one of that
            name is there.
    """
    award_import = import_for(actor, ref, lock=True)
    busy = is_entering(ref)
    refuse_if(objection_to_import(actor, award_import, seen=version, is_entering=busy))
    rows = ImportRow.objects.filter(award_import=award_import, unit_key=unit_key)
    waiting = rows.exclude(state=RowState.ACCEPTED)
    near = list(waiting.values_list("near", flat=True))
    first = waiting.order_by("sheet_no", "row").first()
    if first is None:
        raise Unseen
    parent = organisation_named(parent_ref)
    refuse_if(_objection_to(first, parent))
    award_import.unit_choices = {**award_import.unit_choices, unit_key: NEW_IN + parent.ref}
    award_import.version += 1
    award_import.save()
    settle_again(award_import, near)
    record(
        actor=actor,
        at=at,
        verb="choose_new_body",
        subject=("import", ref),
        said=f"Chọn ghi mới “{first.said['name']}”, {parent.name} cho {len(near)} dòng của tệp.",
        details={"unit": parent.ref, "rows": len(near)},
    )
    return len(near)


def _objection_to(row: ImportRow, parent: Organisation) -> Objection | None:
    name, is_home = row.said["name"], is_household(row.said)
    if row.said["subject"] == "PERSON" or (row.said.get("apart") and not is_home):
        return NOT_TO_BE_NEW
    if is_home and parent.kind != OrganisationKind.COMMUNE:
        return NOT_A_COMMUNE
    if is_home:
        return objection_to_household_name(as_household(name), parent, is_other=True)
    if parent.until is not None:
        return PARENT_IS_OVER
    return objection_to_name(as_collective(name), parent.pk)
