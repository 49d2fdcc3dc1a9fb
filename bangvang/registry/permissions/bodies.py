"""Why an actor may not act on bodies and their events, or nothing if they may."""

from dataclasses import dataclass
from datetime import date

from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import Objection
from bangvang.foundation.vietnamese import in_words
from bangvang.registry.models import (
    BodyEvent,
    Organisation,
)
from bangvang.registry.permissions import NOT_OFFICE, OFFICE, STALE
from bangvang.registry.states import (
    ENDINGS,
    BodyEventKind,
)

NO_NAME = Objection("NO_NAME", "Cần ghi tên đơn vị.")
SAME_NAME = Objection("SAME_NAME", "Cùng cấp trên đã có một đơn vị đang hoạt động mang tên này.")
NOTHING_NEW = Objection("NOTHING_NEW", "Tên và chữ viết tắt vẫn như cũ, không có gì để đổi.")
DECISION_MISSING = Objection("DECISION_MISSING", "Cần ghi số và cơ quan ban hành quyết định.")
DECISION_AHEAD = Objection("DECISION_AHEAD", "Ngày ghi trên quyết định còn ở phía trước.")
EVENT_AHEAD = Objection(
    "EVENT_AHEAD", "Ngày có hiệu lực còn ở phía trước; hãy ghi khi đến ngày đó."
)
BEFORE_BEGIN = Objection("BEFORE_BEGIN", "Ngày có hiệu lực phải sau ngày đơn vị bắt đầu hoạt động.")
ENDED = Objection("ENDED", "Đơn vị đã kết thúc hoạt động.")
OUT_OF_ORDER = Objection(
    "OUT_OF_ORDER", "Đơn vị đã có sự kiện ghi từ ngày này trở đi; hãy rút sự kiện đó trước."
)
ENDING_WAITS = Objection(
    "ENDING_WAITS", "Đơn vị đang có một sự kiện kết thúc chờ người thứ hai xác nhận."
)
CIRCLE = Objection("CIRCLE", "Đơn vị không thể thuộc chính nó hoặc thuộc đơn vị trực thuộc của nó.")
SAME_PARENT = Objection("SAME_PARENT", "Đơn vị đang thuộc đúng cấp trên này.")
PARENT_NOT_THEN = Objection("PARENT_NOT_THEN", "Cấp trên không hoạt động vào ngày này.")
NO_HEIR = Objection("NO_HEIR", "Cần chọn hoặc ghi tên đơn vị kế tục.")
TWO_HEIRS = Objection("TWO_HEIRS", "Sáp nhập chỉ có một đơn vị kế tục: hoặc chọn, hoặc ghi mới.")
ONE_HEIR = Objection(
    "ONE_HEIR", "Chia, tách cần ít nhất hai đơn vị kế tục; chỉ có một thì ghi là sáp nhập."
)
HEIR_NOT_THEN = Objection(
    "HEIR_NOT_THEN", "Đơn vị kế tục không hoạt động vào ngày này hoặc cũng kết thúc."
)
OPEN_CHILDREN = Objection(
    "OPEN_CHILDREN",
    "Đơn vị còn đơn vị trực thuộc đang hoạt động; hãy chuyển hoặc kết thúc các đơn vị đó trước.",
)
CHILDREN_LATER = Objection(
    "CHILDREN_LATER",
    "Có đơn vị trực thuộc bắt đầu hoạt động hoặc có thay đổi từ ngày này trở đi; hãy xem lại ngày.",
)
SAME_PERSON = Objection(
    "SAME_PERSON", "Người ghi không tự xác nhận được; cần người thứ hai của cơ quan thường trực."
)
EVENT_DONE = Objection("EVENT_DONE", "Sự kiện này đã được xác nhận.")
EVENT_WITHDRAWN = Objection("EVENT_WITHDRAWN", "Sự kiện này đã rút.")
NO_WITHDRAW_REASON = Objection("NO_WITHDRAW_REASON", "Cần ghi lý do rút.")
RESTED_ON = Objection(
    "RESTED_ON",
    "Đã có việc ghi sau dựa trên sự kiện này nên không rút được; hãy rút việc ghi sau trước.",
)


