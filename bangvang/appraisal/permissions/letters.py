"""Why an actor may not make a letter to a unit, or record its signing, or nothing if they may."""

from datetime import date

from bangvang.appraisal.models import Judgement, Verdict
from bangvang.appraisal.permissions import objection_to_taking_up
from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import Objection
from bangvang.foundation.vietnamese import say_date
from bangvang.nominations.models import Nomination
from bangvang.nominations.states import State

NOTHING_CONCLUDED = Objection(
    "NOTHING_CONCLUDED",
    "Chỉ lập thông báo khi dòng đã trả lại, dừng xét hoặc đã thẩm định xong, chưa vào chương "
    "trình họp.",
)
NOT_FOR_A_LETTER = Objection(
    "NOT_FOR_A_LETTER",
    "Kết quả đối chiếu gần nhất dựa vào mục tạm dừng xét, không được ghi cho đơn vị, nên chưa lập "
    "được thông báo. Đơn vị đọc lý do trả lại hoặc dừng xét trên trang của dòng này.",
)
LETTER_MADE = Objection("LETTER_MADE", "Thông báo về kết luận này đã lập; hãy mở bản đã lập.")
LETTER_RECORDED = Objection(
    "LETTER_RECORDED", "Số, ngày và bản quét của thông báo này đã ghi; không ghi lại được."
)
NUMBER_TAKEN = Objection("NUMBER_TAKEN", "Số này trong năm đã ghi cho thông báo khác.")
IN_FUTURE = Objection("IN_FUTURE", "Ngày ký còn ở phía trước.")
NO_SIGNER = Objection("NO_SIGNER", "Cần ghi họ tên người ký.")
TOLD_BY_LETTER = {
    State.RETURNED: (Verdict.RETURNED,),
    State.REFUSED: (Verdict.DECLINED,),
    State.APPRAISED: (Verdict.ACCEPTED, Verdict.CONFIRMED),
    State.READY: (Verdict.ACCEPTED, Verdict.CONFIRMED),
}
"""The conclusions a unit is told by letter, by the state they led to."""


def objection_to_letter(
    actor: Actor,
    nomination: Nomination,
    newest: Judgement | None,
    *,
    is_made: bool,
    is_hidden: bool,
) -> Objection | None:
    """The office tells a unit its conclusion, once for each; the newest has to stand.

    ``is_hidden``: what the unit may read of the answer would be another answer.
    """
    if objection := objection_to_taking_up(actor):
        return objection
    told = TOLD_BY_LETTER.get(State(nomination.state), ())
    if newest is None or newest.verdict not in told:
        return NOTHING_CONCLUDED
    if is_made:
        return LETTER_MADE
    return NOT_FOR_A_LETTER if is_hidden else None


def objection_to_recording_letter(
    *, signed_on: date, made_on: date, on: date, is_recorded: bool, signer: str
) -> Objection | None:
    """A letter is recorded once, signed between the day it was made and today."""
    if is_recorded:
        return LETTER_RECORDED
    if signed_on > on:
        return IN_FUTURE
    if signed_on < made_on:
        return Objection("TOO_EARLY", f"Ngày ký trước ngày lập thông báo ({say_date(made_on)}).")
    return None if signer else NO_SIGNER
