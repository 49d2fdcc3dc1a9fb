"""Hand a list in: from here on it has a receipt, and the law of this day decides."""

import hashlib
import json
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.db.turns import wait_for_turn
from bangvang.foundation.objection import refuse_if
from bangvang.nominations.actions.move import move
from bangvang.nominations.models import Attachment, Batch, Nomination
from bangvang.nominations.permissions import objection_to_submitting, objection_to_version
from bangvang.nominations.selectors.batches import batch_for, missing_kinds
from bangvang.nominations.selectors.intake_days import days_of
from bangvang.nominations.selectors.routes import route_of
from bangvang.nominations.states import BATCH_LIFE, BatchMove, BatchState, Move, State

RECEIPT_TURN = 4_170_002
HANDED_IN = (State.DRAFT, State.GATHERED)
OFFICE = "Phòng Thi đua, khen thưởng (chờ tiếp nhận)"


@transaction.atomic
def submit_batch(
    ref: str, *, version: int, actor: Actor, at: datetime, late_reason: str = ""
) -> str:
    """Hand the list in and return its reference number, such as `0417/2026`.

    The receipt's fingerprint is the SHA-256 of all rows and of every paper's own fingerprint.

    Raises:
        Unseen: this actor has no such list.
        Refused: not the head, a paper is missing, no rows, a list that goes through a superior,
            too late without a reason, or changed by somebody else meanwhile.
    """
    batch = batch_for(actor, ref, lock=True)
    refuse_if(objection_to_version(batch.version, version))
    rows = list(
        Nomination.objects.select_for_update(of=("self",))
        .filter(batch=batch, state__in=HANDED_IN)
        .select_related("person", "body")
        .order_by("source_row", "pk")
    )
    late_reason = late_reason.strip()
    due_on, route = days_of(batch)[0].submit_by, route_of(batch, on=at.date())
    refuse_if(
        objection_to_submitting(
            actor,
            batch,
            missing=missing_kinds(batch),
            rows=len(rows),
            late_reason=late_reason,
            due_on=due_on,
            on=at.date(),
            through=route.through,
        )
    )
    batch.due_on, batch.route_said = due_on, route.said
    batch.late_reason = late_reason if at.date() > due_on else ""
    _receive(batch, rows, actor, at)
    for nomination in rows:
        move(nomination, Move.SUBMIT, holder=OFFICE, actor=actor, at=at)
    record(
        actor=actor,
        at=at,
        verb="submit_batch",
        subject=("batch", ref),
        said=f"Nộp danh sách {len(rows)} dòng, số tiếp nhận {batch.reference}."
        + (f" Nộp muộn: {batch.late_reason}" if batch.late_reason else ""),
        details={"fingerprint": batch.fingerprint, "rows": len(rows)},
    )
    return batch.reference


def _receive(batch: Batch, rows: list[Nomination], actor: Actor, at: datetime) -> None:
    wait_for_turn(RECEIPT_TURN)
    year = at.year
    newest = Batch.objects.filter(reference_year=year).aggregate(no=Max("reference_no"))["no"]
    batch.state = BATCH_LIFE.target(BatchMove.SUBMIT, BatchState(batch.state))
    batch.holder, batch.holder_ref, batch.held_since = OFFICE, "", at
    batch.submitted_by, batch.submitted_at, batch.received_on = actor.name, at, at.date()
    batch.reference_year, batch.reference_no = year, (newest or 0) + 1
    batch.fingerprint = fingerprint_of(batch, rows)
    batch.version += 1
    batch.save()


def fingerprint_of(batch: Batch, rows: list[Nomination]) -> str:
    """Return the SHA-256 over what is handed in, as JSON with sorted keys, in hexadecimal.

    With rows of lower lists the papers of those lists are handed in too.
    """
    attached = Attachment.objects.filter(batch=batch)
    origins = Attachment.objects.filter(
        nomination=None, batch__in={n.origin_id for n in rows if n.origin_id}
    ).values_list("kind", "file__digest", "batch__ref")
    papers = attached.filter(nomination=None).values_list("kind", "file__digest")
    of_rows = attached.filter(nomination__in=rows).values_list(
        "kind", "file__digest", "nomination__source_row"
    )
    written = {
        "unit": batch.unit.ref,
        "round": batch.round.ref,
        "papers": sorted([kind, digest] for kind, digest in papers)
        + sorted([kind, digest, row] for kind, digest, row in of_rows)
        + sorted([kind, digest, origin] for kind, digest, origin in origins),
        "rows": [
            [
                n.source_row,
                n.name,
                n.person.ref if n.person else n.body.ref if n.body else "",
                n.identity_digest,
                n.birth_on.isoformat() if n.birth_on else n.birth_year,
                n.position,
                n.unit_name,
                n.award_code,
                n.kind,
                n.achievement_year,
                n.achievement,
                n.note,
            ]
            for n in rows
        ],
    }
    text = json.dumps(written, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
