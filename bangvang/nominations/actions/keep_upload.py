"""Keep a list for preview; a file that cannot be read is not kept."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.files.keep import keep
from bangvang.foundation.files.kinds import SHEETS, FileKind
from bangvang.foundation.objection import Objection, refuse_if
from bangvang.nominations.intake.preview import objection_to_reading
from bangvang.nominations.models import Batch, Upload
from bangvang.nominations.permissions import objection_to_beginning, objection_to_preparing
from bangvang.nominations.selectors.rounds import round_named
from bangvang.nominations.states import BatchState
from bangvang.registry.selectors.organisations import organisation_named

LISTS = SHEETS | {FileKind.DOCX}


@transaction.atomic
def keep_upload(
    data: bytes,
    *,
    original_name: str,
    round_ref: str,
    award_code: str,
    actor: Actor,
    at: datetime,
) -> str:
    """Keep the file and return the upload's reference; nothing of it is a list yet.

    Args:
        data: the file.
        original_name: as the unit named it.
        round_ref: for which round.
        award_code: the award of rows that name none; empty if every row must.
        actor: an officer or the head of the unit.
        at: the moment of the act.

    Raises:
        Unseen: no such round.
        Refused: not a unit's officer, the round has not begun, the file cannot be read as a list,
            or it is already a list of this unit in this round.
    """
    round_ = round_named(round_ref)
    refuse_if(objection_to_preparing(actor, actor.organisation_ref))
    refuse_if(objection_to_beginning(round_, on=at.date()))
    refuse_if(objection_to_reading(data, original_name))
    file = keep(data, original_name=original_name, actor=actor, at=at, accept=LISTS)
    twin = (
        Batch.objects.filter(
            round=round_, unit__ref=actor.organisation_ref, upload__file__digest=file.digest
        )
        .exclude(state=BatchState.DISCARDED)
        .first()
    )
    refuse_if(_already(twin) if twin else None)
    upload = Upload.objects.create(
        round=round_,
        unit=organisation_named(actor.organisation_ref),
        file=file,
        award_code=award_code,
        uploaded_by_ref=actor.account_ref,
        uploaded_by_name=actor.name,
        uploaded_at=at,
    )
    record(
        actor=actor,
        at=at,
        verb="keep_upload",
        subject=("upload", upload.ref),
        said=f"Tải lên {original_name} để xem trước.",
        details={"digest": file.digest},
    )
    return upload.ref


def _already(twin: Batch) -> Objection:
    where = f"số tiếp nhận {twin.reference}" if twin.reference else "đang là bản nháp"
    return Objection("SAME_FILE", f"Tệp này đã được lưu thành danh sách của đơn vị ({where}).")
