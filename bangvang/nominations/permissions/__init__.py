"""Why an actor may not do something with a list or a row now, or nothing if they may."""

from collections.abc import Collection
from datetime import date

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.objection import Objection
from bangvang.foundation.vietnamese import in_words
from bangvang.law import AskedFor, Question
from bangvang.nominations.models import (
    Batch,
    Discovery,
    Nomination,
    Report,
    Round,
)
from bangvang.nominations.states import (
    ASKED_WITH_EVERY_LIST,
    BATCH_LIFE,
    DISCOVERY_LIFE,
    BatchMove,
    BatchState,
    DiscoveryMove,
    DiscoveryState,
    PaperKind,
    State,
)

ALREADY_SAVED = Objection("ALREADY_SAVED", "Tệp này đã lưu thành bản nháp.")
NOT_YOUR_UNIT = Objection("NOT_YOUR_UNIT", "Danh sách của đơn vị khác.")
NOT_YOUR_LIST = Objection(
    "NOT_YOUR_LIST", "Dòng này ở danh sách tổng hợp của cấp trên; thủ trưởng cấp trên nộp lại."
)
NOT_OFFICER = Objection("NOT_OFFICER", "Việc này của cán bộ lập danh sách.")
NOT_HEAD = Objection("NOT_HEAD", "Chỉ thủ trưởng đơn vị được nộp hoặc trả lại danh sách.")
NOT_OFFICE_HEAD = Objection(
    "NOT_OFFICE_HEAD",
    "Chỉ Trưởng phòng Thi đua, khen thưởng được mở đợt, đổi hạn và cho ý kiến về danh sách muộn.",
)
NOT_DRAFT = Objection("NOT_DRAFT", "Danh sách không còn là bản nháp nên không sửa được.")
NOT_WITH_HEAD = Objection("NOT_WITH_HEAD", "Danh sách không ở chỗ thủ trưởng.")
NOT_RETURNED = Objection("NOT_RETURNED", "Dòng này không ở trạng thái trả lại để bổ sung.")
NO_REPLY = Objection("NO_REPLY", "Cần ghi nội dung đã bổ sung trước khi nộp lại.")
NO_REASON = Objection("NO_REASON", "Cần ghi lý do.")
NO_ROWS = Objection("NO_ROWS", "Danh sách không còn dòng nào để nộp.")
ROUND_NOT_OPEN = Objection("ROUND_NOT_OPEN", "Đợt xét chưa mở nhận danh sách.")
LATE_WITHOUT_REASON = Objection(
    "LATE_WITHOUT_REASON", "Đã quá hạn nhận của đợt; muốn nộp muộn phải ghi lý do."
)
NOT_LATE = Objection("NOT_LATE", "Danh sách này không nộp muộn, hoặc đã được cho ý kiến.")
TAKEN_UP_ALREADY = Objection(
    "TAKEN_UP_ALREADY",
    "Cơ quan thường trực đã tiếp nhận danh sách; muốn rút thì đề nghị trả lại từng dòng.",
)
NOT_SUBMITTED = Objection("NOT_SUBMITTED", "Danh sách chưa nộp.")
LATE_NOT_ACCEPTED = Objection(
    "LATE_NOT_ACCEPTED",
    "Danh sách nộp muộn: Trưởng phòng cho ý kiến nhận muộn hoặc chuyển đợt trước khi tiếp nhận.",
)
NOT_NOW_STATED = Objection(
    "NOT_NOW_STATED",
    "Chỉ ghi dữ kiện khi danh sách là bản nháp, khi dòng bị trả lại, hoặc khi đang thẩm định.",
)
NO_SOURCE = Objection("NO_SOURCE", "Cần ghi căn cứ của câu trả lời: văn bản, số, ngày.")
NO_SUCH_QUESTION = Objection("NO_SUCH_QUESTION", "Quy định không hỏi dữ kiện này.")
WRONG_ANSWER = Objection(
    "WRONG_ANSWER", "Câu trả lời phải là có hoặc không, hay một số nguyên không âm."
)
NOT_NOW_WRITTEN = Objection(
    "NOT_NOW_WRITTEN", "Báo cáo chỉ viết khi danh sách là bản nháp hoặc khi dòng bị trả lại."
)
READING_WAITS = Objection(
    "READING_WAITS", "Còn nội dung đọc từ tệp Word chưa lấy vào hoặc bỏ; hãy xem trước."
)
REPORT_FINISHED = Objection(
    "REPORT_FINISHED", "Báo cáo đã hoàn thành; muốn sửa thì mở lại báo cáo trước."
)
REPORT_NOT_FINISHED = Objection("REPORT_NOT_FINISHED", "Báo cáo này đang mở, chưa hoàn thành.")
NO_REPORT_TEXT = Objection(
    "NO_REPORT_TEXT", "Phần I và phần II của báo cáo phải có nội dung mới hoàn thành được."
)
NOT_OFFICE = Objection("NOT_OFFICE", "Việc này của cơ quan thường trực.")
DISCOVERY_OVER = Objection("DISCOVERY_OVER", "Tin này đã được trả lời hoặc đã khép lại.")
DISCOVERY_SENT = Objection(
    "DISCOVERY_SENT", "Chỉ khép lại được tin chưa chuyển đơn vị; tin này đã chuyển hoặc đã khép."
)
MOST_WORKING_DAYS = 60
LONGEST_NAME, LONGEST_PLACE, LONGEST_STORY, LONGEST_CONTACT = 200, 300, 3000, 200
"""What a report of a good deed may hold, in characters."""
WRONG_WORKING_DAYS = Objection(
    "WRONG_WORKING_DAYS", f"Hạn trả lời từ 1 đến {MOST_WORKING_DAYS} ngày làm việc."
)
UNIT_ENDED = Objection("UNIT_ENDED", "Cơ quan, đơn vị này không còn hoạt động; hãy chọn nơi khác.")
NOT_SENT_TO_YOU = Objection("NOT_SENT_TO_YOU", "Tin này không chuyển cho đơn vị của bạn.")
NOT_ANSWERING_HEAD = Objection("NOT_ANSWERING_HEAD", "Chỉ thủ trưởng đơn vị trả lời tin báo.")
NO_ANSWER_WORDS = Objection("NO_ANSWER_WORDS", "Cần ghi đơn vị đã làm gì hoặc xác minh thấy gì.")
NOT_REVEALING = Objection(
    "NOT_REVEALING", "Chỉ Trưởng phòng Thi đua, khen thưởng được xem người báo tin."
)
NO_REPORTER = Objection("NO_REPORTER", "Người báo tin không để lại tên và cách liên hệ.")
STALE = Objection("STALE", "Người khác vừa lưu thay đổi; hãy xem bản mới trước khi làm tiếp.")


