"""Take in a list that another agency sent, to be read and matched in the background."""

from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localtime

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import tidy
from bangvang.registry.actions.take_file import Staged, have_it_read, kept_file, surely_a_table
from bangvang.registry.intake.readers import AGENCY_LISTS
from bangvang.registry.permissions.agency_lists import ListSaid, objection_to_taking


@transaction.atomic
def take_agency_list(
    data: bytes, said: ListSaid, *, original_name: str, actor: Actor, at: datetime
) -> Staged:
    """Keep the file and have it read; the same file again is told and changes nothing.

    Nothing comes into the register by it. The audit entry names neither agency nor matter:
    administrators read it too.

    Raises:
        Refused: not the standing office, no agency or paper, a paper of a day to come, or surely
            no table.
    """
    said = replace(said, agency=tidy(said.agency), paper_no=tidy(said.paper_no))
    refuse_if(objection_to_taking(actor, said, on=localtime(at).date()))
    surely_a_table(data, original_name, of=AGENCY_LISTS)
    made, is_new = kept_file(
        data,
        {
            "agency": said.agency,
            "paper_no": said.paper_no,
            "paper_on": said.paper_on,
            "topic": said.topic,
            "meaning": said.meaning,
        },
        original_name=original_name,
        of=AGENCY_LISTS,
        actor=actor,
        at=at,
    )
    if not is_new:
        return Staged(made.ref, is_new=False)
    record(
        actor=actor,
        at=at,
        verb="take_agency_list",
        subject=("agency_list", made.ref),
        said="Tải lên một danh sách do cơ quan khác gửi để đọc.",
        details={"digest": made.digest},
    )
    have_it_read(made, of=AGENCY_LISTS, actor=actor, at=at)
    return Staged(made.ref, is_new=True)
