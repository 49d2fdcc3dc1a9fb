"""Why an actor may not change the register now, or nothing if they may: bars, merges, numbers."""

import re
from dataclasses import dataclass
from datetime import date

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.objection import Objection
from bangvang.registry.models import Bar, Merge
from bangvang.registry.states import BarKind, DisciplineLevel, HolderKind, MergeState

OFFICE = (Role.SPECIALIST, Role.OFFICE_HEAD)
READERS = (*OFFICE, Role.INSPECTOR)

NOT_OFFICE = Objection("NOT_OFFICE", "Việc này của cơ quan thường trực.")
PAPER_MISSING = Objection(
    "PAPER_MISSING", "Cần ghi số và cơ quan ban hành văn bản làm căn cứ; không ghi theo lời kể."
)
PAPER_AHEAD = Objection("PAPER_AHEAD", "Ngày ghi trên văn bản còn ở phía trước.")
ENDS_TOO_EARLY = Objection("ENDS_TOO_EARLY", "Ngày kết thúc phải sau ngày bắt đầu.")
LEVEL_MISSING = Objection("LEVEL_MISSING", "Bị kỷ luật thì phải ghi hình thức kỷ luật.")
LEVEL_NOT_ASKED = Objection("LEVEL_NOT_ASKED", "Chỉ “Bị kỷ luật” mới có hình thức kỷ luật.")
ALREADY_RECORDED = Objection(
    "ALREADY_RECORDED", "Mục này đã ghi: cùng lý do, cùng ngày bắt đầu, cùng văn bản."
)
ALREADY_LIFTED = Objection("ALREADY_LIFTED", "Mục này đã được ghi kết thúc.")
ALREADY_WITHDRAWN = Objection("ALREADY_WITHDRAWN", "Mục này đã rút, không còn hiệu lực.")
ENDED_BEFORE = Objection("ENDED_BEFORE", "Mục này đã hết từ trước ngày muốn ghi kết thúc.")
LIFTED_AHEAD = Objection("LIFTED_AHEAD", "Ngày kết thúc còn ở phía trước.")
NO_REASON = Objection("NO_REASON", "Cần ghi lý do rút.")
STALE = Objection("STALE", "Người khác vừa lưu thay đổi; hãy xem bản mới trước khi làm tiếp.")


@dataclass(frozen=True)
class BarSaid:
    """What the paper says of a bar on `[since, until)`; `until` None while nobody knows it."""

    kind: BarKind
    since: date
    paper_no: str
    paper_on: date
    paper_by: str
    until: date | None = None
    level: DisciplineLevel | None = None
    note: str = ""


@dataclass(frozen=True)
class Lifting:
    """The paper that ends a bar; from `lifted_on` on it bars no longer."""

    lifted_on: date
    result_no: str
    result_on: date
    result_by: str
    note: str = ""


def may_read_bars(actor: Actor) -> bool:
    """Tell whether the actor is of the standing office or the inspector; nobody else reads bars."""
    return actor.has(*READERS)


def objection_to_recording_bar(
    actor: Actor, said: BarSaid, of: HolderKind, *, on: date
) -> Objection | None:
    """The standing office records what a paper says; a discipline of a person has its form."""
    if not actor.has(*OFFICE):
        return NOT_OFFICE
    if not said.paper_no or not said.paper_by:
        return PAPER_MISSING
    if said.paper_on > on:
        return PAPER_AHEAD
    if said.until is not None and said.until <= said.since:
        return ENDS_TOO_EARLY
    return _objection_to_level(said, of)


def _objection_to_level(said: BarSaid, of: HolderKind) -> Objection | None:
    if said.kind is not BarKind.DISCIPLINED:
        return None if said.level is None else LEVEL_NOT_ASKED
    if of is HolderKind.PERSON and said.level is None:
        return LEVEL_MISSING
    return None


def objection_to_ending_bar(actor: Actor, bar: Bar) -> Objection | None:
    """The standing office ends what is open; what was withdrawn or lifted is over."""
    if not actor.has(*OFFICE):
        return NOT_OFFICE
    if bar.withdrawn_at is not None:
        return ALREADY_WITHDRAWN
    return None if bar.lifted_at is None else ALREADY_LIFTED


def objection_to_lifting_bar(
    actor: Actor, bar: Bar, lifting: Lifting, *, on: date
) -> Objection | None:
    """A later paper ends a bar after its first day and before it ends by itself."""
    if objection := objection_to_ending_bar(actor, bar):
        return objection
    if not lifting.result_no or not lifting.result_by:
        return PAPER_MISSING
    if lifting.result_on > on:
        return PAPER_AHEAD
    return _objection_to_last_day(bar, lifting.lifted_on, on)


def _objection_to_last_day(bar: Bar, lifted_on: date, on: date) -> Objection | None:
    if lifted_on > on:
        return LIFTED_AHEAD
    if lifted_on <= bar.since:
        return ENDS_TOO_EARLY
    if bar.until is not None and bar.until <= lifted_on:
        return ENDED_BEFORE
    return None


def objection_to_withdrawing_bar(actor: Actor, bar: Bar, *, reason: str) -> Objection | None:
    """The standing office takes back what was entered wrongly, also after it was lifted."""
    if not actor.has(*OFFICE):
        return NOT_OFFICE
    if bar.withdrawn_at is not None:
        return ALREADY_WITHDRAWN
    return None if reason else NO_REASON


def objection_to_version(bar: Bar, seen: int) -> Objection | None:
    """Whoever saves second looks at what is there now first."""
    return None if bar.version == seen else STALE


SAME_RECORD = Objection("SAME_RECORD", "Cần chọn hai bản ghi khác nhau.")
NO_MERGE_REASON = Objection("NO_MERGE_REASON", "Cần ghi lý do.")
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

_LONG_NUMBER = re.compile(r"(?:\d[\s.\-]*){9,}")


def objection_to_reason(reason: str) -> Objection | None:
    """A reason is there, and holds nothing that may be an identity number: it is kept for ever."""
    if not reason:
        return NO_MERGE_REASON
    return NUMBER_IN_REASON if _LONG_NUMBER.search(reason) else None


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