def objection_to_preparing(actor: Actor, unit_ref: str) -> Objection | None:
    """An officer or head of the unit prepares its lists."""
    if actor.organisation_ref != unit_ref:
        return NOT_YOUR_UNIT
    return None if actor.has(Role.UNIT_OFFICER, Role.UNIT_HEAD) else NOT_OFFICER


def objection_to_opening_round(actor: Actor) -> Objection | None:
    """The head of the standing office opens rounds."""
    return None if actor.has(Role.OFFICE_HEAD) else NOT_OFFICE_HEAD


def objection_to_changing_draft(actor: Actor, batch: Batch) -> Objection | None:
    """Papers and rows change only while the list is a draft of the own unit."""
    if not BATCH_LIFE.can(BatchMove.HAND_TO_HEAD, BatchState(batch.state)):
        return NOT_DRAFT
    return objection_to_preparing(actor, batch.unit.ref)


def objection_to_submitting(
    actor: Actor,
    batch: Batch,
    *,
    missing: Collection[PaperKind],
    rows: int,
    late_reason: str,
    due_on: date,
    on: date,
    through: str = "",
) -> Objection | None:
    """The head hands in a whole list, in time or with a reason.

    Args:
        actor: who wants to.
        batch: the list.
        missing: asked papers that are neither attached nor explained.
        rows: how many rows would be handed in.
        late_reason: why after the last day; empty if in time.
        due_on: the earliest last day of the list's rows.
        on: the day of handing in.
        through: the superior that gathers the unit's lists; empty where the office is next.
    """
    if objection := objection_to_handing_in(actor, batch, missing=missing, rows=rows, on=on):
        return objection
    if through:
        said = f"Danh sách này nộp lên {through} để tổng hợp, không nộp thẳng cơ quan thường trực."
        return Objection("GOES_THROUGH", said)
    return LATE_WITHOUT_REASON if on > due_on and not late_reason else None


