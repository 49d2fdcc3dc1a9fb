"""Why an opinion may not be taken in, resolved, confirmed, or its sender shown."""

from datetime import date

from bangvang.appraisal.models import Consultation, Opinion, OpinionResolution, ResolutionKind
from bangvang.appraisal.permissions import (
    NO_REASON,
    objection_to_heading,
    objection_to_taking_up,
)
from bangvang.appraisal.permissions.consultations import NOT_OPEN, objection_to_running
from bangvang.appraisal.states import (
    OPINION_LIFE,
    OPINION_STATE_NAMES,
    OpinionMove,
    OpinionState,
)
from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import Objection
from bangvang.foundation.vietnamese import in_words, say_date

LONGEST_WORDS = 5_000
NO_WORDS = Objection("NO_WORDS", "Cần ghi nội dung ý kiến.")
TOO_LONG = Objection("TOO_LONG", f"Nội dung ý kiến không quá {LONGEST_WORDS} ký tự.")
NO_SENDER = Objection("NO_SENDER", "Cần ghi họ tên và cách liên hệ của người gửi ý kiến.")
NO_SUCH_ROW = Objection("NO_SUCH_ROW", "Trường hợp này không còn trong danh sách lấy ý kiến.")
NO_SCAN = Objection("NO_SCAN", "Cần đính kèm bản quét văn bản ý kiến.")
CAME_OUTSIDE = Objection(
    "CAME_OUTSIDE", "Ngày nhận văn bản phải trong thời gian lấy ý kiến và không sau hôm nay."
)
NO_WHY = Objection("NO_WHY", "Cần ghi vì sao giải quyết như vậy.")
NOT_PASSED_ON = Objection(
    "NOT_PASSED_ON", "Chuyển xử lý thì cần ghi cơ quan nhận, số và ngày của văn bản chuyển."
)
PASSED_ON_LATER = Objection("PASSED_ON_LATER", "Ngày của văn bản chuyển còn ở phía trước.")
PASSED_ON_BEFORE = Objection(
    "PASSED_ON_BEFORE", "Ngày của văn bản chuyển ở trước ngày nhận ý kiến."
)
OWN_RESOLUTION = Objection("OWN_RESOLUTION", "Người đề xuất không tự xác nhận; cần người thứ hai.")
NO_ATTACHMENT = Objection("NO_ATTACHMENT", "Ý kiến này không có tệp kèm theo.")


def objection_to_coming_in(
    consultation: Consultation, *, words: str, name: str, contact: str, on: date
) -> Objection | None:
    """Whoever says who they are is heard until the end of the last day."""
    if objection := objection_to_running(consultation):
        return objection
    assert consultation.last_on is not None  # noqa: S101  an open list has its last day
    if on > consultation.last_on:
        return Objection(
            "WINDOW_OVER",
            f"Thời gian lấy ý kiến đã hết ngày {say_date(consultation.last_on)}; ý kiến này chưa "
            "được ghi.",
        )
    return objection_to_content(words=words, name=name, contact=contact)


def objection_to_content(*, words: str, name: str, contact: str) -> Objection | None:
    """An opinion says something, and who says it."""
    if not words:
        return NO_WORDS
    if len(words) > LONGEST_WORDS:
        return TOO_LONG
    return None if name and contact else NO_SENDER


def objection_to_recording_paper(
    actor: Actor, consultation: Consultation, *, has_scan: bool, came_on: date, on: date
) -> Objection | None:
    """An officer records a paper that came in time, also after the last day, until the closing."""
    if objection := objection_to_taking_up(actor) or objection_to_running(consultation):
        return objection
    if consultation.opens_on is None or consultation.last_on is None:
        return NOT_OPEN
    if not consultation.opens_on <= came_on <= min(consultation.last_on, on):
        return CAME_OUTSIDE
    return None if has_scan else NO_SCAN


def objection_to_opinion_move(opinion: Opinion, what: OpinionMove) -> Objection | None:
    """Each act starts in its own state."""
    state = OpinionState(opinion.state)
    if OPINION_LIFE.can(what, state):
        return None
    return Objection(
        "WRONG_STATE",
        f"Ý kiến đang ở trạng thái “{OPINION_STATE_NAMES[state]}” nên không làm được.",
    )


def objection_to_resolving(
    actor: Actor,
    opinion: Opinion,
    *,
    kind: ResolutionKind,
    why: str,
    passed_on: tuple[str, str, date | None],
    on: date,
) -> Objection | None:
    """An officer says what became of an opinion; one passed on says to whom, by which paper.

    ``passed_on`` is the receiver, number and day of the paper.
    """
    if objection := objection_to_taking_up(actor) or objection_to_opinion_move(
        opinion, OpinionMove.RESOLVE
    ):
        return objection
    if not why:
        return NO_WHY
    if kind is not ResolutionKind.FORWARDED:
        return None
    whom, number, day = passed_on
    if not whom or not number or day is None:
        return NOT_PASSED_ON
    if day > on:
        return PASSED_ON_LATER
    return PASSED_ON_BEFORE if day < opinion.came_on else None


def objection_to_answering(
    actor: Actor,
    opinion: Opinion,
    resolution: OpinionResolution | None,
    *,
    agree: bool,
    answer: str,
) -> Objection | None:
    """The head confirms what somebody else proposed, or sends it back with a reason."""
    what = OpinionMove.CONFIRM if agree else OpinionMove.SEND_BACK
    if objection := objection_to_heading(actor) or objection_to_opinion_move(opinion, what):
        return objection
    if agree:
        own = resolution is not None and resolution.by_ref == actor.account_ref
        return OWN_RESOLUTION if own else None
    return None if answer else NO_REASON


def objection_to_seeing_sender(actor: Actor, *, reason: str) -> Objection | None:
    """Only the head sees who sent an opinion, and says why."""
    return objection_to_heading(actor) or (None if in_words(reason) else NO_REASON)
