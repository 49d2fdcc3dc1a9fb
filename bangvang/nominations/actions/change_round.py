"""Change the days of a round, or what it receives."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Objection, refuse_if
from bangvang.foundation.vietnamese import say_date
from bangvang.nominations.actions.open_round import DAYS_OUT_OF_ORDER, objection_to_parts
from bangvang.nominations.models import Batch, IntakeDay, Round
from bangvang.nominations.permissions import (
    NO_REASON,
    objection_to_opening_round,
    objection_to_version,
)
from bangvang.nominations.selectors.rounds import round_named
from bangvang.nominations.states import BatchState

LISTS_ALREADY_IN = Objection(
    "LISTS_ALREADY_IN",
    "Đã có danh sách nộp vào đợt này: chỉ lùi hạn và nhận thêm, không rút hạn hay thu hẹp.",
)


@transaction.atomic
def change_round(
    ref: str,
    reason: str,
    *,
    opens_on: date,
    submit_by: date,
    ballot_by: date,
    families: Sequence[str],
    levels: Sequence[str],
    award_codes: Sequence[str],
    version: int,
    actor: Actor,
    at: datetime,
) -> None:
    """Give a round other days, or let it receive more or less.

    Once lists were handed in, days only move back and nothing that was received is left out. What
    was handed in keeps the day it was measured by.

    Raises:
        Unseen: there is no such round.
        Refused: not the head of the standing office, days out of order, unknown parts, narrower
            than lists that are in, no reason, or changed by somebody else meanwhile.
    """
    refuse_if(objection_to_opening_round(actor))
    round_ = round_named(ref, lock=True)
    reason = reason.strip()
    refuse_if(objection_to_version(round_.version, version))
    refuse_if(None if reason else NO_REASON)
    latest = IntakeDay.objects.filter(round=round_).order_by("-submit_by").first()
    last = max(submit_by, latest.submit_by) if latest else submit_by
    refuse_if(None if opens_on <= submit_by and last <= ballot_by else DAYS_OUT_OF_ORDER)
    refuse_if(objection_to_parts(families, levels, award_codes))
    days = (opens_on, submit_by, ballot_by)
    narrower = _is_narrower(round_, days, (families, levels, award_codes))
    are_in = Batch.objects.filter(round=round_, state=BatchState.SUBMITTED).exists()
    refuse_if(LISTS_ALREADY_IN if narrower and are_in else None)
    before = f"{say_date(round_.submit_by)}, bỏ phiếu đến {say_date(round_.ballot_by)}"
    round_.opens_on, round_.submit_by, round_.ballot_by = days
    round_.families, round_.levels = list(families), list(levels)
    round_.award_codes = list(award_codes)
    round_.version += 1
    round_.save()
    record(
        actor=actor,
        at=at,
        verb="change_round",
        subject=("round", ref),
        said=f"Đổi {round_.title}: nhận đến {say_date(submit_by)}, bỏ phiếu đến "
        f"{say_date(ballot_by)} (trước là {before}). Lý do: {reason}",
    )


def _is_narrower(
    round_: Round, days: tuple[date, date, date], parts: tuple[Sequence[str], ...]
) -> bool:
    opens_on, submit_by, ballot_by = days
    earlier = submit_by < round_.submit_by or ballot_by < round_.ballot_by
    before = (round_.families, round_.levels, round_.award_codes)
    left_out = any(
        new and (not old or set(old) - set(new)) for old, new in zip(before, parts, strict=True)
    )
    return opens_on > round_.opens_on or earlier or left_out
