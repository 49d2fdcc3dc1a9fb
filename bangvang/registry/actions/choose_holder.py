"""Say whom a staged row means, or whether the register has the row already."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Objection, Unseen, refuse_if
from bangvang.registry.actions.settle_again import settle_again
from bangvang.registry.intake.doubles import ADD, PASS, choice_key
from bangvang.registry.intake.newcomers import AS_NEW
from bangvang.registry.models import ImportRow
from bangvang.registry.permissions.imports import objection_to_import
from bangvang.registry.selectors.import_jobs import is_entering
from bangvang.registry.selectors.imports import import_for
from bangvang.registry.states import RowState

AGAIN = "again"
NOT_A_CHOICE = Objection("NOT_A_CHOICE", "Hãy chọn một trong những người, cách xử lý đã nêu.")
IN_THE_REGISTER = Objection("IN_THE_REGISTER", "Dòng này đã ghi vào sổ.")


@transaction.atomic
def choose_holder(
    ref: str, sheet_no: int, row: int, choice: str, *, version: int, actor: Actor, at: datetime
) -> None:
    """Keep the choice for every row that names its person in the same way.

    Args:
        ref: the import.
        sheet_no: the sheet, from 0.
        row: the sheet's own row number, from 1.
        choice: a candidate's key, `AS_NEW` for somebody new; `ADD` or `PASS` for a row that may be
            in the register; `AGAIN` takes back what was chosen.
        version: the version of the import that was seen.
        actor: somebody of the standing office.
        at: the moment of the act.

    Raises:
        Unseen: no such import or row.
        Refused: not the standing office, out of date, not read yet, on the way in, in the
            register, or not one of the choices.
    """
    award_import = import_for(actor, ref, lock=True)
    busy = is_entering(ref)
    refuse_if(objection_to_import(actor, award_import, seen=version, is_entering=busy))
    asked = ImportRow.objects.filter(award_import=award_import, sheet_no=sheet_no, row=row).first()
    if asked is None:
        raise Unseen
    refuse_if(IN_THE_REGISTER if asked.state == RowState.ACCEPTED else None)
    refuse_if(None if choice in _possible(asked) else NOT_A_CHOICE)
    choices = dict(award_import.holder_choices)
    if choice == AGAIN:
        for key in (asked.who, choice_key(sheet_no, row)):
            choices.pop(key, None)
    else:
        choices[choice_key(sheet_no, row) if choice in (ADD, PASS) else asked.who] = choice
    award_import.holder_choices = choices
    award_import.version += 1
    award_import.save()
    settle_again(award_import, [asked.near])
    record(
        actor=actor,
        at=at,
        verb="choose_holder",
        subject=("import", ref),
        said=f"Chọn cách hiểu cho dòng {row} trang “{asked.sheet}”.",
        details={"sheet": sheet_no, "row": row, "choice": choice},
    )


def _possible(row: ImportRow) -> set[str]:
    """Return what may be said of the row as it stands."""
    if row.state != RowState.CHOOSE or row.unit_id is None:
        return {AGAIN}
    if row.identity or row.organisation_id is not None:
        return {ADD, PASS, AGAIN}
    return {AS_NEW, *(candidate["key"] for candidate in row.candidates)}