def objection_to_handing_in(
    actor: Actor, batch: Batch, *, missing: Collection[PaperKind], rows: int, on: date
) -> Objection | None:
    """The head hands in a list with its papers and with rows, once its round is open."""
    if objection := objection_to_heading(actor, batch):
        return objection
    if missing:
        names = ", ".join(f"“{kind.label}”" for kind in ASKED_WITH_EVERY_LIST if kind in missing)
        return Objection("PAPER_MISSING", f"Còn thiếu {names}: đính kèm hoặc ghi lý do.")
    return NO_ROWS if rows == 0 else objection_to_beginning(batch.round, on=on)


def objection_to_beginning(round_: Round, *, on: date) -> Objection | None:
    """A round receives lists from its first day."""
    return ROUND_NOT_OPEN if on < round_.opens_on else None


def objection_to_recalling(actor: Actor, batch: Batch, *, reason: str) -> Objection | None:
    """The head of the unit takes a list back that nobody has taken up yet."""
    if actor.organisation_ref != batch.unit.ref:
        return NOT_YOUR_UNIT
    if not actor.has(Role.UNIT_HEAD):
        return NOT_HEAD
    if not BATCH_LIFE.can(BatchMove.RECALL, BatchState(batch.state)):
        return NOT_SUBMITTED
    return None if reason else NO_REASON


def objection_to_judging_late(actor: Actor, batch: Batch, *, reason: str) -> Objection | None:
    """The head of the office says what becomes of a late list, with a reason."""
    if objection := objection_to_opening_round(actor):
        return objection
    if not batch.waits_for_acceptance:
        return NOT_LATE
    return None if reason else NO_REASON


def objection_to_heading(actor: Actor, batch: Batch) -> Objection | None:
    """The head of the unit acts on a list that waits for the head."""
    if actor.organisation_ref != batch.unit.ref:
        return NOT_YOUR_UNIT
    if not actor.has(Role.UNIT_HEAD):
        return NOT_HEAD
    return None if BATCH_LIFE.can(BatchMove.SUBMIT, BatchState(batch.state)) else NOT_WITH_HEAD


def objection_to_completing(actor: Actor, nomination: Nomination) -> Objection | None:
    """The unit completes a row that the office, or its superior, gave back to it."""
    if objection := objection_to_working_on(actor, nomination):
        return objection
    return None if nomination.state in (State.RETURNED, State.SENT_BACK) else NOT_RETURNED


def objection_to_working_on(actor: Actor, nomination: Nomination) -> Objection | None:
    """A row is worked on by the unit whose list it is in, and by the one that it came from."""
    origin = nomination.origin
    if origin and actor.organisation_ref == origin.unit.ref:
        return objection_to_preparing(actor, origin.unit.ref)
    return objection_to_preparing(actor, nomination.batch.unit.ref)


def objection_to_handing_row_in(actor: Actor, nomination: Nomination) -> Objection | None:
    """The head of the unit whose list the row is in speaks for it to whoever gave it back."""
    if actor.organisation_ref != nomination.batch.unit.ref:
        return objection_to_working_on(actor, nomination) or NOT_YOUR_LIST
    return None if actor.has(Role.UNIT_HEAD) else NOT_HEAD


