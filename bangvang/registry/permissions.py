"""Why an actor may not change the register now, or nothing if they may."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.objection import Objection
from bangvang.registry.models import (
    AwardImport,
    Bar,
    BodyEvent,
    Merge,
    Organisation,
    OwnDecision,
    YearStatement,
)
from bangvang.registry.states import (
    ENDINGS,
    IMPORT_LIFE,
    BarKind,
    BodyEventKind,
    DisciplineLevel,
    HolderKind,
    ImportMove,
    ImportState,
    MergeState,
    OwnState,
)

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


ALREADY_UNDONE = Objection("ALREADY_UNDONE", "Lần nhập này đã hủy.")
ALREADY_ACCEPTED = Objection(
    "ALREADY_ACCEPTED",
    "Lần nhập này đã có dòng ghi vào sổ nên không đọc lại được; hãy hủy lần nhập rồi tải lại tệp.",
)
NO_UNDO_REASON = Objection("NO_UNDO_REASON", "Cần ghi lý do hủy lần nhập.")
NOTHING_READY = Objection("NOTHING_READY", "Chưa có dòng nào ghi vào sổ được.")


def may_read_imports(actor: Actor) -> bool:
    """Tell whether the actor is of the standing office or the inspector."""
    return actor.has(*READERS)


def objection_to_staging(actor: Actor) -> Objection | None:
    """Past awards are brought in by the standing office."""
    return None if actor.has(*OFFICE) else NOT_OFFICE


def objection_to_import(actor: Actor, award_import: AwardImport, *, seen: int) -> Objection | None:
    """The standing office acts on an import as it is now; one that was undone is over."""
    if not actor.has(*OFFICE):
        return NOT_OFFICE
    if not IMPORT_LIFE.can(ImportMove.ACCEPT, ImportState(award_import.state)):
        return ALREADY_UNDONE
    return None if award_import.version == seen else STALE


def objection_to_reading_again(
    actor: Actor, award_import: AwardImport, *, seen: int
) -> Objection | None:
    """Columns and letters are settled before the first row is in the register."""
    if objection := objection_to_import(actor, award_import, seen=seen):
        return objection
    return ALREADY_ACCEPTED if award_import.state == ImportState.ACCEPTED else None


def objection_to_undoing(
    actor: Actor, award_import: AwardImport, *, seen: int, reason: str
) -> Objection | None:
    """An import is undone with a reason, once."""
    if objection := objection_to_import(actor, award_import, seen=seen):
        return objection
    return None if reason else NO_UNDO_REASON


NO_AUTHORS = Objection("NO_AUTHORS", "Cần ít nhất một tác giả.")
TITLE_MISSING = Objection("TITLE_MISSING", "Cần ghi tên sáng kiến, đề tài.")
NO_SUCH_SCOPE = Objection("NO_SUCH_SCOPE", "Không có phạm vi công nhận này.")
SHARE_WRONG = Objection("SHARE_WRONG", "Tỷ lệ đóng góp phải lớn hơn 0 và không quá 100.")
SHARES_OVER = Objection("SHARES_OVER", "Tổng tỷ lệ đóng góp của các tác giả vượt quá 100%.")
RECOGNISED_BEFORE_YEAR = Objection(
    "RECOGNISED_BEFORE_YEAR", "Ngày quyết định không thể trước năm của sáng kiến."
)
HUNDRED = Decimal(100)


@dataclass(frozen=True)
class InitiativeSaid:
    """What a decision of recognition says; `code` is the scope."""

    code: str
    title: str
    year: int
    decision_no: str
    decided_on: date
    recognised_by: str


def objection_to_recognising(
    actor: Actor,
    said: InitiativeSaid,
    shares: Collection[Decimal | None],
    *,
    scopes: Collection[str],
    on: date,
) -> Objection | None:
    """The standing office enters what a decision says; parts are at most the whole together.

    Args:
        actor: who wants to.
        said: the decision.
        shares: each author's part in percent, None where the decision names none.
        scopes: the scopes that the law knows.
        on: the day of the act.
    """
    if not actor.has(*OFFICE):
        return NOT_OFFICE
    if not shares:
        return NO_AUTHORS
    if any(share is not None and not 0 < share <= HUNDRED for share in shares):
        return SHARE_WRONG
    if sum(share or 0 for share in shares) > HUNDRED:
        return SHARES_OVER
    return _objection_to_recognition(said, scopes, on)


def _objection_to_recognition(
    said: InitiativeSaid, scopes: Collection[str], on: date
) -> Objection | None:
    if said.code not in scopes:
        return NO_SUCH_SCOPE
    if not said.title:
        return TITLE_MISSING
    if not said.decision_no or not said.recognised_by:
        return PAPER_MISSING
    if said.decided_on > on:
        return PAPER_AHEAD
    return RECOGNISED_BEFORE_YEAR if said.decided_on.year < said.year else None


# A unit's own decisions, and what heads state to be whole.

FIRST_YEAR = 1945
OWN_NOT_YOUR_UNIT = Objection("NOT_YOUR_UNIT", "Quyết định của đơn vị khác.")
NOT_UNIT_OFFICER = Objection("NOT_UNIT_OFFICER", "Việc này của cán bộ đơn vị.")
NOT_UNIT_HEAD = Objection("NOT_UNIT_HEAD", "Chỉ thủ trưởng đơn vị được xác nhận.")
OWN_NOT_DRAFT = Objection("NOT_DRAFT", "Bản ghi này không còn đang lập nên không sửa được.")
OWN_NOT_WITH_HEAD = Objection("NOT_WITH_HEAD", "Bản ghi này không chờ thủ trưởng.")
OWN_NO_ROWS = Objection("NO_ROWS", "Chưa ghi ai; hãy chọn người hoặc tải phụ lục lên.")
OWN_SAME_PERSON = Objection(
    "SAME_PERSON", "Người lập không tự xác nhận; cần thủ trưởng là người khác xác nhận."
)
OWN_NO_REASON = Objection("NO_REASON", "Cần ghi lý do.")
YEAR_AHEAD = Objection("YEAR_AHEAD", "Năm này còn ở phía trước.")
YEAR_NOT_OVER = Objection("YEAR_NOT_OVER", "Năm này chưa hết nên chưa xác nhận đủ được.")
YEAR_UNREAL = Objection("YEAR_UNREAL", f"Năm phải từ {FIRST_YEAR}.")
NUMBER_MISSING = Objection("NUMBER_MISSING", "Cần ghi số, ký hiệu quyết định.")
SIGNER_MISSING = Objection("SIGNER_MISSING", "Cần ghi người ký quyết định.")
DECIDED_AHEAD = Objection("DECIDED_AHEAD", "Ngày quyết định còn ở phía trước.")
DECIDED_BEFORE_YEAR = Objection(
    "DECIDED_BEFORE_YEAR", "Ngày quyết định không thể trước năm thành tích."
)
STATED_ALREADY = Objection(
    "STATED_ALREADY", "Năm này đã được xác nhận đủ cho mọi người đang có trong sổ của đơn vị."
)
NOBODY_THERE = Objection("NOBODY_THERE", "Sổ chưa có ai của đơn vị nên chưa có gì để xác nhận.")
STATEMENT_WITHDRAWN = Objection("STATEMENT_WITHDRAWN", "Xác nhận này đã được rút.")


def _objection_to_whole_year(year: int, on: date) -> Objection | None:
    """Only a year that is over can be whole."""
    if year >= on.year:
        return YEAR_NOT_OVER
    return YEAR_UNREAL if year < FIRST_YEAR else None


def objection_to_beginning_own(actor: Actor, year: int, *, on: date) -> Objection | None:
    """An officer of a unit begins a record of this year or an earlier one."""
    if not actor.has(Role.UNIT_OFFICER):
        return NOT_UNIT_OFFICER
    if year > on.year:
        return YEAR_AHEAD
    return YEAR_UNREAL if year < FIRST_YEAR else None


def objection_to_changing_own(actor: Actor, own: OwnDecision) -> Objection | None:
    """An officer of the unit changes a draft."""
    if actor.organisation_ref != own.unit.ref:
        return OWN_NOT_YOUR_UNIT
    if not actor.has(Role.UNIT_OFFICER):
        return NOT_UNIT_OFFICER
    return None if own.state == OwnState.DRAFT else OWN_NOT_DRAFT


def objection_to_heading_own(actor: Actor, own: OwnDecision) -> Objection | None:
    """The head of the unit acts on what waits for the head, not on what they prepared."""
    if actor.organisation_ref != own.unit.ref:
        return OWN_NOT_YOUR_UNIT
    if not actor.has(Role.UNIT_HEAD):
        return NOT_UNIT_HEAD
    if own.state != OwnState.WITH_HEAD:
        return OWN_NOT_WITH_HEAD
    return OWN_SAME_PERSON if actor.account_ref == own.prepared_by_ref else None


@dataclass(frozen=True)
class OwnPaper:
    """The signed decision of a unit; `grantor` is the law's key of who signed."""

    decision_no: str
    decided_on: date
    grantor: str
    issued_by: str


