"""Why a row may not be read, concluded or read anew where two officers read it independently."""

from collections.abc import Collection, Sequence
from datetime import date

from bangvang.appraisal.models import Reading, TwoReadings
from bangvang.appraisal.permissions import NO_REASON, objection_to_heading
from bangvang.appraisal.permissions.charges import (
    Officer,
    objection_to_receiving,
    units_behind,
)
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.objection import Objection
from bangvang.foundation.vietnamese import say_date
from bangvang.law import catalogue
from bangvang.nominations.models import Nomination
from bangvang.nominations.states import State

READERS = 2
ON_ALREADY = Objection("ON_ALREADY", "Hình thức này đang bật hai ý kiến độc lập.")
OFF_ALREADY = Objection("OFF_ALREADY", "Đã thôi áp dụng.")
UNKNOWN_AWARD = Objection("UNKNOWN_AWARD", "Danh hiệu, hình thức này không có trong danh mục.")
NOT_ASKED = Objection("NOT_ASKED", "Hình thức này không bật hai ý kiến độc lập.")
NOT_OPEN = Objection("NOT_OPEN", "Chỉ ghi ý kiến khi dòng đang được thẩm định.")
NO_VERDICT = Objection("NO_VERDICT", "Chọn đề nghị hay không đề nghị.")
GIVEN_ALREADY = Objection("GIVEN_ALREADY", "Bạn đã ghi ý kiến về dòng này; ý kiến không sửa được.")
BOTH_ARE_IN = Objection("BOTH_ARE_IN", "Dòng này đã đủ hai ý kiến.")
NOT_BOTH_IN = Objection("NOT_BOTH_IN", "Chưa đủ hai ý kiến nên chưa có gì để mở lại.")
READINGS_WAIT = Objection(
    "READINGS_WAIT", "Hình thức này cần đủ hai ý kiến thẩm định độc lập rồi mới kết luận."
)
READINGS_DIFFER = Objection(
    "READINGS_DIFFER", "Hai ý kiến độc lập khác nhau: Trưởng phòng kết luận, phải ghi lý do."
)


def differ(readings: Collection[Reading]) -> bool:
    """Say whether those who read it come to different ends."""
    return len({reading.verdict for reading in readings}) > 1


def objection_to_asking_two(
    actor: Actor, award_code: str, others: Sequence[TwoReadings], *, since: date
) -> Objection | None:
    """The head lets an award be read twice from a day on, once at a time."""
    if objection := objection_to_heading(actor):
        return objection
    if award_code not in catalogue():
        return UNKNOWN_AWARD
    for other in others:
        if other.until is None:
            return ON_ALREADY
        if other.until > since:
            return Objection("TOO_EARLY", f"Lần trước áp dụng đến {say_date(other.until)}.")
    return None


def objection_to_reading(
    officer: Officer,
    nomination: Nomination,
    given: Sequence[Reading],
    *,
    is_asked: bool,
    verdict: str,
    reason: str,
) -> Objection | None:
    """A specialist who does not serve the unit reads a row once, while two are not in."""
    if objection := objection_to_receiving(officer, units_behind(nomination)):
        return objection
    if not is_asked:
        return NOT_ASKED
    if nomination.state != State.CHECKED:
        return NOT_OPEN
    if any(reading.by_ref == officer.ref for reading in given):
        return GIVEN_ALREADY
    if len(given) >= READERS:
        return BOTH_ARE_IN
    if not verdict:
        return NO_VERDICT
    return None if reason else NO_REASON


def objection_to_concluding_unread(
    actor: Actor, given: Sequence[Reading], *, is_asked: bool, reason: str
) -> Objection | None:
    """Nobody accepts before two have read; where they differ the head does, and says why."""
    if not is_asked:
        return None
    if len(given) < READERS:
        return READINGS_WAIT
    if not differ(given):
        return None
    return None if actor.has(Role.OFFICE_HEAD) and reason else READINGS_DIFFER


def objection_to_reading_anew(
    actor: Actor, nomination: Nomination, given: Sequence[Reading], *, reason: str
) -> Objection | None:
    """The head has a row read anew, with a reason, while it is under appraisal; it stays there."""
    if objection := objection_to_heading(actor):
        return objection
    if nomination.state != State.CHECKED:
        return NOT_OPEN
    if len(given) < READERS:
        return NOT_BOTH_IN
    return None if reason else NO_REASON
