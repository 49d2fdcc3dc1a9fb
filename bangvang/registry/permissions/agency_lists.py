"""Why an actor may not act on a list that another agency sent, or nothing if they may.

Who may read bars may read these lists and notices, nobody else: `may_read_bars`.
"""

from dataclasses import dataclass
from datetime import date

from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import Objection
from bangvang.foundation.vietnamese import in_words
from bangvang.registry.models import AgencyList, ListedRow, ListedState, ListTopic, RowMeaning
from bangvang.registry.models.agency_lists import WAITING, Notice
from bangvang.registry.permissions import NOT_OFFICE, OFFICE, STALE
from bangvang.registry.permissions.imports import objection_to_import
from bangvang.registry.permissions.merges import objection_to_reason

AGENCY_MISSING = Objection("AGENCY_MISSING", "Cần ghi cơ quan gửi danh sách.")
LIST_PAPER_MISSING = Objection("LIST_PAPER_MISSING", "Cần ghi số văn bản gửi kèm danh sách.")
LIST_PAPER_AHEAD = Objection("LIST_PAPER_AHEAD", "Ngày văn bản còn ở phía trước.")
MATCHING = Objection(
    "MATCHING", "Danh sách đang được đối chiếu lại với sổ; xem lại trang này sau ít phút."
)
ROW_DECIDED = Objection("ROW_DECIDED", "Dòng này đã được xử lý; hãy xem lại trước khi làm tiếp.")
ROW_WRONG = Objection("ROW_WRONG", "Dòng này sai tại ô: hãy sửa ô đó trước.")
ROW_HELD = Objection(
    "ROW_HELD", "Dòng này đã có trong danh sách của cùng cơ quan, cùng văn bản; không ghi lần nữa."
)
ROW_OPEN = Objection("ROW_OPEN", "Dòng này còn chờ xử lý nên không có gì để mở lại.")
RECORD_STANDS = Objection(
    "RECORD_STANDS", "Dòng này đã ghi vào sổ; hãy rút mục đã ghi ở trang của người, tập thể đó."
)
NOT_MATCHED = Objection(
    "NOT_MATCHED", "Chỉ xác nhận hàng loạt những dòng khớp đúng một người hoặc tập thể."
)
NOTHING_TICKED = Objection("NOTHING_TICKED", "Hãy đánh dấu ít nhất một dòng.")
DENIED_BEFORE = Objection(
    "DENIED_BEFORE", "Đã có ý kiến là dòng này không phải người, tập thể đó; hãy mở lại dòng trước."
)
NOT_A_MATCH = Objection("NOT_A_MATCH", "Dòng này không nêu người, tập thể đó là có thể trùng.")
MATTER_MISSING = Objection("MATTER_MISSING", "Cần ghi nội dung của lưu ý.")
ABOUT_AHEAD = Objection("ABOUT_AHEAD", "Ngày của sự việc còn ở phía trước.")
NO_REASON = Objection("NO_REASON", "Cần ghi lý do.")
ALREADY_WITHDRAWN = Objection("ALREADY_WITHDRAWN", "Lưu ý này đã rút.")


@dataclass(frozen=True)
class ListSaid:
    """What is said of a list as a whole: who sent it, by which paper, about what, meaning what."""

    agency: str
    paper_no: str
    paper_on: date
    topic: ListTopic
    meaning: RowMeaning


@dataclass(frozen=True)
class NoticeSaid:
    """What a notice says: the matter, and its day where the list names it.

    Without a paper of its own it stands on that of the row, or of the list.
    """

    matter: str
    about_on: date | None = None
    paper_no: str = ""
    paper_on: date | None = None
    paper_by: str = ""


def objection_to_taking(actor: Actor, said: ListSaid, *, on: date) -> Objection | None:
    """The standing office takes in what came by a paper."""
    if not actor.has(*OFFICE):
        return NOT_OFFICE
    if not said.agency:
        return AGENCY_MISSING
    if not said.paper_no:
        return LIST_PAPER_MISSING
    return LIST_PAPER_AHEAD if said.paper_on > on else None


def objection_to_list(actor: Actor, agency_list: AgencyList) -> Objection | None:
    """The standing office acts on the rows of a list that was read and stands."""
    return objection_to_import(actor, agency_list, seen=agency_list.version)


def objection_to_matching(is_under_way: bool) -> Objection | None:
    """A list is matched once at a time."""
    return MATCHING if is_under_way else None


def objection_to_deciding(row: ListedRow, *, seen: int) -> Objection | None:
    """A row is decided once, as it was seen, and only if it can be read."""
    if row.state == ListedState.PROBLEM:
        return ROW_WRONG
    if row.state == ListedState.HELD:
        return ROW_HELD
    if row.state not in WAITING:
        return ROW_DECIDED
    return None if row.version == seen else STALE


def objection_to_holder(row: ListedRow, key: str) -> Objection | None:
    """Whom somebody said it does not mean is not confirmed without opening the row again."""
    is_denied = any(one["key"] == key for one in row.denied)
    return DENIED_BEFORE if is_denied else None


def objection_to_notice(said: NoticeSaid, *, on: date) -> Objection | None:
    """A notice says what the list says; nothing is told ahead of its day."""
    if not said.matter:
        return MATTER_MISSING
    if said.paper_on is not None and said.paper_on > on:
        return LIST_PAPER_AHEAD
    return ABOUT_AHEAD if said.about_on is not None and said.about_on > on else None


def objection_to_why(reason: str) -> Objection | None:
    """There is a reason, and no long number in it: it is kept for ever."""
    return objection_to_reason(reason) if in_words(reason) else NO_REASON


def objection_to_reopening(row: ListedRow, *, seen: int, stands: bool) -> Objection | None:
    """What was said of a row is taken back while nothing of the register stands on it."""
    if stands:
        return RECORD_STANDS
    if row.state in WAITING and not row.denied:
        return ROW_OPEN
    if row.state in (ListedState.PROBLEM, ListedState.HELD):
        return ROW_OPEN
    return None if row.version == seen else STALE


def objection_to_withdrawing_notice(
    actor: Actor, notice: Notice, reason: str, *, seen: int
) -> Objection | None:
    """The standing office takes back a notice that was wrong, once."""
    if not actor.has(*OFFICE):
        return NOT_OFFICE
    if notice.withdrawn_at is not None:
        return ALREADY_WITHDRAWN
    if notice.version != seen:
        return STALE
    return objection_to_why(reason)
