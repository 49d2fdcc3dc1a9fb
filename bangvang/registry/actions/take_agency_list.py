"""Take in a list that another agency sent: keep the file, read it, match its rows."""

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localtime

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.db.turns import wait_for_turn
from bangvang.foundation.files.keep import keep
from bangvang.foundation.objection import Objection, Refused, refuse_if
from bangvang.foundation.sheets import Unreadable
from bangvang.foundation.vietnamese import tidy
from bangvang.registry.actions.agency_list_rows import (
    LISTS_TURN,
    agency_workbook,
    list_read,
    put_list,
)
from bangvang.registry.actions.staged_rows import plans_kept, remembered
from bangvang.registry.actions.take_import import TAKEN
from bangvang.registry.intake.agency_rows import agency_key
from bangvang.registry.models import AgencyList
from bangvang.registry.permissions.agency_lists import ListSaid, objection_to_taking
from bangvang.registry.selectors.agency_lists import list_of_file


@dataclass(frozen=True)
class ListTaken:
    """The list of a file; not new if just this file was taken in before."""

    ref: str
    is_new: bool


@transaction.atomic
def take_agency_list(
    data: bytes, said: ListSaid, *, original_name: str, actor: Actor, at: datetime
) -> ListTaken:
    """Keep the file and stage its rows, matched; the same file again is told and changes nothing.

    Nothing comes into the register by it. The audit entry names neither agency nor matter:
    administrators read it too.

    Raises:
        Refused: not the standing office, no agency or paper, a paper of a day to come, or a file
            that cannot be read.
    """
    said = replace(said, agency=tidy(said.agency), paper_no=tidy(said.paper_no))
    today = localtime(at).date()
    refuse_if(objection_to_taking(actor, said, on=today))
    try:
        workbook = agency_workbook(data, original_name)
    except Unreadable as trouble:
        raise Refused(Objection(trouble.code, trouble.sentence)) from trouble
    wait_for_turn(LISTS_TURN)
    digest = hashlib.sha256(data).hexdigest()
    if twin := list_of_file(digest):
        return ListTaken(twin.ref, is_new=False)
    made = AgencyList.objects.create(
        file=keep(data, original_name=original_name, actor=actor, at=at, accept=TAKEN),
        digest=digest,
        agency=said.agency,
        paper_no=said.paper_no,
        paper_on=said.paper_on,
        topic=said.topic,
        meaning=said.meaning,
        plans=plans_kept(remembered(workbook, agency_key(said.agency))),
        taken_by_ref=actor.account_ref,
        taken_by_name=actor.name,
        taken_at=at,
    )
    found = list_read(made, workbook, on=today)
    put_list(made, found)
    record(
        actor=actor,
        at=at,
        verb="take_agency_list",
        subject=("agency_list", made.ref),
        said=f"Tải lên một danh sách do cơ quan khác gửi: {len(found.rows)} dòng chờ xác nhận.",
        details={"digest": digest, "rows": len(found.rows)},
    )
    return ListTaken(made.ref, is_new=True)
