"""Mend cells of a staged row on the page; the file stays as it came."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Objection, Unseen, refuse_if
from bangvang.foundation.vietnamese import tidy
from bangvang.registry.actions.keep_identity_numbers import keep_identity_numbers
from bangvang.registry.actions.settle_again import settle_again
from bangvang.registry.intake.asked_rows import UNSETTLED
from bangvang.registry.intake.award_lists import Written
from bangvang.registry.intake.award_rows import TAIL
from bangvang.registry.intake.mending import (
    IDENTITY,
    CellShown,
    as_json,
    cells_shown,
    plan_of_sheet,
    read_anew,
)
from bangvang.registry.intake.staging import put_staged, row_staged
from bangvang.registry.models import AwardImport, CellMend, ImportRow
from bangvang.registry.permissions.imports import objection_to_import
from bangvang.registry.selectors.import_jobs import is_entering
from bangvang.registry.selectors.imports import import_for
from bangvang.registry.states import RowState

LONGEST = 4000
IN_THE_REGISTER = Objection("IN_THE_REGISTER", "Dòng này đã ghi vào sổ nên không sửa ở đây nữa.")
NOTHING_MENDED = Objection("NOTHING_MENDED", "Chưa có ô nào khác với trước.")
TOO_LONG = Objection("TOO_LONG", f"Mỗi ô nhiều nhất {LONGEST} ký tự.")


@transaction.atomic
def mend_row(
    ref: str,
    sheet_no: int,
    row: int,
    texts: Mapping[str, str],
    *,
    version: int,
    actor: Actor,
    at: datetime,
) -> int:
    """Read the row anew with these texts, and return how many cells were changed.

    Who changed what from what is kept for good; the audit record names the cells only.

    Args:
        ref: the import.
        sheet_no: the sheet, from 0.
        row: the sheet's own row number, from 1.
        texts: the new text by field, see `award_sheets.FIELDS`; fields left out stay. An empty
            identity number stays as it was, because its number is not shown.
        version: the version of the import that was seen.
        actor: somebody of the standing office.
        at: the moment of the act.

    Raises:
        Unseen: no such import or row, or a row staged before cells were kept.
        Refused: not the standing office, out of date, not read yet, on the way in, in the
            register, nothing changed, or too long.
    """
    award_import = import_for(actor, ref, lock=True)
    busy = is_entering(ref)
    refuse_if(objection_to_import(actor, award_import, seen=version, is_entering=busy))
    old = ImportRow.objects.filter(award_import=award_import, sheet_no=sheet_no, row=row).first()
    plan = plan_of_sheet(award_import, sheet_no)
    if old is None or not old.raw or plan is None:
        raise Unseen
    refuse_if(IN_THE_REGISTER if old.state == RowState.ACCEPTED else None)
    changed = [
        (cell, text)
        for cell in cells_shown(old.raw, plan, row)
        if cell.field in texts and (text := tidy(texts[cell.field])) != cell.text
    ]
    refuse_if(None if changed else NOTHING_MENDED)
    refuse_if(TOO_LONG if any(len(text) > LONGEST for _, text in changed) else None)
    new_texts = {cell.column: text for cell, text in changed}
    read = read_anew(old, plan, new_texts, on=at.date())
    written = Written(
        old.sheet, sheet_no, row, read.said, read.cells, read.problems, raw=_raw(old, changed)
    )
    new, _ = row_staged(written)
    CellMend.objects.bulk_create(_mends(award_import, old, changed, actor, at))
    keep_identity_numbers([read.identity_number])
    ImportRow.objects.filter(pk=old.pk).delete()
    put_staged(award_import, [(new, UNSETTLED)])
    award_import.version += 1
    award_import.save()
    settle_again(award_import, [old.near, new.near])
    record(
        actor=actor,
        at=at,
        verb="mend_row",
        subject=("import", ref),
        said=f"Sửa {len(changed)} ô ở dòng {row} trang “{old.sheet}” của tệp chờ ghi vào sổ.",
        details={"sheet": sheet_no, "row": row, "cells": [cell.cell for cell, _ in changed]},
    )
    return len(changed)


def _raw(old: ImportRow, changed: list[tuple[CellShown, str]]) -> str:
    texts = {str(cell.column): text for cell, text in changed if cell.field != IDENTITY}
    return as_json({**old.raw, "values": {**old.raw["values"], **texts}})


def _said(field: str, text: str) -> str:
    """Return a text as it is kept; of an identity number only its end."""
    return text if field != IDENTITY or not text else f"…{text[-TAIL:]}"


def _mends(
    award_import: AwardImport,
    old: ImportRow,
    changed: list[tuple[CellShown, str]],
    actor: Actor,
    at: datetime,
) -> list[CellMend]:
    return [
        CellMend(
            award_import=award_import,
            sheet_no=old.sheet_no,
            row=old.row,
            column=cell.column,
            field=cell.field,
            cell=cell.cell,
            before=_said(cell.field, old.said["tail"] if cell.field == IDENTITY else cell.text),
            after=_said(cell.field, text),
            mended_by_ref=actor.account_ref,
            mended_by_name=actor.name,
            mended_at=at,
        )
        for cell, text in changed
    ]
