"""Match what waits in an agency's list against the register of now, in the background."""

from contextlib import AbstractContextManager
from datetime import datetime

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.db.turns import wait_for_turn
from bangvang.foundation.objection import refuse_if
from bangvang.registry.actions.agency_list_rows import LISTS_TURN
from bangvang.registry.actions.listed_rows_kept import keep_settled, settled_otherwise, waiting_of
from bangvang.registry.actions.staged_rows import Pace, Report
from bangvang.registry.permissions.agency_lists import objection_to_list
from bangvang.registry.selectors.agency_lists import list_for


def match_list_again(
    ref: str,
    *,
    report: Report,
    last_step: AbstractContextManager[None],
    actor: Actor,
    at: datetime,
) -> int:
    """Hold every waiting row against the register of now; return how many stand otherwise.

    A row that somebody decided or mended while it was matched stays as they left it.

    Args:
        ref: the list.
        report: told how many of how many rows are matched.
        last_step: the transaction in which rows are kept; everything before it only reads.
        actor: who asked.
        at: the moment of the act.

    Raises:
        Unseen: no such list.
        Refused: not the standing office, being read, or undone.
    """
    agency_list = list_for(actor, ref)
    refuse_if(objection_to_list(actor, agency_list))
    rows = waiting_of(agency_list)
    changed = settled_otherwise(rows, Pace(len(rows), report))
    with last_step:
        wait_for_turn(LISTS_TURN)
        refuse_if(objection_to_list(actor, list_for(actor, ref, lock=True)))
        count = keep_settled(changed)
        record(
            actor=actor,
            at=at,
            verb="match_list_again",
            subject=("agency_list", ref),
            said=f"Đối chiếu lại một danh sách do cơ quan khác gửi với sổ: {count} dòng đổi.",
            details={"changed": count},
        )
    return count
