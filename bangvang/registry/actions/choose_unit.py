"""Say which organisation a unit's name in an import means, for all rows that write it so."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Unseen, refuse_if
from bangvang.registry.actions.settle_again import settle_again
from bangvang.registry.models import ImportRow, Organisation
from bangvang.registry.permissions.imports import NOT_OF_THAT_KIND, objection_to_import
from bangvang.registry.selectors.apart_named import kinds_meant
from bangvang.registry.selectors.holders import holder_named
from bangvang.registry.selectors.import_jobs import is_entering
from bangvang.registry.selectors.imports import import_for
from bangvang.registry.states import HolderKind, RowState


@transaction.atomic
def choose_unit(
    ref: str, unit_key: str, organisation_ref: str, *, version: int, actor: Actor, at: datetime
) -> int:
    """Keep the choice and return how many waiting rows it concerns.

    Raises:
        Unseen: no such import, no waiting row with this unit, or no such organisation.
        Refused: not the standing office, out of date, not read yet, on the way in, or a household
            where a body is meant, or the other way round.
    """
    award_import = import_for(actor, ref, lock=True)
    busy = is_entering(ref)
    refuse_if(objection_to_import(actor, award_import, seen=version, is_entering=busy))
    organisation = holder_named(HolderKind.ORGANISATION, organisation_ref)
    rows = ImportRow.objects.filter(award_import=award_import, unit_key=unit_key)
    waiting = rows.exclude(state=RowState.ACCEPTED)
    near = list(waiting.values_list("near", flat=True))
    first = waiting.order_by("sheet_no", "row").first()
    if first is None or not isinstance(organisation, Organisation):
        raise Unseen
    refuse_if(None if organisation.kind in kinds_meant(first.said) else NOT_OF_THAT_KIND)
    award_import.unit_choices = {**award_import.unit_choices, unit_key: organisation.ref}
    award_import.version += 1
    award_import.save()
    settle_again(award_import, near)
    record(
        actor=actor,
        at=at,
        verb="choose_unit",
        subject=("import", ref),
        said=f"Chọn {organisation.name} cho {len(near)} dòng của tệp.",
        details={"unit": organisation.ref, "rows": len(near)},
    )
    return len(near)
