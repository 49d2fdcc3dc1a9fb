"""Mend cells of an upload on the screen: the file stays as it came, the texts are read instead."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Objection, refuse_if
from bangvang.foundation.vietnamese import tidy
from bangvang.nominations.intake.listed import ListRead
from bangvang.nominations.intake.preview import list_of
from bangvang.nominations.models import Batch
from bangvang.nominations.permissions import ALREADY_SAVED, objection_to_preparing
from bangvang.nominations.selectors.batches import upload_for

LONGEST_CELL = 4000
IN_THE_FILE_ONLY = "identity_number"
"""Numbers of identity are not kept as a text beside the file: they are mended in the file."""

NOT_A_CELL = Objection("NOT_A_CELL", "Dòng này không có ô đó, hoặc ô đó không sửa trên màn hình.")
TOO_LONG = Objection("TOO_LONG", f"Mỗi ô nhiều nhất {LONGEST_CELL} ký tự.")
NO_PROPOSAL_LEFT = Objection(
    "NO_PROPOSAL_LEFT", "Sửa như vậy thì dòng này không còn là một đề nghị; cần có tên."
)


@dataclass(frozen=True)
class MendedCell:
    """What a cell shall say, and what it said when it was looked at."""

    text: str
    was: str


@transaction.atomic
def mend_cells(
    upload_ref: str, row: int, cells: Mapping[str, MendedCell], *, actor: Actor, at: datetime
) -> int:
    """Write texts over cells of one row, and return how many changed.

    Args:
        upload_ref: the upload under preview.
        row: the sheet's own row number.
        cells: the new texts by the address of the cell; a text that changes nothing is no change.
        actor: an officer or the head of the unit.
        at: the moment of the act.

    Raises:
        Unseen: the unit has no such upload.
        Refused: saved already, no such cell in the row, too long, changed by somebody else
            meanwhile, or the row would be no proposal any more.
    """
    upload = upload_for(actor, upload_ref, lock=True)
    refuse_if(objection_to_preparing(actor, upload.unit.ref))
    refuse_if(ALREADY_SAVED if Batch.objects.filter(upload=upload).exists() else None)
    found = list_of(upload)
    there = {
        cell.address: cell.text for cell in found.cells_of(row) if cell.field != IN_THE_FILE_ONLY
    }
    refuse_if(None if set(cells) <= set(there) and there else NOT_A_CELL)
    texts = {address: tidy(cell.text) for address, cell in cells.items()}
    refuse_if(TOO_LONG if any(len(text) > LONGEST_CELL for text in texts.values()) else None)
    changed = {address: text for address, text in texts.items() if text != cells[address].was}
    for address in changed:
        refuse_if(_objection_to_overwriting(address, there[address], cells[address].was))
    if not changed:
        return 0
    sheet = dict(upload.mended.get(found.sheet, {})) | changed
    upload.mended = upload.mended | {found.sheet: sheet}
    refuse_if(None if _is_there(list_of(upload), row) else NO_PROPOSAL_LEFT)
    upload.save(update_fields=["mended"])
    record(
        actor=actor,
        at=at,
        verb="mend_cells",
        subject=("upload", upload_ref),
        said=f"Sửa trên màn hình dòng {row}: ô {', '.join(changed)}.",
        details={"row": row, "cells": list(changed)},
    )
    return len(changed)


def _objection_to_overwriting(address: str, now: str, was: str) -> Objection | None:
    if now == was:
        return None
    said = f"Ô {address} vừa được người khác sửa thành “{now}”; mở lại dòng rồi sửa tiếp."
    return Objection("CELL_CHANGED", said)


def _is_there(found: ListRead, row: int) -> bool:
    return any(one.row == row for one in found.rows)
