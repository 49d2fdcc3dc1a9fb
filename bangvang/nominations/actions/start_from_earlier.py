"""Begin a new list with people and collectives of an earlier one; it is checked like any other."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Objection, refuse_if
from bangvang.foundation.vietnamese import say_date
from bangvang.law import Kind, award_abbr, kind_name
from bangvang.nominations.actions.keep_upload import keep_upload
from bangvang.nominations.intake.preview import preview_of
from bangvang.nominations.intake.template import filled_workbook
from bangvang.nominations.models import Upload
from bangvang.nominations.selectors.earlier import EarlierRow, earlier_rows

NOBODY_CHOSEN = Objection("NOBODY_CHOSEN", "Chưa chọn ai để đưa vào danh sách mới.")
FIRST_ROW = 2
"""The first row of the sheet below its headings."""
SEXES = {"F": "Nữ", "M": "Nam"}


@transaction.atomic
def start_from_earlier(
    batch_ref: str, round_ref: str, awards: Mapping[str, str], *, actor: Actor, at: datetime
) -> str:
    """Write the chosen rows into a sheet as the unit would, keep it, and return the upload's ref.

    Achievements and notes are left empty: they are of another year. Whom a row means is chosen
    where the earlier list knew it and the sheet alone would leave it open.

    Args:
        batch_ref: the earlier list.
        round_ref: the round of the new one.
        awards: the award proposed now, by the reference of the earlier row; nobody else is taken.
        actor: an officer or the head of the unit.
        at: the moment of the act.

    Raises:
        Unseen: this actor has no such list, or there is no such round.
        Refused: nobody was chosen, not a unit's officer, the round has not begun, or the very same
            list is there already.
    """
    found = earlier_rows(actor, batch_ref, on=at.date())
    taken = [one for one in found if one.row.ref in awards]
    refuse_if(None if taken else NOBODY_CHOSEN)
    sheet = filled_workbook(
        [_cells(number, one, awards[one.row.ref]) for number, one in enumerate(taken, start=1)]
    )
    upload_ref = keep_upload(
        sheet,
        original_name=f"tu-danh-sach-truoc-{at:%d-%m-%Y}.xlsx",
        round_ref=round_ref,
        award_code="",
        actor=actor,
        at=at,
    )
    _choose_known(upload_ref, taken)
    record(
        actor=actor,
        at=at,
        verb="start_from_earlier",
        subject=("upload", upload_ref),
        said=f"Bắt đầu từ danh sách trước: đưa sang {len(taken)}/{len(found)} dòng.",
        details={"batch": batch_ref, "rows": len(taken)},
    )
    return upload_ref


def _cells(number: int, one: EarlierRow, award_code: str) -> tuple[str, ...]:
    birth = say_date(one.birth_on) if one.birth_on else str(one.birth_year or "")
    return (
        str(number),
        one.name,
        birth,
        SEXES.get(one.row.sex, ""),
        "",
        one.position,
        one.row.unit_name,
        award_abbr(award_code),
        "",
        "",
        kind_name(Kind(one.row.kind)),
    )


def _choose_known(upload_ref: str, taken: list[EarlierRow]) -> None:
    """Choose among namesakes whom the earlier list meant; what is not among them stays open."""
    upload = Upload.objects.select_for_update().get(ref=upload_ref)
    meant = {
        number: one.row.person_ref or one.row.body_ref
        for number, one in enumerate(taken, start=FIRST_ROW)
    }
    upload.choices = {
        str(line.row): meant[line.row]
        for line in preview_of(upload).rows
        if meant.get(line.row) in {candidate.ref for candidate in line.candidates}
    }
    upload.save(update_fields=["choices"])
