"""Why an actor may not act on merges and identity numbers, or nothing if they may."""

import re

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.objection import Objection
from bangvang.foundation.vietnamese import in_words
from bangvang.registry.models import (
    Merge,
)
from bangvang.registry.permissions import (
    NOT_OFFICE,
    OFFICE,
    STALE,
)
from bangvang.registry.states import (
    MergeState,
)

SAME_RECORD = Objection("SAME_RECORD", "Cần chọn hai bản ghi khác nhau.")
NO_MERGE_REASON = Objection("NO_MERGE_REASON", "Cần ghi lý do bằng lời.")
MERGE_PROPOSED = Objection(
    "MERGE_PROPOSED",
    "Một trong hai bản ghi đang chờ xác nhận gộp; hãy giải quyết đề nghị đó trước.",
)
OWN_MERGE = Objection(
    "OWN_MERGE", "Người đề nghị không tự xác nhận; cần người thứ hai so lại hai bản ghi."
)
HEAD_MERGES = Objection(
    "HEAD_MERGES", "Chuyên viên đã đề nghị thì Trưởng phòng Thi đua, khen thưởng phải xác nhận."
)
HEAD_ONLY = Objection("HEAD_ONLY", "Việc này của Trưởng phòng Thi đua, khen thưởng.")
NOT_WAITING = Objection("NOT_WAITING", "Đề nghị gộp này đã được giải quyết.")
NOT_MERGED = Objection("NOT_MERGED", "Hai bản ghi này hiện không gộp với nhau.")
CHANGED_SINCE = Objection(
    "CHANGED_SINCE",
    "Một trong hai bản ghi đã thay đổi từ khi đề nghị; hãy không xác nhận, so lại rồi đề nghị lại.",
)
UNDO_LATER_FIRST = Objection(
    "UNDO_LATER_FIRST", "Sau lần gộp này còn lần gộp khác vào cùng bản ghi; hãy tách lần sau trước."
)
SAID_DIFFERENT = Objection(
    "SAID_DIFFERENT", "Hai bản ghi này đã được ghi là của hai người, hai tập thể khác nhau."
)
NOT_DOUBTED = Objection("NOT_DOUBTED", "Hai bản ghi này chưa được ghi là khác nhau.")
NUMBER_IN_REASON = Objection(
    "NUMBER_IN_REASON", "Lý do được lưu trong nhật ký nên không ghi số định danh vào đây."
)
NO_NUMBER = Objection("NO_NUMBER", "Sổ không lưu số định danh của người này.")

NOT_A_NUMBER = Objection("NOT_A_NUMBER", "Số định danh có 12 chữ số; số chứng minh cũ có 9 chữ số.")
SAME_NUMBER = Objection("SAME_NUMBER", "Sổ đang ghi đúng số này cho người này.")
NUMBER_TAKEN = Objection(
    "NUMBER_TAKEN",
    "Số này đang là của một bản ghi khác; nếu là cùng một người thì tìm bản ghi khác và gộp, nếu "
    "không thì kiểm tra lại số.",
)
HEAD_CORRECTS = Objection(
    "HEAD_CORRECTS", "Sổ đã có số định danh của người này; chỉ Trưởng phòng được sửa."
)

_NUMBER = re.compile(r"\d{9}|\d{12}")
_LONG_NUMBER = re.compile(r"(?:\d[\s.\-]*){9,}")


def objection_to_reason(reason: str) -> Objection | None:
    """A reason is there, and holds nothing that may be an identity number: it is kept for ever."""
    if not in_words(reason):
        return NO_MERGE_REASON
    return NUMBER_IN_REASON if holds_long_number(reason) else None


def holds_long_number(text: str) -> bool:
    """Whether a text holds what may be an identity number."""
    return _LONG_NUMBER.search(text) is not None


def objection_to_joining(actor: Actor, kept_ref: str, merged_ref: str) -> Objection | None:
    """The standing office says of two records that they are one, or that they are not."""
    if not actor.has(*OFFICE):
        return NOT_OFFICE
    return SAME_RECORD if kept_ref == merged_ref else None


def objection_to_confirming_merge(actor: Actor, merge: Merge) -> Objection | None:
    """Another person confirms than the one who proposed; one of the two is the office's head."""
    if not actor.has(*OFFICE):
        return NOT_OFFICE
    if merge.state != MergeState.PROPOSED:
        return NOT_WAITING
    if merge.proposed_by_ref == actor.account_ref:
        return OWN_MERGE
    return None if actor.has(Role.OFFICE_HEAD) or merge.proposed_by_head else HEAD_MERGES


def objection_to_declining_merge(actor: Actor, merge: Merge) -> Objection | None:
    """Whoever of the office, also the one who proposed, lets a proposal go."""
    if not actor.has(*OFFICE):
        return NOT_OFFICE
    return None if merge.state == MergeState.PROPOSED else NOT_WAITING


def objection_to_undoing_merge(actor: Actor, merge: Merge) -> Objection | None:
    """The head of the office takes two records apart again."""
    if not actor.has(Role.OFFICE_HEAD):
        return HEAD_ONLY
    return None if merge.state == MergeState.DONE else NOT_MERGED


def objection_to_seen_merge(merge: Merge, seen: int) -> Objection | None:
    """Whoever decides second looks at what is there now first."""
    return None if merge.version == seen else STALE


def objection_to_looking_for_doubles(actor: Actor) -> Objection | None:
    """The standing office looks, and the system by itself at night; it changes no record."""
    return None if actor.has(*OFFICE, Role.ADMINISTRATOR) else NOT_OFFICE


def objection_to_revealing(actor: Actor, reason: str) -> Objection | None:
    """The head of the office alone reads a whole identity number, and says why."""
    if not actor.has(Role.OFFICE_HEAD):
        return HEAD_ONLY
    return objection_to_reason(reason)


def objection_to_entering_number(
    actor: Actor, digits: str, reason: str, *, corrects: bool
) -> Objection | None:
    """The standing office enters what is missing; only its head puts another in its place."""
    if not actor.has(*OFFICE):
        return NOT_OFFICE
    if corrects and not actor.has(Role.OFFICE_HEAD):
        return HEAD_CORRECTS
    if not _NUMBER.fullmatch(digits) or not digits.isascii():
        return NOT_A_NUMBER
    return objection_to_reason(reason)
