"""Take a file of past awards in and read it at once; nothing of it is in the register yet."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.db.room import roomy
from bangvang.foundation.objection import Objection, Refused, refuse_if
from bangvang.foundation.sheets import Unreadable, Workbook
from bangvang.foundation.sweeping import seldom_swept
from bangvang.registry.actions.staged_rows import (
    plans_kept,
    put_import,
    remembered,
    rows_read,
    rows_settled,
    table_of,
)
from bangvang.registry.actions.take_file import Staged
from bangvang.registry.actions.take_import import kept_import
from bangvang.registry.permissions.imports import objection_to_staging


@roomy()
@seldom_swept()
@transaction.atomic
def stage_import(
    data: bytes, *, original_name: str, source_ref: str = "", actor: Actor, at: datetime
) -> Staged:
    """Keep the file and stage its rows; the same file again is told and changes nothing.

    What `take_import` and `read_import` do, in one transaction.

    Raises:
        Unseen: there is no such organisation.
        Refused: not the standing office, or not a spreadsheet that can be read.
    """
    refuse_if(objection_to_staging(actor))
    workbook = readable(data, original_name)
    award_import, is_new = kept_import(
        data, original_name=original_name, source_ref=source_ref, actor=actor, at=at
    )
    if is_new:
        award_import.plans = plans_kept(remembered(workbook, source_ref))
        read = rows_read(award_import, workbook, on=at.date())
        del workbook
        put_import(award_import, rows_settled(award_import, read), actor, at)
    return Staged(award_import.ref, is_new=is_new)


def readable(data: bytes, original_name: str) -> Workbook:
    """Return the file, parsed.

    Raises:
        Refused: it is no spreadsheet, or cannot be read.
    """
    try:
        return table_of(data, original_name)
    except Unreadable as trouble:
        raise Refused(Objection(trouble.code, trouble.sentence)) from trouble
