"""Release the appraised rows of a list to the agenda of the council."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localtime

from bangvang.appraisal.permissions import objection_to_releasing
from bangvang.appraisal.permissions.agency_opinions import objection_to_awaited
from bangvang.appraisal.permissions.notices import objection_to_noticed
from bangvang.appraisal.selectors.agency_opinions import awaited_among
from bangvang.appraisal.selectors.barred import barred_appraised
from bangvang.appraisal.selectors.noticed import noticed_among
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.nominations.actions.move import move
from bangvang.nominations.models import Nomination
from bangvang.nominations.selectors.batches import batch_for
from bangvang.nominations.states import Move, State

SECRETARY = "Thư ký Hội đồng"
UNDER_APPRAISAL = (State.SUBMITTED, State.CHECKED, State.OVERRULING)


@transaction.atomic
def release(batch_ref: str, *, actor: Actor, at: datetime) -> int:
    """Let the secretary put the appraised rows on an agenda; return how many there are.

    Rows that were returned to the unit stay there and are released when they come back.

    Raises:
        Unseen: this actor has no such list.
        Refused: not the head of the office, rows still under appraisal, none appraised, an open
            bar stops one, what another agency said of one has no answer, or an agency is awaited.
    """
    batch = batch_for(actor, batch_ref, lock=True)
    rows = list(
        Nomination.objects.select_for_update(of=("self",)).filter(batch=batch).order_by("pk")
    )
    appraised = [row for row in rows if row.state == State.APPRAISED]
    refs, today = [row.ref for row in appraised], localtime(at).date()
    still_open = sum(row.state in UNDER_APPRAISAL for row in rows)
    refuse_if(
        objection_to_releasing(
            actor,
            still_open=still_open,
            appraised=len(appraised),
            barred=barred_appraised(batch_ref, on=today),
        )
    )
    refuse_if(objection_to_noticed(noticed_among(actor, refs)))
    refuse_if(objection_to_awaited(awaited_among(refs, on=today)))
    for nomination in appraised:
        move(nomination, Move.RELEASE, holder=SECRETARY, actor=actor, at=at)
    batch.holder, batch.holder_ref, batch.held_since = SECRETARY, "", at
    batch.version += 1
    batch.save(update_fields=["holder", "holder_ref", "held_since", "version"])
    record(
        actor=actor,
        at=at,
        verb="release",
        subject=("batch", batch_ref),
        said=f"Đưa {len(appraised)} dòng đã thẩm định vào danh sách trình Hội đồng.",
    )
    return len(appraised)
