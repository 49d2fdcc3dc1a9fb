"""Begin to record one of the unit's own decisions; nothing of it is in the register yet."""

from datetime import date, datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Objection, refuse_if
from bangvang.law import Kind, award_name
from bangvang.registry.intake.granting import grantable, grantors_there
from bangvang.registry.models import OwnDecision
from bangvang.registry.permissions.own import objection_to_beginning_own
from bangvang.registry.selectors.own_decisions import GRADE, unit_of
from bangvang.registry.states import OwnState

NOT_GRANTABLE = Objection(
    "NOT_GRANTABLE", "Theo quy định hiện hành, đơn vị không có thẩm quyền tặng danh hiệu này."
)

NO_RULE_THEN = Objection(
    "NO_RULE_THEN",
    "Hệ thống không có quy định về thẩm quyền tặng danh hiệu này cho năm ấy, nên không ghi ở đây "
    "được; quyết định cũ do cơ quan thường trực nhập vào sổ.",
)


@transaction.atomic
def begin_own_decision(
    code: str, *, year: int, actor: Actor, at: datetime, kind: Kind = Kind.MERIT
) -> str:
    """Begin a record of the award, or of grades if `code` is `GRADE`; return its reference.

    Raises:
        Unseen: the actor acts for no unit.
        Refused: not a unit's officer, a year ahead, an award that such a unit does not grant, or a
            year for which no text says who did.
    """
    unit = unit_of(actor)
    refuse_if(objection_to_beginning_own(actor, year, on=at.date()))
    is_award = code != GRADE
    codes = {found.code for found in grantable(unit.kind, on=at.date())}
    refuse_if(NOT_GRANTABLE if is_award and code not in codes else None)
    has_rule = not is_award or _is_granted_for(code, unit.kind, year, on=at.date())
    refuse_if(None if has_rule else NO_RULE_THEN)
    own = OwnDecision.objects.create(
        unit=unit,
        record_kind="AWARD" if is_award else GRADE,
        code=code if is_award else "",
        kind=kind.value if is_award else "",
        year=year,
        state=OwnState.DRAFT,
        prepared_by_ref=actor.account_ref,
        prepared_by_name=actor.name,
        prepared_at=at,
    )
    what = award_name(code, at.date()) if is_award else "xếp loại hằng năm"
    record(
        actor=actor,
        at=at,
        verb="begin_own_decision",
        subject=("own_decision", own.ref),
        said=f"Bắt đầu ghi quyết định của đơn vị: {what}, năm {year}.",
    )
    return own.ref


def _is_granted_for(code: str, unit_kind: str, year: int, *, on: date) -> bool:
    """Whether a text says who grants it at the end of the year, or of the next one."""
    days = (date(year, 12, 31), date(year + 1, 12, 31))
    return any(grantors_there(code, unit_kind, on=min(day, on)) for day in days)
