"""Close a public list whose last day is over and whose opinions are all resolved."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localtime

from bangvang.appraisal.actions.print_letter import office_of
from bangvang.appraisal.documents.public_list import closing_report
from bangvang.appraisal.permissions.consultations import objection_to_closing
from bangvang.appraisal.selectors.consultations import consultation_for, consultation_page
from bangvang.appraisal.selectors.consulted import unresolved_of
from bangvang.appraisal.selectors.opinions import opinions_of
from bangvang.appraisal.states import CONSULTATION_LIFE, ConsultationMove, ConsultationState
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.documents.keep import keep_document
from bangvang.foundation.objection import refuse_if

REPORT = "PUBLIC_LIST_REPORT"


@transaction.atomic
def close_consultation(ref: str, *, head_name: str, actor: Actor, at: datetime) -> None:
    """Print the report on what came in; from now on the rows of the list may go on.

    The list is locked first, as by whoever hands in an opinion: one comes before the other.

    Raises:
        Unseen: no such list for this actor.
        Refused: not the head, not open, still running, or an opinion is not resolved.
    """
    consultation = consultation_for(actor, ref, lock=True)
    on = localtime(at).date()
    unresolved = unresolved_of(consultation)
    refuse_if(objection_to_closing(actor, consultation, unresolved=unresolved, on=on))
    page, opinions = consultation_page(actor, ref), opinions_of(actor, ref)
    consultation.certificate = keep_document(
        closing_report(page, opinions, office_of(actor, head_name), on=on),
        kind=REPORT,
        subject=("consultation", ref),
        name=f"ket-qua-lay-y-kien-{consultation.number.replace('/', '-')}",
        actor=actor,
        at=at,
    )
    consultation.state = CONSULTATION_LIFE.target(
        ConsultationMove.CLOSE, ConsultationState(consultation.state)
    )
    consultation.closed_by_name, consultation.closed_at = actor.name, at
    consultation.version += 1
    consultation.save()
    record(
        actor=actor,
        at=at,
        verb="close_consultation",
        subject=("consultation", ref),
        said=f"Kết thúc lấy ý kiến Nhân dân, danh sách số {consultation.number}: "
        f"{len(opinions)} ý kiến, đã giải quyết hết.",
        details={
            "fingerprint": consultation.fingerprint,
            "opinions": len(opinions),
            "certificate": consultation.certificate.ref,
        },
    )
