"""Prepare a public list: which rows, how many days, where opinions go."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from bangvang.appraisal.models import Consultation, ConsultedRow
from bangvang.appraisal.permissions.consultations import (
    objection_to_days,
    objection_to_preparing,
)
from bangvang.appraisal.selectors.consulted import Choosable, choosable_in
from bangvang.appraisal.states import ConsultationState
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import tidy
from bangvang.nominations.models import Nomination
from bangvang.nominations.selectors.rounds import round_named


@dataclass(frozen=True)
class ListPlanned:
    """What the office wants: rows of a round, days, and on what ground so many."""

    round_ref: str
    rows: Collection[str]
    working_days: int
    days_ground: str
    where_to: str


@transaction.atomic
def prepare_consultation(plan: ListPlanned, *, actor: Actor, at: datetime) -> str:
    """Keep the draft of a list and return its reference; nothing is public yet.

    The days are at least as many as the papers on the awards of its rows say; where none says,
    whoever prepares it says why so many.

    Raises:
        Unseen: no such round.
        Refused: not of the standing office, no row or one that may not be put to the people, too
            few days, no ground for them, or no place for opinions.
    """
    round_ = round_named(plan.round_ref)
    chosen = frozenset(plan.rows)
    found = choosable_in(actor, plan.round_ref, refs=chosen)
    where_to, ground = tidy(plan.where_to), tidy(plan.days_ground)
    refuse_if(
        objection_to_preparing(
            actor,
            chosen=chosen,
            may_be_chosen=[one.row.ref for one in found],
            where_to=where_to,
        )
        or objection_to_days(plan.working_days, least=least_days(found), ground=ground)
    )
    consultation = Consultation.objects.create(
        round=round_,
        state=ConsultationState.PREPARING,
        working_days=plan.working_days,
        days_ground="; ".join(filter(None, (*_cites(found), ground))),
        where_to=where_to,
        prepared_by_ref=actor.account_ref,
        prepared_by_name=actor.name,
        prepared_at=at,
    )
    _add(consultation, found)
    record(
        actor=actor,
        at=at,
        verb="prepare_consultation",
        subject=("consultation", consultation.ref),
        said=f"Lập dự thảo danh sách lấy ý kiến Nhân dân, {len(found)} trường hợp, "
        f"{plan.working_days} ngày làm việc.",
        details={"rows": [one.row.ref for one in found]},
    )
    return consultation.ref


def least_days(rows: Collection[Choosable]) -> int | None:
    """Return the fewest working days that the papers on these rows allow; None: none says."""
    said = [one.asked.working_days for one in rows]
    return max((days for days in said if days is not None), default=None)


def _cites(rows: Collection[Choosable]) -> list[str]:
    return list(dict.fromkeys(one.asked.cite for one in rows if one.asked.cite))


def _add(consultation: Consultation, rows: Collection[Choosable]) -> None:
    """Give each row its place: by award, then by name."""
    ordered = sorted(rows, key=lambda one: (one.row.award_code, one.row.sort_key, one.row.ref))
    ids = dict(
        Nomination.objects.filter(ref__in=[one.row.ref for one in ordered]).values_list("ref", "pk")
    )
    ConsultedRow.objects.bulk_create(
        ConsultedRow(
            consultation=consultation,
            nomination_id=ids[one.row.ref],
            order=order,
            award_code=one.row.award_code,
            achievement_year=one.row.achievement_year,
        )
        for order, one in enumerate(ordered, start=1)
    )
