"""Open a public list: freeze its words, count its days, print the notice."""

import hashlib
import json
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localtime

from bangvang.appraisal.actions.print_letter import office_of
from bangvang.appraisal.documents.public_list import public_list
from bangvang.appraisal.models import Consultation, ConsultedRow
from bangvang.appraisal.permissions.consultations import objection_to_opening
from bangvang.appraisal.selectors.consultations import (
    consultation_for,
    consultation_page,
    next_number,
)
from bangvang.appraisal.selectors.consulted import why_moved_on
from bangvang.appraisal.states import CONSULTATION_LIFE, ConsultationMove, ConsultationState
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.days_off import is_day_off
from bangvang.foundation.db.turns import wait_for_turn
from bangvang.foundation.documents.keep import keep_document
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import say_date
from bangvang.law import after_working_days, award_name
from bangvang.nominations.permissions import objection_to_version
from bangvang.registry.selectors.body_history import AsWritten, now_called

CONSULTATIONS_TURN = 4_170_025
NOTICE = "PUBLIC_LIST"
TITLES = {"M": "Ông", "F": "Bà"}
FROZEN = (
    "award_name",
    "title",
    "name",
    "birth_year",
    "position",
    "unit_name",
    "unit_now",
    "achievement",
)


@transaction.atomic
def open_public_list(ref: str, *, version: int, head_name: str, actor: Actor, at: datetime) -> None:
    """Let the list run from today; its last day is so many working days after today.

    Whatever changes of a nomination later, what the public reads stays as it was frozen here.

    Raises:
        Unseen: no such list for this actor.
        Refused: not the head, open already, changed since it was seen, or a row that went on.
    """
    wait_for_turn(CONSULTATIONS_TURN)
    consultation = consultation_for(actor, ref, lock=True)
    refuse_if(
        objection_to_opening(
            actor,
            consultation,
            rows=consultation.rows.count(),
            gone=why_moved_on(actor, consultation),
        )
        or objection_to_version(consultation.version, version)
    )
    on = localtime(at).date()
    rows = _frozen(consultation, on)
    consultation.opens_on, consultation.year = on, on.year
    consultation.number_in_year = next_number(on.year)
    consultation.last_on = after_working_days(on, consultation.working_days, is_off=is_day_off)
    consultation.first_last_on = consultation.last_on
    consultation.fingerprint = fingerprint_of(consultation, rows)
    consultation.opened_by_name, consultation.opened_at = actor.name, at
    _print(consultation, head_name, actor, at)
    consultation.state = CONSULTATION_LIFE.target(
        ConsultationMove.OPEN, ConsultationState(consultation.state)
    )
    consultation.version += 1
    consultation.save()
    record(
        actor=actor,
        at=at,
        verb="open_public_list",
        subject=("consultation", ref),
        said=f"Mở lấy ý kiến Nhân dân, danh sách số {consultation.number}: {len(rows)} trường hợp, "
        f"đến hết ngày {say_date(consultation.last_on)}.",
        details={
            "fingerprint": consultation.fingerprint,
            "opens_on": on.isoformat(),
            "last_on": consultation.last_on.isoformat(),
        },
    )


def fingerprint_of(consultation: Consultation, rows: list[ConsultedRow]) -> str:
    """Return the SHA-256 over what the public reads of the rows, in their order."""
    said = {
        "consultation": consultation.ref,
        "opens_on": consultation.opens_on.isoformat() if consultation.opens_on else "",
        "rows": [
            [row.order, row.achievement_year, *(getattr(row, field) for field in FROZEN)]
            for row in rows
        ],
    }
    written = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()


def _frozen(consultation: Consultation, on: date) -> list[ConsultedRow]:
    rows = list(
        ConsultedRow.objects.filter(consultation=consultation)
        .select_related("nomination__batch")
        .order_by("order")
    )
    units = {
        row.pk: AsWritten(
            row.nomination.unit_id,
            row.nomination.batch.received_on or on,
            row.nomination.unit_name,
        )
        for row in rows
    }
    now = now_called(units.values())
    for order, row in enumerate(rows, start=1):
        if row.order != order:
            row.order = order
            row.save(update_fields=["order"])
        told = row.nomination
        row.award_name = award_name(row.award_code, on)
        row.title = TITLES.get(told.sex, "")
        row.name, row.position, row.unit_name = told.name, told.position, told.unit_name
        row.birth_year = told.birth_on.year if told.birth_on else told.birth_year
        row.achievement, row.unit_now = told.achievement, now.get(units[row.pk], "")
    ConsultedRow.objects.bulk_update(rows, FROZEN)
    return rows


def _print(consultation: Consultation, head_name: str, actor: Actor, at: datetime) -> None:
    """Print the notice of what was just frozen, in the caller's transaction."""
    consultation.save(
        update_fields=[
            "opens_on", "year", "number_in_year", "last_on", "first_last_on", "fingerprint",
        ]
    )  # fmt: skip
    paper = public_list(
        consultation_page(actor, consultation.ref),
        office_of(actor, head_name),
        on=localtime(at).date(),
    )
    consultation.document = keep_document(
        paper,
        kind=NOTICE,
        subject=("consultation", consultation.ref),
        name=f"lay-y-kien-{consultation.number.replace('/', '-')}",
        actor=actor,
        at=at,
    )