def objection_to_own_paper(paper: OwnPaper, year: int, *, on: date) -> Objection | None:
    """A decision has a number and a signer, is signed already, and not before the year it is of."""
    if not paper.decision_no:
        return NUMBER_MISSING
    if not paper.issued_by:
        return SIGNER_MISSING
    if paper.decided_on > on:
        return DECIDED_AHEAD
    return DECIDED_BEFORE_YEAR if paper.decided_on.year < year else None


def objection_to_stating_year(
    actor: Actor, year: int, *, people: int, fresh: int, on: date
) -> Objection | None:
    """The head states a year that is over, of people of whom it was not all stated before.

    Args:
        actor: who wants to.
        year: the achievement year.
        people: how many people the register has in the unit.
        fresh: of how many of them it has not been stated yet.
        on: the day of the act.
    """
    if not actor.has(Role.UNIT_HEAD):
        return NOT_UNIT_HEAD
    if objection := _objection_to_whole_year(year, on):
        return objection
    if not people:
        return NOBODY_THERE
    return None if fresh else STATED_ALREADY


def objection_to_withdrawing_statement(
    actor: Actor, statement: YearStatement, *, reason: str
) -> Objection | None:
    """The head takes back a wrong word of the own unit, with a reason."""
    if actor.organisation_ref != statement.unit.ref:
        return OWN_NOT_YOUR_UNIT
    if not actor.has(Role.UNIT_HEAD):
        return NOT_UNIT_HEAD
    if statement.withdrawn_at is not None:
        return STATEMENT_WITHDRAWN
    return None if reason else OWN_NO_REASON


def objection_to_asking_for_year(actor: Actor, year: int, *, on: date) -> Objection | None:
    """The standing office asks units for years that are over."""
    if not actor.has(*OFFICE):
        return NOT_OFFICE
    return _objection_to_whole_year(year, on)


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
    return None if reason else NO_WITHDRAW_REASON


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
