"""Why a paper on what silence means may not be entered, confirmed or withdrawn."""

from datetime import date

from bangvang.appraisal.models import SilenceRule
from bangvang.appraisal.permissions import NO_REASON, objection_to_heading, objection_to_taking_up
from bangvang.appraisal.permissions.consultation_rules import (
    ISSUED_LATER,
    NO_CLAUSE,
    NO_NUMBER,
    NO_SCAN,
)
from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import Objection

BEFORE_ISSUED = Objection(
    "BEFORE_ISSUED", "Văn bản không áp dụng cho yêu cầu hỏi trước ngày ban hành."
)
DAY_TAKEN = Objection("DAY_TAKEN", "Đã có văn bản áp dụng từ ngày này; hãy rút văn bản ấy trước.")
OWN_RULE = Objection("OWN_RULE", "Người ghi không tự xác nhận; cần người thứ hai.")
CONFIRMED_ALREADY = Objection("CONFIRMED_ALREADY", "Văn bản này đã được xác nhận.")


def objection_to_entering(
    actor: Actor, *, number: str, clause: str, issued_on: date, since: date, has_scan: bool,
    is_taken: bool, on: date,
) -> Objection | None:  # fmt: skip
    """An officer enters a paper that was issued, from its own day on, with clause and scan."""
    if objection := objection_to_taking_up(actor):
        return objection
    if not number:
        return NO_NUMBER
    if not clause:
        return NO_CLAUSE
    if issued_on > on:
        return ISSUED_LATER
    if since < issued_on:
        return BEFORE_ISSUED
    return (DAY_TAKEN if is_taken else None) or (None if has_scan else NO_SCAN)


def objection_to_confirming(actor: Actor, rule: SilenceRule) -> Objection | None:
    """The head confirms what somebody else entered."""
    if objection := objection_to_heading(actor):
        return objection
    if rule.confirmed_at is not None:
        return CONFIRMED_ALREADY
    return OWN_RULE if rule.entered_by_ref == actor.account_ref else None


def objection_to_withdrawing(actor: Actor, *, reason: str) -> Objection | None:
    """The head takes a paper back; where it was to give silence a meaning, silence has none."""
    return objection_to_heading(actor) or (None if reason else NO_REASON)
