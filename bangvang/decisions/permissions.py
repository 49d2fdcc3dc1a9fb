"""Why an actor may not do something with a decision now, or nothing if they may."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bangvang.council.selectors.results import BallotResult
from bangvang.decisions.models import Answer, Decision
from bangvang.decisions.states import (
    CONFIRMING,
    LIFE,
    RECORDING,
    SENDING_BACK,
    STATE_NAMES,
    Kind,
    Move,
    State,
)
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.objection import Objection
from bangvang.foundation.vietnamese import say_date
from bangvang.law import Authority, Level

NOT_OFFICE = Objection(
    "NOT_OFFICE", "Việc này của chuyên viên hoặc Trưởng phòng Thi đua, khen thưởng."
)
NOT_OFFICE_HEAD = Objection(
    "NOT_OFFICE_HEAD", "Chỉ Trưởng phòng Thi đua, khen thưởng được lập dự thảo."
)
MINUTES_NOT_SIGNED = Objection(
    "MINUTES_NOT_SIGNED", "Biên bản kiểm phiếu chưa ký xong nên chưa lập dự thảo được."
)
NOBODY_PASSED = Objection("NOBODY_PASSED", "Không có trường hợp nào đủ tỷ lệ phiếu để lập dự thảo.")
ALREADY_PROPOSED = Objection("ALREADY_PROPOSED", "Kết quả bỏ phiếu này đã có dự thảo.")
AUTHORITY_UNCONFIRMED = Objection(
    "AUTHORITY_UNCONFIRMED",
    "Điều luật về thẩm quyền chưa đối chiếu với văn bản gốc: Trưởng phòng cần xác nhận thẩm quyền.",
)
AUTHORITY_CHANGED = Objection(
    "AUTHORITY_CHANGED",
    "Vào ngày ký, thẩm quyền quyết định không còn như lúc lập dự thảo; không ghi được.",
)
LIST_CHANGED = Objection(
    "LIST_CHANGED",
    "Danh sách đã khác với kết quả bỏ phiếu lúc lập dự thảo, nên không làm tiếp được. "
    "Hãy đối chiếu lại từng dòng.",
)
NUMBER_TAKEN = Objection("NUMBER_TAKEN", "Số này trong năm đã ghi cho văn bản khác.")
NO_SIGNER = Objection("NO_SIGNER", "Cần ghi họ tên người ký.")
NO_TITLE = Objection("NO_TITLE", "Cần ghi trích yếu.")
NO_REASON = Objection("NO_REASON", "Cần ghi lý do.")
OWN_RECORD = Objection(
    "OWN_RECORD", "Người ghi không tự xác nhận bản ghi của mình; cần người thứ hai."
)
HEAD_NEEDED = Objection(
    "HEAD_NEEDED", "Chuyên viên đã ghi thì Trưởng phòng Thi đua, khen thưởng phải xác nhận."
)
STALE = Objection("STALE", "Người khác vừa lưu thay đổi; hãy xem bản mới trước khi làm tiếp.")
IN_FUTURE = Objection("IN_FUTURE", "Ngày ghi trên văn bản còn ở phía trước.")
INCOMPLETE_ANSWER = Objection(
    "INCOMPLETE_ANSWER", "Cần ghi kết quả cho từng dòng trong danh sách đã trình."
)
REFUSAL_WITHOUT_REASON = Objection(
    "REFUSAL_WITHOUT_REASON", "Người không được khen thưởng phải có lý do."
)
NO_NUMBER = Objection("NO_NUMBER", "Cần ghi số, ký hiệu và cơ quan ban hành văn bản trả lời.")


@dataclass(frozen=True)
class LineAnswer:
    """What the higher authority says of one line, named by its order."""

    order: int
    is_granted: bool
    reason: str = ""


def objection_to_working(actor: Actor) -> Objection | None:
    """Specialists and the head of the standing office write, record and confirm."""
    return None if actor.has(Role.SPECIALIST, Role.OFFICE_HEAD) else NOT_OFFICE


def objection_to_heading(actor: Actor) -> Objection | None:
    """Only the head of the standing office proposes."""
    return None if actor.has(Role.OFFICE_HEAD) else NOT_OFFICE_HEAD


def objection_to_proposing(
    actor: Actor,
    result: BallotResult,
    *,
    already: bool,
    authority_is_certain: bool,
    authority_confirmed: bool,
) -> Objection | None:
    """The head proposes once, from a signed result in which somebody passed."""
    if objection := objection_to_heading(actor) or objection_to_result(result, already=already):
        return objection
    return None if authority_is_certain or authority_confirmed else AUTHORITY_UNCONFIRMED


def objection_to_result(result: BallotResult, *, already: bool) -> Objection | None:
    """A result becomes one paper when its minutes are signed and somebody passed."""
    if already:
        return ALREADY_PROPOSED
    if not result.minutes_signed:
        return MINUTES_NOT_SIGNED
    return None if any(row.passed for row in result.rows) else NOBODY_PASSED


def objection_to_authority(authority: Authority) -> Objection | None:
    """The province decides what is its own and submits what is above it."""
    if authority.level in (Level.PROVINCE, Level.STATE):
        return None
    return Objection("NOT_OURS", f"Việc này do {authority.name_vi.lower()} quyết định.")


def objection_to_list(*, stands: bool) -> Objection | None:
    """The list is what it was when the paper was proposed."""
    return None if stands else LIST_CHANGED


def objection_to_changed_authority(decision: Decision, authority: Authority) -> Objection | None:
    """On the day of signing the law still names the authority of the draft."""
    return None if authority.key == decision.authority_key else AUTHORITY_CHANGED


def objection_to_move(decision: Decision, what: Move) -> Objection | None:
    """Each act starts in its own state."""
    state = State(decision.state)
    if LIFE.can(what, state):
        return None
    return Objection(
        "WRONG_STATE", f"Văn bản đang ở trạng thái “{STATE_NAMES[state]}” nên không làm được."
    )


def objection_to_revising(actor: Actor, decision: Decision) -> Objection | None:
    """The text changes only while it is a draft."""
    return objection_to_working(actor) or objection_to_move(
        decision, RECORDING[Kind(decision.kind)]
    )


def objection_to_recording(
    actor: Actor, decision: Decision, *, signed_on: date, session_on: date, on: date
) -> Objection | None:
    """A draft that was signed between the session's day and today."""
    if objection := objection_to_revising(actor, decision):
        return objection
    return objection_to_day(signed_on, not_before=session_on, what="ngày họp Hội đồng", on=on)


