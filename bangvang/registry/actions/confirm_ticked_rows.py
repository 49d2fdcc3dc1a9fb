"""Confirm several rows of an agency's list at once, as the list says what they mean."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.db.turns import wait_for_turn
from bangvang.foundation.objection import Objection, Refused, refuse_if
from bangvang.registry.actions.agency_list_rows import LISTS_TURN, become
from bangvang.registry.intake.agency_list_words import becomes_of
from bangvang.registry.intake.agency_settling import key_of
from bangvang.registry.models import ListedRow, ListedState
from bangvang.registry.permissions.agency_lists import (
    NOT_MATCHED,
    NOTHING_TICKED,
    objection_to_deciding,
    objection_to_list,
)
from bangvang.registry.selectors.agency_lists import list_for
from bangvang.registry.selectors.listed_rows import listed_row_for
from bangvang.registry.states import HolderKind


@dataclass(frozen=True)
class Ticked:
    """A row as it was seen when it was ticked."""

    sheet_no: int
    row: int
    version: int


@transaction.atomic
def confirm_ticked_rows(ref: str, ticked: Sequence[Ticked], *, actor: Actor, at: datetime) -> int:
    """Record what each of these rows says of the one it matches; all of them, or none.

    Raises:
        Unseen: no such list or row.
        Refused: not the standing office, undone, nothing ticked, or a row that does not match
            just one holder, lacks what its bar needs, or was changed meanwhile; named by its
            number.
    """
    wait_for_turn(LISTS_TURN)
    agency_list = list_for(actor, ref, lock=True)
    refuse_if(objection_to_list(actor, agency_list) or (None if ticked else NOTHING_TICKED))
    for one in sorted(set(ticked), key=lambda tick: (tick.sheet_no, tick.row)):
        row = listed_row_for(agency_list, one.sheet_no, one.row)
        try:
            refuse_if(objection_to_deciding(row, seen=one.version))
            refuse_if(None if row.state == ListedState.CERTAIN else NOT_MATCHED)
            become(row, _holder(row), becomes_of(agency_list, row.said), actor=actor, at=at)
        except Refused as refusal:
            said = refusal.objection
            raise Refused(Objection(said.code, f"Dòng {row.row}: {said.sentence}")) from refusal
    record(
        actor=actor,
        at=at,
        verb="confirm_ticked_rows",
        subject=("agency_list", ref),
        said=f"Xác nhận {len(set(ticked))} dòng của một danh sách do cơ quan khác gửi.",
        details={"rows": [[one.sheet_no, one.row] for one in ticked]},
    )
    return len(set(ticked))


def _holder(row: ListedRow) -> str:
    if row.person is not None:
        return key_of(HolderKind.PERSON, row.person.ref)
    return key_of(HolderKind.ORGANISATION, row.organisation.ref if row.organisation else "")