@dataclass(frozen=True)
class Decided:
    """What the decision says: from which day the change holds, number, day, issuer."""

    on: date
    decision_no: str
    decided_on: date
    issued_by: str
    note: str = ""


@dataclass(frozen=True)
class NewBody:
    """A body that an event brings into being beside the one it ends."""

    name: str
    abbreviation: str = ""


def objection_to_registering_body(actor: Actor, *, is_first: bool) -> Objection | None:
    """The standing office keeps the list of bodies; whoever installs enters the first one."""
    return None if is_first or actor.has(*OFFICE) else NOT_OFFICE


def objection_to_event(actor: Actor, decided: Decided, *, today: date) -> Objection | None:
    """The standing office records what a decision changed, once it holds."""
    if not actor.has(*OFFICE):
        return NOT_OFFICE
    if not decided.decision_no or not decided.issued_by:
        return DECISION_MISSING
    if decided.decided_on > today:
        return DECISION_AHEAD
    return EVENT_AHEAD if decided.on > today else None


def objection_to_changing(
    body: Organisation, kind: BodyEventKind, on: date, last: BodyEvent | None, *, waits: bool
) -> Objection | None:
    """What has ended changes no more, and events come in the order of their days.

    `last` is the newest event that stands for this body, `waits` whether an end is waiting. A body
    that was registered with its last day may still be told how it came to that end.
    """
    if waits:
        return ENDING_WAITS
    if on <= body.since:
        return BEFORE_BEGIN
    ended_by_event = last is not None and last.kind in ENDINGS
    if body.until is not None and (kind not in ENDINGS or ended_by_event or body.until != on):
        return ENDED
    if last is not None and (last.on > on or (last.on == on and last.kind == kind)):
        return OUT_OF_ORDER
    return None


def objection_to_heirs(
    kind: BodyEventKind, existing: int, new: int, *, names_are_given: bool
) -> Objection | None:
    """A merger has one heir, a split at least two, an abolition none."""
    if not names_are_given:
        return NO_NAME
    count = existing + new
    if kind is BodyEventKind.ABOLISHED:
        return None
    if count == 0:
        return NO_HEIR
    if kind is BodyEventKind.MERGED:
        return None if count == 1 else TWO_HEIRS
    return None if count > 1 else ONE_HEIR


def objection_to_confirming_event(actor: Actor, event: BodyEvent) -> Objection | None:
    """A second person of the standing office lets a body end."""
    if not actor.has(*OFFICE):
        return NOT_OFFICE
    if event.withdrawn_at is not None:
        return EVENT_WITHDRAWN
    if event.done_at is not None:
        return EVENT_DONE
    return SAME_PERSON if actor.account_ref == event.recorded_by_ref else None


def objection_to_withdrawing_event(
    actor: Actor, event: BodyEvent, *, reason: str
) -> Objection | None:
    """The standing office takes back what was entered wrongly."""
    if not actor.has(*OFFICE):
        return NOT_OFFICE
    if event.withdrawn_at is not None:
        return EVENT_WITHDRAWN
    return None if in_words(reason) else NO_WITHDRAW_REASON


def objection_to_body_version(body: Organisation | BodyEvent, seen: int) -> Objection | None:
    """Whoever saves second looks at what is there now first."""
    return None if body.version == seen else STALE


NOBODY_CHOSEN = Objection("NOBODY_CHOSEN", "Cần chọn ít nhất một người.")
NOT_CONCERNED = Objection(
    "NOT_CONCERNED", "Có người không còn ở đơn vị này; hãy tải lại trang để xem danh sách mới."
)


def objection_to_moving_people(actor: Actor, count: int, *, are_known: bool) -> Objection | None:
    """The standing office enters where the people of a split body went."""
    if not actor.has(*OFFICE):
        return NOT_OFFICE
    if not are_known:
        return NOT_CONCERNED
    return None if count else NOBODY_CHOSEN
