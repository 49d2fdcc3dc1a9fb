"""Undo a whole list of another agency with a reason: what came of it is withdrawn."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import F

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.db.turns import wait_for_turn
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import tidy
from bangvang.registry.actions.agency_list_rows import LISTS_TURN
from bangvang.registry.models import Bar, BarSource, Notice
from bangvang.registry.permissions.agency_lists import objection_to_why
from bangvang.registry.permissions.imports import objection_to_taking_back
from bangvang.registry.selectors.agency_lists import list_for
from bangvang.registry.states import IMPORT_LIFE, ImportMove, ImportState


@dataclass(frozen=True)
class ListUndone:
    """What was withdrawn with the list."""

    notices: int
    bars: int


@transaction.atomic
def undo_agency_list(
    ref: str, reason: str, *, version: int, actor: Actor, at: datetime
) -> ListUndone:
    """Withdraw every notice and bar of the list; file and rows are kept with the reason.

    Raises:
        Unseen: no such list.
        Refused: not the standing office, already undone, out of date, no reason, or one that
            holds a long number.
    """
    wait_for_turn(LISTS_TURN)
    agency_list = list_for(actor, ref, lock=True)
    reason = tidy(reason)
    refuse_if(
        objection_to_taking_back(actor, agency_list, seen=version) or objection_to_why(reason)
    )
    notices = Notice.objects.filter(row__agency_list=agency_list, withdrawn_at__isnull=True)
    sources = BarSource.objects.filter(row__agency_list=agency_list)
    bars = Bar.with_set_aside.filter(pk__in=sources.values("bar"), withdrawn_at__isnull=True)
    withdrawn = {
        "withdrawn_reason": reason,
        "withdrawn_by_ref": actor.account_ref,
        "withdrawn_by_name": actor.name,
        "withdrawn_at": at,
        "version": F("version") + 1,
    }
    undone = ListUndone(notices=notices.update(**withdrawn), bars=bars.update(**withdrawn))
    agency_list.state = IMPORT_LIFE.target(ImportMove.UNDO, ImportState(agency_list.state))
    agency_list.undone_reason, agency_list.undone_at = reason, at
    agency_list.undone_by_ref, agency_list.undone_by_name = actor.account_ref, actor.name
    agency_list.version += 1
    agency_list.save()
    record(
        actor=actor,
        at=at,
        verb="undo_agency_list",
        subject=("agency_list", ref),
        said=f"Hủy một danh sách do cơ quan khác gửi: rút {undone.notices} lưu ý và "
        f"{undone.bars} mục dùng khi xét khen thưởng.",
        details={"digest": agency_list.digest, "notices": undone.notices, "bars": undone.bars},
    )
    return undone
