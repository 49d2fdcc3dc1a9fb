"""Why an actor may not change the register now, or nothing if they may: bars, and who may read."""

from dataclasses import dataclass
from datetime import date

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.objection import Objection
from bangvang.foundation.vietnamese import in_words
from bangvang.registry.models import Bar
from bangvang.registry.states import BarKind, DisciplineLevel, HolderKind

OFFICE = (Role.SPECIALIST, Role.OFFICE_HEAD)
READERS = (*OFFICE, Role.INSPECTOR)

NOT_OFFICE = Objection("NOT_OFFICE", "Việc này của cơ quan thường trực.")
PAPER_MISSING = Objection(
    "PAPER_MISSING", "Cần ghi số và cơ quan ban hành văn bản làm căn cứ; không ghi theo lời kể."
)
PAPER_AHEAD = Objection("PAPER_AHEAD", "Ngày ghi trên văn bản còn ở phía trước.")
BEGINS_LATER = Objection(
    "BEGINS_LATER", "Ngày bắt đầu còn ở phía trước; đến ngày đó mới ghi vào sổ."
)
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
    if said.since > on:
        return BEGINS_LATER
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
    return None if in_words(reason) else NO_REASON


def objection_to_version(bar: Bar, seen: int) -> Objection | None:
    """Whoever saves second looks at what is there now first."""
    return None if bar.version == seen else STALE
