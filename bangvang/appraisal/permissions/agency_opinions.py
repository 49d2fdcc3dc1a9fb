"""Why an agency may not be asked, or answer so; and which rows wait for one."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bangvang.appraisal.models import AgencyRequest
from bangvang.appraisal.permissions import NO_REASON, objection_to_heading, objection_to_taking_up
from bangvang.appraisal.states import REQUEST_LIFE, RequestMove, RequestState, Stance
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.objection import Objection
from bangvang.foundation.vietnamese import say_date
from bangvang.nominations.states import State

READERS = (Role.SPECIALIST, Role.OFFICE_HEAD, Role.INSPECTOR)
MAY_BE_ASKED_ABOUT = (State.CHECKED, State.OVERRULING, State.APPRAISED)
"""Rows that the office has taken up and not released."""
MOST_ROWS, MOST_AGENCIES, MOST_DAYS = 300, 20, 90
MOST_WRONG_CODES = 5
LONGEST_WORDS, LONGEST_AGENCY = 2_000, 300

NO_ROWS = Objection("NO_ROWS", "Cần chọn ít nhất một dòng.")
TOO_MANY_ROWS = Objection("TOO_MANY_ROWS", f"Mỗi lần hỏi không quá {MOST_ROWS} dòng.")
NOT_TO_BE_ASKED = Objection(
    "NOT_TO_BE_ASKED",
    "Có dòng chưa tiếp nhận, đã trả lại hoặc đã đưa ra Hội đồng; hãy tải lại trang và chọn lại.",
)
NO_AGENCY = Objection("NO_AGENCY", "Cần ghi ít nhất một cơ quan, mỗi dòng một cơ quan.")
TOO_MANY_AGENCIES = Objection("TOO_MANY_AGENCIES", f"Mỗi lần không quá {MOST_AGENCIES} cơ quan.")
AGENCY_TWICE = Objection("AGENCY_TWICE", "Có cơ quan được ghi hai lần.")
AGENCY_TOO_LONG = Objection("AGENCY_TOO_LONG", f"Tên mỗi cơ quan không quá {LONGEST_AGENCY} ký tự.")
NO_ABOUT = Objection("NO_ABOUT", "Cần ghi nội dung đề nghị cho ý kiến.")
DUE_BEFORE = Objection("DUE_BEFORE", "Hạn trả lời phải sau hôm nay.")
DUE_TOO_FAR = Objection("DUE_TOO_FAR", f"Hạn không quá {MOST_DAYS} ngày kể từ hôm nay.")
ENDS_BEFORE_DUE = Objection("ENDS_BEFORE_DUE", "Liên kết phải dùng được ít nhất đến hạn trả lời.")
ASKED_ALREADY = Objection(
    "ASKED_ALREADY",
    "Yêu cầu này đã gửi. Liên kết và mã chỉ hiện một lần: chưa kịp chép thì mở yêu cầu của từng "
    "cơ quan và cấp lại.",
)
NO_HOW = Objection("NO_HOW", "Cần ghi đã nhắc bằng cách nào.")
WAITS_FOR_NOTHING = Objection("WAITS_FOR_NOTHING", "Yêu cầu này không giữ dòng nào lại.")
NO_SIGNER = Objection("NO_SIGNER", "Cần ghi họ tên và chức vụ của người trả lời.")
NO_PAPER = Objection("NO_PAPER", "Cần ghi số, ngày và đính kèm bản quét của công văn trả lời.")
CAME_OUTSIDE = Objection("CAME_OUTSIDE", "Ngày nhận phải từ ngày hỏi và không sau hôm nay.")
PAPER_LATER = Objection("PAPER_LATER", "Ngày của công văn phải không sau ngày nhận.")
ANSWERED_ALREADY = Objection(
    "ANSWERED_ALREADY",
    "Cơ quan đã trả lời yêu cầu này; mỗi yêu cầu trả lời một lần. Nội dung vừa gửi chưa được ghi.",
)
NO_LONGER_ASKED = Objection("NO_LONGER_ASKED", "Yêu cầu này đã rút.")


@dataclass(frozen=True)
class Said:
    """What is said of one row; an empty stance says nothing yet."""

    stance: str
    words: str = ""
    source_no: str = ""
    source_on: date | None = None


@dataclass(frozen=True)
class Awaited:
    """One row that waits for an agency; `is_over`: the time is over and no rule says what now."""

    ref: str
    name: str
    agency: str
    due_on: date
    is_over: bool


def objection_to_awaited(awaited: Sequence[Awaited]) -> Objection | None:
    """A row is not concluded on, nor released, while it waits for an agency; office only."""
    if not awaited:
        return None
    shown = "; ".join(f"{one.agency} về {one.name} ({_due(one)})" for one in awaited[:3])
    more = f" và {len(awaited) - 3} ý kiến khác" if len(awaited) > 3 else ""
    return Objection(
        "AGENCY_AWAITED",
        f"Còn chờ ý kiến của {shown}{more}. Ghi trả lời khi có; quá hạn mà không có quy định về "
        "việc không trả lời thì Trưởng phòng quyết định thôi chờ ở trang của yêu cầu.",
    )


def _due(one: Awaited) -> str:
    return f"hạn {say_date(one.due_on)}{', đã quá' if one.is_over else ''}"


def objection_to_asking(
    actor: Actor, *, chosen: Collection[str], askable: Collection[str], agencies: Sequence[str],
    about: str,
) -> Objection | None:  # fmt: skip
    """An officer asks named agencies something about rows under appraisal or just appraised."""
    if objection := objection_to_taking_up(actor):
        return objection
    if not chosen:
        return NO_ROWS
    if len(chosen) > MOST_ROWS:
        return TOO_MANY_ROWS
    if not frozenset(chosen) <= frozenset(askable):
        return NOT_TO_BE_ASKED
    return objection_to_agencies(agencies) or (None if about else NO_ABOUT)


def objection_to_agencies(agencies: Sequence[str]) -> Objection | None:
    """Each agency is named once."""
    if not agencies:
        return NO_AGENCY
    if len(agencies) > MOST_AGENCIES:
        return TOO_MANY_AGENCIES
    if len({one.lower() for one in agencies}) < len(agencies):
        return AGENCY_TWICE
    return AGENCY_TOO_LONG if any(len(one) > LONGEST_AGENCY for one in agencies) else None


def objection_to_days(*, due_on: date, expires_on: date, on: date) -> Objection | None:
    """An answer is due after today and in sight; the link serves at least so long."""
    if due_on <= on:
        return DUE_BEFORE
    return objection_to_expiry(due_on=due_on, expires_on=expires_on, on=on)


def objection_to_expiry(*, due_on: date, expires_on: date, on: date) -> Objection | None:
    """A link serves until the answer is due at least, and not for ever."""
    if expires_on < max(due_on, on):
        return ENDS_BEFORE_DUE
    return DUE_TOO_FAR if expires_on > on + timedelta(days=MOST_DAYS) else None


def objection_to_open(request: AgencyRequest) -> Objection | None:
    """What is answered or withdrawn is asked no more."""
    if REQUEST_LIFE.can(RequestMove.ANSWER, RequestState(request.state)):
        return None
    return ANSWERED_ALREADY if request.state == RequestState.ANSWERED else NO_LONGER_ASKED


def objection_to_reminding(actor: Actor, request: AgencyRequest, *, how: str) -> Objection | None:
    """An officer reminds an agency that has not answered, and says how."""
    if objection := objection_to_taking_up(actor) or objection_to_open(request):
        return objection
    return None if how else NO_HOW


def objection_to_renewing(actor: Actor, request: AgencyRequest) -> Objection | None:
    """An officer makes link and code anew while there is no answer."""
    return objection_to_taking_up(actor) or objection_to_open(request)


def objection_to_stopping(actor: Actor, request: AgencyRequest, *, reason: str) -> Objection | None:
    """The head lets rows go on without an answer, with a reason."""
    if objection := objection_to_heading(actor) or objection_to_open(request):
        return objection
    if not request.is_awaited:
        return WAITS_FOR_NOTHING
    return None if reason else NO_REASON


def objection_to_withdrawing(
    actor: Actor, request: AgencyRequest, *, reason: str
) -> Objection | None:
    """The head takes a question back, with a reason; its link serves no more."""
    if objection := objection_to_heading(actor) or objection_to_open(request):
        return objection
    return None if reason else NO_REASON


def objection_to_reply(
    signer: tuple[str, str], orders: Collection[int], said: Mapping[int, Said], on: date
) -> Objection | None:
    """An answer is signed by name and position, and says something of every row.

    ``signer`` is name and position.
    """
    if not all(signer):
        return NO_SIGNER
    return next(
        (
            objection
            for order in sorted(orders)
            if (objection := objection_to_said(order, said.get(order, Said("")), on))
        ),
        None,
    )


def objection_to_said(order: int, said: Said, on: date) -> Objection | None:
    """Refusing says why; information says what, by which document of which day."""
    why = ""
    if said.stance not in Stance.values:
        why = "cần chọn ý kiến"
    elif len(said.words) > LONGEST_WORDS:
        why = f"nội dung không quá {LONGEST_WORDS} ký tự"
    elif said.stance == Stance.DISAGREES and not said.words:
        why = "không đồng ý thì cần ghi lý do"
    elif said.stance == Stance.INFORMS and not (said.words and said.source_no and said.source_on):
        why = "có thông tin thì cần ghi nội dung, số và ngày của văn bản nguồn"
    elif said.source_on is not None and said.source_on > on:
        why = "ngày của văn bản nguồn còn ở phía trước"
    return Objection("ROW_NOT_SAID", f"Số {order}: {why}.") if why else None


def objection_to_paper(
    request: AgencyRequest, *, paper: tuple[str, date | None, bool], came_on: date, on: date
) -> Objection | None:
    """A paper has number, day and scan, and came after the question.

    ``paper`` is its number, its day, and whether there is a scan.
    """
    number, paper_on, has_scan = paper
    if not number or paper_on is None or not has_scan:
        return NO_PAPER
    if not request.asked_on <= came_on <= on:
        return CAME_OUTSIDE
    return PAPER_LATER if paper_on > came_on else None