def objection_to_resubmitting(
    actor: Actor, nomination: Nomination, *, unanswered: int
) -> Objection | None:
    """The head hands a completed row in again; `unanswered`: remarks that nobody answered."""
    if objection := objection_to_completing(actor, nomination) or objection_to_handing_row_in(
        actor, nomination
    ):
        return objection
    if unanswered:
        said = f"Còn {unanswered} yêu cầu chưa trả lời; trả lời từng yêu cầu trước khi nộp lại."
        return Objection("REMARKS_UNANSWERED", said)
    return None if nomination.reply else NO_REPLY


def objection_to_stating(actor: Actor, nomination: Nomination) -> Objection | None:
    """The unit answers on a draft or a returned row, the office on a row under appraisal."""
    state = State(nomination.state)
    if state == State.CHECKED and actor.has(Role.SPECIALIST, Role.OFFICE_HEAD):
        return None
    if state in (State.RETURNED, State.SENT_BACK):
        return objection_to_working_on(actor, nomination)
    if state == State.DRAFT:
        return objection_to_changing_draft(actor, nomination.batch)
    return NOT_NOW_STATED


def objection_to_writing(actor: Actor, nomination: Nomination) -> Objection | None:
    """The unit writes the report of a draft or of a returned row."""
    state = State(nomination.state)
    if state in (State.RETURNED, State.SENT_BACK):
        return objection_to_working_on(actor, nomination)
    if state == State.DRAFT:
        return objection_to_changing_draft(actor, nomination.batch)
    return NOT_NOW_WRITTEN


def objection_to_writing_report(report: Report) -> Objection | None:
    """Nothing is written on a finished report."""
    return REPORT_FINISHED if report.finished_at else None


def objection_to_answer(
    question: Question | None, value: bool | int | None, source: str
) -> Objection | None:
    """An answer has the form its question asks for, and stands on a paper."""
    if question is None:
        return NO_SUCH_QUESTION
    if value is None:
        return None
    is_number = not isinstance(value, bool)
    if is_number != (question.asked_for is AskedFor.COUNT) or (is_number and value < 0):
        return WRONG_ANSWER
    return None if source.strip() else NO_SOURCE


def objection_to_version(current: int, seen: int) -> Objection | None:
    """Nobody saves over what they have not seen."""
    return None if current == seen else STALE


def objection_to_sending(
    actor: Actor, discovery: Discovery, *, working_days: int
) -> Objection | None:
    """The office sends a discovery to whoever answers for it, with a day."""
    if not actor.has(Role.SPECIALIST, Role.OFFICE_HEAD):
        return NOT_OFFICE
    if not DISCOVERY_LIFE.can(DiscoveryMove.SEND, DiscoveryState(discovery.state)):
        return DISCOVERY_OVER
    return None if 1 <= working_days <= MOST_WORKING_DAYS else WRONG_WORKING_DAYS


def objection_to_setting_aside(
    actor: Actor, discovery: Discovery, *, words: str
) -> Objection | None:
    """The office sets aside what it has sent to nobody, with its reason."""
    if not actor.has(Role.SPECIALIST, Role.OFFICE_HEAD):
        return NOT_OFFICE
    if not DISCOVERY_LIFE.can(DiscoveryMove.SET_ASIDE, DiscoveryState(discovery.state)):
        return DISCOVERY_SENT
    return None if words else NO_REASON


def objection_to_answering(actor: Actor, discovery: Discovery, *, words: str) -> Objection | None:
    """The head of the unit it was sent to answers, and says what was done or found."""
    if discovery.sent_to is None or actor.organisation_ref != discovery.sent_to.ref:
        return NOT_SENT_TO_YOU
    if not actor.has(Role.UNIT_HEAD):
        return NOT_ANSWERING_HEAD
    if not DISCOVERY_LIFE.can(DiscoveryMove.ANSWER, DiscoveryState(discovery.state)):
        return DISCOVERY_OVER
    return None if words else NO_ANSWER_WORDS


def objection_to_revealing_reporter(actor: Actor, *, reason: str) -> Objection | None:
    """The head of the office alone opens who reported, with a reason."""
    if not actor.has(Role.OFFICE_HEAD):
        return NOT_REVEALING
    return None if in_words(reason) else NO_REASON
