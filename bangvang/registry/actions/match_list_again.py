"""Match the waiting rows of an agency's list anew: people have come into the register since."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.db.turns import wait_for_turn
from bangvang.foundation.objection import refuse_if
from bangvang.registry.actions.agency_list_rows import LISTS_TURN, match_again, waiting_of
from bangvang.registry.permissions.agency_lists import objection_to_list
from bangvang.registry.selectors.agency_lists import list_for


@transaction.atomic
def match_list_again(ref: str, *, actor: Actor, at: datetime) -> int:
    """Hold every waiting row against the register of now; return how many stand otherwise.

    Raises:
        Unseen: no such list.
        Refused: not the standing office, or undone.
    """
    wait_for_turn(LISTS_TURN)
    agency_list = list_for(actor, ref, lock=True)
    refuse_if(objection_to_list(actor, agency_list))
    changed = match_again(waiting_of(agency_list))
    record(
        actor=actor,
        at=at,
        verb="match_list_again",
        subject=("agency_list", ref),
        said=f"Đối chiếu lại một danh sách do cơ quan khác gửi với sổ: {changed} dòng đổi.",
        details={"changed": changed},
    )
    return changed
