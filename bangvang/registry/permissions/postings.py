"""Why an actor may not record, end or withdraw a posting, or nothing if they may."""

from dataclasses import dataclass
from datetime import date

from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import Objection
from bangvang.foundation.vietnamese import in_words
from bangvang.registry.models import Organisation, Posting
from bangvang.registry.permissions import ENDS_TOO_EARLY, NO_REASON, NOT_OFFICE, OFFICE, STALE
from bangvang.registry.permissions.merges import holds_long_number

NO_SOURCE = Objection("NO_SOURCE", "Cần ghi căn cứ: quyết định, hồ sơ nào cho biết.")
NUMBER_IN_SOURCE = Objection(
    "NUMBER_IN_SOURCE", "Không ghi số định danh vào căn cứ, chức vụ; số định danh có ô riêng."
)
NOTHING_SAID = Objection("NOTHING_SAID", "Cần ghi chức vụ hoặc chọn đối tượng.")
SINCE_AHEAD = Objection("SINCE_AHEAD", "Ngày bắt đầu còn ở phía trước.")
UNTIL_AHEAD = Objection("UNTIL_AHEAD", "Ngày kết thúc còn ở phía trước.")
SINCE_MISSING = Objection("SINCE_MISSING", "Nơi công tác hiện nay phải có ngày bắt đầu.")
NOW_IS_OPEN = Objection("NOW_IS_OPEN", "Nơi công tác hiện nay thì chưa có ngày kết thúc.")
OPEN_ALREADY = Objection(
    "OPEN_ALREADY",
    "Sổ còn một công tác chưa kết thúc của người này ở đơn vị khác; hãy ghi kết thúc công tác đó "
    "trước.",
)
SAID_ALREADY = Objection("SAID_ALREADY", "Sổ đã ghi đúng công tác này.")
ENDED_ALREADY = Objection("ENDED_ALREADY", "Công tác này đã ghi kết thúc.")
GONE_ALREADY = Objection("GONE_ALREADY", "Công tác này đã rút, không còn hiệu lực.")
UNIT_NOT_THEN = Objection("UNIT_NOT_THEN", "Đơn vị không tồn tại trong suốt thời gian đã ghi.")


@dataclass(frozen=True)
class PostingSaid:
    """What a source says of somebody on `[since, until)`; None where it does not say."""

    unit_ref: str
    position: str
    subject_class: str
    since: date | None
    until: date | None
    source: str


def objection_to_posting(
    actor: Actor, said: PostingSaid, *, is_now: bool, on: date
) -> Objection | None:
    """The standing office records what a source says; what holds now has begun and not ended."""
    if not actor.has(*OFFICE):
        return NOT_OFFICE
    return objection_to_said(said, is_now=is_now, on=on)


def objection_to_said(said: PostingSaid, *, is_now: bool, on: date) -> Objection | None:
    """What a source says has a source, says something, and has days that can be."""
    if not said.source:
        return NO_SOURCE
    if holds_long_number(said.source) or holds_long_number(said.position):
        return NUMBER_IN_SOURCE
    if not said.position and not said.subject_class:
        return NOTHING_SAID
    if said.since is not None and said.since > on:
        return SINCE_AHEAD
    if said.until is not None and said.until > on:
        return UNTIL_AHEAD
    if said.since is not None and said.until is not None and said.until <= said.since:
        return ENDS_TOO_EARLY
    return _objection_to_now(said) if is_now else None


def objection_to_unit(unit: Organisation, said: PostingSaid) -> Objection | None:
    """Nobody works in a unit that does not exist."""
    if said.since is not None and said.since < unit.since:
        return UNIT_NOT_THEN
    if unit.until is None:
        return None
    return UNIT_NOT_THEN if said.until is None or said.until > unit.until else None


def _objection_to_now(said: PostingSaid) -> Objection | None:
    if said.since is None:
        return SINCE_MISSING
    return None if said.until is None else NOW_IS_OPEN


def objection_to_ending_posting(
    actor: Actor, posting: Posting, until: date, source: str, *, seen: int, on: date
) -> Objection | None:
    """The standing office ends what goes on, by a source, after its first day."""
    if not actor.has(*OFFICE):
        return NOT_OFFICE
    if posting.withdrawn_at is not None:
        return GONE_ALREADY
    if posting.until is not None:
        return ENDED_ALREADY
    if posting.version != seen:
        return STALE
    if not source:
        return NO_SOURCE
    if holds_long_number(source):
        return NUMBER_IN_SOURCE
    if until > on:
        return UNTIL_AHEAD
    return ENDS_TOO_EARLY if posting.since is not None and until <= posting.since else None


def objection_to_withdrawing_posting(
    actor: Actor, posting: Posting, reason: str, *, seen: int
) -> Objection | None:
    """The standing office takes back what was entered wrongly, with a reason."""
    if not actor.has(*OFFICE):
        return NOT_OFFICE
    if posting.withdrawn_at is not None:
        return GONE_ALREADY
    if posting.version != seen:
        return STALE
    return None if in_words(reason) else NO_REASON
