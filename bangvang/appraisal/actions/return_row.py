"""Return one row to its unit for completion, while the rest of the list goes on."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from bangvang.appraisal.actions.judge import judge
from bangvang.appraisal.actions.read_anew import end_readings
from bangvang.appraisal.actions.take_out_of_consultation import leave_public_list
from bangvang.appraisal.models import Verdict
from bangvang.appraisal.permissions import objection_to_returning
from bangvang.appraisal.selectors.findings import newest_finding
from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import refuse_if
from bangvang.nominations.actions.keep_returned import Remarked, keep_returned
from bangvang.nominations.actions.move import move
from bangvang.nominations.models import Nomination
from bangvang.nominations.permissions import objection_to_version
from bangvang.nominations.selectors.nominations import nomination_for
from bangvang.nominations.states import Move


@transaction.atomic
def return_row(
    ref: str,
    reason: str,
    *,
    version: int,
    actor: Actor,
    at: datetime,
    remarks: Sequence[Remarked] = (),
) -> None:
    """Return the row with the reason that the unit reads, and remarks that it has to answer.

    Raises:
        Unseen: this actor has no such row.
        Refused: not of the standing office, not under appraisal, no reason, too many or too long
            remarks, or changed meanwhile.
    """
    nomination = nomination_for(actor, ref, lock=True)
    finding = newest_finding(nomination.pk)
    reason = reason.strip()
    refuse_if(objection_to_returning(actor, nomination, reason=reason))
    refuse_if(objection_to_version(nomination.version, version))
    judge(nomination, finding, Verdict.RETURNED, reason=reason, actor=actor, at=at)
    nomination.reply = ""
    nomination.save(update_fields=["reply"])
    keep_returned(nomination, remarks, actor=actor, at=at)
    leave_public_list(nomination, "Trả lại đơn vị để bổ sung.", actor=actor, at=at)
    end_readings(nomination, at=at)
    holder = completing(nomination)
    move(nomination, Move.RETURN, holder=holder, actor=actor, at=at, reason=reason)


def completing(nomination: Nomination) -> str:
    """Say who completes a returned row: the unit it came from, and who hands it in again."""
    unit = nomination.batch.unit.name
    return f"{nomination.origin.unit.name} ({unit} nộp lại)" if nomination.origin else unit
