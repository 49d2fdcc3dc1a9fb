"""Turn the rows of an upload into a draft list: all of it at once, or nothing."""

from datetime import date, datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.db.turns import wait_for_turn
from bangvang.foundation.objection import Objection, refuse_if
from bangvang.foundation.vietnamese import fold, person_sort_key, text_sort_key, tidy
from bangvang.law import Subject as LegalSubject
from bangvang.nominations.intake.preview import preview_of
from bangvang.nominations.intake.previewed import Preview, PreviewRow
from bangvang.nominations.models import Batch, Nomination, Upload
from bangvang.nominations.permissions import ALREADY_SAVED, objection_to_preparing
from bangvang.nominations.selectors.batches import upload_for
from bangvang.nominations.states import BatchState, State
from bangvang.registry.actions.keep_identity_numbers import keep_identity_numbers
from bangvang.registry.models import Organisation, Person
from bangvang.registry.selectors.body_names import bodies_by_name
from bangvang.registry.selectors.organisations import branch_of

SAVING_TURN = 4_170_003
"""Lists are saved one after the other, so that two units cannot take the same person at once."""

NOTHING_GOOD = Objection("NOTHING_GOOD", "Chưa có dòng nào lưu được; hãy sửa tệp rồi tải lại.")


@transaction.atomic
def save_drafts(upload_ref: str, *, leave_out_bad: bool, actor: Actor, at: datetime) -> str:
    """Save the rows as drafts and return the list's reference.

    Args:
        upload_ref: the upload under preview.
        leave_out_bad: whether rows that cannot be saved are left out; otherwise one refuses all.
        actor: an officer or the head of the unit.
        at: the moment of the act.

    Raises:
        Unseen: the unit has no such upload.
        Refused: already saved, rows that must be mended or chosen first, or no good row at all.
    """
    upload = upload_for(actor, upload_ref, lock=True)
    refuse_if(objection_to_preparing(actor, upload.unit.ref))
    wait_for_turn(SAVING_TURN)
    refuse_if(ALREADY_SAVED if Batch.objects.filter(upload=upload).exists() else None)
    preview = preview_of(upload)
    refuse_if(None if leave_out_bad else _objection_to_bad_rows(preview))
    refuse_if(None if preview.good_rows else NOTHING_GOOD)
    batch = Batch.objects.create(
        round=upload.round,
        unit=upload.unit,
        upload=upload,
        state=BatchState.DRAFT,
        holder=actor.name,
        holder_ref=actor.account_ref,
        held_since=at,
        prepared_by=actor.name,
    )
    _save_rows(batch, upload, preview, actor, at)
    keep_identity_numbers(row.written.identity_number or "" for row in preview.good_rows)
    left_out = len(preview.rows) - len(preview.good_rows)
    mended = sum(map(len, upload.mended.values()))
    record(
        actor=actor,
        at=at,
        verb="save_drafts",
        subject=("batch", batch.ref),
        said=f"Lưu {len(preview.good_rows)} dòng thành bản nháp từ tệp {upload.file.original_name}"
        + (f", {mended} ô sửa trên màn hình" if mended else "")
        + (f", bỏ {left_out} dòng còn lỗi." if left_out else "."),
        details={
            "upload": upload.ref,
            "rows": len(preview.good_rows),
            "left_out": left_out,
            "mended": mended,
        },
    )
    return batch.ref


def _objection_to_bad_rows(preview: Preview) -> Objection | None:
    unchosen = [str(row.row) for row in preview.rows if not row.is_settled and not row.blocking]
    wrong = [str(row.row) for row in preview.rows if row.blocking]
    parts = []
    if unchosen:
        parts.append(f"{len(unchosen)} dòng chưa chọn người ({', '.join(unchosen)})")
    if wrong:
        parts.append(f"{len(wrong)} dòng sai tại ô ({', '.join(wrong)})")
    return Objection("ROWS_NOT_READY", f"Còn {' và '.join(parts)}.") if parts else None


def _save_rows(batch: Batch, upload: Upload, preview: Preview, actor: Actor, at: datetime) -> None:
    people = dict(
        Person.objects.filter(ref__in=[row.person_ref for row in preview.good_rows]).values_list(
            "ref", "pk"
        )
    )
    bodies = {
        ref: (pk, parent_id)
        for ref, pk, parent_id in Organisation.with_apart.filter(
            ref__in=[row.body_ref for row in preview.good_rows]
        ).values_list("ref", "pk", "parent")
    }
    units = _units_of(upload.unit, at.date())
    Nomination.objects.bulk_create(
        _nomination(batch, row, people.get(row.person_ref), units, actor, at)
        if row.subject is LegalSubject.PERSON
        else _of_body(batch, row, bodies.get(row.body_ref), units, actor, at)
        for row in preview.good_rows
    )


def _units_of(unit: Organisation, on: date) -> dict[str, int]:
    """Return the unit and everything below it by the folded names of the day and of before."""
    return bodies_by_name(branch_of(unit.pk), on) | {"": unit.pk}


def _nomination(
    batch: Batch,
    row: PreviewRow,
    person_id: int | None,
    units: dict[str, int],
    actor: Actor,
    at: datetime,
) -> Nomination:
    written = row.written
    unit_name = ", ".join(part for part in (written.subunit, written.unit) if part)
    birth = written.birth
    return Nomination(
        batch=batch,
        source_row=row.row,
        person_id=person_id,
        identity=row.identity,
        name=written.name,
        sort_key=person_sort_key(written.name),
        birth_on=birth.on if birth else None,
        birth_year=birth.year if birth else None,
        sex=written.sex,
        identity_digest=row.identity_digest,
        identity_tail=row.identity_tail,
        position=written.position,
        unit_name=unit_name or batch.unit.name,
        unit_id=units.get(fold(written.unit), units[""]),
        award_code=row.award_code,
        kind=row.kind,
        achievement_year=row.achievement_year,
        achievement=written.achievement,
        note=written.note,
        state=State.DRAFT,
        holder=actor.name,
        held_since=at,
    )


def _of_body(
    batch: Batch,
    row: PreviewRow,
    body: tuple[int, int | None] | None,
    units: dict[str, int],
    actor: Actor,
    at: datetime,
) -> Nomination:
    """Return the row of a collective or a household; `body` is its id and that of what it is under.

    The nominating unit itself stands under nothing that the row would have to name.
    """
    written = row.written
    written_under = ", ".join(part for part in (written.subunit, written.unit) if part)
    is_itself = body is not None and body[0] == units[""]
    under = units.get(fold(written.unit), units[""])
    if body is not None and body[1] is not None and not is_itself:
        under = body[1]
    return Nomination(
        batch=batch,
        source_row=row.row,
        subject=row.subject.value,
        body_id=body[0] if body else None,
        identity=row.identity,
        name=tidy(written.name),
        sort_key=text_sort_key(written.name),
        unit_name="" if is_itself else written_under or batch.unit.name,
        unit_id=under,
        award_code=row.award_code,
        kind=row.kind,
        achievement_year=row.achievement_year,
        achievement=written.achievement,
        note=written.note,
        state=State.DRAFT,
        holder=actor.name,
        held_since=at,
    )
