"""Take in a list of who worked where as what, to be read in the background."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.registry.actions.take_file import Staged, have_it_read, kept_file, surely_a_table
from bangvang.registry.intake.readers import POSTING_LISTS
from bangvang.registry.permissions.imports import objection_to_staging


@transaction.atomic
def take_posting_list(data: bytes, *, original_name: str, actor: Actor, at: datetime) -> Staged:
    """Keep the file and have it read; the same file again is told and changes nothing.

    Raises:
        Refused: not the standing office, or surely no table.
    """
    refuse_if(objection_to_staging(actor))
    surely_a_table(data, original_name, of=POSTING_LISTS)
    made, is_new = kept_file(
        data, {}, original_name=original_name, of=POSTING_LISTS, actor=actor, at=at
    )
    if not is_new:
        return Staged(made.ref, is_new=False)
    record(
        actor=actor,
        at=at,
        verb="take_posting_list",
        subject=("posting_list", made.ref),
        said=f"Tải lên danh sách quá trình công tác {made.file.original_name} để đọc.",
        details={"digest": made.digest},
    )
    have_it_read(made, of=POSTING_LISTS, actor=actor, at=at)
    return Staged(made.ref, is_new=True)
