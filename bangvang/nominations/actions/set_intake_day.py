"""Give some rows of a round a last day of their own."""

from datetime import date, datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Objection, refuse_if
from bangvang.foundation.vietnamese import say_date
from bangvang.law import Kind
from bangvang.nominations.actions.open_round import UNKNOWN_PART, objection_to_parts
from bangvang.nominations.models import IntakeDay
from bangvang.nominations.permissions import objection_to_opening_round
from bangvang.nominations.receiving import not_received_award, not_received_kind
from bangvang.nominations.selectors.intake_days import intakes_of
from bangvang.nominations.selectors.rounds import round_named
from bangvang.registry.selectors.organisations import organisation_named

OF_NOTHING = Objection(
    "OF_NOTHING", "Chọn ít nhất một: danh hiệu, hình thức; loại hình; hoặc ngành, đơn vị."
)
OUTSIDE_ROUND = Objection(
    "OUTSIDE_ROUND", "Hạn riêng phải nằm từ ngày mở đến hạn bỏ phiếu của đợt."
)
DAY_SET_ALREADY = Objection("DAY_SET_ALREADY", "Trường hợp này đã có hạn riêng; hãy bỏ hạn cũ.")


@transaction.atomic
def set_intake_day(
    round_ref: str,
    *,
    award_code: str,
    kind: str,
    sector_ref: str,
    submit_by: date,
    actor: Actor,
    at: datetime,
) -> str:
    """Set a last day for an award, a kind, the lists of a branch, or several of these together.

    Raises:
        Unseen: there is no such round, or no such body.
        Refused: not the head of the standing office, nothing named, unknown or not received, a day
            outside the round, or such a day is set.
    """
    refuse_if(objection_to_opening_round(actor))
    round_ = round_named(round_ref, lock=True)
    refuse_if(None if award_code or kind or sector_ref else OF_NOTHING)
    refuse_if(objection_to_parts((), (), [award_code] if award_code else ()))
    refuse_if(UNKNOWN_PART if kind and kind not in set(Kind) else None)
    said = award_code and not_received_award(round_, award_code, round_.opens_on)
    said = said or (kind and not_received_kind(round_, kind))
    refuse_if(Objection("NOT_RECEIVED", said) if said else None)
    refuse_if(None if round_.opens_on <= submit_by <= round_.ballot_by else OUTSIDE_ROUND)
    sector = organisation_named(sector_ref) if sector_ref else None
    twins = IntakeDay.objects.filter(round=round_, award_code=award_code, kind=kind, sector=sector)
    refuse_if(DAY_SET_ALREADY if twins.exists() else None)
    made = IntakeDay.objects.create(
        round=round_, award_code=award_code, kind=kind, sector=sector, submit_by=submit_by
    )
    words = next(one for one in intakes_of([round_.pk])[round_.pk] if one.ref == made.ref)
    record(
        actor=actor,
        at=at,
        verb="set_intake_day",
        subject=("round", round_ref),
        said=f"Hạn riêng đến {say_date(submit_by)}: {words.said(at.date())}.",
    )
    return made.ref