def objection_to_day(
    written_on: date, *, not_before: date, what: str, on: date
) -> Objection | None:
    """The day on a paper lies between what it stands on and the day of recording."""
    if written_on > on:
        return IN_FUTURE
    if written_on >= not_before:
        return None
    return Objection("TOO_EARLY", f"Ngày ghi trên văn bản trước {what} ({say_date(not_before)}).")


def objection_to_confirming(actor: Actor, decision: Decision) -> Objection | None:
    """Another person confirms the record of a signing."""
    if objection := objection_to_working(actor) or objection_to_move(
        decision, CONFIRMING[Kind(decision.kind)]
    ):
        return objection
    return _objection_to_second(actor, decision.recorded_by_ref, by_head=decision.recorded_by_head)


def objection_to_sending_back(actor: Actor, decision: Decision) -> Objection | None:
    """A record of a signing that waits for its second person can go back."""
    return objection_to_working(actor) or objection_to_move(
        decision, SENDING_BACK[Kind(decision.kind)]
    )


def objection_to_answering(actor: Actor, decision: Decision) -> Objection | None:
    """An answer is recorded for a submission that was sent."""
    return objection_to_working(actor) or objection_to_move(decision, Move.RECORD_ANSWER)


def objection_to_outcomes(
    outcomes: Sequence[LineAnswer], *, orders: frozenset[int]
) -> Objection | None:
    """The answer names every line once, and says why somebody is refused."""
    named = [outcome.order for outcome in outcomes]
    if len(named) != len(orders) or set(named) != orders:
        return INCOMPLETE_ANSWER
    silent = any(not outcome.is_granted and not outcome.reason.strip() for outcome in outcomes)
    return REFUSAL_WITHOUT_REASON if silent else None


def objection_to_confirming_answer(
    actor: Actor, decision: Decision, answer: Answer | None
) -> Objection | None:
    """Another person confirms the record of an answer."""
    if objection := objection_to_working(actor) or objection_to_move(decision, Move.CONFIRM_ANSWER):
        return objection
    assert answer is not None  # noqa: S101  the state says that there is one
    return _objection_to_second(actor, answer.recorded_by_ref, by_head=answer.recorded_by_head)


def objection_to_sending_back_answer(actor: Actor, decision: Decision) -> Objection | None:
    """A record of an answer that waits for its second person can go back."""
    return objection_to_working(actor) or objection_to_move(decision, Move.SEND_BACK_ANSWER)


def objection_to_version(current: int, seen: int) -> Objection | None:
    """Nobody saves over what they have not seen."""
    return None if current == seen else STALE


def _objection_to_second(actor: Actor, recorded_by: str, *, by_head: bool) -> Objection | None:
    """Another person than the recorder; one of the two is the head of the office."""
    if actor.account_ref == recorded_by:
        return OWN_RECORD
    return None if by_head or actor.has(Role.OFFICE_HEAD) else HEAD_NEEDED


def objection_to_record_seen(decision: Decision, version: int | None) -> Objection | None:
    """Nobody confirms a record that changed after they compared it."""
    return None if version is None else objection_to_version(decision.version, version)
