"""Mend cells of a waiting row on the page; the file stays as it came."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Objection, Unseen, refuse_if
from bangvang.foundation.vietnamese import tidy
from bangvang.registry.actions.incoming_rows import rows_of
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
from bangvang.registry.intake.readers import AWARDS, Reader
from bangvang.registry.models import CellMend, IncomingFile, IncomingRow
from bangvang.registry.permissions.imports import objection_to_import

LONGEST = 4000
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
    of: Reader = AWARDS,
    actor: Actor,
    at: datetime,
) -> int:
    """Read the row anew with these texts, and return how many cells were changed.

    Who changed what from what is kept for good; the audit record names the cells only.

    Args:
        ref: the file, as an import or a list.
        sheet_no: the sheet, from 0.
        row: the sheet's own row number, from 1.
        texts: the new text by field, see `Reader.fields`; fields left out stay. An empty
            identity number stays as it was, because its number is not shown.
        version: the version of the file that was seen.
        of: which kind of file it is.
        actor: somebody of the standing office.
        at: the moment of the act.

    Raises:
        Unseen: no such file or row, or a row staged before cells were kept.
        Refused: not the standing office, out of date, not read yet, on the way in, in the
            register, decided, nothing changed, or too long.
    """
    kind = rows_of(of)
    kind.wait()
    file = of.find(actor, ref, lock=True)
    busy = of.is_busy(ref)
    refuse_if(objection_to_import(actor, file, seen=version, is_entering=busy))
    rows = of.rows._default_manager.filter(**{of.files.link: file.pk})
    old = rows.filter(sheet_no=sheet_no, row=row).select_related().first()
    plan = plan_of_sheet(file, sheet_no)
    if old is None or not old.raw or plan is None:
        raise Unseen
    refuse_if(kind.objection(old))
    changed = [
        (cell, text)
        for cell in cells_shown(old.raw, plan, row, of.fields)
        if cell.field in texts and (text := tidy(texts[cell.field])) != cell.text
    ]
    refuse_if(None if changed else NOTHING_MENDED)
    refuse_if(TOO_LONG if any(len(text) > LONGEST for _, text in changed) else None)
    new_texts = {cell.column: text for cell, text in changed}
    read = read_anew(old, plan, new_texts, reader=of, on=at.date())
    written = Written(
        old.sheet, sheet_no, row, read.said, read.cells, read.problems, raw=_raw(old, changed)
    )
    CellMend.objects.bulk_create(_mends(file, old, changed, actor, at))
    file.version += 1
    file.save()
    kind.replace(file, old, written, read.identity_number)
    record(
        actor=actor,
        at=at,
        verb="mend_row",
        subject=(of.subject, ref),
        said=f"Sửa {len(changed)} ô ở dòng {row}, trang thứ {sheet_no + 1} của {of.called(file)}.",
        details={"sheet": sheet_no, "row": row, "cells": [cell.cell for cell, _ in changed]},
    )
    return len(changed)


def _raw(old: IncomingRow, changed: list[tuple[CellShown, str]]) -> str:
    texts = {str(cell.column): text for cell, text in changed if cell.field != IDENTITY}
    return as_json({**old.raw, "values": {**old.raw["values"], **texts}})


def _said(field: str, text: str) -> str:
    """Return a text as it is kept; of an identity number only its end."""
    return text if field != IDENTITY or not text else f"…{text[-TAIL:]}"


def _mends(
    file: IncomingFile,
    old: IncomingRow,
    changed: list[tuple[CellShown, str]],
    actor: Actor,
    at: datetime,
) -> list[CellMend]:
    return [
        CellMend(
            **{f"{file.link}_id": file.pk},
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
