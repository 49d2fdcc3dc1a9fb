"""Begin the achievement report of a row, filled with what the register knows."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Objection, refuse_if
from bangvang.nominations.documents.report_filled import filled_from_register
from bangvang.nominations.models import Report, WrittenPart
from bangvang.nominations.permissions import objection_to_writing
from bangvang.nominations.selectors.nominations import nomination_for, nomination_row

BEGUN_ALREADY = Objection("BEGUN_ALREADY", "Báo cáo của dòng này đã có người lập.")


@transaction.atomic
def begin_report(nomination_ref: str, *, actor: Actor, at: datetime) -> str:
    """Begin the report and return its reference.

    Raises:
        Unseen: this actor has no such row.
        Refused: the row is not the unit's to write on now, or its report was begun already.
    """
    nomination = nomination_for(actor, nomination_ref, lock=True)
    refuse_if(objection_to_writing(actor, nomination))
    refuse_if(BEGUN_ALREADY if Report.objects.filter(nomination=nomination).exists() else None)
    report = Report.objects.create(nomination=nomination, begun_by=actor.name, begun_at=at)
    filled = filled_from_register(actor, nomination_row(actor, nomination_ref), on=at.date())
    WrittenPart.objects.bulk_create(
        WrittenPart(
            report=report,
            name=part,
            text=text,
            saved_by=actor.name,
            saved_at=at,
        )
        for part, text in filled.items()
    )
    record(
        actor=actor,
        at=at,
        verb="begin_report",
        subject=("nomination", nomination_ref),
        said="Lập báo cáo thành tích từ sổ khen thưởng.",
    )
    return report.ref
